internal import ChannelPluginKit
internal import CivilCalendar
internal import ContactRouting
internal import LetterWriting

/// The brief of one call: which sections, and how many of their lines.
struct PhoneBrief {
    /// How much is told.
    enum Detail: Hashable, CaseIterable {
        case full
        /// Without the directory's advice, and of the earlier contacts the latest only.
        case short
    }

    /// Where it is read.
    enum Medium {
        case paper
        /// With the entry of the history to copy.
        case screen
    }

    /// Earlier contacts of a short brief.
    private static let contactsOfShort = 3

    private let request: PreparationRequest
    private let detail: Detail
    private let parts: CallBriefParts

    init(_ request: PreparationRequest, detail: Detail) {
        self.request = request
        self.detail = detail
        parts = CallBriefParts(request, manner: request.channel == .accessiblePhone ? .relay : .voice)
    }

    func brief(for medium: Medium) -> CallBrief {
        let isRelay = request.channel == .accessiblePhone
        let report =
            switch medium {
            case .paper: parts.report
            case .screen: parts.reportWithEntry(at: request.now)
            }
        let sections: [CallBrief.Section?] = [
            parts.line(withAdvice: detail == .full), isRelay ? parts.relayAccess : nil, parts.asked,
            parts.trouble, parts.contacts(latest: detail == .full ? .max : Self.contactsOfShort),
            parts.demand, parts.sentences, parts.cautions, parts.refusal, parts.notes, report,
        ]
        return CallBrief(
            language: request.language, title: PhoneWords(request: request).title,
            sections: sections.compactMap { $0 })
    }
}

internal import ContactRouting

/// The forms of this plugin, one for each of its channels.
enum FormKind: CaseIterable {
    case selfService, onlineReturn, withdrawal, guarantee, association, signalConso, productSafety
    case report33700, signalSpam, phishingReport, cyber17, pharos, thesee

    var channel: ChannelName {
        switch self {
        case .selfService: .selfService
        case .onlineReturn: .onlineReturn
        case .withdrawal: .withdrawalButton
        case .guarantee: .marketplaceGuarantee
        case .association: .consumerAssociation
        case .signalConso: .signalConso
        case .productSafety: .productSafety
        case .report33700: .report33700
        case .signalSpam: .signalSpam
        case .phishingReport: .merchantPhishingReport
        case .cyber17: .cyber17
        case .pharos: .pharos
        case .thesee: .policeThesee
        }
    }

    init?(_ channel: ChannelName) {
        guard let kind = Self.allCases.first(where: { $0.channel == channel }) else { return nil }
        self = kind
    }

    /// Whether the other side is the merchant or the seller, and not somebody else.
    var isWithTrader: Bool {
        switch self {
        case .selfService, .onlineReturn, .withdrawal, .guarantee, .phishingReport: true
        case .association, .signalConso, .productSafety, .report33700, .signalSpam, .cyber17, .pharos,
            .thesee:
            false
        }
    }

    /// Whether it is about somebody who deceives.
    var isAboutFraud: Bool {
        switch self {
        case .report33700, .signalSpam, .phishingReport, .cyber17, .pharos, .thesee: true
        case .selfService, .onlineReturn, .withdrawal, .guarantee, .association, .signalConso, .productSafety:
            false
        }
    }

    /// The most that using it proves, as the channel's profile says.
    var evidence: EvidenceGrade { ChannelProfile.of(channel).evidence }

    /// What cannot be called back: a declaration or a report that was sent.
    var isIrreversible: Bool { self != .selfService && self != .association }
}

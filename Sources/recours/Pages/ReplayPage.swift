import CaseFlow
import CaseFormat
import CivilCalendar
import ContactRouting
import Texts

/// A decision of the past beside today's for the same moment: what changed, and why.
struct ReplayPage {
    let replay: Replaying.Replay
    let phrasebook: Phrasebook

    var words: ReplayWords { ReplayWords(vocabulary: phrasebook.vocabulary) }
    var vocabulary: Vocabulary { phrasebook.vocabulary }
    private var comparison: DecisionComparison { replay.comparison }

    func write(to page: inout Page) {
        page.title(words.title(moment(comparison.recorded.decidedAt)))
        page.blankLine()
        writeAnswer(to: &page)
        writeCauses(to: &page)
        writeOutcome(to: &page)
        writeChannels(to: &page)
        write(comparison.changes.filter(\.subject.isDeadline), under: words.deadlines, to: &page)
        write(comparison.changes.filter(\.subject.isOther), under: words.others, to: &page)
    }

    private var hasOtherOutcome: Bool { comparison.recorded.outcome != comparison.today.outcome }

    private func writeAnswer(to page: inout Page) {
        if comparison.changes.isEmpty {
            page.paragraph(words.nothingChanged)
        } else {
            let count = words.changed(comparison.changes.count)
            page.paragraph(hasOtherOutcome ? count : "\(count) \(words.sameAnswer)")
        }
        if replay.contactsLeftOut > 0 { page.paragraph(words.leftOut(replay.contactsLeftOut)) }
    }

    private func writeCauses(to page: inout Page) {
        if !comparison.causes.isEmpty {
            page.heading(words.inputs)
            for input in comparison.causes {
                page.item(
                    words.name(
                        of: input, from: comparison.recorded.basis.program,
                        to: comparison.today.basis.program))
            }
        }
        page.heading(words.cause)
        page.paragraph(words.why(comparison.causes, changes: comparison.changes.count))
    }

    private func writeOutcome(to page: inout Page) {
        guard hasOtherOutcome else { return }
        page.heading(words.outcome)
        let width = max(words.before.count, words.today.count)
        page.pair(words.before, text(of: comparison.recorded.outcome), width: width)
        page.pair(words.today, text(of: comparison.today.outcome), width: width)
        page.paragraph(phrasebook.explanation(of: replay.decision))
    }

    private func text(of outcome: DecisionRecord.Outcome) -> String {
        switch outcome {
        case .contact(let channel): vocabulary.name(of: channel)
        case .wait(let until): Headings(phrasebook.language).wait(until: moment(until)).lowercasedFirst
        case .none: Headings(phrasebook.language).nothing.lowercasedFirst
        }
    }

    /// Channel by channel: its name and source once, and below everything that changed.
    private func writeChannels(to page: inout Page) {
        let changes = comparison.changes.filter { $0.subject.channel != nil }
        guard !changes.isEmpty else { return }
        page.heading(words.channels)
        var last: ChannelName?
        var source: Source?
        for change in changes {
            guard let channel = change.subject.channel else { continue }
            if last != channel {
                source = change.sources.first
                page.item(vocabulary.name(of: channel) + text(of: source))
                last = channel
            }
            let other = change.sources.first == source ? nil : change.sources.first
            page.item(text(of: change.subject) + text(of: other), mark: "–", indent: 4)
        }
    }

    private func write(_ changes: [DecisionChange], under heading: String, to page: inout Page) {
        guard !changes.isEmpty else { return }
        page.heading(heading)
        for change in changes { page.item(text(of: change.subject) + text(of: change.sources.first)) }
    }

    /// The source of the directory on which the new state stands; nothing when there is none.
    private func text(of source: Source?) -> String {
        guard let source else { return "" }
        let today = phrasebook.zone.day(at: comparison.recorded.decidedAt)
        return words.source(Headings(phrasebook.language).source(source, on: today))
    }

    func moment(_ instant: Instant) -> String { phrasebook.formats.moment(instant, in: phrasebook.zone) }
}

extension DecisionChange.Subject {
    /// The channel it is about; nil for what concerns the decision as a whole.
    fileprivate var channel: ChannelName? {
        switch self {
        case .channel(let channel, _, _), .verdict(let channel, _), .score(let channel, _),
            .whenOpen(let channel, _), .objection(let channel, _, _), .usableFrom(let channel, _, _),
            .availability(let channel, _, _), .details(let channel, _):
            channel
        case .outcome, .deadline, .next, .asked: nil
        }
    }

    fileprivate var isDeadline: Bool {
        if case .deadline = self { true } else { false }
    }

    fileprivate var isOther: Bool {
        switch self {
        case .next, .asked: true
        case .outcome, .channel, .verdict, .score, .whenOpen, .objection, .usableFrom, .availability,
            .details, .deadline:
            false
        }
    }
}

extension String {
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}

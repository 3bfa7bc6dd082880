import CaseFlow
import CivilCalendar
import ContactRouting
import Texts

/// A decision as a person wants to read it: what to do, why, what else, until when.
struct DecisionPage {
    let decision: Decision
    let facts: ContactCase
    let alternatives: Alternatives
    let phrasebook: Phrasebook
    /// What stands behind the answer, before how it is done.
    let afterAnswer: (inout Page) -> Void

    init(
        decision: Decision, facts: ContactCase, alternatives: Alternatives, phrasebook: Phrasebook,
        afterAnswer: @escaping (inout Page) -> Void = { _ in }
    ) {
        self.decision = decision
        self.facts = facts
        self.alternatives = alternatives
        self.phrasebook = phrasebook
        self.afterAnswer = afterAnswer
    }

    private var vocabulary: Vocabulary { phrasebook.vocabulary }
    private var headings: Headings { Headings(phrasebook.language) }
    private var today: CivilDay { phrasebook.zone.day(at: decision.decidedAt) }
    /// Widest label before a value.
    private static let labelWidth = 16

    func write(to page: inout Page) {
        writeAnswer(to: &page)
        afterAnswer(&page)
        if let best = decision.best { writeHow(best, to: &page) }
        writeAsked(to: &page)
        writeOthers(to: &page)
        writeDeadlines(to: &page)
        writeRefused(to: &page)
        writeNext(to: &page)
        writeQuestions(to: &page)
        writeFlips(to: &page)
    }

    private func writeAnswer(to page: inout Page) {
        switch decision.outcome {
        case .contact:
            if let best = decision.best {
                page.title("→ " + vocabulary.name(of: best.channel).capitalisedFirst)
            }
        case .wait(let until, _):
            page.title("→ " + headings.wait(until: phrasebook.formats.moment(until, in: phrasebook.zone)))
        case .none: page.title("→ " + headings.nothing)
        }
        page.blankLine()
        page.paragraph(phrasebook.explanation(of: decision))
    }

    private func writeHow(_ best: UsableChannel, to page: inout Page) {
        page.heading(headings.how)
        for endpoint in best.offer.endpoints(for: facts.consumer) {
            page.pair(headings.label(of: endpoint.address), place(of: endpoint), width: Self.labelWidth)
        }
        if let note = best.offer.entry.note {
            page.pair(headings.note, note[phrasebook.language], width: Self.labelWidth)
        }
        page.pair(
            headings.cost, vocabulary.cost(best.offer.cost(for: facts.consumer)), width: Self.labelWidth)
        page.pair(headings.evidence, vocabulary.name(of: best.offer.profile.evidence), width: Self.labelWidth)
        page.pair(
            headings.answer, phrasebook.formats.estimate(seconds: best.offer.profile.answerAfter),
            width: Self.labelWidth)
        if !isStatedByPerson(best.offer) {
            page.pair(
                headings.source, headings.source(best.offer.entry.source, on: today), width: Self.labelWidth)
        }
        if !best.missing.isEmpty {
            page.heading(headings.missing)
            for fact in best.missing { page.item(phrasebook.question(for: fact)) }
        }
        guard !best.reasons.isEmpty else { return }
        page.heading(headings.why)
        for reason in best.reasons { page.item(phrasebook.text(of: reason, on: best.offer)) }
    }

    /// The address with its label, unless the label already says it all.
    private func place(of endpoint: Endpoint) -> String {
        let value = headings.value(of: endpoint.address, phrasebook.formats)
        guard let label = endpoint.label?[phrasebook.language] else { return value }
        return label.contains(value) ? label : headings.labelled(label) + value
    }

    /// What the person told of a shop needs no source.
    private func isStatedByPerson(_ offer: ChannelOffer) -> Bool {
        switch (facts.merchant, offer.owner) {
        case (.described, .merchant): true
        case (.described, .institution), (.described, .law), (.described, .closed), (.described, .person),
            (.listed, _):
            false
        }
    }

    private func writeAsked(to page: inout Page) {
        guard let asked = decision.asked else { return }
        page.heading(headings.asked)
        page.paragraph(phrasebook.text(of: asked, in: decision))
    }

    private func writeOthers(to page: inout Page) {
        let others = decision.best == nil ? decision.usable[...] : decision.usable.dropFirst()
        guard !others.isEmpty else { return }
        page.heading(headings.others)
        for channel in others {
            var name = vocabulary.name(of: channel.channel)
            if channel.offer.entry.hours != nil {
                let state = vocabulary.availability(
                    channel.availability, now: decision.decidedAt, in: phrasebook.zone)
                name += " (\(state))"
            }
            page.item(name)
        }
    }

    private func writeDeadlines(to page: inout Page) {
        guard !decision.deadlines.isEmpty else { return }
        page.heading(headings.deadlines)
        for deadline in decision.deadlines { page.item(phrasebook.text(of: deadline)) }
    }

    /// Why not the others, by the first objection; `explain` gives them all.
    ///
    /// Those that do not serve this issue, and services that have ended, are left to `--json` and `explain`.
    private func writeRefused(to page: inout Page) {
        let telling = decision.refused.filter { channel in
            !channel.objections.contains { $0.code == .notOffered || $0.code == .serviceClosed }
        }
        guard !telling.isEmpty else { return }
        page.heading(headings.refused)
        writeTogether(
            telling.map { channel in
                (name: vocabulary.name(of: channel.channel), sentence: why(channel))
            }, to: &page)
    }

    /// The first objection; for a channel that is merely closed, whether waiting for it is worth it.
    private func why(_ channel: RefusedChannel) -> String {
        if let whenOpen = channel.whenOpen { return phrasebook.text(of: whenOpen, on: channel.offer) }
        return channel.objections.first.map { phrasebook.text(of: $0, on: channel.offer) } ?? ""
    }

    private func writeNext(to page: inout Page) {
        guard !decision.next.isEmpty else { return }
        page.heading(headings.next)
        writeTogether(
            decision.next.map { step in
                (name: vocabulary.name(of: step.channel), sentence: phrasebook.because(of: step))
            }, to: &page)
    }

    /// One item for all channels of which the same is said, where the first of them stands.
    private func writeTogether(_ statements: [(name: String, sentence: String)], to page: inout Page) {
        var said: Set<String> = []
        for statement in statements where said.insert(statement.sentence).inserted {
            let names = statements.filter { $0.sentence == statement.sentence }.map(\.name)
            page.item(headings.labelled(names.joined(separator: ", ")) + statement.sentence)
        }
    }

    private func writeQuestions(to page: inout Page) {
        guard !alternatives.questions.isEmpty else { return }
        page.heading(headings.questions)
        for question in alternatives.questions { page.item(phrasebook.question(for: question.fact)) }
    }

    private func writeFlips(to page: inout Page) {
        guard !alternatives.flips.isEmpty else { return }
        page.heading(headings.flips)
        for flip in alternatives.flips { page.item(phrasebook.text(of: flip)) }
    }
}

extension String {
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

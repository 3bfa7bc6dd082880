import CivilCalendar
import ContactRouting
import Texts

/// Everything that a decision says of one channel.
struct ChannelPage {
    let channel: ChannelName
    let decision: Decision
    let facts: ContactCase
    let phrasebook: Phrasebook

    private var vocabulary: Vocabulary { phrasebook.vocabulary }
    private var headings: Headings { Headings(phrasebook.language) }

    func write(to page: inout Page) {
        page.title(vocabulary.name(of: channel).capitalisedFirst)
        page.blankLine()
        if let asked = decision.asked { page.paragraph(phrasebook.text(of: asked, in: decision)) }
        if let usable = decision.usable.first(where: { $0.channel == channel }) {
            write(usable, to: &page)
        } else if let refused = decision.refused.first(where: { $0.channel == channel }) {
            write(refused, to: &page)
        }
    }

    private func write(_ usable: UsableChannel, to page: inout Page) {
        if !usable.reasons.isEmpty {
            page.heading(headings.why)
            for reason in usable.reasons { page.item(phrasebook.text(of: reason, on: usable.offer)) }
        }
        write(usable.score, of: usable.offer, rung: usable.rung, answer: usable.expectedAnswer, to: &page)
        if !usable.missing.isEmpty {
            page.heading(headings.missing)
            for fact in usable.missing { page.item(phrasebook.question(for: fact)) }
        }
        writeGrounds(of: usable.offer, to: &page)
    }

    /// Term by term, each with what was measured, so that anybody can add it up.
    private func write(
        _ score: Score, of offer: ChannelOffer, rung: Rung, answer: ClosedRange<Instant>, to page: inout Page
    ) {
        page.heading(headings.score)
        let width = score.terms.map { vocabulary.name(of: $0.name).count }.max() ?? 0
        for term in score.terms {
            let measure = phrasebook.measure(of: term.name, on: offer, rung: rung, answer: answer)
            page.pair(
                vocabulary.name(of: term.name),
                Self.signed(term.points) + (measure.map { " (\($0))" } ?? ""), width: width)
        }
        page.pair(headings.total, Self.signed(score.total), width: width)
    }

    private func write(_ refused: RefusedChannel, to page: inout Page) {
        page.heading(headings.refused)
        for objection in refused.objections {
            page.item("\(phrasebook.text(of: objection, on: refused.offer)) [\(objection.code.rawValue)]")
        }
        if let whenOpen = refused.whenOpen {
            page.paragraph(phrasebook.text(of: whenOpen, on: refused.offer))
            write(
                whenOpen.score, of: refused.offer, rung: refused.offer.profile.rung,
                answer: whenOpen.expectedAnswer, to: &page)
        }
        writeGrounds(of: refused.offer, to: &page)
    }

    /// What to know of the channel, used now or later, and what that rests on.
    private func writeGrounds(of offer: ChannelOffer, to page: inout Page) {
        if let note = offer.entry.note {
            page.heading(headings.note)
            page.paragraph(note[phrasebook.language])
        }
        page.heading(headings.source)
        page.paragraph(headings.source(offer.entry.source, on: phrasebook.zone.day(at: decision.decidedAt)))
    }

    private static func signed(_ points: Int) -> String { points > 0 ? "+\(points)" : "\(points)" }
}

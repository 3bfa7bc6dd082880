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
        page.heading(headings.why)
        for reason in usable.reasons { page.item(phrasebook.text(of: reason, on: usable.offer)) }
        page.heading(headings.score)
        let width = usable.score.terms.map { vocabulary.name(of: $0.name).count }.max() ?? 0
        for term in usable.score.terms {
            page.pair(vocabulary.name(of: term.name), Self.signed(term.points), width: width)
        }
        page.pair(headings.total, Self.signed(usable.score.total), width: width)
        if !usable.missing.isEmpty {
            page.heading(headings.missing)
            for fact in usable.missing { page.item(phrasebook.question(for: fact)) }
        }
        writeSource(of: usable.offer, to: &page)
    }

    private func write(_ refused: RefusedChannel, to page: inout Page) {
        page.heading(headings.refused)
        for objection in refused.objections {
            page.item("\(phrasebook.text(of: objection, on: refused.offer)) [\(objection.code.rawValue)]")
        }
        writeSource(of: refused.offer, to: &page)
    }

    private func writeSource(of offer: ChannelOffer, to page: inout Page) {
        page.heading(headings.source)
        page.paragraph(headings.source(offer.entry.source, on: phrasebook.zone.day(at: decision.decidedAt)))
    }

    private static func signed(_ points: Int) -> String { points > 0 ? "+\(points)" : "\(points)" }
}

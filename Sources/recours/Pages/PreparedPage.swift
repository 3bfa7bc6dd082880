import ContactRouting
import Texts

/// What was prepared, and what the person does with it.
struct PreparedPage {
    let prepared: PreparedDelivery
    let paths: [String]
    let phrasebook: Phrasebook

    func write(to page: inout Page) {
        let headings = Headings(phrasebook.language)
        page.title(phrasebook.vocabulary.name(of: prepared.channel).capitalisedFirst)
        page.heading(headings.prepared)
        for path in paths { page.item(path) }
        if !prepared.doubts.isEmpty {
            page.heading(headings.doubts)
            for doubt in prepared.doubts { page.item(phrasebook.text(of: doubt)) }
        }
        page.heading(headings.afterwards)
        page.paragraph(prepared.afterwards)
    }
}

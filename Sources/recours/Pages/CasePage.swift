import CaseFlow
import CaseFormat
import CaseStore
import CivilCalendar
import ContactRouting
import Outbox
import Texts

/// A stored case as a person wants to see it: what happened, what is awaited, what went out.
struct CasePage {
    let stored: StoredCase
    let merchant: String
    let words: CaseWords

    func write(to page: inout Page) {
        page.title("\(words.title(stored.reference)) — \(words.state(of: stored.record.summary))")
        page.paragraph("\(merchant) · \(words.vocabulary.name(of: stored.facts.issue.kind))", indent: 0)
        writeContacts(to: &page)
        AwaitedPart(stored: stored, words: words).write(to: &page)
        writeDeliveries(to: &page)
        writeAttachments(to: &page)
        guard stored.record.summary.isOpen else { return }
        page.blankLine()
        page.paragraph(words.next(stored.reference), indent: 0)
    }

    private func writeContacts(to page: inout Page) {
        page.heading(words.happened)
        if stored.contacts.isEmpty { page.paragraph(words.nothingYet) }
        for (index, contact) in stored.contacts.enumerated() {
            let entry = contact.entry
            page.item(
                "\(words.moment(entry.contact.at).capitalisedFirst) — \(words.sentence(of: entry))",
                mark: "\(index + 1).")
            if let note = entry.contact.note?.reveal(), !note.isEmpty { page.paragraph(note, indent: 5) }
        }
    }

    private func writeDeliveries(to page: inout Page) {
        guard !stored.deliveries.isEmpty else { return }
        page.heading(words.deliveries)
        for delivery in stored.deliveries {
            page.item(words.line(delivery, at: stored.asOf))
        }
    }

    private func writeAttachments(to page: inout Page) {
        guard !stored.facts.attachments.isEmpty else { return }
        page.heading(words.attachments)
        for attachment in stored.facts.attachments { page.item(attachment.title.text) }
    }
}

/// What the other side promised or was given time for, and what waits for the person; nothing when there is none.
struct AwaitedPart {
    let stored: StoredCase
    let words: CaseWords
    /// Whether deliveries that the program is still at are named too.
    var namesDeliveriesUnderway = false

    func write(to page: inout Page) {
        let today = stored.zone.day(at: stored.asOf)
        let awaited = stored.facts.history.compactMap { words.awaited($0, today: today) }
        let tasks =
            namesDeliveriesUnderway
            ? stored.deliveries.filter { !$0.forgotten && !$0.life.state.kind.isFinal }
            : stored.deliveriesAwaitingPerson()
        guard !awaited.isEmpty || !tasks.isEmpty else { return }
        page.heading(words.awaited)
        for sentence in awaited { page.item(sentence) }
        for task in tasks {
            page.item(words.line(task, at: stored.asOf))
            if let text = task.life.state.askedOfPerson?.text.reveal() { page.paragraph(text, indent: 4) }
            for line in words.advice(task, at: stored.asOf) { page.advice(line, indent: 4) }
        }
    }
}

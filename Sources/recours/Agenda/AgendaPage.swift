import Assembly
import CaseFlow
import CaseStore
import CivilCalendar
import ContactRouting
import JSONText
import Outbox
import Texts

/// What is due over all cases, for a person and for a program.
struct AgendaPage {
    let board: AgendaBoard
    let days: Int
    let folder: StateFolder

    // MARK: For a person

    /// - Parameter language: of the headings; nil takes that of the first case.
    func write(to page: inout Page, language: Language?) {
        let reader =
            language ?? board.present.first?.phrasebook.language ?? board.coming.first?.phrasebook.language
        let words = AgendaWords(reader ?? .french)
        guard !board.present.isEmpty || !board.coming.isEmpty else {
            page.title(words.nothing(days: days))
            return
        }
        if !board.present.isEmpty {
            page.heading(words.now)
            for present in board.present { write(present, words, to: &page) }
        }
        guard !board.coming.isEmpty else { return }
        page.heading(words.coming(days: days))
        for coming in board.coming {
            let book = coming.phrasebook
            let item = coming.item
            let when =
                item.day.map { book.formats.longDate(item.safeDay ?? $0) }
                ?? book.formats.opening(item.moment, in: book.zone)
            page.item("\(when) (\(book.distance(to: item))) · \(coming.caseReference) · \(book.merchantName)")
            page.paragraph(coming.text, indent: 4)
        }
    }

    private func write(_ present: AgendaBoard.Present, _ words: AgendaWords, to page: inout Page) {
        let book = present.phrasebook
        let deliveryWords = DeliveryWords(book.language, zone: book.zone, now: board.now)
        let head = "\(present.caseReference) · \(book.merchantName)"
        if let channel = present.channel {
            page.item("\(head) · \(book.vocabulary.name(of: channel, .title))")
            if let underway = present.underway {
                for line in deliveryWords.underway(underway) { page.advice(line, indent: 4) }
            } else if let draft = draft(of: present, through: channel) {
                page.paragraph(words.draft(draft), indent: 4)
            } else {
                page.paragraph(words.how(present.caseReference), indent: 4)
            }
        } else {
            page.item(head)
        }
        for delivery in present.awaiting where delivery.reference != present.underway?.delivery.reference {
            for line in AgendaWords(book.language).awaiting(delivery, deliveryWords) {
                page.advice(line, indent: 4)
            }
        }
        for delay in present.delayed {
            page.paragraph(
                AgendaWords(book.language).delayed(delay, in: book.zone).capitalisedFirst, indent: 4)
        }
    }

    /// The draft that lies ready; nil when there is none.
    private func draft(of present: AgendaBoard.Present, through channel: ChannelName) -> String? {
        let path = folder.draft(of: present.caseReference, through: channel)
        return PreparedFolder.fileNames(listedIn: path).isEmpty ? nil : path
    }

    // MARK: For a program

    var json: [UInt8] {
        var writer = JSONWriter(.pretty, capacity: 8192)
        writer.beginObject()
        let zone = board.coming.first?.phrasebook.zone ?? board.present.first?.phrasebook.zone ?? .utc
        member("at", zone.text(board.now), to: &writer)
        writer.key("days")
        writer.int(days)
        writer.key("now")
        writer.beginArray()
        for present in board.present { write(present, to: &writer) }
        writer.endArray()
        writer.key("due")
        writer.beginArray()
        for coming in board.coming { write(coming, to: &writer) }
        writer.endArray()
        writer.endObject()
        writer.endLine()
        return writer.bytes
    }

    private func write(_ present: AgendaBoard.Present, to writer: inout JSONWriter) {
        writer.beginObject()
        member("case", present.caseReference.text, to: &writer)
        member("merchant", present.phrasebook.merchantName, to: &writer)
        member("channel", present.channel?.text, to: &writer)
        member("draft", present.channel.flatMap { draft(of: present, through: $0) }, to: &writer)
        writer.key("underway")
        let zone = present.phrasebook.zone
        if let underway = present.underway {
            write(underway.delivery, in: zone, to: &writer)
        } else {
            writer.null()
        }
        writer.key("deliveries")
        writer.beginArray()
        for delivery in present.awaiting { write(delivery, in: zone, to: &writer) }
        writer.endArray()
        writer.key("delayed")
        writer.beginArray()
        for delay in present.delayed { write(delay, in: zone, to: &writer) }
        writer.endArray()
        writer.endObject()
    }

    private func write(_ delivery: DeliveryRecord, in zone: TimeZoneRules, to writer: inout JSONWriter) {
        writer.beginObject()
        member("delivery", delivery.reference.text, to: &writer)
        member("channel", delivery.channel.text, to: &writer)
        member("state", delivery.life.state.kind.rawValue, to: &writer)
        member("latest", zone.text(delivery.latest), to: &writer)
        writer.endObject()
    }

    private func write(_ delay: DelayEntry, in zone: TimeZoneRules, to writer: inout JSONWriter) {
        writer.beginObject()
        member("delivery", delay.delivery.text, to: &writer)
        member("channel", delay.channel.text, to: &writer)
        member("since", zone.text(delay.since), to: &writer)
        member("latest", zone.text(delay.latest), to: &writer)
        writer.endObject()
    }

    private func write(_ coming: AgendaBoard.Coming, to writer: inout JSONWriter) {
        let book = coming.phrasebook
        let item = coming.item
        writer.beginObject()
        member("case", coming.caseReference.text, to: &writer)
        member("merchant", book.merchantName, to: &writer)
        member("item", item.name, to: &writer)
        member("title", book.title(of: item), to: &writer)
        member("text", coming.text, to: &writer)
        member("day", item.day.map { "\($0)" }, to: &writer)
        member("safeDay", item.safeDay.map { "\($0)" }, to: &writer)
        member("moment", book.zone.text(item.moment), to: &writer)
        writer.key("daysLeft")
        writer.int(book.zone.day(at: board.now).days(until: item.dayToAct(in: book.zone)))
        writer.key("theirs")
        writer.bool(item.matter.isOwedByTheOtherSide)
        writer.key("reminders")
        writer.beginArray()
        for reminder in item.reminders where reminder.due > board.now {
            writer.string(book.zone.text(reminder.due))
        }
        writer.endArray()
        writer.endObject()
    }

    private func member(_ key: StaticString, _ text: String?, to writer: inout JSONWriter) {
        writer.key(key)
        if let text { writer.string(text) } else { writer.null() }
    }
}

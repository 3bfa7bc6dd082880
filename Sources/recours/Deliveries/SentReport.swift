import Assembly
import CaseStore
import CivilCalendar
import ContactRouting
import JSONText
import Outbox
import Texts

/// Says what became of an order: on a page, or as one JSON object.
struct SentReport {
    let counter: DeliveryCounter
    let placed: PlacedDelivery
    let record: DeliveryRecord
    let isJSON: Bool

    /// Prints it, and lays the files of a task where the person finds them.
    func print(in folder: StateFolder) async throws {
        let prepared = try await counter.prepared(record)
        let words = try await counter.words(for: record)
        let paths = try files(of: prepared, in: folder)
        guard !isJSON else {
            var writer = JSONWriter(.pretty, capacity: 2048)
            writer.beginObject()
            DeliveryJSON(zone: words.zone).writeMembers(of: record, to: &writer)
            writer.key("created")
            writer.bool(placed.isNew)
            writer.key("files")
            writer.beginArray()
            for path in paths { writer.string(path) }
            writer.endArray()
            writer.endObject()
            writer.endLine()
            Output.standardOutput(writer.bytes)
            return
        }
        var page = Page(columns: Output.columns, isStyled: Output.isStyled)
        SentPage(
            record: record, placed: placed, paths: paths, words: words,
            standing: try await counter.standing(),
            lapsed: await counter.lapsed(record)
        ).write(to: &page)
        Output.standardOutput(page.text)
    }

    /// The files of a task, where drafts of the case lie, so that they go when the case is forgotten.
    private func files(of prepared: PreparedDelivery?, in folder: StateFolder) throws -> [String] {
        guard let prepared, record.life.state.kind == .needsPerson else { return [] }
        let files = DeliveryFiles(prepared)
        guard !files.isEmpty else { return [] }
        let path = "\(folder.drafts(of: record.caseReference))/\(record.reference)"
        try folder.make(path)
        return try files.write(to: path)
    }
}

/// What became of an order, for the person who gave it.
struct SentPage {
    let record: DeliveryRecord
    let placed: PlacedDelivery
    let paths: [String]
    let words: DeliveryWords
    let standing: SendingStanding
    /// The last day that it gave, when that was over as it went out.
    let lapsed: LapsedText?

    func write(to page: inout Page) {
        let headings = Headings(words.language)
        let state = record.life.state
        page.title("\(words.vocabulary.name(of: record.channel, .title)) — \(record.reference)")
        page.paragraph(words.state(state).capitalisedFirst)
        if !placed.isNew { for line in words.orderedBefore(record) { page.advice(line) } }
        if let failure = state.failure {
            page.paragraph(words.labelled(words.reasonLabel, words.reason(state) ?? words.reason(failure)))
            page.paragraph(words.labelled(words.detailLabel, failure.explanation))
        }
        if !placed.doubts.isEmpty {
            page.heading(headings.doubts)
            for doubt in placed.doubts { page.item(doubt) }
        }
        if !paths.isEmpty {
            page.heading(words.files)
            for path in paths { page.item(path) }
        }
        writeToDo(state, to: &page)
        // What a system of the person's own took is no contact with anybody.
        if state.kind == .accepted, record.channel != .webhook {
            page.heading(headings.afterwards)
            for line in words.afterwards(record) { page.advice(line) }
            for line in lapsed.map({ words.gaveNoTime($0, record) }) ?? [] { page.advice(line) }
        }
    }

    private func writeToDo(_ state: DeliveryState, to page: inout Page) {
        let advice = words.advice(record) + words.goesOn(record, standing)
        guard state.askedOfPerson != nil || !advice.isEmpty else { return }
        page.heading(words.toDo)
        if let task = state.askedOfPerson {
            page.paragraph(task.text.reveal())
            if let link = task.link { page.paragraph(words.labelled(words.linkLabel, link.text)) }
            if let proof = task.proof { page.paragraph(words.labelled(words.proofLabel, proof)) }
        }
        for line in advice { page.advice(line) }
    }
}

extension DeliveryState {
    /// Why it did not go out, or why nobody knows; nil for any other state.
    var failure: Failure? {
        switch self {
        case .waiting(_, .failure(let failure)), .waiting(_, .account(let failure)), .failed(let failure, _),
            .quarantined(let failure):
            failure
        case .unknown(let outcome): outcome.failure
        case .queued, .sending, .waiting(_, .deferral), .needsPerson, .accepted, .cancelled, .held: nil
        }
    }
}

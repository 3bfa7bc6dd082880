import CaseStore
import CivilCalendar
import ContactRouting
import Outbox
import Texts

/// One delivery with everything that is known of it.
struct DeliveryPage {
    let record: DeliveryRecord
    /// What went or goes out; nil once the case is forgotten.
    let prepared: PreparedDelivery?
    let history: [(entry: LogEntry, state: DeliveryLogEntry)]
    let words: DeliveryWords
    let standing: SendingStanding
    /// The last day that it gave, when that was over as it went out.
    var lapsed: LapsedText?
    /// Whether the facts of the case changed after it was prepared.
    var isOutrun = false

    func write(to page: inout Page) {
        let life = record.life
        page.title("\(record.reference) — \(words.vocabulary.name(of: record.channel, .title))")
        var pairs = [
            (words.caseLabel, record.caseReference.text), (words.stateLabel, words.state(record)),
        ]
        if let recipient = prepared?.recipient.reveal() { pairs.append((words.recipientLabel, recipient)) }
        pairs.append((words.attemptsLabel, "\(life.attempts)"))
        if !life.state.kind.isFinal, !record.forgotten {
            pairs.append((words.latestLabel, words.moment(record.latest)))
        }
        if !record.forgotten { pairs += details(of: life.state) }
        let width = pairs.map(\.0.count).max() ?? 0
        for (label, text) in pairs { page.pair(label, text, width: width) }
        writeTask(to: &page)
        writeFiles(to: &page)
        guard !history.isEmpty else { return }
        page.heading(words.history)
        for (entry, told) in history {
            page.item(words.labelled(words.moment(entry.at), words.state(told.state)))
        }
    }

    private func details(of state: DeliveryState) -> [(String, String)] {
        switch state {
        case .waiting(_, .failure(let failure)), .waiting(_, .account(let failure)), .failed(let failure, _),
            .quarantined(let failure):
            about(failure, state)
        case .unknown(let outcome):
            about(outcome.failure, state)
                + (outcome.answer.map { [(words.answerLabel, words.answer($0))] } ?? [])
        case .accepted(let receipt):
            [
                receipt.reply.map { (words.replyLabel, $0.reveal()) },
                receipt.providerReference.map { (words.trackingLabel, $0) },
            ].compactMap { $0 }
        case .queued, .sending, .waiting(_, .deferral), .needsPerson, .cancelled, .held: []
        }
    }

    private func about(_ failure: Failure, _ state: DeliveryState) -> [(String, String)] {
        [
            (words.reasonLabel, words.reason(state) ?? words.reason(failure)),
            (words.detailLabel, failure.explanation),
        ]
            + (failure.reply.map { [(words.replyLabel, $0.reveal())] } ?? [])
    }

    private var noTime: [String] { lapsed.map { words.gaveNoTime($0, record) } ?? [] }

    private func writeTask(to page: inout Page) {
        let advice =
            (isOutrun ? words.outrun(record) : []) + words.advice(record) + words.goesOn(record, standing)
            + noTime
        let task = record.life.state.askedOfPerson
        guard !advice.isEmpty || task != nil else { return }
        page.heading(words.toDo)
        if let task {
            page.paragraph(task.text.reveal())
            if let link = task.link { page.paragraph(words.labelled(words.linkLabel, link.text)) }
            if let proof = task.proof { page.paragraph(words.labelled(words.proofLabel, proof)) }
        }
        for line in advice { page.advice(line) }
    }

    private func writeFiles(to page: inout Page) {
        guard let artifacts = prepared?.artifacts, !artifacts.isEmpty else { return }
        page.heading(words.files)
        for artifact in artifacts {
            page.item("\(artifact.fileName.text) (\(words.bytes(artifact.bytes.reveal().count)))")
        }
        page.advice("recours delivery files \(record.reference) --out \(words.folder)")
    }
}

extension DeliveryState {
    /// What the person is asked to do; nil when nothing of the plugin's own is asked.
    var askedOfPerson: PersonTask? {
        switch self {
        case .needsPerson(let task): task
        case .unknown(let outcome): outcome.question
        case .queued, .sending, .waiting, .accepted, .failed, .cancelled, .quarantined, .held: nil
        }
    }
}

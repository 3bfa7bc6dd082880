import CaseStore
import CivilCalendar
import ContactRouting
import JSONText
import Outbox

/// Writes deliveries for programs; the shape is in docs/running.md.
struct DeliveryJSON {
    let zone: TimeZoneRules

    func write(_ record: DeliveryRecord, to writer: inout JSONWriter) {
        writer.beginObject()
        writeMembers(of: record, to: &writer)
        writer.endObject()
    }

    /// Writes the members into an object that is open.
    func writeMembers(of record: DeliveryRecord, to writer: inout JSONWriter) {
        let life = record.life
        let kind = life.state.kind
        writer.key("delivery")
        writer.string(record.reference.text)
        writer.key("case")
        writer.string(record.caseReference.text)
        writer.key("channel")
        writer.string(record.channel.text)
        writer.key("key")
        writer.string(record.key.text)
        writer.key("state")
        writer.string(kind.rawValue)
        writer.key("final")
        writer.bool(kind.isFinal)
        writer.key("asksPerson")
        writer.bool(kind.asksPerson)
        writer.key("createdAt")
        write(record.createdAt, to: &writer)
        writer.key("nextAction")
        write(life.nextAction, to: &writer)
        writer.key("latest")
        write(record.latest, to: &writer)
        writer.key("attempts")
        writer.int(life.attempts)
        write(life.state, to: &writer)
    }

    /// What a state carries, under a key of its own.
    private func write(_ state: DeliveryState, to writer: inout JSONWriter) {
        switch state {
        case .queued, .sending, .waiting(_, .deferral): break
        case .waiting(_, .failure(let failure)), .waiting(_, .account(let failure)),
            .quarantined(let failure):
            write(failure, to: &writer)
        case .failed(let failure, let end):
            write(failure, to: &writer)
            writer.key("end")
            writer.string(end.rawValue)
        case .unknown(let outcome):
            write(outcome.failure, to: &writer)
            if let answer = outcome.answer { write(answer, as: "answer", to: &writer) }
            if let question = outcome.question { write(question, to: &writer) }
        case .needsPerson(let task): write(task, to: &writer)
        case .accepted(let receipt): write(receipt, to: &writer)
        case .cancelled(let cancellation):
            writer.key("mayHaveGoneOut")
            writer.bool(cancellation.mayHaveGoneOut)
        case .held(let reason):
            writer.key("held")
            writer.string(reason.rawValue)
        }
    }

    private func write(
        _ failure: Failure, as key: StaticString = "failure", to writer: inout JSONWriter
    ) {
        writer.key(key)
        writer.beginObject()
        writer.key("class")
        writer.string(failure.kind.rawValue)
        writer.key("explanation")
        writer.string(failure.explanation)
        writer.key("responseCode")
        if let code = failure.responseCode { writer.int(code) } else { writer.null() }
        writer.key("reply")
        write(failure.reply?.reveal(), to: &writer)
        writer.key("field")
        write(failure.field, to: &writer)
        writer.endObject()
    }

    private func write(_ receipt: Receipt, to writer: inout JSONWriter) {
        writer.key("receipt")
        writer.beginObject()
        writer.key("acceptedAt")
        write(receipt.acceptedAt, to: &writer)
        writer.key("evidence")
        writer.string(receipt.evidence.rawValue)
        writer.key("responseCode")
        if let code = receipt.responseCode { writer.int(code) } else { writer.null() }
        writer.key("reply")
        write(receipt.reply?.reveal(), to: &writer)
        writer.key("providerReference")
        write(receipt.providerReference, to: &writer)
        writer.endObject()
    }

    private func write(_ task: PersonTask, to writer: inout JSONWriter) {
        writer.key("task")
        writer.beginObject()
        writer.key("kind")
        writer.string(task.kind.rawValue)
        writer.key("text")
        writer.string(task.text.reveal())
        writer.key("link")
        write(task.link?.text, to: &writer)
        writer.key("proof")
        write(task.proof, to: &writer)
        writer.endObject()
    }

    /// The history of a delivery, under the key `history`.
    func write(_ history: [(entry: LogEntry, state: DeliveryLogEntry)], to writer: inout JSONWriter) {
        writer.key("history")
        writer.beginArray()
        for (entry, told) in history {
            writer.beginObject()
            writer.key("sequence")
            writer.int(entry.sequence)
            writer.key("at")
            write(entry.at, to: &writer)
            writer.key("attempt")
            writer.int(told.attempt)
            writer.key("state")
            writer.string(told.state.kind.rawValue)
            writer.endObject()
        }
        writer.endArray()
    }

    private func write(_ instant: Instant?, to writer: inout JSONWriter) {
        if let instant { writer.string(zone.text(instant)) } else { writer.null() }
    }

    private func write(_ text: String?, to writer: inout JSONWriter) {
        if let text { writer.string(text) } else { writer.null() }
    }
}

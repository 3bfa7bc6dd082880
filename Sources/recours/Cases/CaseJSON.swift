import CaseFlow
import CaseFormat
import CaseStore
import CivilCalendar
import ContactRouting
import Digests
import JSONText
import Outbox

/// Stored cases as JSON for programs: docs/cases.md describes the shapes.
struct CaseJSON {
    /// A case in one line: what a list and a command that changes it print.
    func line(_ stored: StoredCase) -> [UInt8] {
        var writer = JSONWriter(.compact)
        write(stored.record.summary, stored, to: &writer)
        writer.endLine()
        return writer.bytes
    }

    func line(_ summary: CaseSummary) -> [UInt8] {
        var writer = JSONWriter(.compact)
        write(summary, nil, to: &writer)
        writer.endLine()
        return writer.bytes
    }

    /// Writes a case of a list.
    ///
    /// - Parameter stored: nil when the case is forgotten or cannot be read.
    func write(_ summary: CaseSummary, _ stored: StoredCase?, to writer: inout JSONWriter) {
        writer.beginObject()
        writeMembers(of: summary, in: stored?.zone ?? .utc, to: &writer)
        writer.key("merchant")
        switch stored?.facts.merchant {
        case .listed(let id): writer.string(id.text)
        case .described(let merchant): writer.string(merchant.name.text)
        case nil: writer.null()
        }
        writer.key("issue")
        if let stored { writer.string(stored.facts.issue.kind.rawValue) } else { writer.null() }
        writer.key("awaitingPerson")
        writer.beginArray()
        for delivery in stored?.deliveriesAwaitingPerson() ?? [] { writer.string(delivery.reference.text) }
        writer.endArray()
        writer.endObject()
    }

    private func writeMembers(of summary: CaseSummary, in zone: TimeZoneRules, to writer: inout JSONWriter) {
        writer.key("reference")
        writer.string(summary.reference.text)
        writer.key("state")
        writer.string(
            summary.forgottenAt != nil ? "forgotten" : summary.closedAt != nil ? "closed" : "open")
        for (key, moment) in [
            ("openedAt", summary.openedAt), ("changedAt", summary.changedAt), ("closedAt", summary.closedAt),
            ("forgottenAt", summary.forgottenAt),
        ] as [(String, Instant?)] {
            writer.key(named: key)
            if let moment { writer.string(zone.text(moment)) } else { writer.null() }
        }
        writer.key("entries")
        writer.int(summary.entries)
    }

    /// Everything that `case show` tells.
    func page(of stored: StoredCase) -> [UInt8] {
        var writer = JSONWriter(.pretty, capacity: 8192)
        writer.beginObject()
        writeMembers(of: stored.record.summary, in: stored.zone, to: &writer)
        writer.key("factsRevision")
        writer.int(stored.record.factsRevision)
        writer.key("contacts")
        writer.beginArray()
        for (index, contact) in stored.contacts.enumerated() {
            writer.beginObject()
            writer.key("number")
            writer.int(index + 1)
            writer.key("from")
            switch contact.origin {
            case .facts: writer.string("facts")
            case .delivery: writer.string("delivery")
            case .log: writer.string("log")
            }
            writer.key("entry")
            if case .log(let sequence) = contact.origin { writer.int(sequence) } else { writer.null() }
            writer.key("contact")
            value(contact.entry.json(in: stored.zone), to: &writer)
            writer.endObject()
        }
        writer.endArray()
        writer.key("deliveries")
        writer.beginArray()
        for delivery in stored.deliveries { write(delivery, in: stored.zone, to: &writer) }
        writer.endArray()
        writer.key("case")
        value(stored.json(isPretty: false), to: &writer)
        writer.endObject()
        writer.endLine()
        return writer.bytes
    }

    /// Writes a delivery where a value is expected.
    func write(_ delivery: DeliveryRecord, in zone: TimeZoneRules, to writer: inout JSONWriter) {
        let life = delivery.life
        writer.beginObject()
        writer.key("delivery")
        writer.string(delivery.reference.text)
        writer.key("channel")
        writer.string(delivery.channel.text)
        writer.key("state")
        writer.string(delivery.standing.state.text)
        for (key, moment) in [
            ("createdAt", delivery.createdAt), ("latest", delivery.latest), ("nextAction", life.nextAction),
            ("acceptedAt", life.state.receipt?.acceptedAt),
        ] as [(String, Instant?)] {
            writer.key(named: key)
            if let moment { writer.string(zone.text(moment)) } else { writer.null() }
        }
        writer.key("attempts")
        writer.int(life.attempts)
        writer.key("evidence")
        if let receipt = life.state.receipt {
            writer.string(receipt.evidence.rawValue)
        } else {
            writer.null()
        }
        writer.key("tracking")
        if let tracking = life.state.receipt?.providerReference {
            writer.string(tracking)
        } else {
            writer.null()
        }
        writer.endObject()
    }

    /// What an update changed.
    ///
    /// - Parameter waiting: what was prepared from the older facts and goes out all the same.
    func changes(
        of reference: CaseReference, _ changed: [String], waiting: [DeliveryRecord]
    ) -> [UInt8] {
        var writer = JSONWriter(.compact)
        writer.beginObject()
        writer.key("reference")
        writer.string(reference.text)
        writer.key("changed")
        writer.beginArray()
        for name in changed { writer.string(name) }
        writer.endArray()
        writer.key("waiting")
        writer.beginArray()
        for delivery in waiting { writer.string(delivery.reference.text) }
        writer.endArray()
        writer.endObject()
        writer.endLine()
        return writer.bytes
    }

    /// What became of a report.
    func recorded(_ recorded: RecordedContact, of stored: StoredCase) -> [UInt8] {
        var writer = JSONWriter(.pretty)
        writer.beginObject()
        writer.key("reference")
        writer.string(stored.reference.text)
        writer.key("contact")
        value(recorded.entry.json(in: stored.zone), to: &writer)
        writer.key("before")
        if let before = recorded.before { writer.string(before.rawValue) } else { writer.null() }
        writer.key("settled")
        if let settled = recorded.settled { writer.string(settled.text) } else { writer.null() }
        writer.key("wasKnown")
        writer.bool(recorded.wasKnown)
        writer.endObject()
        writer.endLine()
        return writer.bytes
    }

    /// Writes bytes that we have written ourselves as a value.
    private func value(_ bytes: [UInt8], to writer: inout JSONWriter) {
        let limits = JSONLimits(bytesMax: bytes.count, depthMax: 64, textBytesMax: bytes.count)
        if let document = try? JSONDocument(parsing: bytes, limits: limits) {
            writer.value(document.root)
        } else {
            writer.null()
        }
    }
}

extension DeliveryState {
    /// The proof of a delivery that went out.
    var receipt: Receipt? {
        switch self {
        case .accepted(let receipt): receipt
        case .queued, .sending, .waiting, .needsPerson, .unknown, .failed, .cancelled, .quarantined, .held:
            nil
        }
    }
}

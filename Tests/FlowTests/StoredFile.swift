import Assembly
import CaseFlow
import CaseFormat
import CaseStore
import CaseStoreTesting
import ChannelPluginKit
import CivilCalendar
import ContactRouting
import Outbox

/// The case of a silent seller in a store in memory, and what may happen to it.
struct StoredFile {
    let program: Program
    let store: MemoryCaseStore
    let reference: CaseReference
    /// A Wednesday, an hour and a day after the person wrote to the seller.
    let now: Instant

    var shelf: CaseShelf { CaseShelf(store, reader: program.reader, deciding: program.deciding) }

    init(
        _ example: String = "seller-silent", reference: String? = nil,
        at moment: String = "2026-11-25T15:00:00+01:00", mark: StoreMark? = nil
    ) async throws {
        store = MemoryCaseStore(mark: mark)
        program = try Repository.program()
        now = try Instant(parsing: moment)
        self.reference = try CaseReference(parsing: reference ?? example)
        _ = try await store.open(
            CaseOpening(
                reference: self.reference, facts: try Repository.bytes("Examples/\(example).json"),
                entry: LogDraft(
                    .opened, at: try Instant(parsing: "2026-11-01T09:00:00+01:00"), payload: Array("{}".utf8))
            ))
    }

    func stored(at moment: String? = nil) async throws -> StoredCase {
        try await shelf.stored(reference, asOf: moment.map { try Instant(parsing: $0) } ?? now)
    }

    /// Writes into the log that a contact took place.
    func log(
        _ channel: ChannelName, _ moment: String, _ outcome: PastContact.Outcome,
        delivery: DeliveryReference? = nil, note: String? = nil
    ) async throws {
        let at = try Instant(parsing: moment)
        var contact = PastContact(channel: channel, at: at, outcome: outcome)
        contact.note = note.map { Private($0) }
        let zone = try await stored().zone
        let entry = ContactEntry(contact, delivery: delivery, recordedAt: now)
        let payload = entry.json(in: zone)
        _ = try await store.append(
            [LogDraft(.contact, at: at, payload: payload)], to: reference, changing: nil)
    }

    func append(_ kind: LogKind, payload: String) async throws {
        _ = try await store.append(
            [LogDraft(kind, at: now, payload: Array(payload.utf8))], to: reference, changing: nil)
    }

    /// The same facts once more, as if the person had changed them.
    func changeFacts() async throws {
        guard let record = try await store.caseRecord(reference), let facts = record.facts else { return }
        _ = try await store.append(
            [LogDraft(.factsChanged, at: now, payload: [])], to: reference,
            changing: FactsChange(facts: facts.reveal(), replacing: record.factsRevision))
    }

    /// Queues a mail to the merchant.
    func enqueue(
        _ number: Int, by channel: ChannelName = .email, deadline: CivilDay? = nil
    ) async throws -> DeliveryReference {
        let name = try DeliveryReference(parsing: "\(reference)-\(number)")
        let prepared = PreparedDelivery(
            channel: channel, reference: name, recipient: "service@exemple.example", artifacts: [],
            consent: ConsentNeeded(irreversible: false), afterwards: "Wait.",
            payload: .person(PersonTask(kind: .call, text: "Call.")), deadline: deadline)
        let desk = DeliveryDesk(store: store, plugins: program.registry)
        let from = try Instant(parsing: "2026-11-25T09:00:00+01:00")
        let order = try desk.order(
            prepared, in: reference, key: IdempotencyKey(name), from: from, latest: from.adding(hours: 99),
            now: from)
        _ = try await store.enqueue([order])
        return name
    }

    /// Lets the delivery be as the plugin would have left it, with the entry of the log that belongs to it.
    func accept(_ name: DeliveryReference, at moment: String) async throws {
        let at = try Instant(parsing: moment)
        try await settle(name, .accepted(Receipt(evidence: .dated, acceptedAt: at)), at: at)
    }

    func settle(_ name: DeliveryReference, _ outcome: DeliveryOutcome, at: Instant) async throws {
        guard let record = try await store.delivery(name) else { return }
        var life = record.life
        try life.apply(.claimed(lease: at.adding(seconds: 60)), at: at)
        try life.apply(.outcome(outcome), at: at)
        let entry = DeliveryLogEntry(
            delivery: name, channel: record.channel, attempt: 1, state: life.state)
        _ = try await store.revise(
            DeliveryRevision(
                of: record, standing: try DeliveryStanding(life), entries: [try entry.draft(at: at)]))
    }
}

import Assembly
import CaseFlow
import CaseStore
import CaseStoreTesting
import CivilCalendar
import ContactRouting
import Outbox
import Testing

@Suite("Sending: the key of an order")
struct SendingTests {
    @Test("the key stays while only the program writes, and changes with what the person tells")
    func key() async throws {
        let file = try await StoredFile()
        let first = try Sending.key(for: try await file.stored(), through: .email)

        try await file.append(LogKind("delivery-accepted"), payload: "{}")
        try await file.append(LogKind("reminder"), payload: "{}")
        let afterProgram = try Sending.key(for: try await file.stored(), through: .email)
        try await file.log(.phone, "2026-11-25T14:00:00+01:00", .answered)
        let afterPerson = try Sending.key(for: try await file.stored(), through: .email)

        #expect(afterProgram == first)
        #expect(afterPerson != first)
    }

    @Test("every channel, every case and every wish for another one has a key of its own")
    func keysDiffer() async throws {
        let stored = try await StoredFile().stored()
        let other = try await StoredFile(reference: "other").stored()

        let keys = try [
            Sending.key(for: stored, through: .email), Sending.key(for: stored, through: .registeredMail),
            Sending.key(for: stored, through: .email, isAgain: true),
            Sending.key(for: other, through: .email),
        ]

        #expect(Set(keys).count == keys.count)
    }

    @Test("an order counts only from the facts that it was prepared from, and while no other one is open")
    func prepared() async throws {
        let file = try await StoredFile()
        let before = try await file.stored()

        try await file.changeFacts()
        let stale = await file.refusal(of: try file.order(1, preparedFrom: before))
        let after = try await file.stored()
        let placed = await file.refusal(of: try file.order(1, preparedFrom: after))
        // Somebody else counted the deliveries before, and has another name for it.
        let second = await file.refusal(of: try file.order(2, preparedFrom: after))
        let other = await file.refusal(of: try file.order(3, by: .webhook, preparedFrom: after))

        #expect(stale == .factsChanged(file.reference))
        #expect(placed == nil)
        #expect(second == .deliveryOpen(try DeliveryReference(parsing: "seller-silent-1")))
        #expect(other == nil)
    }
}

extension StoredFile {
    fileprivate func order(
        _ number: Int, by channel: ChannelName = .email, preparedFrom stored: StoredCase
    ) throws -> DeliveryOrder {
        let name = try DeliveryReference(parsing: "\(reference)-\(number)")
        let prepared = PreparedDelivery(
            channel: channel, reference: name, recipient: "service@exemple.example", artifacts: [],
            consent: ConsentNeeded(irreversible: false), afterwards: "Wait.",
            payload: .person(PersonTask(kind: .call, text: "Call.")))
        return try DeliveryDesk(store: store, plugins: program.registry).order(
            prepared, in: reference, key: IdempotencyKey(name), from: now, latest: now.adding(hours: 9),
            now: now, preparedFrom: stored.record.factsRevision)
    }

    fileprivate func refusal(of order: DeliveryOrder) async -> CaseStoreError? {
        do throws(CaseStoreError) {
            _ = try await store.enqueue([order])
            return nil
        } catch { return error }
    }
}

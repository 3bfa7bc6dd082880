import Assembly
import CaseFlow
import CaseFormat
import CaseStore
import CaseStoreTesting
import CivilCalendar
import ContactRouting
import Outbox
import Testing

@Suite("A stored case is what the person said and what happened since")
struct StoredCaseTests {
    @Test("a contact of the log is history for the decision, in the order of time")
    func logIsHistory() async throws {
        let file = try await StoredFile()
        try await file.log(.sellerMessaging, "2026-11-22T10:00:00+01:00", .sent)

        let stored = try await file.stored(at: "2026-11-25T15:00:00+01:00")

        #expect(stored.facts.history.map(\.outcome) == [.sent, .noReply])
        #expect(stored.contacts.map(\.origin) == [.log(2), .facts])
        #expect(stored.facts.reference == file.reference)
    }

    @Test("what was said last of a contact is what is known of it")
    func lastWordCounts() async throws {
        let file = try await StoredFile()
        try await file.log(.email, "2026-11-20T10:00:00+01:00", .sent)
        try await file.log(.email, "2026-11-20T10:00:00+01:00", .refused)

        let stored = try await file.stored(at: "2026-11-25T15:00:00+01:00")

        #expect(stored.facts.history.map(\.outcome) == [.refused, .noReply])
    }

    @Test(
        "facts that the person changed outrank the log before them, and the log after them outranks the facts"
    )
    func factsInTheirPlace() async throws {
        let file = try await StoredFile()
        let moment = "2026-11-24T09:00:00+01:00"
        try await file.log(.sellerMessaging, moment, .answered)
        #expect(try await file.stored().facts.history.map(\.outcome) == [.answered])

        try await file.changeFacts()
        #expect(try await file.stored().facts.history.map(\.outcome) == [.noReply])

        try await file.log(.sellerMessaging, moment, .refused)
        #expect(try await file.stored().facts.history.map(\.outcome) == [.refused])
    }

    @Test("what came later than the moment is left out")
    func laterLeftOut() async throws {
        let file = try await StoredFile()
        try await file.log(.email, "2026-11-24T10:00:00+01:00", .sent)

        let before = try await file.stored(at: "2026-11-24T09:59:59+01:00")
        let after = try await file.stored(at: "2026-11-24T10:00:00+01:00")

        #expect(before.facts.history.map(\.channel) == [.sellerMessaging])
        #expect(after.facts.history.map(\.channel) == [.sellerMessaging, .email])
    }

    @Test("an accepted delivery is a contact with the last day that it gave, and a waiting one is none")
    func acceptedDelivery() async throws {
        let file = try await StoredFile()
        let deadline = CivilDay(year: 2026, month: 12, day: 10)
        let one = try await file.enqueue(1, deadline: deadline)
        _ = try await file.enqueue(2)
        #expect(try await file.stored().facts.history.map(\.channel) == [.sellerMessaging])

        try await file.accept(one, at: "2026-11-25T10:00:00+01:00")
        let stored = try await file.stored()
        let sent = try #require(stored.contacts.last)

        #expect(sent.entry.contact.channel == .email)
        #expect(sent.entry.contact.outcome == .sent)
        #expect(sent.entry.contact.deadline == deadline)
        #expect(sent.entry.delivery == one)
        #expect(sent.origin == .delivery)
        #expect(stored.contacts.count == 2)
    }

    @Test("a last day that had passed when the delivery went out was given to nobody")
    func staleDeadline() async throws {
        let file = try await StoredFile()
        let one = try await file.enqueue(1, deadline: CivilDay(year: 2026, month: 11, day: 24))

        try await file.accept(one, at: "2026-11-25T10:00:00+01:00")

        #expect(try await file.stored().contacts.last?.entry.contact.deadline == nil)
    }

    @Test("what is said of a delivery takes its place, whatever the moment it is told with")
    func saidOfDelivery() async throws {
        let file = try await StoredFile()
        let one = try await file.enqueue(1)
        try await file.accept(one, at: "2026-11-25T10:00:00+01:00")
        try await file.log(.email, "2026-11-25T10:00:01+01:00", .bounced, delivery: one)

        let stored = try await file.stored(at: "2026-11-25T16:00:00+01:00")

        #expect(stored.contacts.count == 2)
        #expect(stored.facts.history.last?.outcome == .bounced)
    }

    @Test("a contact that was taken back is gone, and what was known before it stands again")
    func withdrawn() async throws {
        let file = try await StoredFile()
        try await file.log(.sellerMessaging, "2026-11-24T09:00:00+01:00", .refused)
        try await file.append(.contactWithdrawn, payload: #"{"entry":2}"#)

        #expect(try await file.stored().facts.history.map(\.outcome) == [.noReply])
    }

    @Test("the file of a stored case reads as a case with the same history")
    func roundTrip() async throws {
        let file = try await StoredFile()
        try await file.log(.email, "2026-11-25T10:00:00+01:00", .sent, note: "Bonjour\n« é »")

        let stored = try await file.stored()
        let again = try file.program.reader.read(stored.json(), decidedAt: stored.asOf)

        #expect(again.facts == stored.facts)
        #expect(try again.digest() == stored.loaded.digest())
    }

    @Test("deliveries are named by the case and a number that is never used again")
    func names() async throws {
        let file = try await StoredFile()
        #expect(try await file.stored().nextDeliveryReference().text == "seller-silent-1")

        let one = try await file.enqueue(1)
        _ = try await DeliveryDesk(store: file.store, plugins: file.program.registry).record(
            .cancelled, of: one, now: file.now)

        #expect(try await file.stored().nextDeliveryReference().text == "seller-silent-2")
        // Also when the case is looked at as it stood before.
        #expect(
            try await file.stored(at: "2026-11-24T09:00:00+01:00").nextDeliveryReference().text
                == "seller-silent-2")
    }

    @Test("a long reference of a case leaves room for a thousand deliveries")
    func longName() async throws {
        let long = String(repeating: "a", count: 32)
        let file = try await StoredFile(reference: long)

        let name = try await file.stored().nextDeliveryReference().text

        #expect(name.hasPrefix("aaaaaaaaaaaaaaaaaaaa-") && name.hasSuffix("-1"))
        #expect(name.utf8.count <= 32 - 3)
    }

    @Test("in a restored store the name of a delivery has its mark, however long the reference of the case")
    func markedName() async throws {
        let mark = try #require(StoreMark("7k2q9mxd"))
        let file = try await StoredFile(mark: mark)
        let long = try await StoredFile(reference: String(repeating: "a", count: 32), mark: mark)

        let name = try await file.stored().nextDeliveryReference().text
        let longName = try await long.stored().nextDeliveryReference().text

        #expect(name == "seller-silent-1-7k2q9mxd")
        #expect(longName.hasPrefix("aaaaaaaaaaa-") && longName.hasSuffix("-1-7k2q9mxd"))
        #expect(longName.utf8.count <= 32 - 3)
    }

    @Test("a case that is not there, or was forgotten, is said to be so")
    func missing() async throws {
        let file = try await StoredFile()
        let shelf = file.shelf
        await #expect {
            _ = try await shelf.stored(CaseReference(parsing: "other"), asOf: file.now)
        } throws: {
            "\($0)".contains("no case other")
        }

        try await file.store.forget(
            file.reference, with: LogDraft(.forgotten, at: file.now, payload: []))

        await #expect {
            _ = try await file.stored()
        } throws: {
            "\($0)".contains("was forgotten")
        }
    }
}

import CaseFlow
import CaseStore
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
}

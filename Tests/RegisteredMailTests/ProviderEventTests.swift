import ChannelPluginKit
import CivilCalendar
import ContactRouting
import RegisteredMail
import Testing

@Suite("RegisteredMail, what comes back")
struct ProviderEventTests {
    static let receivedAt = Instant(secondsSinceEpoch: 1_795_000_000)

    @Test(
        "each notice of the provider becomes what it proves",
        arguments: [
            ("ON_STATUS_ACCEPTED", CaseEvent.Kind.dispatched), ("ON_STATUS_PROCESSED", .dispatched),
            ("ON_DEPOSIT_PROOF_RECEIVED", .dispatched), ("ON_STATUS_REJECTED", .bounced),
            ("ON_STATUS_PROCESSED_WITH_ERRORS", .needsReading),
            ("ON_ACKNOWLEDGEMENT_OF_RECEIPT_RECEIVED", .needsReading),
        ])
    func notice(type: String, kind: CaseEvent.Kind) async throws {
        let events = try await Self.read(
            #"{"event_type":"\#(type)","resource_id":"s-1","event_date":"2026-11-23T10:00:00.5Z"}"#)

        #expect(events.map(\.kind) == [kind])
        #expect(events.first?.at == (try Instant(parsing: "2026-11-23T10:00:00Z")))
        #expect(events.first?.providerReference == "s-1 \(type)")
    }

    @Test(
        "each code of the post becomes what it means for the case, and the way of a letter is no event",
        arguments: [
            ("D01", CaseEvent.Kind.delivered), ("N01", .delivered), ("N03", .unclaimed), ("P03", .unclaimed),
            ("N05", .unclaimed), ("P04", .unclaimed), ("N07", .bounced), ("A23", .bounced),
            ("N06", .needsReading),
            ("A01", .dispatched), ("A02", nil), ("P01", nil), ("A20", nil), ("A99", nil), ("", nil),
            ("N011", nil),
        ] as [(String, CaseEvent.Kind?)])
    func code(code: String, kind: CaseEvent.Kind?) async throws {
        let events = try await Self.read(
            #"{"delivery_statuses":[{"status":"\#(code)","label":"x","date":"2026-11-23T10:00:00Z"}]}"#)

        #expect(events.map(\.kind) == [kind].compactMap { $0 })
    }

    @Test("what nobody vouches for changes nothing: a person reads it")
    func forged() async throws {
        let events = try await Self.read(
            #"{"delivery_statuses":[{"status":"N01","date":"2026-11-23T10:00:00Z"}]}"#, verified: false)

        #expect(events.map(\.kind) == [.needsReading])
    }

    @Test(
        "what cannot be read is refused, and a date that cannot is that of its arrival",
        arguments: [
            "", "{}", "[]", "<html>", #"{"event_type":"ON_STATUS_ACCEPTED"}"#, #"{"event_type":"X"}"#,
        ])
    func hostile(content: String) async throws {
        await #expect(throws: ChannelError.eventNotUnderstood(.registeredMail)) {
            try await Self.read(content)
        }
        let events = try await Self.read(
            #"{"event_type":"ON_STATUS_ACCEPTED","resource_id":"s-1","event_date":"yesterday"}"#)
        #expect(events.first?.at == Self.receivedAt)
    }

    private static func read(_ content: String, verified: Bool = true) async throws(ChannelError)
        -> [CaseEvent]
    {
        try await RegisteredMailPlugin().interpret(
            InboundEvent(
                kind: .providerEvent, channel: .registeredMail, reference: nil, receivedAt: receivedAt,
                verified: verified, content: Array(content.utf8)))
    }
}

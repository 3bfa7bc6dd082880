import CaseStore
import CivilCalendar
import ContactRouting
import Digests
import Testing

@Suite("The chain of a log")
struct LogChainTests {
    /// Computed by another program from the table in docs/case-store.md.
    @Test("the hash of an entry is the one that the documented bytes have")
    func documentedBytes() throws {
        let salt = try #require(LogSalt(bytes: Array(0..<16)))
        let lamp = try CaseReference(parsing: "lamp")
        let at = Instant(secondsSinceEpoch: 1_795_420_800)

        let first = try LogChain.entry(
            LogDraft(LogKind("opened"), at: at, payload: Array("{}".utf8)), of: lamp, after: nil,
            facts: Private(Array("facts".utf8)), salt: salt)
        let second = try LogChain.entry(
            LogDraft(LogKind("noted"), at: Instant(secondsSinceEpoch: -1), payload: []), of: lamp,
            after: LogHead(sequence: first.sequence, hash: first.hash), facts: nil, salt: salt)

        #expect(first.hash.hex == "88c137e80bb132885577b3777f11846de8c50272d29b65871a41cff6c08795e5")
        #expect(second.hash.hex == "27890b716f6c7ae7e2f861ad4c07818fb0525710c0cd178d653c3a1e69849e8f")
    }

    @Test("an entry holds only in its own place, with what it said when it was made")
    func place() throws {
        let salt = try #require(LogSalt(bytes: Array(repeating: 1, count: 16)))
        let draft = LogDraft(
            LogKind("noted"), at: Instant(secondsSinceEpoch: 0), payload: Array("{}".utf8))
        let lamp = try CaseReference(parsing: "lamp")
        let first = try LogChain.entry(draft, of: lamp, after: nil, facts: nil, salt: salt)
        let head = LogHead(sequence: 1, hash: first.hash)
        let second = try LogChain.entry(draft, of: lamp, after: head, facts: nil, salt: salt)

        #expect(try LogChain.holds(first, after: nil))
        #expect(try LogChain.holds(second, after: head))
        #expect(try !LogChain.holds(second, after: nil))
        #expect(try !LogChain.holds(first, after: head))
        #expect(try LogChain.holds(Self.changed(second, payload: nil, salt: nil), after: head))
        #expect(try !LogChain.holds(Self.changed(second, payload: nil, salt: salt), after: head))
        #expect(try !LogChain.holds(Self.changed(second, payload: [], salt: salt), after: head))
        #expect(try !LogChain.holds(Self.changed(second, payload: Array("{}".utf8), salt: nil), after: head))
    }

    private static func changed(_ entry: LogEntry, payload: [UInt8]?, salt: LogSalt?) -> LogEntry {
        LogEntry(
            caseReference: entry.caseReference, sequence: entry.sequence, at: entry.at, kind: entry.kind,
            payload: payload, salt: salt, payloadDigest: entry.payloadDigest,
            factsDigest: entry.factsDigest, previous: entry.previous, hash: entry.hash)
    }
}

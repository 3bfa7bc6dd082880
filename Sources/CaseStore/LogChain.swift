internal import CivilCalendar
public import ContactRouting
public import Digests

/// How the entries of a log hang together.
///
/// The hash of an entry is SHA-256 of these bytes, whole numbers big-endian:
///
/// | bytes | what |
/// |---|---|
/// | 15 | `recours-log-v1` in ASCII, then a zero byte |
/// | 32 | the hash of the entry before; zeros for the first |
/// | 1 + n | the case's reference: its length, then its ASCII bytes |
/// | 8 | the sequence |
/// | 8 | the moment, in seconds since 1970-01-01T00:00:00Z, as a two's complement |
/// | 1 + n | the kind: its length, then its ASCII bytes |
/// | 32 | SHA-256 of salt and payload |
/// | 32 | SHA-256 of salt and facts; zeros when the facts did not change |
public enum LogChain {
    /// The digest of something private behind a salt.
    public static func digest(
        _ content: Private<[UInt8]>, salt: LogSalt
    ) throws(CaseStoreError) -> SHA256Digest {
        try digested { () throws(DigestError) in try SHA256.digest(of: salt.bytes + content.reveal()) }
    }

    /// Puts a draft behind the entry that is newest.
    ///
    /// - Parameters:
    ///   - previous: the newest entry's sequence and hash; nil for the first entry of a case.
    ///   - facts: the facts that change with this entry.
    public static func entry(
        _ draft: LogDraft, of reference: CaseReference, after previous: LogHead?, facts: Private<[UInt8]>?,
        salt: LogSalt
    ) throws(CaseStoreError) -> LogEntry {
        let payloadDigest = try digest(draft.payload, salt: salt)
        var factsDigest: SHA256Digest?
        if let facts { factsDigest = try digest(facts, salt: salt) }
        let sequence = (previous?.sequence ?? 0) + 1
        let hash = try hash(
            reference: reference, sequence: sequence, seconds: draft.at.secondsSinceEpoch, kind: draft.kind,
            payloadDigest: payloadDigest, factsDigest: factsDigest, previous: previous?.hash)
        return LogEntry(
            caseReference: reference, sequence: sequence, at: draft.at, kind: draft.kind,
            payload: draft.payload.reveal(), salt: salt, payloadDigest: payloadDigest,
            factsDigest: factsDigest, previous: previous?.hash, hash: hash)
    }

    /// The hash that an entry must have, from everything else that it says.
    public static func hash(of entry: LogEntry) throws(CaseStoreError) -> SHA256Digest {
        try hash(
            reference: entry.caseReference, sequence: entry.sequence, seconds: entry.at.secondsSinceEpoch,
            kind: entry.kind, payloadDigest: entry.payloadDigest, factsDigest: entry.factsDigest,
            previous: entry.previous)
    }

    /// Whether an entry stands where it should and says what it said when it was made.
    ///
    /// - Parameter previous: the entry before; nil for the first.
    public static func holds(_ entry: LogEntry, after previous: LogHead?) throws(CaseStoreError) -> Bool {
        guard entry.sequence == (previous?.sequence ?? 0) + 1, entry.previous == previous?.hash,
            try hash(of: entry) == entry.hash
        else { return false }
        // Payload and salt go together: one without the other was not erased by `forget`.
        switch (entry.payload, entry.salt) {
        case (nil, nil): return true
        case (let payload?, let salt?): return try digest(payload, salt: salt) == entry.payloadDigest
        case (nil, _?), (_?, nil): return false
        }
    }

    private static let tag = Array("recours-log-v1\0".utf8)
    private static let nothing = [UInt8](repeating: 0, count: SHA256Digest.byteCount)

    private static func hash(
        reference: CaseReference, sequence: Int, seconds: Int64, kind: LogKind, payloadDigest: SHA256Digest,
        factsDigest: SHA256Digest?, previous: SHA256Digest?
    ) throws(CaseStoreError) -> SHA256Digest {
        var bytes = tag
        bytes.reserveCapacity(256)
        bytes += previous?.bytes ?? nothing
        bytes.appendName(reference.text)
        bytes.appendNumber(Int64(sequence))
        bytes.appendNumber(seconds)
        bytes.appendName(kind.text)
        bytes += payloadDigest.bytes
        bytes += factsDigest?.bytes ?? nothing
        return try digested { () throws(DigestError) in try SHA256.digest(of: bytes) }
    }
}

/// Where a log ends.
public struct LogHead: Hashable, Sendable {
    public let sequence: Int
    public let hash: SHA256Digest

    public init(sequence: Int, hash: SHA256Digest) {
        self.sequence = sequence
        self.hash = hash
    }
}

extension [UInt8] {
    /// Names have at most 32 ASCII bytes, so their length fits into one.
    fileprivate mutating func appendName(_ text: String) {
        append(UInt8(truncatingIfNeeded: text.utf8.count))
        append(contentsOf: text.utf8)
    }

    fileprivate mutating func appendNumber(_ number: Int64) {
        for shift in stride(from: 56, through: 0, by: -8) {
            append(UInt8(truncatingIfNeeded: number >> Int64(shift)))
        }
    }
}

/// Runs a digest; the only place that turns its error into one of a store.
func digested<Value>(_ body: () throws(DigestError) -> Value) throws(CaseStoreError) -> Value {
    do { return try body() } catch { throw .digestUnavailable(reason: error.description) }
}

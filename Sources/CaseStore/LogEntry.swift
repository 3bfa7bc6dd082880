public import CivilCalendar
public import ContactRouting
public import Digests

/// Names what an entry of the log is about: 1 to 32 of `a-z`, `0-9` and `-`.
///
/// An open set, so it is a checked name: every stop has its own.
public struct LogKind: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    /// Makes a kind from a literal in source code.
    public init(_ literal: StaticString) { text = "\(literal)" }

    /// - Throws: `RoutingError.malformedName`.
    public init(parsing text: String) throws(RoutingError) {
        self.text = try StepName(parsing: text).text
    }

    public var description: String { text }
}

/// An entry before the store gave it its place in the chain.
public struct LogDraft: Hashable, Sendable {
    public let kind: LogKind
    /// When it happened, which may be before it is recorded.
    public let at: Instant
    /// What happened: JSON, of the form that its kind has.
    public let payload: Private<[UInt8]>
    /// What tells this happening from every other one of the case, such as a provider's identifier of an event.
    ///
    /// An entry with the same text is recorded once. Only its digest is stored.
    public let once: Private<String>?

    public init(_ kind: LogKind, at: Instant, payload: [UInt8], once: String? = nil) {
        self.kind = kind
        self.at = at
        self.payload = Private(payload)
        self.once = once.map { Private($0) }
    }
}

/// One entry of a case's log, in its place in the chain.
///
/// Entries are added and never changed. `hash` covers everything that stays, and the payload by a salted digest,
/// so that the payload can be erased while the chain still verifies.
public struct LogEntry: Hashable, Sendable {
    public let caseReference: CaseReference
    /// `1` for the first entry of the case, without gaps.
    public let sequence: Int
    public let at: Instant
    public let kind: LogKind
    /// Nil once the case is forgotten.
    public let payload: Private<[UInt8]>?
    /// Makes the digest of a short payload impossible to guess; erased with the payload.
    public let salt: LogSalt?
    /// SHA-256 of the salt followed by the payload.
    public let payloadDigest: SHA256Digest
    /// SHA-256 of the salt followed by the facts, when the facts changed with this entry.
    public let factsDigest: SHA256Digest?
    /// The hash of the entry before; nil for the first.
    public let previous: SHA256Digest?
    public let hash: SHA256Digest

    public init(
        caseReference: CaseReference, sequence: Int, at: Instant, kind: LogKind, payload: [UInt8]?,
        salt: LogSalt?, payloadDigest: SHA256Digest, factsDigest: SHA256Digest?, previous: SHA256Digest?,
        hash: SHA256Digest
    ) {
        self.caseReference = caseReference
        self.sequence = sequence
        self.at = at
        self.kind = kind
        self.payload = payload.map { Private($0) }
        self.salt = salt
        self.payloadDigest = payloadDigest
        self.factsDigest = factsDigest
        self.previous = previous
        self.hash = hash
    }
}

/// Sixteen bytes of chance that stand before what a digest covers.
///
/// Without it whoever holds the digest of a short text could find the text by trying.
public struct LogSalt: Hashable, Sendable {
    /// How many bytes every salt has.
    public static let byteCount = 16

    public let bytes: [UInt8]

    /// Takes the bytes of a salt; nil unless there are 16.
    public init?(bytes: [UInt8]) {
        guard bytes.count == Self.byteCount else { return nil }
        self.bytes = bytes
    }

    /// Makes a new salt.
    ///
    /// - Parameter generator: the system's in a program, a seeded one in tests.
    public init(using generator: inout some RandomNumberGenerator) {
        // Two words and not sixteen bytes: the system's generator is a system call each time.
        let words: [UInt64] = [generator.next(), generator.next()]
        bytes = words.flatMap { word in
            (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(8 * $0)) }
        }
    }
}

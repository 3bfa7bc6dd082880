public import CivilCalendar

/// One attempt to deliver, as the program hands it to a plugin.
public struct DeliveryAttempt: Hashable, Sendable, Codable {
    public let reference: DeliveryReference
    public let idempotencyKey: IdempotencyKey
    /// `1` for the first attempt.
    public let number: Int
    /// The moment of the attempt.
    ///
    /// A plugin reads no other clock.
    public let now: Instant
    /// The moment after which another try would come too late for the right at stake.
    public let latest: Instant
    /// What the plugin remembered last; nil before it remembered anything.
    public let checkpoint: Checkpoint?
    /// When the delivery was ordered, so that nothing older is of it; nil when nobody knows.
    public let orderedAt: Instant?
    /// True when no attempt was made before this one, in this store or in one that it was restored from.
    public let isFirst: Bool

    public init(
        reference: DeliveryReference, idempotencyKey: IdempotencyKey, number: Int, now: Instant,
        latest: Instant, checkpoint: Checkpoint? = nil, orderedAt: Instant? = nil, isFirst: Bool = false
    ) {
        self.reference = reference
        self.idempotencyKey = idempotencyKey
        self.number = number
        self.now = now
        self.latest = latest
        self.checkpoint = checkpoint
        self.orderedAt = orderedAt
        self.isFirst = isFirst
    }
}

/// Where a delivery in several calls stands, so that a crash does not repeat what cannot be undone.
public struct Checkpoint: Hashable, Sendable, Codable {
    /// The plugin's own name of the step, such as `created` or `submitting`.
    public let step: StepName
    /// The provider's identifier, once there is one.
    public let providerReference: String?

    /// Longest identifier, in bytes.
    public static let providerReferenceBytesMax = 200

    /// - Throws: `RoutingError.malformedName`, `.textTooLong`, `.controlCharacter`.
    public init(step: String, providerReference: String? = nil) throws(RoutingError) {
        self.step = try StepName(parsing: step)
        if let providerReference {
            let bytes = providerReference.utf8.count
            guard bytes <= Self.providerReferenceBytesMax else {
                throw .textTooLong(bytes: bytes, bytesMax: Self.providerReferenceBytesMax)
            }
            guard providerReference.unicodeScalars.allSatisfy({ !$0.isControl && !$0.isInvisible }) else {
                throw .controlCharacter
            }
        }
        self.providerReference = providerReference
    }
}

/// The name of a step inside one delivery: 1 to 32 of `a-z`, `0-9` and `-`.
public struct StepName: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    /// For names written in source code; takes only a literal.
    public init(_ literal: StaticString) { text = "\(literal)" }

    /// - Throws: `RoutingError.malformedName`.
    public init(parsing text: String) throws(RoutingError) {
        guard isKebabName(text) else { throw .malformedName(kind: .reference, text: text) }
        self.text = text
    }

    public var description: String { text }
}

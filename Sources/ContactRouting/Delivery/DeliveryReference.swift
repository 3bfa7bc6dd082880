/// Names a case: 1 to 32 of `a-z`, `0-9` and `-`.
public struct CaseReference: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let text: String

    /// Checks a reference that comes from outside.
    ///
    /// - Throws: `RoutingError.malformedName` unless the text has 1 to 32 of `a-z`, `0-9` and `-`.
    public init(parsing text: String) throws(RoutingError) {
        guard isKebabName(text) else { throw .malformedName(kind: .reference, text: text) }
        self.text = text
    }

    public var description: String { text }

    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.text < rhs.text }
}

/// Names one delivery of one case, and stays the same over all its attempts.
///
/// Message-ID, MIME boundary and calendar UID are derived from it, so that a second preparation gives the same
/// bytes.
public struct DeliveryReference: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let text: String

    /// Checks a reference that comes from outside.
    ///
    /// - Throws: `RoutingError.malformedName` unless the text has 1 to 32 of `a-z`, `0-9` and `-`.
    public init(parsing text: String) throws(RoutingError) {
        guard isKebabName(text) else { throw .malformedName(kind: .reference, text: text) }
        self.text = text
    }

    public var description: String { text }

    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.text < rhs.text }
}

/// The key by which a provider recognises a repeated request.
///
/// One key per delivery, not per attempt: the provider answers the second request with the first one's result.
///
/// - Source: draft-ietf-httpapi-idempotency-key-header.
public struct IdempotencyKey: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    /// - Throws: `RoutingError.malformedName` unless the text has 1 to 32 of `a-z`, `0-9` and `-`.
    public init(parsing text: String) throws(RoutingError) {
        guard isKebabName(text) else { throw .malformedName(kind: .reference, text: text) }
        self.text = text
    }

    /// The key that repeats a delivery's own reference.
    public init(_ reference: DeliveryReference) { text = reference.text }

    public var description: String { text }
}

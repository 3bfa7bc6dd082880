/// One value or key in the arena of a document.
///
/// The arena is in source order. An object's children are key, value, key, value, …; so the key of a
/// value stands directly before it, and `next` jumps over everything inside a value.
struct JSONNode: Sendable {
    /// The `parent` of the root.
    static let none = UInt32.max

    /// Offset of the first byte, quotation mark or bracket included.
    var start: UInt32
    /// Offset after the last byte.
    var end: UInt32
    /// Index of the node after this one and everything inside it.
    var next: UInt32
    /// Index of the object or array around it.
    var parent: UInt32
    var kind: JSONValue.Kind
    /// True for a text or key with at least one backslash.
    var isEscaped: Bool

    /// The bytes between the quotation marks of a text or key.
    var content: Range<Int> { Int(start) + 1..<Int(end) - 1 }
    /// The bytes of the whole token.
    var token: Range<Int> { Int(start)..<Int(end) }
}

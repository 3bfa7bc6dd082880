/// One value of a document: a light cursor that keeps its document alive.
public struct JSONValue: Sendable {
    let storage: JSONDocument.Storage
    let index: Int

    /// The six kinds of values.
    public enum Kind: UInt8, Hashable, Sendable, CaseIterable {
        case object, array, string, number, bool, null
    }

    var node: JSONNode { storage.nodes[index] }

    /// Which kind of value this is.
    public var kind: Kind { node.kind }

    /// Where the value begins.
    ///
    /// - Complexity: O(bytes before it).
    public var position: JSONPosition { storage.position(of: node) }

    /// The way to this value from the root; empty for the root.
    ///
    /// - Source: RFC 6901.
    public var pointer: String {
        let bytes = storage.bytes
        return JSONPointer.text(of: index, nodes: storage.nodes, source: bytes.span)
    }

    /// Position and pointer together, as an error needs them.
    public var place: JSONPlace { JSONPlace(position: position, pointer: pointer) }

    /// The text with its escapes resolved; nil unless this is a text.
    ///
    /// Every Unicode scalar can occur, U+0000 included.
    public var string: String? {
        let node = node
        return node.kind == .string ? storage.text(of: node) : nil
    }

    /// The truth value; nil unless this is `true` or `false`.
    public var bool: Bool? {
        let node = node
        return node.kind == .bool ? storage.bytes[Int(node.start)] == UInt8(ascii: "t") : nil
    }

    /// True for `null`.
    public var isNull: Bool { node.kind == .null }

    /// Compares a text with a word without making a `String`.
    public func isText(_ word: StaticString) -> Bool {
        let node = node
        return node.kind == .string && storage.matches(node, word)
    }

    /// Gives a text's UTF-8 bytes, escapes resolved, to `body`; nil unless this is a text.
    ///
    /// For short texts with a grammar, such as days and amounts, where a `String` would cost more than the
    /// reading.
    public func withTextBytes<Result, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result? {
        let node = node
        guard node.kind == .string else { return nil }
        let bytes = node.isEscaped ? storage.resolvedBytes(of: node) : storage.bytes
        return try body(bytes.span.extracting(node.isEscaped ? 0..<bytes.count : node.content))
    }
}

/// A JSON file that was read and found correct.
///
/// Strict RFC 8259: UTF-8 without a byte order mark, no comments, no trailing commas, nothing after the
/// value, no half surrogate pairs, and no key twice in an object. Texts and numbers are decoded when asked
/// for.
///
/// The document keeps the source and 20 bytes for each value and key: for the densest file ten times its
/// size.
public struct JSONDocument: Sendable {
    let storage: Storage

    /// Reads a file.
    ///
    /// - Throws: the first fault in reading order; a duplicate key is found when its object ends.
    /// - Complexity: O(bytes); never recursive.
    public init(parsing bytes: [UInt8], limits: JSONLimits = JSONLimits()) throws(JSONError) {
        guard bytes.count <= limits.bytesMax else {
            throw .tooLarge(bytes: bytes.count, max: limits.bytesMax)
        }
        var parser = JSONParser(limits: limits)
        try parser.parse(bytes.span)
        storage = Storage(bytes: bytes, nodes: parser.nodes)
    }

    /// Reads a part of a larger buffer, such as a line of JSON Lines.
    ///
    /// Positions count from the start of the part.
    public init(parsing part: ArraySlice<UInt8>, limits: JSONLimits = JSONLimits()) throws(JSONError) {
        // Before the copy, so that an oversized part costs nothing.
        guard part.count <= limits.bytesMax else {
            throw .tooLarge(bytes: part.count, max: limits.bytesMax)
        }
        try self.init(parsing: Array(part), limits: limits)
    }

    /// Reads a text.
    public init(parsing text: String, limits: JSONLimits = JSONLimits()) throws(JSONError) {
        try self.init(parsing: Array(text.utf8), limits: limits)
    }

    /// The outermost value.
    public var root: JSONValue { JSONValue(storage: storage, index: 0) }
}

extension JSONValue {
    /// One spelling for all files that say the same: what a digest of a case is made of.
    ///
    /// No white space, members in the order of their keys' UTF-8 bytes, only the escapes that JSON demands.
    /// Numbers stay as written: `1.0` and `1` are two spellings of what may be two different claims. This is
    /// not RFC 8785, which orders keys by UTF-16 units and rounds numbers to binary.
    ///
    /// - Complexity: O(bytes × log members).
    public func canonicalBytes() -> [UInt8] {
        var writer = JSONWriter(.compact, capacity: node.token.count)
        writer.sortedValue(self)
        return writer.bytes
    }
}

extension JSONDocument {
    /// The canonical form of a file, from bytes to bytes.
    public static func canonicalBytes(
        of bytes: [UInt8], limits: JSONLimits = JSONLimits()
    ) throws(JSONError) -> [UInt8] {
        try JSONDocument(parsing: bytes, limits: limits).root.canonicalBytes()
    }
}

extension JSONDocument {
    /// What all values of one document share.
    final class Storage: Sendable {
        let bytes: [UInt8]
        let nodes: [JSONNode]

        init(bytes: [UInt8], nodes: [JSONNode]) {
            self.bytes = bytes
            self.nodes = nodes
        }
    }
}

extension JSONDocument.Storage {
    /// The text of a text or key, escapes resolved.
    func text(of node: JSONNode) -> String {
        let bytes = bytes
        return bytes.span.text(of: node)
    }

    /// The UTF-8 bytes of a text or key, escapes resolved.
    func resolvedBytes(of node: JSONNode) -> [UInt8] {
        let bytes = bytes
        return bytes.span.resolvedBytes(of: node)
    }

    /// Where a node begins.
    func position(of node: JSONNode) -> JSONPosition {
        let bytes = bytes
        return JSONPosition(offset: Int(node.start), in: bytes.span)
    }

    /// Compares a text or key with a word, escapes resolved.
    @inline(__always)
    func matches(_ node: JSONNode, _ word: StaticString) -> Bool {
        let bytes = bytes
        guard node.isEscaped else { return bytes.span.matches(word, in: node.content) }
        let resolved = bytes.span.resolvedBytes(of: node)
        return resolved.span.matches(word, in: 0..<resolved.count)
    }
}

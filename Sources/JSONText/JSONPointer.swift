/// Writes the way from the root to a node.
///
/// - Source: RFC 6901.
enum JSONPointer {
    /// - Complexity: O(depth + elements before the node in the arrays around it).
    static func text(of index: Int, nodes: [JSONNode], source: Span<UInt8>) -> String {
        var segments: [String] = []
        var index = index
        // `parent` is always smaller than the index, so this ends.
        while nodes[index].parent != JSONNode.none {
            let parent = Int(nodes[index].parent)
            segments.append(
                nodes[parent].kind == .object
                    ? segment(of: nodes[index - 1], source: source)
                    : "/\(ordinal(of: index, in: parent, nodes: nodes))")
            index = parent
        }
        return segments.reversed().joined()
    }

    /// "/" and a key, with "~" and "/" escaped.
    static func segment(of key: JSONNode, source: Span<UInt8>) -> String {
        var segment = "/"
        for scalar in source.text(of: key).unicodeScalars {
            switch scalar {
            case "~": segment += "~0"
            case "/": segment += "~1"
            default: segment.unicodeScalars.append(scalar)  // tidy-allow: characters are an open set
            }
        }
        return segment
    }

    /// How many elements of the array stand before `index`.
    static func ordinal(of index: Int, in array: Int, nodes: [JSONNode]) -> Int {
        var count = 0
        var sibling = array + 1
        while sibling < index {
            count += 1
            sibling = Int(nodes[sibling].next)
        }
        return count
    }
}

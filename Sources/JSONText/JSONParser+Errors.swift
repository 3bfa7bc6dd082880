extension JSONParser {
    /// The place of `offset`, with the pointer to what is being read.
    func place(_ offset: Int, _ source: Span<UInt8>) -> JSONPlace {
        JSONPlace(position: JSONPosition(offset: offset, in: source), pointer: pointer(source))
    }

    /// The error for something other than `expected` at `offset`.
    func unexpected(_ expected: JSONExpectation, _ source: Span<UInt8>) -> JSONError {
        let place = place(offset, source)
        guard offset < source.count else { return .unexpectedEnd(expected: expected, at: place) }
        guard let scalar = source.scalar(at: offset) else {
            return .invalidUTF8(byte: source[offset], at: place)
        }
        return .unexpectedCharacter(scalar, expected: expected, at: place)
    }

    private func pointer(_ source: Span<UInt8>) -> String {
        guard container != JSONNode.none else { return "" }
        let index = Int(container)
        let outer = JSONPointer.text(of: index, nodes: nodes, source: source)
        guard readsValue else { return outer }
        // The value that is being read has no node yet: its key is the last one, its index the next one.
        return switch nodes[index].kind {
        case .object: outer + JSONPointer.segment(of: nodes[nodes.count - 1], source: source)
        case .array: outer + "/\(JSONPointer.ordinal(of: nodes.count, in: index, nodes: nodes))"
        case .string, .number, .bool, .null: outer
        }
    }
}

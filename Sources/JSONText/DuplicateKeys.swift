extension JSONParser {
    /// Up to this many keys are compared in place; more, or escaped ones, go through a table.
    private static let keysComparedInPlaceMax = 32

    /// Refuses an object, complete but for its last bracket, that names one key twice.
    ///
    /// Keys are compared as bytes: two spellings that only look alike are two keys.
    ///
    /// - Complexity: O(bytes of the keys), whatever the keys are.
    func refuseDuplicateKeys(in object: Int, _ source: Span<UInt8>) throws(JSONError) {
        guard let pair = firstDuplicate(in: object, source) else { return }
        let key = nodes[pair.second]
        let pointer = JSONPointer.text(of: object, nodes: nodes, source: source)
        throw .duplicateKey(
            source.text(of: key), first: JSONPosition(offset: Int(nodes[pair.first].start), in: source),
            at: JSONPlace(
                position: JSONPosition(offset: Int(key.start), in: source),
                pointer: pointer + JSONPointer.segment(of: key, source: source)))
    }

    private func firstDuplicate(in object: Int, _ source: Span<UInt8>) -> (first: Int, second: Int)? {
        // One bit for each key, chosen by length and two bytes: most keys are told apart without comparing.
        var seen: UInt64 = 0
        var count = 0
        var index = object + 1
        while index < nodes.count {
            let key = nodes[index]
            count += 1
            guard count <= Self.keysComparedInPlaceMax, !key.isEscaped else {
                return firstDuplicateByTable(in: object, source)
            }
            let bit = Self.mark(of: key, source)
            if seen & bit != 0, let first = equalKey(before: index, in: object, source) {
                return (first, index)
            }
            seen |= bit
            index = Int(nodes[index + 1].next)
        }
        return nil
    }

    private static func mark(of key: JSONNode, _ source: Span<UInt8>) -> UInt64 {
        let content = key.content
        guard !content.isEmpty else { return 1 }
        let mixed =
            Int(source[content.lowerBound]) &+ 5 &* Int(source[content.upperBound - 1]) &+ 11 &* content.count
        return 1 << UInt64(mixed & 63)
    }

    private func equalKey(before index: Int, in object: Int, _ source: Span<UInt8>) -> Int? {
        let wanted = nodes[index].content
        var candidate = object + 1
        while candidate < index {
            let content = nodes[candidate].content
            if content.count == wanted.count,
                (0..<content.count).allSatisfy({
                    source[content.lowerBound + $0] == source[wanted.lowerBound + $0]
                })
            {
                return candidate
            }
            candidate = Int(nodes[candidate + 1].next)
        }
        return nil
    }

    private func firstDuplicateByTable(
        in object: Int, _ source: Span<UInt8>
    ) -> (first: Int, second: Int)? {
        var places: [[UInt8]: Int] = [:]
        var index = object + 1
        while index < nodes.count {
            if let first = places.updateValue(index, forKey: source.resolvedBytes(of: nodes[index])) {
                return (first, index)
            }
            index = Int(nodes[index + 1].next)
        }
        return nil
    }
}

extension JSONWriter {
    /// Writes a value that was read, members in source order, numbers as the source has them.
    ///
    /// - Complexity: O(bytes); not recursive, so any depth that was read can be written.
    public mutating func value(_ value: JSONValue) { copy(value, sortingKeys: false) }

    /// Writes a whole value as another compact writer wrote it.
    ///
    /// - Precondition: this writer is compact too, so that the same calls would give the same bytes.
    public mutating func value(compact bytes: [UInt8]) {
        precondition(layout == .compact, "only a compact writer can take compact bytes as they are")
        scalar { $0.append(bytes) }
    }

    /// Writes elements of an array as another compact writer wrote them in one.
    ///
    /// - Parameter bytes: what stood between the brackets; nothing for no elements.
    /// - Precondition: this writer is compact and in an array.
    public mutating func elements(compact bytes: [UInt8]) {
        if !bytes.isEmpty { value(compact: bytes) }
    }

    /// Writes once more a whole value that this compact writer has written.
    ///
    /// - Parameter range: where it stands in ``bytes``.
    public mutating func value(again range: Range<Int>) {
        precondition(layout == .compact, "only compact bytes are the same at every depth")
        scalar { $0.append(again: range) }
    }

    /// Writes a value that was read, members in the order of their keys' UTF-8 bytes.
    mutating func sortedValue(_ value: JSONValue) { copy(value, sortingKeys: true) }

    /// What is still to be written; nodes by index, so that the list costs no reference counting.
    private enum Step {
        case element(Int)
        /// The index of the value; its key stands before it.
        case member(Int)
        case endObject, endArray
    }

    private mutating func copy(_ root: JSONValue, sortingKeys: Bool) {
        let storage = root.storage
        var steps = [Step.element(root.index)]
        while let step = steps.popLast() {
            switch step {
            case .endObject: endObject()
            case .endArray: endArray()
            case .member(let index):
                copyKey(storage.nodes[index - 1], storage)
                copy(index, storage, then: &steps, sortingKeys: sortingKeys)
            case .element(let index):
                copy(index, storage, then: &steps, sortingKeys: sortingKeys)
            }
        }
    }

    private mutating func copy(
        _ index: Int, _ storage: JSONDocument.Storage, then steps: inout [Step], sortingKeys: Bool
    ) {
        let node = storage.nodes[index]
        switch node.kind {
        case .object:
            beginObject()
            steps.append(.endObject)
            let first = steps.count
            storage.forEachChild(of: index) { steps.append(.member($0)) }
            if sortingKeys { Self.sort(&steps[first...], storage) }
            steps[first...].reverse()
        case .array:
            beginArray()
            steps.append(.endArray)
            let first = steps.count
            storage.forEachChild(of: index) { steps.append(.element($0)) }
            steps[first...].reverse()
        case .string where node.isEscaped:
            string(storage.text(of: node))
        case .string, .number, .bool, .null:
            // A text without escapes was read from the very bytes that would be written.
            scalar { $0.append(storage.bytes[node.token]) }
        }
    }

    private mutating func copyKey(_ key: JSONNode, _ storage: JSONDocument.Storage) {
        if key.isEscaped {
            self.key(named: storage.text(of: key))
        } else {
            self.key(token: storage.bytes[key.token])
        }
    }

    private static func sort(_ members: inout ArraySlice<Step>, _ storage: JSONDocument.Storage) {
        members.sort { lhs, rhs in
            guard case .member(let left) = lhs, case .member(let right) = rhs else {
                preconditionFailure("an object's steps are its members")
            }
            return storage.keyPrecedes(storage.nodes[left - 1], storage.nodes[right - 1])
        }
    }
}

extension JSONDocument.Storage {
    /// Calls `body` with each element of an array, or each value of an object, in source order.
    fileprivate func forEachChild(of container: Int, _ body: (Int) -> Void) {
        // Values of an object stand behind their keys.
        let keys = nodes[container].kind == .object ? 1 : 0
        var index = container + 1 + keys
        while index < Int(nodes[container].next) {
            body(index)
            index = Int(nodes[index].next) + keys
        }
    }

    /// The order of two keys by their UTF-8 bytes, escapes resolved.
    fileprivate func keyPrecedes(_ lhs: JSONNode, _ rhs: JSONNode) -> Bool {
        if lhs.isEscaped || rhs.isEscaped {
            return resolvedBytes(of: lhs).lexicographicallyPrecedes(resolvedBytes(of: rhs))
        }
        let (left, right) = (lhs.content, rhs.content)
        for offset in 0..<min(left.count, right.count) {
            let (one, other) = (bytes[left.lowerBound + offset], bytes[right.lowerBound + offset])
            if one != other { return one < other }
        }
        return left.count < right.count
    }
}

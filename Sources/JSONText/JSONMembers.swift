/// The members of an object, in source order.
public struct JSONMembers: Sequence, Sendable {
    let object: JSONValue

    /// Walks the members once.
    public struct Iterator: IteratorProtocol, Sendable {
        let storage: JSONDocument.Storage
        var key: Int
        let end: Int

        /// The next member; nil after the last one.
        public mutating func next() -> JSONMember? {
            guard key < end else { return nil }
            let member = JSONMember(value: JSONValue(storage: storage, index: key + 1))
            key = Int(storage.nodes[key + 1].next)
            return member
        }
    }

    /// Starts a walk at the first member.
    public func makeIterator() -> Iterator {
        Iterator(storage: object.storage, key: object.index + 1, end: Int(object.node.next))
    }
}

/// A key and its value.
public struct JSONMember: Sendable {
    /// What the key names.
    public let value: JSONValue

    var keyNode: JSONNode { value.storage.nodes[value.index - 1] }

    /// The key with its escapes resolved.
    public var key: String { value.storage.text(of: keyNode) }

    /// Where the key begins.
    ///
    /// - Complexity: O(bytes before it).
    public var keyPosition: JSONPosition {
        value.storage.position(of: keyNode)
    }

    /// Compares the key with a word without making a `String`.
    public func keyIs(_ word: StaticString) -> Bool { value.storage.matches(keyNode, word) }
}

/// The elements of an array, in order.
public struct JSONElements: Sequence, Sendable {
    let array: JSONValue

    /// Walks the elements once.
    public struct Iterator: IteratorProtocol, Sendable {
        let storage: JSONDocument.Storage
        var index: Int
        let end: Int

        /// The next element; nil after the last one.
        public mutating func next() -> JSONValue? {
            guard index < end else { return nil }
            let element = JSONValue(storage: storage, index: index)
            index = Int(storage.nodes[index].next)
            return element
        }
    }

    /// Starts a walk at the first element.
    public func makeIterator() -> Iterator {
        Iterator(storage: array.storage, index: array.index + 1, end: Int(array.node.next))
    }
}

extension JSONValue {
    /// The members in source order; nil unless this is an object.
    public var members: JSONMembers? { kind == .object ? JSONMembers(object: self) : nil }

    /// The elements in order; nil unless this is an array.
    public var elements: JSONElements? { kind == .array ? JSONElements(array: self) : nil }

    /// The value of a key that source code names; nil when absent, or unless this is an object.
    ///
    /// - Complexity: O(members).
    public subscript(_ key: StaticString) -> JSONValue? {
        members?.first { $0.keyIs(key) }?.value
    }

    /// The value of a key that is only known at run time, compared byte by byte.
    ///
    /// - Complexity: O(members).
    public func member(named key: String) -> JSONValue? {
        members?.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
    }
}

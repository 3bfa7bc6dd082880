/// Reads an object whose keys are all known, and finds the first one that is not.
///
/// Take every key that the format knows, then ask for `firstUnknownKey()`:
///
///     guard var order = JSONObjectReader(value) else { … }
///     let number = order.take("number")
///     let amount = order.take("amount")
///     if let unknown = order.firstUnknownKey() { … }
///
/// Keys taken in the order of the file are found at once; any other order costs a walk.
public struct JSONObjectReader: Sendable {
    /// The object that is read.
    public let object: JSONValue
    /// Key node where the next search begins, and its place among the members.
    private var cursor: Int
    private var ordinal = 0
    /// A bit for each of the first 64 members that was taken.
    private var taken: UInt64 = 0
    private var known: [StaticString] = []

    private var first: Int { object.index + 1 }
    private var end: Int { Int(object.node.next) }

    /// Starts reading; nil unless `value` is an object.
    public init?(_ value: JSONValue) {
        guard value.kind == .object else { return nil }
        object = value
        cursor = value.index + 1
        known.reserveCapacity(16)
    }

    /// The value of `key`, nil when the object does not have it; the key is known from now on.
    public mutating func take(_ key: StaticString) -> JSONValue? {
        known.append(key)
        let storage = object.storage
        let start = (cursor: cursor, ordinal: ordinal)
        var wrapped = false
        while true {
            if cursor >= end {
                guard !wrapped, start.cursor > first else { break }
                (cursor, ordinal, wrapped) = (first, 0, true)
            }
            if wrapped, cursor >= start.cursor { break }
            if storage.matches(storage.nodes[cursor], key) { return takeCurrent() }
            step()
        }
        (cursor, ordinal) = start
        return nil
    }

    /// The first member, in source order, whose key was never taken; nil when there is none.
    public func firstUnknownKey() -> JSONUnknownKey? {
        for (ordinal, member) in JSONMembers(object: object).enumerated() {
            if ordinal < 64, taken & (1 << UInt64(ordinal)) != 0 { continue }
            if known.contains(where: member.keyIs) { continue }
            return JSONUnknownKey(
                key: member.key, nearest: nearestName(to: member.key, among: known.map { "\($0)" }),
                place: JSONPlace(position: member.keyPosition, pointer: member.value.pointer))
        }
        return nil
    }

    private mutating func takeCurrent() -> JSONValue {
        let value = JSONValue(storage: object.storage, index: cursor + 1)
        if ordinal < 64 { taken |= 1 << UInt64(ordinal) }
        step()
        return value
    }

    private mutating func step() {
        cursor = Int(object.storage.nodes[cursor + 1].next)
        ordinal += 1
    }
}

/// A key that a format does not know.
public struct JSONUnknownKey: Hashable, Sendable {
    /// The key, escapes resolved; it can hold any character, so do not print it unchecked.
    public let key: String
    /// The known key that was probably meant.
    public let nearest: String?
    /// Position of the key, pointer to its value.
    public let place: JSONPlace
}

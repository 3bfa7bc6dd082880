internal import JSONText

/// Reads an object key by key and finds every key that the format does not know.
struct Fields {
    let object: JSONValue
    private let intake: Intake
    private var reader: JSONObjectReader
    private var known: [StaticString] = []

    /// - Returns: nil, noted, unless the value is an object.
    init?(_ value: JSONValue, _ intake: Intake) {
        guard let reader = JSONObjectReader(value) else {
            intake.note(.wrongType(expected: .object, found: value.kind), at: value)
            return nil
        }
        object = value
        self.intake = intake
        self.reader = reader
        known.reserveCapacity(24)
    }

    /// The value of a key that may be absent.
    mutating func value(_ key: StaticString) -> JSONValue? {
        known.append(key)
        guard let value = reader.take(key) else { return nil }
        return value.isNull && intake.nullIsUnknown ? nil : value
    }

    /// The value of a key that must be there; nil is noted.
    mutating func required(_ key: StaticString) -> JSONValue? {
        guard let value = value(key) else {
            intake.note(.missingKey("\(key)"), at: object)
            return nil
        }
        return value
    }

    /// Reads a key that may be absent.
    mutating func read<Value>(_ key: StaticString, _ body: (JSONValue) -> Value?) -> Value? {
        guard let value = value(key) else { return nil }
        return body(value)
    }

    /// Reads a key that must be there; nil is noted.
    mutating func require<Value>(_ key: StaticString, _ body: (JSONValue) -> Value?) -> Value? {
        guard let value = required(key) else { return nil }
        return body(value)
    }

    /// Notes every key that was never asked for.
    func finish() {
        guard let first = reader.firstUnknownKey() else { return }
        let names = known.map { "\($0)" }
        intake.note(.unknownKey(first.key, nearest: first.nearest, known: names), at: first.place)
        guard let members = object.members else { return }
        for member in members where !known.contains(where: member.keyIs) && member.key != first.key {
            guard !intake.isFull else { return }
            intake.note(
                .unknownKey(member.key, nearest: nearestName(to: member.key, among: names), known: names),
                at: member.place)
        }
    }
}

extension JSONMember {
    /// Position of the key, pointer to its value.
    var place: JSONPlace { JSONPlace(position: keyPosition, pointer: value.pointer) }
}

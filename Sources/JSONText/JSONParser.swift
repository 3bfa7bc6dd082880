/// Reads one JSON value into an arena of nodes.
///
/// One pass, no recursion: the open containers are a chain through `parent`.
///
/// - Source: RFC 8259.
struct JSONParser {
    let limits: JSONLimits
    var nodes: [JSONNode] = []
    /// The next byte to read.
    var offset = 0
    /// The innermost open object or array.
    var container = JSONNode.none
    /// True while a value is read, false while a key or a separator is: decides what an error points at.
    var readsValue = true
    private var depth = 0

    private enum Step { case value, separator, end }

    init(limits: JSONLimits) { self.limits = limits }

    mutating func parse(_ source: Span<UInt8>) throws(JSONError) {
        // About as many as a case file has; a denser file grows the arena.
        nodes.reserveCapacity(source.count / 12 + 4)
        try checkStart(source)
        var step = Step.value
        while step != .end {
            skipWhiteSpace(source)
            step = step == .value ? try readValue(source) : try readSeparator(source)
        }
        skipWhiteSpace(source)
        guard offset == source.count else { throw .trailingContent(at: place(offset, source)) }
    }

    private mutating func checkStart(_ source: Span<UInt8>) throws(JSONError) {
        if source.count >= 3, source[0] == 0xEF, source[1] == 0xBB, source[2] == 0xBF {
            throw .byteOrderMark(at: place(0, source))
        }
        skipWhiteSpace(source)
        guard offset < source.count else { throw .empty(at: place(offset, source)) }
    }

    mutating func skipWhiteSpace(_ source: Span<UInt8>) {
        while offset < source.count {
            let byte = source[offset]
            guard
                byte == ASCII.space || byte == ASCII.lineFeed || byte == ASCII.carriageReturn
                    || byte == ASCII.tab
            else { return }
            offset += 1
        }
    }

    private mutating func readValue(_ source: Span<UInt8>) throws(JSONError) -> Step {
        readsValue = true
        guard offset < source.count else { throw unexpected(.value, source) }
        switch source[offset] {
        case ASCII.quote: try readString(source)
        case ASCII.openBrace: return try openObject(source)
        case ASCII.openBracket: return try openArray(source)
        case UInt8(ascii: "t"): try readLiteral("true", .bool, source)
        case UInt8(ascii: "f"): try readLiteral("false", .bool, source)
        case UInt8(ascii: "n"): try readLiteral("null", .null, source)
        case ASCII.minus, UInt8(ascii: "0")...UInt8(ascii: "9"): try readNumber(source)
        default: throw unexpected(.value, source)  // tidy-allow: bytes are an open set
        }
        return container == JSONNode.none ? .end : .separator
    }

    private mutating func openObject(_ source: Span<UInt8>) throws(JSONError) -> Step {
        try open(.object, source)
        skipWhiteSpace(source)
        if offset < source.count, source[offset] == ASCII.closeBrace { return try close(source) }
        try readKey(.keyOrEndOfObject, source)
        return .value
    }

    private mutating func openArray(_ source: Span<UInt8>) throws(JSONError) -> Step {
        try open(.array, source)
        skipWhiteSpace(source)
        if offset < source.count, source[offset] == ASCII.closeBracket { return try close(source) }
        guard offset < source.count else { throw unexpected(.valueOrEndOfArray, source) }
        return .value
    }

    private mutating func open(_ kind: JSONValue.Kind, _ source: Span<UInt8>) throws(JSONError) {
        guard depth < limits.depthMax else {
            throw .tooDeep(max: limits.depthMax, at: place(offset, source))
        }
        append(kind, end: offset + 1, isEscaped: false)
        offset += 1
        container = UInt32(nodes.count - 1)
        depth += 1
        readsValue = false
    }

    /// Reads what follows a value inside an object or array.
    private mutating func readSeparator(_ source: Span<UInt8>) throws(JSONError) -> Step {
        readsValue = false
        let isObject = nodes[Int(container)].kind == .object
        let closing = isObject ? ASCII.closeBrace : ASCII.closeBracket
        guard offset < source.count, source[offset] == ASCII.comma || source[offset] == closing else {
            throw unexpected(isObject ? .commaOrEndOfObject : .commaOrEndOfArray, source)
        }
        if source[offset] == closing { return try close(source) }
        offset += 1
        if isObject {
            skipWhiteSpace(source)
            try readKey(.key, source)
        }
        return .value
    }

    private mutating func close(_ source: Span<UInt8>) throws(JSONError) -> Step {
        offset += 1
        let index = Int(container)
        if nodes[index].kind == .object { try refuseDuplicateKeys(in: index, source) }
        nodes[index].end = UInt32(offset)
        nodes[index].next = UInt32(nodes.count)
        container = nodes[index].parent
        depth -= 1
        return container == JSONNode.none ? .end : .separator
    }

    private mutating func readKey(_ expected: JSONExpectation, _ source: Span<UInt8>) throws(JSONError) {
        guard offset < source.count, source[offset] == ASCII.quote else { throw unexpected(expected, source) }
        try readString(source)
        skipWhiteSpace(source)
        guard offset < source.count, source[offset] == ASCII.colon else { throw unexpected(.colon, source) }
        offset += 1
    }

    private mutating func readLiteral(
        _ word: StaticString, _ kind: JSONValue.Kind, _ source: Span<UInt8>
    ) throws(JSONError) {
        let length = word.utf8CodeUnitCount
        let end = offset + length
        guard end <= source.count, source.matches(word, in: offset..<end) else {
            throw unexpected(.value, source)
        }
        append(kind, end: end, isEscaped: false)
        offset = end
    }

    /// Adds the node of the token from `offset` to `end`; does not move `offset`.
    mutating func append(_ kind: JSONValue.Kind, end: Int, isEscaped: Bool) {
        nodes.append(
            JSONNode(
                start: UInt32(truncatingIfNeeded: offset), end: UInt32(truncatingIfNeeded: end),
                next: UInt32(truncatingIfNeeded: nodes.count + 1), parent: container, kind: kind,
                isEscaped: isEscaped))
    }
}

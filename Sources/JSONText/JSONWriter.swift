/// Writes JSON into a buffer, in the order of the calls.
///
/// The same calls give the same bytes. Calls in an impossible order, such as a value without its key,
/// are mistakes of the program and stop it.
public struct JSONWriter: Sendable {
    /// How values are set apart.
    public enum Layout: Hashable, Sendable {
        /// No white space at all.
        case compact
        /// A line for each member and element, two spaces a level.
        case pretty
    }

    private var output: OutputBytes
    /// How values are set apart.
    public let layout: Layout
    /// The innermost open object or array; nil outside of any.
    private var level: Level?
    /// Those around it, the outermost first.
    private var outer: [Level] = []
    private var isComplete = false

    private struct Level {
        let isObject: Bool
        var isEmpty = true
        var awaitsValue = false
    }

    /// Starts with an empty buffer.
    ///
    /// - Parameter capacity: expected size in bytes, to grow the buffer once.
    public init(_ layout: Layout = .compact, capacity: Int = 0) {
        self.layout = layout
        output = OutputBytes(capacity: capacity)
        outer.reserveCapacity(16)
    }

    /// What was written so far, copied: ``byteCount`` and ``withUnsafeBytes(_:)`` copy nothing.
    ///
    /// - Complexity: O(bytes).
    public var bytes: [UInt8] { output.array }

    /// How many bytes were written so far.
    public var byteCount: Int { output.count }

    /// Calls with what was written so far.
    public func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result
    {
        try output.withUnsafeBytes(body)
    }

    /// What was written, as text.
    public var text: String { withUnsafeBytes { String(decoding: $0, as: UTF8.self) } }

    /// Empties the buffer, keeps its memory, and allows a new value.
    public mutating func removeAll() {
        output.removeAll()
        level = nil
        outer.removeAll(keepingCapacity: true)
        isComplete = false
    }

    /// Ends the line after a complete value and allows another: JSON Lines.
    public mutating func endLine() {
        precondition(isComplete, "a line ends after a complete value")
        output.append(ASCII.lineFeed)
        isComplete = false
    }

    /// Opens an object.
    public mutating func beginObject() { open(ASCII.openBrace, isObject: true) }

    /// Closes the innermost object.
    public mutating func endObject() { close(ASCII.closeBrace, isObject: true) }

    /// Opens an array.
    public mutating func beginArray() { open(ASCII.openBracket, isObject: false) }

    /// Closes the innermost array.
    public mutating func endArray() { close(ASCII.closeBracket, isObject: false) }

    /// Writes a key that source code names.
    public mutating func key(_ key: StaticString) {
        key.withUTF8Buffer { text in
            assert(!text.contains(where: ASCII.needsEscape), "source code names plain keys")
            let isFirst = beginKey()
            if layout == .pretty { separate(isFirst: isFirst) }
            output.write(upTo: text.count + 4) { output in
                var place = 0
                if layout == .compact, !isFirst {
                    output[0] = ASCII.comma
                    place = 1
                }
                output[place] = ASCII.quote
                place += 1
                place += (output + place).put(text)
                output[place] = ASCII.quote
                output[place + 1] = ASCII.colon
                return place + 2
            }
            if layout == .pretty { output.append(ASCII.space) }
        }
    }

    /// Writes a key that is only known at run time.
    public mutating func key(named key: String) {
        separate(isFirst: beginKey())
        output.appendQuoted(key)
        endKey()
    }

    /// Writes a key as it stands in a file that was read, quotation marks included.
    mutating func key(token: ArraySlice<UInt8>) {
        separate(isFirst: beginKey())
        output.append(token)
        endKey()
    }

    /// Writes a text.
    public mutating func string(_ text: String) { scalar { $0.appendQuoted(text) } }

    /// Writes a text that is valid UTF-8 already, such as digits.
    public mutating func string(utf8 text: Span<UInt8>) {
        scalar { output in text.withUnsafeBufferPointer { output.appendQuoted($0) } }
    }

    /// Writes a whole number.
    public mutating func int(_ number: some BinaryInteger) {
        guard let number = Int64(exactly: number), number > Int64.min else {
            scalar { $0.append(Array(String(number).utf8)) }
            return
        }
        scalar { $0.appendDecimal(number) }
    }

    /// Writes a number exactly as given; anything that is no JSON number stops the program.
    public mutating func number(text: String) {
        precondition(Self.isNumber(text), "a number's text must be a number of RFC 8259, section 6")
        scalar { $0.append(Array(text.utf8)) }
    }

    /// Writes the shortest decimal that reads back as the same number; it must be finite.
    public mutating func double(_ number: Double) {
        precondition(number.isFinite, "JSON has no infinity and no NaN")
        scalar { $0.append(Array("\(number)".utf8)) }
    }

    /// Writes `true` or `false`.
    public mutating func bool(_ truth: Bool) {
        scalar { $0.append(truth ? "true" : "false") }
    }

    /// Writes `null`.
    public mutating func null() { scalar { $0.append("null") } }
}

extension JSONWriter {
    private static func isNumber(_ text: String) -> Bool {
        let limits = JSONLimits(numberBytesMax: max(1, text.utf8.count))
        guard let document = try? JSONDocument(parsing: text, limits: limits) else { return false }
        return document.root.numberText == text
    }

    /// Writes a value that is neither object nor array.
    @inline(__always)
    mutating func scalar(_ append: (inout OutputBytes) -> Void) {
        beginValue()
        append(&output)
        endValue()
    }

    private mutating func open(_ bracket: UInt8, isObject: Bool) {
        beginValue()
        output.append(bracket)
        if let level { outer.append(level) }
        level = Level(isObject: isObject)
    }

    private mutating func close(_ bracket: UInt8, isObject: Bool) {
        guard let closed = level, closed.isObject == isObject, !closed.awaitsValue else {
            preconditionFailure("only the innermost open object or array can be closed, after its last value")
        }
        level = outer.popLast()
        if !closed.isEmpty { breakLine() }
        output.append(bracket)
        endValue()
    }

    /// - Returns: whether it is the first of its object.
    private mutating func beginKey() -> Bool {
        guard let open = level, open.isObject, !open.awaitsValue else {
            preconditionFailure("a key needs an object")
        }
        level = Level(isObject: true, isEmpty: false, awaitsValue: true)
        return open.isEmpty
    }

    private mutating func endKey() {
        output.append(ASCII.colon)
        if layout == .pretty { output.append(ASCII.space) }
    }

    private mutating func beginValue() {
        guard let current = level else {
            precondition(!isComplete, "one value was written already; use endLine() before another")
            return
        }
        if current.isObject {
            precondition(current.awaitsValue, "a value in an object needs its key first")
            level?.awaitsValue = false
        } else {
            level?.isEmpty = false
            separate(isFirst: current.isEmpty)
        }
    }

    private mutating func endValue() { if level == nil { isComplete = true } }

    private mutating func separate(isFirst: Bool) {
        if !isFirst { output.append(ASCII.comma) }
        breakLine()
    }

    private mutating func breakLine() {
        guard layout == .pretty else { return }
        output.append(ASCII.lineFeed)
        let depth = level == nil ? 0 : outer.count + 1
        for _ in 0..<2 * depth { output.append(ASCII.space) }
    }
}

extension JSONParser {
    /// Checks a number against the grammar; its value waits until somebody asks.
    ///
    /// - Source: RFC 8259, section 6.
    mutating func readNumber(_ source: Span<UInt8>) throws(JSONError) {
        var index = offset
        if source[index] == ASCII.minus { index += 1 }
        let first = index
        index = try digits(from: index, source)
        if source[first] == ASCII.zero, index > first + 1 {
            throw .badNumber(.leadingZero, at: place(first, source))
        }
        if index < source.count, source[index] == ASCII.point {
            index = try digits(from: index + 1, source)
        }
        if index < source.count, source[index] | 0x20 == UInt8(ascii: "e") {
            index += 1
            if index < source.count, source[index] == ASCII.plus || source[index] == ASCII.minus {
                index += 1
            }
            index = try digits(from: index, source)
        }
        guard index - offset <= limits.numberBytesMax else {
            throw .numberTooLong(
                bytes: index - offset, max: limits.numberBytesMax, at: place(offset, source))
        }
        append(.number, end: index, isEscaped: false)
        offset = index
    }

    /// The end of a run of at least one digit.
    private func digits(from start: Int, _ source: Span<UInt8>) throws(JSONError) -> Int {
        var index = start
        while index < source.count, ASCII.isDigit(source[index]) { index += 1 }
        guard index > start else { throw .badNumber(.missingDigit, at: place(start, source)) }
        return index
    }
}

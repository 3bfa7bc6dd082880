extension Lexer {
    /// A number, or a time when it is one: `09:30`, and in lenient mode `9:30`, `9.30`, `9h30`, `9 am`.
    mutating func number() throws(ParseError) -> Token.Kind {
        let start = position
        let (value, digits) = try digits()
        if digits <= 2, peek(0) == UInt8(ascii: ":"), isDigit(1), isDigit(2), !isDigit(3) {
            position += 1
            let minute = try self.digits().value
            return try time(hour: value, minute: minute, start: start, isCanonical: digits == 2)
        }
        guard mode == .lenient, digits <= 2 else { return .number(value, digits: digits) }
        if peek(0) == UInt8(ascii: "."), isDigit(1), isDigit(2), !isDigit(3) {
            position += 1
            let minute = try self.digits().value
            return try time(hour: value, minute: minute, start: start, isCanonical: false)
        }
        if let hour = peek(0), hour | 0x20 == UInt8(ascii: "h"), !isLetter(1) {
            position += 1
            let minute = isDigit(0) && isDigit(1) && !isDigit(2) ? try self.digits().value : 0
            return try time(hour: value, minute: minute, start: start, isCanonical: false)
        }
        guard halfDayLength() != nil else { return .number(value, digits: digits) }
        return try time(hour: value, minute: 0, start: start, isCanonical: false)
    }

    private mutating func time(
        hour: Int, minute: Int, start: Int, isCanonical: Bool
    ) throws(ParseError) -> Token.Kind {
        var hour = hour
        var isCanonical = isCanonical
        if mode == .lenient, let length = halfDayLength() {
            guard (1...12).contains(hour) else { throw error(.outOfRange, start..<position) }
            let isAfternoon = bytes[position + length - 2] | 0x20 == UInt8(ascii: "p")
            hour = hour % 12 + (isAfternoon ? 12 : 0)
            position += length
            isCanonical = false
        }
        guard minute < 60, hour < 48 || hour == 48 && minute == 0 else {
            throw error(.outOfRange, start..<position, expected: ["00:00 to 48:00"])
        }
        let total = hour * 60 + minute
        if !isCanonical {
            try liberty(.otherTime, start..<position, write: RuleMinute(unchecked: total).description)
        }
        return .time(total)
    }

    /// The length of `am` or `pm`, the space before it included.
    private func halfDayLength() -> Int? {
        let space = peek(0) == 0x20 ? 1 : 0
        guard let first = peek(space), let second = peek(space + 1),
            first | 0x20 == UInt8(ascii: "a") || first | 0x20 == UInt8(ascii: "p"),
            second | 0x20 == UInt8(ascii: "m"), !isLetter(space + 2)
        else { return nil }
        return space + 2
    }

    private mutating func digits() throws(ParseError) -> (value: Int, digits: Int) {
        let start = position
        var value = 0
        while isDigit(0), let byte = peek(0) {
            guard position - start < 4 else {
                throw error(.outOfRange, start..<position + 1, expected: ["at most four digits"])
            }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
            position += 1
        }
        return (value, position - start)
    }

    private func isDigit(_ distance: Int) -> Bool {
        peek(distance).map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
    }

    private func isLetter(_ distance: Int) -> Bool { peek(distance).map(Self.isLetter) ?? false }
}

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
        if let length = ordinalLength(of: value) {
            position += length
            try liberty(.fillerWord, position - length..<position, write: "")
            return .number(value, digits: digits)
        }
        if peek(0) == UInt8(ascii: "."), isDigit(1), isDigit(2), !isDigit(3) {
            position += 1
            let minute = try self.digits().value
            return try time(hour: value, minute: minute, start: start, isCanonical: false)
        }
        if let length = hourSignLength() {
            position += length
            let minute = isDigit(0) && isDigit(1) && !isDigit(2) ? try self.digits().value : 0
            return try time(hour: value, minute: minute, start: start, isCanonical: false)
        }
        guard halfDayLength() != nil else { return .number(value, digits: digits) }
        return try time(hour: value, minute: 0, start: start, isCanonical: false)
    }

    /// The length of the ending of a day's number, `er` of `1er` or `th` of `25th`; nil without one.
    private func ordinalLength(of value: Int) -> Int? {
        guard let first = peek(0), let second = peek(1), !isLetter(2) else { return nil }
        let ending = [first | 0x20, second | 0x20]
        let isFrench = value == 1 && ending == Array("er".utf8)
        return isFrench || ["st", "nd", "rd", "th"].contains { Array($0.utf8) == ending } ? 2 : nil
    }

    /// The length of the `h` of `9h` or `9 h 30`, the spaces around it included.
    private func hourSignLength() -> Int? {
        let space = peek(0) == 0x20 ? 1 : 0
        guard let hour = peek(space), hour | 0x20 == UInt8(ascii: "h"), !isLetter(space + 1) else {
            return nil
        }
        if peek(space + 1) == 0x20, isDigit(space + 2), isDigit(space + 3), !isDigit(space + 4),
            peek(space + 4).map({ $0 == UInt8(ascii: ":") || $0 | 0x20 == UInt8(ascii: "h") }) != true
        {
            return space + 2
        }
        return space + 1
    }

    private mutating func time(
        hour: Int, minute: Int, start: Int, isCanonical: Bool
    ) throws(ParseError) -> Token.Kind {
        var hour = hour
        var isCanonical = isCanonical
        if mode == .lenient, let length = halfDayLength() {
            guard (1...12).contains(hour) else { throw error(.outOfRange, start..<position) }
            let isAfternoon = bytes[position + (peek(0) == 0x20 ? 1 : 0)] | 0x20 == UInt8(ascii: "p")
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

    /// The length of `am`, `pm`, `a.m.` or `p.m.`, the space before it included.
    private func halfDayLength() -> Int? {
        let space = peek(0) == 0x20 ? 1 : 0
        guard let first = peek(space), first | 0x20 == UInt8(ascii: "a") || first | 0x20 == UInt8(ascii: "p")
        else { return nil }
        let dots = peek(space + 1) == UInt8(ascii: ".") ? 1 : 0
        guard let second = peek(space + 1 + dots), second | 0x20 == UInt8(ascii: "m"),
            !isLetter(space + 2 + dots)
        else { return nil }
        return space + 2 + dots + (dots == 1 && peek(space + 3) == UInt8(ascii: ".") ? 1 : 0)
    }

    private mutating func digits() throws(ParseError) -> (value: Int, digits: Int) {
        let start = position
        var value = 0
        while position < bytes.count, case let byte = bytes[position], Self.isDigit(byte) {
            guard position - start < 4 else {
                throw error(.outOfRange, start..<position + 1, expected: ["at most four digits"])
            }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
            position += 1
        }
        return (value, position - start)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

    private func isDigit(_ distance: Int) -> Bool { peek(distance).map(Self.isDigit) ?? false }

    private func isLetter(_ distance: Int) -> Bool { peek(distance).map(Self.isLetter) ?? false }
}

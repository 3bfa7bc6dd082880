/// Reads a POSIX `TZ` value from left to right.
struct PosixRuleScanner {
    private let text: [UInt8]
    private var position = 0

    init(_ text: [UInt8]) { self.text = text }

    /// The whole rule; nil when it is malformed or something follows it.
    mutating func rule() -> PosixZoneRule? {
        guard let name = name(), let west = time(hoursMax: 25) else { return nil }
        let standard = ZoneType(offset: Int32(-west), isDaylight: false, abbreviation: name)
        guard position < text.count else { return PosixZoneRule(standard: standard, daylight: nil) }
        guard let daylightName = self.name() else { return nil }
        var offset = standard.offset + 3600
        if peek != UInt8(ascii: ",") {
            guard let west = time(hoursMax: 25) else { return nil }
            offset = Int32(-west)
        }
        guard abs(offset) < ZoneType.offsetLimit, let start = turn(), let end = turn(),
            position == text.count
        else { return nil }
        let daylight = ZoneType(offset: offset, isDaylight: true, abbreviation: daylightName)
        return PosixZoneRule(
            standard: standard, daylight: .init(type: daylight, start: start, end: end))
    }

    /// Three or more letters, or anything of letters, digits and signs between `<` and `>`.
    private mutating func name() -> String? {
        let isQuoted = take("<")
        let start = position
        while let byte = peek, Self.isNameByte(byte, quoted: isQuoted) { position += 1 }
        let name = text[start..<position]
        guard name.count >= 3, !isQuoted || take(">") else { return nil }
        return String(decoding: name, as: UTF8.self)
    }

    private static func isNameByte(_ byte: UInt8, quoted: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"): quoted
        default: false  // tidy-allow: numbers
        }
    }

    /// `[+-]h[h[h]][:mm[:ss]]` in seconds.
    private mutating func time(hoursMax: Int) -> Int? {
        let isNegative = take("-")
        if !isNegative { _ = take("+") }
        guard let hours = number(), hours <= hoursMax else { return nil }
        var seconds = hours * 3600
        if take(":") {
            guard let minutes = number(), minutes < 60 else { return nil }
            seconds += minutes * 60
            if take(":") {
                guard let rest = number(), rest < 60 else { return nil }
                seconds += rest
            }
        }
        return isNegative ? -seconds : seconds
    }

    /// `,date[/time]`; the time is 02:00 when it is left out.
    private mutating func turn() -> PosixZoneRule.Turn? {
        guard take(","), let date = date() else { return nil }
        guard take("/") else { return PosixZoneRule.Turn(date: date, second: 7200) }
        guard let second = time(hoursMax: 167) else { return nil }
        return PosixZoneRule.Turn(date: date, second: second)
    }

    private mutating func date() -> PosixZoneRule.Date? {
        if take("J") {
            guard let day = number(), (1...365).contains(day) else { return nil }
            return .julian(day)
        }
        guard take("M") else {
            guard let day = number(), day <= 365 else { return nil }
            return .dayOfYear(day)
        }
        guard let month = number(), (1...12).contains(month), take("."),
            let week = number(), (1...5).contains(week), take("."),
            let day = number(), day <= 6
        else { return nil }
        return .weekday(month: month, week: week, day: day)
    }

    private var peek: UInt8? { position < text.count ? text[position] : nil }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard let byte = peek, UInt32(byte) == character.value else { return false }
        position += 1
        return true
    }

    private mutating func number() -> Int? {
        let start = position
        while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
        return decimal(text[start..<position])
    }
}

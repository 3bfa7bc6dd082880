public import CivilCalendar

/// Dates and offsets as RFC 5545 writes them.
public enum CalendarForms {
    /// Section 3.3.5, form 2: `20261125T080000Z`.
    public static func utc(_ instant: Instant) -> String { local(instant, offset: 0) + "Z" }

    /// Section 3.3.5, form 1 and 3: what a clock shows at that offset.
    public static func local(_ instant: Instant, offset: Int) -> String {
        let time = TimeZoneRules.utc.civilTime(at: instant.adding(seconds: Int64(offset)))
        return "\(day(time.day))T"
            + "\(digits(time.hour, 2))\(digits(time.minute, 2))\(digits(time.second, 2))"
    }

    /// Section 3.3.4: `20261125`.
    public static func day(_ day: CivilDay) -> String {
        let (year, month, day) = day.components
        return "\(digits(year, 4))\(digits(month, 2))\(digits(day, 2))"
    }

    /// Section 3.3.14: `+0100`, with seconds where the offset has some.
    public static func offset(_ seconds: Int) -> String {
        let size = abs(seconds)
        let rest = size % 60 == 0 ? "" : digits(size % 60, 2)
        return "\(seconds < 0 ? "-" : "+")\(digits(size / 3600, 2))\(digits(size / 60 % 60, 2))\(rest)"
    }

    private static func digits(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }
}

extension CalendarForms {
    /// Reads a moment as ``utc(_:)`` writes it; nil for anything else.
    public static func instant(utc text: String) -> Instant? {
        let bytes = Array(text.utf8)
        guard bytes.count == 16, bytes[8] == UInt8(ascii: "T"), bytes[15] == UInt8(ascii: "Z"),
            let year = number(bytes[0..<4]), let month = number(bytes[4..<6]), let day = number(bytes[6..<8]),
            let hour = number(bytes[9..<11]), hour < 24, let minute = number(bytes[11..<13]), minute < 60,
            let second = number(bytes[13..<15]), second < 60,
            let civil = CivilDay(year: year, month: month, day: day)
        else { return nil }
        return TimeZoneRules.utc.instant(of: civil, secondOfDay: (hour * 60 + minute) * 60 + second)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
}

internal import CivilCalendar

/// The date-time of RFC 5322 section 3.3: `Wed, 25 Nov 2026 15:00:00 +0100`.
enum MailDate {
    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    static func text(_ instant: Instant, in zone: TimeZoneRules) -> String {
        let time = zone.civilTime(at: instant)
        let (year, month, day) = time.day.components
        let clock = "\(two(time.hour)):\(two(time.minute)):\(two(time.second))"
        let offset = abs(time.offset) / 60
        let sign = time.offset < 0 ? "-" : "+"
        return
            "\(weekdays[time.day.weekday.rawValue - 1]), \(two(day)) \(months[month - 1]) \(four(year)) \(clock) "
            + "\(sign)\(two(offset / 60))\(two(offset % 60))"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    private static func four(_ number: Int) -> String {
        String(repeating: "0", count: max(0, 4 - "\(number)".utf8.count)) + "\(number)"
    }
}

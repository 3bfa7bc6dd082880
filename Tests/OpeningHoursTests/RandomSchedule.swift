import CivilCalendar
import OpeningHours
import TestSupport

/// Random schedules over the whole language, as text that may or may not be canonical.
enum RandomSchedule {
    static func text(using random: inout SeededGenerator) -> String {
        var text = rule(using: &random, isFirst: true)
        for _ in 0..<Int.random(in: 0...3, using: &random) {
            text += random.pick(["; ", ";", " || ", ", "]) + rule(using: &random, isFirst: false)
        }
        return text
    }

    /// Random schedules of rules that weekday, week, date and year tell apart.
    static func boxedText(using random: inout SeededGenerator) -> String {
        (0..<Int.random(in: 1...5, using: &random)).map { index in
            var parts: [String] = []
            if random.chance(15) { parts.append(random.pick(["2026,2028", "2025-2030", "2026+"])) }
            if random.chance(30) { parts.append(random.pick(boxedDates)) }
            if random.chance(15) { parts.append(random.pick(weeks)) }
            if random.chance(80) { parts.append(random.pick(["Mo-Fr", "Sa,Su", "Fr-Mo", "Tu", "We,Th"])) }
            let times = random.chance(85) ? random.pick(boxedTimes) : ""
            let state = random.pick(["", "", "", "off", "unknown", "open \"a\"", "off \"c\""])
            parts.append(times)
            parts.append(state.isEmpty && times.isEmpty ? "open" : state)
            let separator = index == 0 ? "" : random.pick(["; ", "; ", ", ", " || "])
            return separator + parts.filter { !$0.isEmpty }.joined(separator: " ")
        }.joined()
    }

    private static let boxedDates = [
        "Jan-Mar", "Nov-Feb", "Dec", "Dec 24-26", "Dec 24-Jan 02", "Feb 29", "Feb 29-Mar 02", "Feb 20-29",
        "Jan 01+",
        "Jan 05,Mar 03-05,Jun", "2026 Dec 24-26", "2027 Jan-Mar", "Feb 28-Mar 01",
    ]
    private static let boxedTimes = [
        "09:00-12:00", "09:00-12:00,14:00-18:30", "10:00-16:00", "00:00-24:00", "00:00-06:00", "20:00-24:00",
        "22:00-04:00", "18:00-02:00", "11:00-13:00",
    ]

    private static func rule(using random: inout SeededGenerator, isFirst: Bool) -> String {
        if isFirst, random.chance(10) { return "24/7" }
        var parts: [String] = []
        if random.chance(15) { parts.append(random.pick(years)) }
        if random.chance(30) { parts.append(random.pick(dates)) }
        if random.chance(10) { parts.append(random.pick(weeks)) }
        parts.append(random.pick(days))
        // A comma may follow only a time or a state, so every rule has one of them.
        let hasTimes = random.chance(80)
        if hasTimes { parts.append(random.pick(times)) }
        let state = random.pick(["", "", "", "off", "unknown", "open \"a\"", "\"b\"", "off \"c\""])
        if !state.isEmpty { parts.append(state) } else if !hasTimes { parts.append("open") }
        return parts.joined(separator: " ")
    }

    private static let years = ["2026,2028", "2025-2030", "2020-2030/2", "2026+", "2024/3"]
    private static let dates = [
        "Jan-Mar", "Nov-Feb", "Dec", "Dec 24-26", "Dec 24-Jan 02", "2026 Dec 24-Jan 02", "Feb 29",
        "Feb 29-Mar 02",
        "Feb 20-29", "easter", "easter -2 days-easter +1 day", "Mar Su[-1]-Oct Su[-1]", "Jan 01+",
        "2027 Mar 01+",
        "Jan 05,Mar 03-05,Jun", "Dec 25-Su", "easter +49 days", "Apr 10-30/3", "2026 Nov-Feb",
        "May 01 +300 days",
    ]
    private static let weeks = ["week 01", "week 50-02", "week 01-53/2", "week 10-20/5,33"]
    private static let days = [
        "Mo-Fr", "Sa,Su", "Fr-Mo", "Mo[1]", "Th[1,-1]", "Su[5] +2 days", "Mo[1] -1 day", "PH", "PH -1 day",
        "SH",
        "Mo-Fr,PH", "PH Mo-Fr", "SH,PH Mo-We", "Mo,We,Fr", "Mo[2-4]", "Tu",
    ]
    private static let times = [
        "09:00-12:00", "09:00-12:00,14:00-18:30", "22:00-04:00", "22:00-22:00", "00:00-24:00", "18:00+",
        "10:00-16:00+",
        "23:00-48:00", "10:00-36:00", "08:15-26:00", "22:30+", "01:00-02:00, 03:00-04:00",
        "sunrise-sunset", "(sunset-01:30)-26:00", "dusk+", "08:00,18:30", "10:00-16:00/90",
        "dawn-(dusk+00:15)/30",
    ]
}

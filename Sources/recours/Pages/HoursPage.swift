import CivilCalendar
import OpeningHours

/// Opening hours as a person wants to see them: now, the next change, and the week as a grid.
struct HoursPage {
    let report: HoursReport
    let words: HoursWords

    private var zone: TimeZoneRules { report.place.timeZone }
    private static let labelWidth = 10

    func write(to page: inout Page) {
        page.title("→ " + words.answer(report))
        page.blankLine()
        page.pair(words.moment, words.moment(report.now, in: zone), width: Self.labelWidth)
        page.pair(words.zone, zone.identifier, width: Self.labelWidth)
        if let rule = report.decidingRule { page.pair(words.rule, rule, width: Self.labelWidth) }
        if let comment = report.status.comment {
            page.pair(words.comment, comment, width: Self.labelWidth)
        }
        if let reason = words.reason(report.status.state) {
            page.pair(words.why, reason, width: Self.labelWidth)
        }
        writeWeek(to: &page)
        if report.guessesPosition {
            page.blankLine()
            page.paragraph(words.sunOf(zone.identifier))
        }
        if report.lacksHolidays {
            page.blankLine()
            page.paragraph(words.holidaysMissing)
        }
    }

    private func writeWeek(to page: inout Page) {
        page.heading(words.week)
        page.line(String(repeating: " ", count: 16) + "0     6     12    18    24")
        for day in report.week {
            let mark = day.isToday ? "→" : " "
            let name = words.shortDay(day.day)
            let padding = String(repeating: " ", count: max(0, 11 - name.count))
            let holiday = day.holiday.map { " (\(words.name(of: $0)))" } ?? ""
            page.row(
                "  \(mark) \(name)\(padding) \(grid(day))  ", words.hours(day, in: zone) + holiday,
                isStrong: day.isToday)
        }
        page.blankLine()
        page.paragraph(words.legend)
    }

    /// A sign for each hour of the clock, the halves told apart.
    private func grid(_ day: HoursReport.Day) -> String {
        guard !day.range.isEmpty else { return String(repeating: " ", count: 24) }
        return (0..<24).map { hour in
            let first = sign(day, minute: hour * 60 + 15)
            let second = sign(day, minute: hour * 60 + 45)
            switch (first, second) {
            case (.open, .open): return "█"
            case (.open, .closed): return "▌"
            case (.closed, .open): return "▐"
            case (.closed, .closed): return "·"
            case (.unknown, _), (_, .unknown): return "▒"
            }
        }.joined()
    }

    private enum Sign { case open, closed, unknown }

    private func sign(_ day: HoursReport.Day, minute: Int) -> Sign {
        let moment = zone.instant(of: day.day, secondOfDay: minute * 60)
        guard let part = day.parts.first(where: { $0.range.contains(moment) }) else { return .closed }
        return part.isOpen ? .open : .unknown
    }
}

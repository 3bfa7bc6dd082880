import CivilCalendar
import OpeningHours
import Testing

/// What expressions mean, as drawn days: an hour a sign, `#` open, `.` closed, `?` unknown, `+` an open end.
///
/// The calendar is that of metropolitan France; 23 November 2026 is a Monday.
@Suite("The rules of meaning, drawn")
struct RuleTableTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let rule: String
        let text: String
        let first: String
        let days: [String]

        init(_ rule: String, _ text: String, _ first: String, _ days: String...) {
            self.rule = rule
            self.text = text
            self.first = first
            self.days = days
        }

        var testDescription: String { "\(rule): \(text) from \(first)" }
    }

    static let rules = [
        Row(
            "a rule takes away what earlier rules said for its days", "Mo-Fr 09:00-18:00; We 10:00-12:00",
            "2026-11-24",
            ".........#########......",
            "..........##............",
            ".........#########......"),
        Row(
            "also the hours after midnight of an earlier rule", "Th 22:00-04:00; Fr 10:00-12:00",
            "2026-11-19",
            "......................##",
            "..........##............"),
        Row(
            "hours after midnight enter at their rule's place", "Su-Th 10:00-24:00; Fr,Sa 10:00-01:00",
            "2026-11-20",
            "..........##############",
            "#.........##############",
            "#.........##############",
            "..........##############"),
        Row(
            "the same with the rules turned round", "Fr,Sa 10:00-01:00; Su-Th 10:00-24:00", "2026-11-20",
            "..........##############",
            "#.........##############",
            "..........##############"),
        Row(
            "off takes nothing away, it closes its own time", "Mo-Fr 09:00-18:00; We 12:00-14:00 off",
            "2026-11-25",
            ".........###..####......"),
        Row(
            "off closes the whole day without a time", "Fr 22:00-04:00; Sa off", "2026-11-20",
            "......................##",
            "........................"),
        Row(
            "off first, open later: the later one wins", "Mo-Su off; Mo 09:00-12:00", "2026-11-23",
            ".........###............",
            "........................"),
        Row(
            "off over midnight closes the morning after", "Mo-Su 00:00-24:00; Mo 22:00-06:00 off",
            "2026-11-23",
            "######################..",
            "......##################"),
        Row(
            "an additional rule adds", "Mo-Fr 09:00-12:00, Mo 11:00-15:00", "2026-11-23",
            ".........######.........",
            ".........###............"),
        Row(
            "an additional rule keeps the night before", "Th 22:00-04:00, Fr 10:00-12:00", "2026-11-19",
            "......................##",
            "####......##............"),
        Row(
            "a fallback fills only closed moments", "Mo-Fr 09:00-12:00 || Mo 11:00-15:00 unknown",
            "2026-11-23",
            ".........###???.........",
            ".........###............"),
        Row(
            "also those that off has closed", "Mo 09:00-12:00 off || Mo 10:00-14:00 unknown", "2026-11-23",
            "..........????.........."),
        Row(
            "a fallback over midnight fills the morning too",
            "Mo-Fr 00:00-02:00 || Mo 22:00-06:00 unknown", "2026-11-23",
            "##....................??",
            "##????.................."),
        Row(
            "later paint wins", "Mo 09:00-18:00, Mo 12:00-14:00 off, Mo 13:00-15:00 unknown", "2026-11-23",
            ".........###.??###......"),
        Row(
            "a rule without days holds on all days", "Mo-Fr 08:00-13:00; 14:00-18:00", "2026-11-23",
            "..............####......"),
        Row(
            "a holiday rule wins only over rules before it", "PH off; Mo-Fr 10:00-12:00", "2026-05-01",
            "..........##............"),
        Row(
            "so it stands at the end", "Mo-Fr 10:00-12:00; PH off", "2026-04-30",
            "..........##............",
            "........................"),
        Row(
            "weekdays match on holidays too", "Mo-Fr 10:00-12:00", "2026-12-25",
            "..........##............"),
        Row(
            "weekdays and holidays with a comma: either", "Sa,PH 10:00-12:00", "2026-05-01",
            "..........##............",
            "..........##............",
            "........................"),
        Row(
            "holidays and weekdays with a space: both", "PH Fr 10:00-12:00", "2026-05-01",
            "..........##............"),
        Row(
            "both, on a weekday that is none", "PH Mo-Th 10:00-12:00", "2026-05-01",
            "........................"),
        Row(
            "off for either closes both", "24/7; Mo-Fr,PH off", "2026-10-31",
            "########################",
            "........................",
            "........................"),
        Row(
            "a comment alone is unknown", "Mo \"by appointment\"", "2026-11-23",
            "????????????????????????",
            "........................"),
        Row(
            "an open end before 17:00 is until midnight", "Mo 16:00+", "2026-11-23",
            "................++++++++",
            "........................"),
        Row(
            "from 17:00 on it is ten hours", "Mo 17:00+", "2026-11-23",
            ".................+++++++",
            "+++....................."),
        Row(
            "from 22:00 on it is eight hours", "Mo 22:00+", "2026-11-23",
            "......................++",
            "++++++.................."),
        Row(
            "after a sure part it goes on from its end", "Mo 10:00-18:00+", "2026-11-23",
            "..........########++++++",
            "++++...................."),
        Row(
            "an open end of off is off", "Mo-Su 00:00-24:00; Mo 16:00+ off", "2026-11-23",
            "################........"),
        Row(
            "29 February as a single day, in a common year", "Feb 29 10:00-12:00", "2027-02-28",
            "........................",
            "........................"),
        Row(
            "29 February as a range's end, in a common year", "Feb 20-29 10:00-12:00", "2027-02-28",
            "..........##............",
            "........................"),
        Row(
            "29 February as a range's start, in a common year", "Feb 29-Mar 02 10:00-12:00", "2027-02-28",
            "........................",
            "..........##............",
            "..........##............",
            "........................"),
        Row(
            "29 February in a leap year", "Feb 29 10:00-12:00", "2028-02-28",
            "........................",
            "..........##............",
            "........................"),
    ]

    static let pitfalls = [
        Row(
            "26:00 is 02:00", "Mo 22:00-26:00", "2026-11-23",
            "......................##",
            "##......................"),
        Row(
            "48:00 is the end of the next day", "Mo 12:00-48:00", "2026-11-23",
            "............############",
            "########################",
            "........................"),
        Row(
            "equal times are 24 hours", "Mo 22:00-22:00", "2026-11-23",
            "......................##",
            "######################.."),
        Row(
            "dates over the new year, seen from January", "Mo-Su 10:00-12:00; Dec 24-Jan 02 off",
            "2027-01-02",
            "........................",
            "..........##............"),
        Row(
            "with a year they happen once", "2026 Dec 24-Jan 02 10:00-12:00", "2026-01-01",
            "........................"),
        Row(
            "and go on in the next", "2026 Dec 24-Jan 02 10:00-12:00", "2027-01-01",
            "..........##............",
            "..........##............",
            "........................"),
        Row(
            "week 53 of 2026 ends in 2027", "week 53 10:00-12:00", "2027-01-02",
            "..........##............",
            "..........##............",
            "........................"),
        Row(
            "week 53 of 2032", "week 53 10:00-12:00", "2032-12-26",
            "........................",
            "..........##............"),
        Row(
            "the last days of December can be in week 1", "week 01 10:00-12:00", "2025-12-28",
            "........................",
            "..........##............"),
        Row(
            "odd weeks: 53 and 1 are neighbours", "week 01-53/2 Su,Mo 10:00-12:00", "2027-01-03",
            "..........##............",
            "..........##............"),
        Row(
            "the fifth Sunday is not in every month", "Su[5] 10:00-12:00", "2026-11-29",
            "..........##............"),
        Row(
            "the day before the first Friday can be in the year before", "Fr[1] -1 day 10:00-12:00",
            "2026-12-31",
            "..........##............",
            "........................"),
        Row(
            "a holiday on a weekday", "Mo-Sa 06:00-24:00; Su 10:00-19:00; PH off", "2026-07-14",
            "........................",
            "......##################"),
        Row(
            "two holidays on one day", "Mo-Fr 10:00-12:00; PH off", "2008-05-01",
            "........................",
            "..........##............"),
        Row(
            "the day before a holiday, over the new year", "PH -1 day 10:00-12:00", "2026-12-31",
            "..........##............",
            "........................"),
        Row(
            "the second day after a holiday, over the new year", "PH +7 days 10:00-12:00", "2027-01-01",
            "..........##............"),
        Row(
            "Easter is part of a range that ends on it", "easter -2 days-easter 10:00-12:00", "2026-04-04",
            "..........##............",
            "..........##............",
            "........................"),
        Row(
            "years end at midnight, nights do not", "2026 22:00-04:00", "2026-12-31",
            "####..................##",
            "####...................."),
    ]

    @Test("rule", arguments: rules)
    func rule(row: Row) throws { try check(row) }

    @Test("pitfall", arguments: pitfalls)
    func pitfall(row: Row) throws { try check(row) }

    private func check(_ row: Row) throws {
        let schedule = try Schedule.parse(row.text, mode: .lenient).schedule.get()
        let evaluator = Evaluator(schedule, in: try Sample.paris())
        let zone = try Sample.zone("Europe/Paris")
        let first = try #require(CivilDay(row.first))

        let drawn = row.days.indices.map { evaluator.drawing(of: first.adding(days: $0), zone: zone) }

        #expect(drawn == row.days)
    }
}

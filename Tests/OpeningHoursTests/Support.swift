import CivilCalendar
import OpeningHours
import TestSupport

/// The zones and places that the tests use.
enum Sample {
    static func zone(_ name: String) throws -> TimeZoneRules { try TimeZoneDatabase().rules(for: name) }

    static func paris() throws -> Place {
        Place(timeZone: try zone("Europe/Paris"), holidays: FrenchHolidays(.metropole))
    }

    static func evaluator(_ text: String, zone: String = "Europe/Paris") throws -> Evaluator {
        Evaluator(
            try Schedule(parsing: text),
            in: Place(timeZone: try self.zone(zone), holidays: FrenchHolidays(.metropole)))
    }
}

extension Evaluator {
    /// A day as 24 characters, one for each hour: `#` open, `.` closed, `?` unknown, `+` an open end.
    func drawing(of day: CivilDay, zone: TimeZoneRules) -> String {
        (0..<24).map { hour in
            switch status(at: zone.instant(of: day, secondOfDay: hour * 3600)).state {
            case .open: "#"
            case .closed: "."
            case .unknown(.openEnd): "+"
            case .unknown(.declared), .unknown(.holidayCalendarMissing), .unknown(.positionMissing): "?"
            }
        }.joined()
    }

    /// The intervals that are not closed, as local times.
    func text(in range: Range<Instant>, zone: TimeZoneRules) -> [String] {
        intervals(in: range).filter { $0.state != .closed }.map { interval in
            let state =
                switch interval.state {
                case .open: ""
                case .closed: " closed"
                case .unknown: " unknown"
                }
            let comment = interval.comment.map { " \"\($0)\"" } ?? ""
            let (from, to) = (zone.text(interval.range.lowerBound), zone.text(interval.range.upperBound))
            return "\(from) \(to)\(state)\(comment)"
        }
    }
}

extension SeededGenerator {
    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &self)]
    }

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }
}

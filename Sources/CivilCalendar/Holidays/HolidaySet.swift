/// The list of one place, arranged so that an ordinary day is told apart without walking the list.
///
/// A class, so that handing it around costs one reference; nothing in it changes.
final class HolidaySet: Sendable {
    /// How far from Easter a movable holiday may lie: its days then fall between February and June.
    ///
    /// - Unit: days.
    static let easterOffsets = -49...66

    private let rules: [HolidayRule]
    /// Bit `d` of element `m` says that some year has a fixed holiday on day `d` of month `m`.
    private let fixedDays: [UInt32]
    /// Bit `w` says that some movable holiday falls on weekday `w` (Monday is 1).
    private let movableWeekdays: UInt8

    /// - Parameter rules: where two fall on one day, the first in the list gives the name.
    init(_ rules: [HolidayRule]) {
        self.rules = rules
        var fixedDays = [UInt32](repeating: 0, count: 13)
        var movableWeekdays: UInt8 = 0
        for rule in rules {
            switch rule.rhythm {
            case .fixed(let month, let day): fixedDays[month] |= 1 << UInt32(day)
            case .easter(let offset):
                precondition(Self.easterOffsets.contains(offset), "the months looked at would be too few")
                let day = CivilDay.easterSunday(ofYear: 2000).adding(days: offset)
                movableWeekdays |= 1 << UInt8(day.weekday.rawValue)
            }
        }
        self.fixedDays = fixedDays
        self.movableWeekdays = movableWeekdays
    }

    /// The line of the list that makes the day a holiday; nil when none does.
    func rule(on day: CivilDay) -> HolidayRule? {
        let (year, month, dayOfMonth) = day.components
        let isFixed = fixedDays[month] & (1 << UInt32(dayOfMonth)) != 0
        guard
            isFixed || ((2...6).contains(month) && movableWeekdays & (1 << UInt8(day.weekday.rawValue)) != 0)
        else { return nil }
        return rules.first { $0.matches(day, year: year, month: month, dayOfMonth: dayOfMonth) }
    }
}

/// The days of a week or of a year, as references to the few different days there are.
final class DayTable: Sendable {
    /// For each day the number of its plan.
    private let plans: [UInt16]
    /// For each plan the index of its first break; one more at the end.
    private let firstBreaks: [Int32]
    /// Each plan's breaks, the first at minute 0, neighbours different.
    private let breaks: [Break]

    init(plans: [UInt16], days: [[Break]]) {
        self.plans = plans
        var firstBreaks: [Int32] = [0]
        for day in days { firstBreaks.append((firstBreaks.last ?? 0) + Int32(day.count)) }
        self.firstBreaks = firstBreaks
        breaks = days.flatMap(\.self)
    }

    /// The number of days.
    var count: Int { plans.count }

    /// The number of different days.
    var planCount: Int { firstBreaks.count - 1 }

    func slot(day: Int, minute: Int) -> Slot {
        let plan = Int(plans[day])
        let first = Int(firstBreaks[plan])
        var index = Int(firstBreaks[plan + 1]) - 1
        while index > first, Int(breaks[index].minute) > minute { index -= 1 }
        return breaks[index].slot
    }

    /// The first break after the minute that passes the test, on that day or on the days after it.
    ///
    /// Only the breaks are looked at, so a minute of -1 includes the day's beginning.
    func next(
        day: Int, after minute: Int, where matches: (Slot) -> Bool
    ) -> (day: Int, minute: Int)? {
        // A search that comes from the year before skips a year that has nothing for it.
        if day == 0, minute < 0, !breaks.contains(where: { matches($0.slot) }) { return nil }
        var minute = minute
        for day in day..<max(day, plans.count) {
            let plan = Int(plans[day])
            for index in Int(firstBreaks[plan])..<Int(firstBreaks[plan + 1])
            where Int(breaks[index].minute) > minute && matches(breaks[index].slot) {
                return (day, Int(breaks[index].minute))
            }
            minute = -1
        }
        return nil
    }
}

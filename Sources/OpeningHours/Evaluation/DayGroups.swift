/// The days of a frame in groups of equal days, made by splitting.
///
/// - Complexity: each split takes O(days), however many groups there are.
struct DayGroups {
    /// For each day the number of its group; the first day, which only spills into the next, has none.
    private(set) var numbers: [UInt16]
    /// For each group its first day.
    private(set) var firstDays: [Int]

    init(dayCount: Int) {
        numbers = [UInt16](repeating: 0, count: dayCount)
        firstDays = [1]
    }

    /// Parts the days that are in the mask from those that are not.
    ///
    /// - Parameter delay: 1 to look at the day before each day.
    mutating func split(by mask: DayMask, delay: Int = 0) {
        guard mask != .all else { return }
        let isIn = firstDays.map { mask[$0 - delay] }
        var others = [UInt16](repeating: 0, count: firstDays.count)
        for day in 1..<numbers.count {
            let group = Int(numbers[day])
            guard mask[day - delay] != isIn[group] else { continue }
            // Group 0 is never made by a split, so 0 stands for none yet.
            if others[group] == 0 {
                others[group] = UInt16(firstDays.count)
                firstDays.append(day)
            }
            numbers[day] = others[group]
        }
    }

    /// Gives each of the days a group of its own.
    mutating func isolate(where isAlone: (Int) -> Bool) {
        for day in 1..<numbers.count where isAlone(day) && firstDays[Int(numbers[day])] != day {
            numbers[day] = UInt16(firstDays.count)
            firstDays.append(day)
        }
    }
}

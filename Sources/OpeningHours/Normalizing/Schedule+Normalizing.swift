extension Schedule {
    /// The same opening hours in rules that exclude one another.
    ///
    /// The rules that can be told apart by weekday, week, date and year become disjoint rules with `;`, in a fixed
    /// order, so that two ways to write the same often become the same text. Hours after midnight stay with the
    /// evening before them where nothing cuts them. The first rule that depends on more (holidays, easter, the n-th
    /// weekday of a month, the sun, an open end, a label for people) and all rules after it stay as they are: then
    /// only the beginning is normal.
    ///
    /// Normalising again changes nothing. State and comment of every moment stay the same; which rule decides does
    /// not. A schedule whose normal form would be over the limits of a text is returned as it is.
    ///
    /// - Complexity: bounded by `Normalizer.workMax` for each pass, with `Normalizer.passesMax` passes.
    public func normalized() -> Schedule {
        var current = self
        for _ in 0..<Normalizer.passesMax {
            let next = Schedule(unchecked: Normalizer(current.rules).rules())
            guard next.rules.count <= Self.rulesMax else { return self }
            if next == current { break }
            current = next
        }
        return current.description.utf8.count <= Self.lengthMax ? current : self
    }
}

/// Brings rules into normal form, as far as they have one.
struct Normalizer {
    /// Most passes; a pass can make rules comparable that were not before.
    static let passesMax = 16
    /// Most spans times cells that a pass looks at; rules beyond stay as they are.
    static let workMax = 1 << 17

    private let all: [Rule]

    init(_ rules: [Rule]) { all = rules }

    func rules() -> [Rule] {
        var boxes: [RuleBox] = []
        for rule in all {
            guard let box = RuleBox(rule) else { break }
            boxes.append(box)
        }
        let nightly = boxes.firstIndex { $0.runsPastMidnight } ?? boxes.count
        let weekly = boxes.firstIndex { !$0.isWeekly } ?? boxes.count
        if nightly < weekly {
            return WeekNormalizer(Array(all[..<weekly])).rules() + all[weekly...]
        }
        let grid = CalendarGrid(boxes: Array(boxes[..<nightly]))
        guard grid.count > 0 else { return all }
        return grid.rules(of: Array(all[..<grid.count])) + all[grid.count...]
    }
}

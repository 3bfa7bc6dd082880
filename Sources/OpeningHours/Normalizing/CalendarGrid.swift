import CivilCalendar

/// The days of the calendar in cells of which every rule holds all days or none.
///
/// Four axes, the weekday first: weekdays, weeks, dates, years. On each axis, places that no rule tells apart are one
/// atom. The normal form is read off axis by axis: places under which the rest is the same belong together. It depends
/// only on what the rules mean, so two sets of rules that mean the same get the same form.
struct CalendarGrid {
    /// How many of the rules the grid takes, from the first.
    private(set) var count = 0
    private var axes: [Axis]
    /// The first years of the places of the last axis.
    private let firstYears: [Int]

    /// Places of one kind of selector, in atoms.
    private struct Axis {
        /// For each place its atom.
        var atoms: [Int]
        var atomCount = 1
        /// For each rule and each atom whether the rule holds there; an atom is the part of the older one that its
        /// number was split from.
        var isIn: [[Bool]] = []

        init(places: Int) { atoms = [Int](repeating: 0, count: places) }

        /// Splits the atoms by the places of a further rule.
        mutating func split(_ holds: (Int) -> Bool) {
            var numbers: [Int: Int] = [:]
            var parents: [Int] = []
            var isInside: [Bool] = []
            for place in atoms.indices {
                let inside = holds(place)
                let key = atoms[place] * 2 + (inside ? 1 : 0)
                let number = numbers[key] ?? parents.count
                if number == parents.count {
                    numbers[key] = number
                    parents.append(atoms[place])
                    isInside.append(inside)
                }
                atoms[place] = number
            }
            isIn = isIn.map { older in parents.map { older[$0] } } + [isInside]
            atomCount = parents.count
        }
    }

    /// Takes as many boxes as the work allows.
    init(boxes: [RuleBox]) {
        let breaks = boxes.flatMap { $0.years.flatMap { [$0.first, $0.last + 1] } }.filter { $0 <= 9999 }
        firstYears = Set([1] + breaks).sorted()
        axes = [Axis(places: 7), Axis(places: 53), Axis(places: 366), Axis(places: firstYears.count)]
        var spans = 0
        for box in boxes {
            var next = axes
            let dates = box.dates.isIn
            next[0].split { box.weekdays >> UInt8($0) & 1 == 1 }
            next[1].split { box.weeks >> UInt64($0 + 1) & 1 == 1 }
            next[2].split { dates[$0] }
            next[3].split { place in
                box.years.isEmpty || box.years.contains { $0.contains(firstYears[place]) }
            }
            spans += box.spanCount
            // Every factor is at most 366, so the product cannot overflow.
            guard next.reduce(spans, { $0 * $1.atomCount }) <= Normalizer.workMax else { break }
            axes = next
            count += 1
        }
    }

    /// The normal form of the rules that the grid takes.
    func rules(of rules: [Rule]) -> [Rule] {
        let palette = Palette(rules)
        var effects = Interned<DayEffect>()
        var painted: [[Int]: Int] = [:]
        var layer: [Int] = []
        forEachCell { cell in
            let matching = rules.indices.filter { rule in
                (0..<4).allSatisfy { axes[$0].isIn[rule][cell[$0]] }
            }
            if let effect = painted[matching] { return layer.append(effect) }
            let isMatching = Set(matching)
            let minutes = palette.minutes(today: isMatching.contains)
            let effect = effects.number(of: DayEffect(minutes, palette))
            painted[matching] = effect
            layer.append(effect)
        }
        var functions: [Interned<[Int]>] = []
        for axis in axes.reversed() {
            var interned = Interned<[Int]>()
            var next: [Int] = []
            for start in stride(from: 0, to: layer.count, by: axis.atomCount) {
                next.append(interned.number(of: Array(layer[start..<start + axis.atomCount])))
            }
            layer = next
            functions.insert(interned, at: 0)
        }
        var found: [Rule] = []
        emit(0, function: layer[0], functions, effects, Selectors(), into: &found)
        return found.isEmpty ? [Rule(state: .closed)] : found
    }

    private func forEachCell(_ body: ([Int]) -> Void) {
        for weekday in 0..<axes[0].atomCount {
            for week in 0..<axes[1].atomCount {
                for date in 0..<axes[2].atomCount {
                    for year in 0..<axes[3].atomCount { body([weekday, week, date, year]) }
                }
            }
        }
    }

    private func emit(
        _ axis: Int, function: Int, _ functions: [Interned<[Int]>], _ effects: Interned<DayEffect>,
        _ selectors: Selectors, into rules: inout [Rule]
    ) {
        guard axis < axes.count else {
            rules += effects.values[function].rules(for: selectors)
            return
        }
        let values = functions[axis].values[function]
        var groups: [(value: Int, places: [Int])] = []
        for place in axes[axis].atoms.indices {
            let value = values[axes[axis].atoms[place]]
            if let index = groups.firstIndex(where: { $0.value == value }) {
                groups[index].places.append(place)
            } else {
                groups.append((value, [place]))
            }
        }
        let hadDates = !selectors.dates.isEmpty
        for group in groups {
            var selectors = selectors
            if groups.count > 1 { select(group.places, on: axis, in: &selectors) }
            // 29 February of a common year is no day at all.
            if axis == 3, selectors.dates.isEmpty, hadDates { continue }
            emit(axis + 1, function: group.value, functions, effects, selectors, into: &rules)
        }
    }

    private func select(_ places: [Int], on axis: Int, in selectors: inout Selectors) {
        switch axis {
        case 0: selectors.weekdays = WeekdaySelector.ranges(of: places)
        case 1: selectors.weeks = WeekRange.ranges(of: places.map { $0 + 1 })
        case 2: selectors.dates = DateSet(places).ranges(inYear: nil)
        default:  // tidy-allow: the number of an axis
            selectors.years = years(places)
            if let year = selectors.years.first, selectors.years.count == 1, year.first == year.last,
                !selectors.dates.isEmpty, let dates = DateSet.dates(of: selectors.dates)
            {
                // A single year before dates belongs to them.
                selectors.years = []
                selectors.dates = dates.set.ranges(inYear: year.first)
            }
        }
    }

    private func years(_ places: [Int]) -> [YearRange] {
        var ranges: [YearRange] = []
        for place in places {
            let last = place + 1 < firstYears.count ? firstYears[place + 1] - 1 : 9999
            if let before = ranges.last, before.last + 1 == firstYears[place] {
                ranges[ranges.count - 1].last = last
            } else {
                ranges.append(YearRange(first: firstYears[place], last: last))
            }
        }
        return ranges
    }
}

/// The holidays of one zone, as data.
struct SchoolTable: Sendable {
    /// One holiday, its first and last day included.
    struct Line: Sendable {
        let kind: SchoolBreak
        let first: CivilDay
        let last: CivilDay

        /// - Parameters:
        ///   - first: the first day without school, as the number `yyyymmdd`.
        ///   - last: the day before school begins again.
        init(_ kind: SchoolBreak, _ first: Int, _ last: Int) {
            self.kind = kind
            self.first = SchoolTable.day(first)
            self.last = SchoolTable.day(last)
            precondition(self.first <= self.last, "a holiday ends before it begins: \(first)")
        }
    }

    let coverage: ClosedRange<CivilDay>
    /// In the order of the calendar, without overlap.
    let lines: [Line]

    /// - Parameters:
    ///   - from: the first day that the texts cover, as the number `yyyymmdd`.
    ///   - through: the last one.
    init(from: Int, through: Int, _ lines: [Line]) {
        coverage = Self.day(from)...Self.day(through)
        self.lines = lines.sorted { $0.first < $1.first }
        for (earlier, later) in zip(self.lines, self.lines.dropFirst()) {
            precondition(earlier.last < later.first, "two holidays overlap on \(later.first)")
        }
    }

    private static func day(_ number: Int) -> CivilDay {
        guard let day = CivilDay(year: number / 10_000, month: number / 100 % 100, day: number % 100) else {
            preconditionFailure("the table names a day that does not exist: \(number)")
        }
        return day
    }

    static func of(_ zone: SchoolZone) -> SchoolTable? {
        switch zone {
        case .a: zoneA
        case .b: zoneB
        case .c: zoneC
        case .corse: corse
        case .guadeloupe: guadeloupe
        case .martinique: martinique
        case .guyane: guyane
        case .reunion: reunion
        case .mayotte: mayotte
        case .saintMartin, .saintBarthelemy: nil
        }
    }
}

import CivilCalendar
import OpeningHours
import TestSupport
import Testing

@Suite("The engine says what the plain reference says")
struct ReferenceTests {
    /// First day and number of days: where years, months, clocks and holidays turn.
    private static let windows = [
        ("2025-12-24", 14), ("2026-03-26", 16), ("2026-10-22", 8), ("2027-12-28", 10), ("2028-02-24", 10),
        ("2024-12-28", 8), ("2026-07-30", 5), ("2026-05-10", 8),
    ]
    private static let zones = [
        "Europe/Paris", "UTC", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia",
    ]

    private func compare(
        _ text: String, _ holidays: some HolidayCalendar, zone name: String,
        windows: [(String, Int)] = windows
    ) throws {
        let schedule = try RandomExpression.schedule(text)
        let zone = try Sample.zone(name)
        let place = Place(timeZone: zone, holidays: holidays)
        let evaluator = Evaluator(schedule, in: place)
        let reference = ReferenceEvaluator(schedule, in: place)
        for (first, days) in windows {
            let first = try #require(CivilDay(first))
            let range = zone.startOfDay(first)..<zone.startOfDay(first.adding(days: days))

            let expected = reference.stretches(in: range)
            let found = evaluator.intervals(in: range).map { interval in
                ReferenceEvaluator.Stretch(
                    from: interval.range.lowerBound, to: interval.range.upperBound,
                    cell: .init(state: interval.state, comment: interval.comment))
            }

            guard found != expected else { continue }
            let pairs = zip(found, expected).first { $0 != $1 }
            Issue.record(
                "\(text) in \(name): \(pairs.map { "\(show($0.0, zone)) instead of \(show($0.1, zone))" } ?? "length")"
            )
            return
        }
    }

    private func show(_ stretch: ReferenceEvaluator.Stretch, _ zone: TimeZoneRules) -> String {
        "\(zone.text(stretch.from))…\(zone.text(stretch.to)) \(stretch.cell.state) \(stretch.cell.comment ?? "")"
    }

    @Test("property: random expressions", arguments: 0..<100 as Range<UInt64>)
    func random(seed: UInt64) throws {
        var source = RandomExpression(seed: seed)
        let text = source.text()

        try compare(text, DrawnHolidays(seed: seed), zone: source.random.pick(Self.zones))
    }

    @Test("property: random expressions with points in time", arguments: 1000..<1020 as Range<UInt64>)
    func randomPoints(seed: UInt64) throws {
        var source = RandomExpression(seed: seed)
        source.allowsPoints = true
        let text = source.text()

        try compare(
            text, DrawnHolidays(seed: seed), zone: source.random.pick(Self.zones), windows: [Self.windows[1]])
    }

    @Test(
        "property: random expressions where the calendar does not know every day",
        arguments: 2000..<2025 as Range<UInt64>)
    func randomCoverage(seed: UInt64) throws {
        var source = RandomExpression(seed: seed)
        let text = source.text()
        let covered = try #require(CivilDay("2025-12-30"))..<#require(CivilDay("2026-03-30"))

        try compare(
            text, DrawnHolidays(seed: seed, covered: covered), zone: "Europe/Paris",
            windows: Array(Self.windows[..<2]))
    }

    @Test(
        "nights with a clock change",
        arguments: [
            ("America/Sao_Paulo", "2018-11-02", 4), ("America/Sao_Paulo", "2018-02-16", 4),
            ("Pacific/Apia", "2011-12-28", 5), ("Australia/Lord_Howe", "2026-10-02", 4),
            ("Australia/Lord_Howe", "2027-04-02", 4), ("Europe/Paris", "2026-03-27", 4),
            ("Europe/Paris", "2026-10-23", 4), ("America/New_York", "2026-10-30", 4),
            ("Africa/Casablanca", "2026-02-13", 40),
        ])
    func clockChanges(zone: String, first: String, days: Int) throws {
        for seed in 3000..<3008 as Range<UInt64> {
            var source = RandomExpression(seed: seed)
            try compare(source.text(), DrawnHolidays(seed: seed), zone: zone, windows: [(first, days)])
        }
    }
}

/// Holidays drawn by chance: about one day in eight, other ones for each kind.
struct DrawnHolidays: HolidayCalendar {
    let seed: UInt64
    var covered = CivilDay.first..<CivilDay.last

    func contains(_ kind: HolidayKind, _ day: CivilDay) -> HolidayLookup {
        guard covered.contains(day) else { return .outOfCoverage }
        let salt: UInt64 = kind == .publicHoliday ? 1 : 2
        var random = SeededGenerator(seed: seed &* 1_000_003 &+ UInt64(day.dayNumber + 800_000) &* 7 &+ salt)
        return random.chance(12) ? .holiday(name: nil) : .notHoliday
    }
}

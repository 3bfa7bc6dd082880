import OpeningHours
import TestSupport

/// Random expressions over the language, made of its parts and not of a list of examples.
///
/// Each is what the strict parser accepts, apart from rules without days.
struct RandomExpression {
    var random: SeededGenerator
    /// Points in time are asked for now and then.
    var allowsPoints = false

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    /// The schedule of a text that was made here.
    ///
    /// Strict reading refuses nothing but a rule for all days after rules for some; lenient reading takes that.
    static func schedule(_ text: String) throws -> Schedule {
        do {
            return try Schedule(parsing: text, points: true)
        } catch  where error.code == .ruleWithoutDaysOverrides {
            return try Schedule(parsing: text, mode: .lenient, points: true)
        }
    }

    mutating func text() -> String {
        var text = rule()
        for _ in 0..<number(0, 3) { text += random.pick(["; ", "; ", ", ", " || "]) + rule() }
        return text
    }

    private mutating func rule() -> String {
        if random.chance(3) { return "24/7" }
        var parts: [String] = []
        // A label stands in the place of dates.
        let hasLabel = random.chance(4)
        if hasLabel {
            parts.append("\"in season\":")
        } else {
            if random.chance(12) { parts.append(list(2) { $0.years() }) }
            if random.chance(35) { parts.append(list(2) { $0.dates() }) }
            if random.chance(12) { parts.append("week " + list(2) { $0.weeks() }) }
        }
        if parts.isEmpty || hasLabel || random.chance(60) { parts.append(days()) }
        let hasTimes = random.chance(80)
        if hasTimes { parts.append(times()) }
        let state = random.pick([
            "", "", "", "", "open", "off", "off", "closed", "unknown", "open \"a\"", "\"b\"", "off \"c\"",
        ])
        // A comma may follow only a time or a state.
        if !state.isEmpty { parts.append(state) } else if !hasTimes { parts.append("open") }
        return parts.joined(separator: " ")
    }

    private mutating func list(_ countMax: Int, _ make: (inout Self) -> String) -> String {
        (0..<number(1, countMax)).map { _ in make(&self) }.joined(separator: ",")
    }

    mutating func number(_ low: Int, _ high: Int) -> Int { Int.random(in: low...high, using: &random) }

    private mutating func padded(_ low: Int, _ high: Int) -> String { Self.padded(number(low, high)) }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// Years, dates and weeks.
extension RandomExpression {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    private static let lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

    private mutating func years() -> String {
        let first = number(2019, 2029)
        switch number(0, 3) {
        case 0: return "\(first)"
        case 1: return "\(first)-\(first + number(1, 6))"
        case 2: return "\(first)-\(first + number(2, 12))/\(number(2, 4))"
        default: return "\(first)+"
        }
    }

    private mutating func weeks() -> String {
        let first = number(1, 53)
        switch number(0, 3) {
        case 0: return Self.padded(first)
        case 1: return "\(Self.padded(first))-\(Self.padded(number(first, 53)))"
        case 2: return "01-53/\(number(2, 5))"
        default: return "\(padded(48, 53))-\(padded(1, 4))"
        }
    }

    private mutating func dates() -> String {
        let year = random.chance(15) ? "\(number(2022, 2028)) " : ""
        switch number(0, 7) {
        case 0: return year + random.pick(Self.months)
        case 1: return "\(year)\(random.pick(Self.months))-\(random.pick(Self.months))"
        case 2: return year + monthDay(year)
        case 3: return "\(year)\(date(year))-\(date(year))"
        case 4: return "\(year)\(date(year))+"
        case 5: return "\(year)\(date(year))"
        case 6:
            let month = number(0, 11)
            let first = number(1, 20)
            let last = number(first + 1, Self.lengths[month])
            let step = random.chance(40) ? "/\(number(2, 5))" : ""
            return "\(Self.months[month]) \(Self.padded(first))-\(Self.padded(last))\(step)"
        default: return "Dec \(padded(20, 31))-Jan \(padded(1, 12))"
        }
    }

    /// 29 February only where no year stands before it.
    private mutating func monthDay(_ year: String) -> String {
        let month = random.chance(25) ? 1 : number(0, 11)
        let length = month == 1 && !year.isEmpty ? 28 : Self.lengths[month]
        let day = random.chance(25) ? length : number(1, length)
        return "\(Self.months[month]) \(Self.padded(day))"
    }

    private mutating func date(_ year: String) -> String {
        var text = monthDay(year)
        if random.chance(25) { text = "easter" }
        if random.chance(30) {
            text = "\(random.pick(Self.months)) \(weekday())[\(nth(upTo: 4))]"
        }
        if random.chance(15) { text += random.pick(["+", "-"]) + weekday() }
        if random.chance(20) { text += dayShift(upTo: 40) }
        return text
    }

    private mutating func dayShift(upTo most: Int) -> String {
        let days = number(1, most)
        return "\(random.pick([" +", " -"]))\(days) day\(days == 1 ? "" : "s")"
    }

    private mutating func nth(upTo most: Int) -> Int { random.pick([-1, 1]) * number(1, most) }
}

/// Weekdays, holidays and times.
extension RandomExpression {
    private mutating func weekday() -> String { random.pick(["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]) }

    private mutating func days() -> String {
        switch number(0, 9) {
        case 0...3: return list(3) { $0.weekdays() }
        case 4, 5:
            return list(2) { $0.nthWeekday() }
        case 6: return list(2) { $0.holiday() }
        case 7: return "\(list(2) { $0.weekdays() }),\(holiday())"
        case 8: return "\(holiday()),\(list(2) { $0.weekdays() })"
        default: return "\(holiday()) \(list(2) { $0.weekdays() })"
        }
    }

    private mutating func weekdays() -> String {
        let first = weekday()
        let last = weekday()
        return random.chance(60) && first != last ? "\(first)-\(last)" : first
    }

    private mutating func nthWeekday() -> String {
        let positions = random.pick(["\(nth(upTo: 5))", "1,3", "2-4", "-1", "1,-1", "5"])
        return "\(weekday())[\(positions)]" + (random.chance(40) ? dayShift(upTo: 20) : "")
    }

    private mutating func holiday() -> String {
        let name = random.pick(["PH", "PH", "SH"])
        return random.chance(25) ? name + dayShift(upTo: 3) : name
    }

    private mutating func times() -> String {
        allowsPoints && random.chance(40) ? list(2) { $0.points() } : list(3) { $0.span() }
    }

    private mutating func clock(_ minutes: Int) -> String {
        "\(Self.padded(minutes / 60)):\(Self.padded(minutes % 60))"
    }

    private mutating func span() -> String {
        let start = random.chance(60) ? number(0, 23) * 60 : number(0, 1439)
        switch number(0, 9) {
        case 0...4: return "\(clock(start))-\(clock(min(start + number(1, 700), 1440)))"
        case 5: return "\(clock(start))-\(clock(number(0, start)))"
        case 6: return "\(clock(start))-\(clock(number(1441, 2880)))"
        case 7: return "\(clock(start))+"
        case 8: return "\(clock(start))-\(clock(start + number(1, 2880 - start)))+"
        default: return "\(clock(start))-\(clock(start + 1440))"
        }
    }

    private mutating func points() -> String {
        let start = number(0, 1200)
        if random.chance(40) { return clock(start) }
        return "\(clock(start))-\(clock(start + number(1, 400)))/\(number(10, 90))"
    }
}

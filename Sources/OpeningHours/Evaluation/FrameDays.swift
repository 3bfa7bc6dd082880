import CivilCalendar

/// The days of a frame that each rule matches, as far as the holidays are known.
struct FrameDays {
    /// For each rule the days that it matches whatever is a holiday.
    private(set) var certain: [DayMask]
    /// For each rule the days that it matches only if a day that the calendar does not know is a holiday.
    private(set) var doubtful: [DayMask]
    /// For each selector of holidays the days for which the calendar does not know the answer.
    private var unknown: [HolidaySelector: DayMask] = [:]

    /// Days that depend on no holiday.
    init(certain: [DayMask]) {
        self.certain = certain
        doubtful = [DayMask](repeating: DayMask(), count: certain.count)
    }

    init(_ rules: [CompiledRule], in frame: YearFrame, _ calendar: any HolidayCalendar) {
        var known: [HolidaySelector: DayMask] = [:]
        (certain, doubtful) = ([], [])
        for rule in rules {
            for selector in rule.selectors.holidays where known[selector] == nil {
                (known[selector], unknown[selector]) = Self.lookup(selector, in: frame, calendar)
            }
            let days = rule.days(in: frame) { known[$0] ?? DayMask() }
            certain.append(days)
            guard rule.selectors.holidays.contains(where: { unknown[$0]?.isEmpty == false }) else {
                doubtful.append(DayMask())
                continue
            }
            var possible = rule.days(in: frame) { selector in
                var days = known[selector] ?? DayMask()
                if let more = unknown[selector] { days.formUnion(more) }
                return days
            }
            possible.subtract(days)
            doubtful.append(possible)
        }
    }

    private static func lookup(
        _ selector: HolidaySelector, in frame: YearFrame, _ calendar: any HolidayCalendar
    ) -> (known: DayMask, unknown: DayMask) {
        var (known, unknown) = (DayMask(), DayMask())
        for day in frame.days {
            let number = Int32(clamping: day - selector.dayShift)
            switch calendar.contains(selector.kind, CivilDay(dayNumber: number)) {
            case .holiday: known.insert(day - frame.days.lowerBound)
            case .notHoliday: break
            case .outOfCoverage: unknown.insert(day - frame.days.lowerBound)
            }
        }
        return (known, unknown)
    }

    /// Everything by which the days of a rule can differ.
    func masks(ofRule index: Int, _ rule: CompiledRule) -> [DayMask] {
        guard !doubtful[index].isEmpty else { return [certain[index]] }
        return [certain[index], doubtful[index]] + rule.selectors.holidays.compactMap { unknown[$0] }
    }

    /// Whether a rule matches a day.
    func match(ofRule index: Int, _ rule: CompiledRule, on day: Int, _ doubts: inout HolidayDoubts)
        -> DayMatch
    {
        if certain[index][day] { return .certain }
        guard doubtful[index][day] else { return .none }
        var bits: UInt16 = 0
        for selector in rule.selectors.holidays where unknown[selector]?[day] == true {
            bits |= doubts.bit(of: selector.kind, on: day - selector.dayShift)
        }
        return .ifHoliday(bits)
    }
}

/// Whether a rule matches a day.
enum DayMatch {
    case none, certain
    /// If one of these unknown days is a holiday; a sum of bits of `HolidayDoubts`.
    case ifHoliday(UInt16)

    /// Whether it matches when the days of these bits are holidays, and no other unknown day is.
    func holds(_ holidays: UInt16) -> Bool {
        switch self {
        case .none: false
        case .certain: true
        case .ifHoliday(let bits): bits & holidays != 0
        }
    }

    var isDoubtful: Bool {
        switch self {
        case .none, .certain: false
        case .ifHoliday: true
        }
    }
}

/// The days around one day of which it matters, and is not known, whether they are holidays.
///
/// `PH` of today and `PH -1 day` of today ask for two different days, `PH` of yesterday and `PH +1 day` of today for
/// the same one.
struct HolidayDoubts {
    private var days: [(kind: HolidayKind, day: Int)] = []
    /// Whether there were more than bits to tell them apart.
    private(set) var areTooMany = false

    /// How many there are.
    var count: Int { days.count }

    /// Days of a kind that are told apart.
    private static let countMax = 12

    /// - Parameter day: counted as the frame counts.
    mutating func bit(of kind: HolidayKind, on day: Int) -> UInt16 {
        if let known = days.firstIndex(where: { $0 == (kind, day) }) { return 1 << UInt16(known) }
        guard days.count < Self.countMax else {
            areTooMany = true
            return 0
        }
        days.append((kind, day))
        return 1 << UInt16(days.count - 1)
    }
}

extension YearRange: CustomStringConvertible {
    /// `2026`, `2026-2028`, `2026-2030/2` or `2026+`.
    public var description: String {
        if first == last { return padded(first, 4) }
        if last == 9999 && step == 1 { return "\(padded(first, 4))+" }
        return "\(padded(first, 4))-\(padded(last, 4))\(stepText(step))"
    }
}

extension WeekRange: CustomStringConvertible {
    /// `01`, `01-09` or `01-09/2`, without the word before it.
    public var description: String {
        first == last ? padded(first, 2) : "\(padded(first, 2))-\(padded(last, 2))\(stepText(step))"
    }
}

extension DateRange: CustomStringConvertible {
    /// `Nov-Feb`, `Dec 24-26`, `easter -2 days` or `2026 Jan 05+`.
    public var description: String {
        switch self {
        case .months(let year, let first, let last):
            let prefix = year.map { "\(padded($0, 4)) " } ?? ""
            let names = Vocabulary.monthNames
            return prefix + names[first - 1] + (first == last ? "" : "-\(names[last - 1])")
        case .dates(let first, let last, let step):
            return first == last && step == 1
                ? first.description : "\(first)-\(Self.text(of: last, after: first))\(stepText(step))"
        case .onwards(let first): return "\(first)+"
        }
    }

    /// The end of a range, without the month when it is plain and the same.
    private static func text(of last: DateBound, after first: DateBound) -> String {
        guard case .day(let month, let day) = first.anchor,
            case .day(let lastMonth, let lastDay) = last.anchor,
            month == lastMonth, day <= lastDay, last.year == nil
        else { return last.description }
        return padded(lastDay, 2) + last.shiftText
    }
}

extension DateBound: CustomStringConvertible {
    /// `Dec 24`, `2026 Oct Su[-1]` or `easter -2 days`.
    public var description: String {
        let prefix = year.map { "\(padded($0, 4)) " } ?? ""
        switch anchor {
        case .day(let month, let day):
            return "\(prefix)\(Vocabulary.monthNames[month - 1]) \(padded(day, 2))\(shiftText)"
        case .weekday(let month, let weekday, let nth):
            let name = Vocabulary.spelling(of: .weekday(weekday))
            return "\(prefix)\(Vocabulary.monthNames[month - 1]) \(name)[\(nth)]\(shiftText)"
        case .easter: return "\(prefix)easter\(shiftText)"
        }
    }

    fileprivate var shiftText: String {
        let weekday = weekdayShift.map { shift in
            (shift.isAfter ? "+" : "-") + Vocabulary.spelling(of: .weekday(shift.weekday))
        }
        return (weekday ?? "") + daysText(dayShift)
    }
}

extension WeekdaySelector: CustomStringConvertible {
    /// `Mo`, `Mo-Fr` or `Th[1,-1] +2 days`.
    public var description: String {
        switch self {
        case .range(let first, let last):
            let name = Vocabulary.spelling(of: .weekday(first))
            return first == last ? name : "\(name)-\(Vocabulary.spelling(of: .weekday(last)))"
        case .nth(let weekday, let positions, let dayShift):
            let name = Vocabulary.spelling(of: .weekday(weekday))
            return "\(name)[\(positions.map(String.init).joined(separator: ","))]\(daysText(dayShift))"
        }
    }
}

extension HolidaySelector: CustomStringConvertible {
    /// `PH` or `SH -1 day`.
    public var description: String { Vocabulary.spelling(of: .holiday(kind)) + daysText(dayShift) }
}

extension RuleMinute: CustomStringConvertible {
    /// `HH:MM`, up to `48:00`.
    public var description: String { "\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))" }
}

extension SunEvent: CustomStringConvertible {
    /// `dawn`, `sunrise`, `sunset` or `dusk`.
    public var description: String { Vocabulary.spelling(of: .sunEvent(self)) }
}

extension RuleTime: CustomStringConvertible {
    /// `18:00`, `sunset` or `(sunset-01:30)`.
    public var description: String {
        switch self {
        case .clock(let minute): return minute.description
        case .sun(let event, let offset):
            guard offset != 0 else { return event.description }
            let length = RuleMinute(unchecked: abs(offset))
            return "(\(event)\(offset < 0 ? "-" : "+")\(length))"
        }
    }
}

extension TimeSpan: CustomStringConvertible {
    /// `09:00-18:00`, `22:00-02:00`, `18:00+`, `10:00` or `10:00-16:00/90`.
    public var description: String {
        switch self {
        case .openEnd(let start): "\(start)+"
        case .span(let start, let end, let isOpenEnded):
            "\(start)-\(Self.text(of: end, after: start))\(isOpenEnded ? "+" : "")"
        case .point(let start): start.description
        case .points(let start, let end, let interval):
            "\(start)-\(Self.text(of: end, after: start))/\(padded(interval, 2))"
        }
    }

    /// An end at or before the start means the next day, so 26:00 is written 02:00 where it can be.
    private static func text(of end: RuleTime, after start: RuleTime) -> String {
        guard case .clock(let first) = start, case .clock(let last) = end else { return end.description }
        let wrapped = last.minutes - 1440
        guard wrapped > 0, wrapped <= first.minutes else { return last.description }
        return RuleMinute(unchecked: wrapped).description
    }
}

private func stepText(_ step: Int) -> String { step == 1 ? "" : "/\(step)" }

/// ` +1 day`, ` -2 days`, or nothing for no shift.
private func daysText(_ days: Int) -> String {
    guard days != 0 else { return "" }
    return " \(days < 0 ? "-" : "+")\(abs(days)) day\(abs(days) == 1 ? "" : "s")"
}

private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

extension Schedule: CustomStringConvertible {
    /// The canonical text; parsing it gives an equal schedule.
    public var description: String {
        var text = ""
        for (index, rule) in rules.enumerated() {
            if index > 0 { text += rule.separator.text }
            let next = index + 1 < rules.count ? rules[index + 1] : nil
            text += rule.text(spellsOutOpen: rule.needsState(before: next))
        }
        return text
    }
}

extension RuleSeparator {
    var text: String {
        switch self {
        case .normal: "; "
        case .additional: ", "
        case .fallback: " || "
        }
    }
}

extension Rule: CustomStringConvertible {
    /// The rule's canonical text, without its separator.
    public var description: String { text(spellsOutOpen: false) }

    fileprivate func text(spellsOutOpen: Bool) -> String {
        var parts = selectors.parts
        switch state {
        case .open:
            let isNeeded = comment != nil || parts.isEmpty || selectors.isLabelOnly
            if isNeeded || spellsOutOpen { parts.append("open") }
        case .closed: parts.append("off")
        case .unknown: parts.append("unknown")
        }
        if let comment { parts.append("\"\(comment)\"") }
        return parts.joined(separator: " ")
    }

    /// Whether `, ` and the next rule would be read as going on with this rule's list of days or times.
    fileprivate func needsState(before next: Rule?) -> Bool {
        guard let next, next.separator == .additional, !selectors.isAlways else { return false }
        return selectors.times.isEmpty || next.selectors.beginsWithTime
    }
}

extension Selectors: CustomStringConvertible {
    /// The selectors' canonical text; empty when nothing is selected.
    public var description: String { parts.joined(separator: " ") }

    fileprivate var beginsWithTime: Bool { !selectsDays && label == nil && !isAlways && !times.isEmpty }

    fileprivate var isLabelOnly: Bool { label != nil && !selectsDays && times.isEmpty }

    fileprivate var parts: [String] {
        if isAlways { return ["24/7"] }
        var parts: [String] = []
        if let label { parts.append("\"\(label)\":") }
        if !years.isEmpty { parts.append(yearsText) }
        if !dates.isEmpty { parts.append(dates.map(\.description).joined(separator: ",")) }
        if !weeks.isEmpty { parts.append("week " + weeks.map(\.description).joined(separator: ",")) }
        if needsColon, let last = parts.popLast() { parts.append(last + ":") }
        if let days = daysText { parts.append(days) }
        if !times.isEmpty { parts.append(times.map(\.description).joined(separator: ",")) }
        return parts
    }

    /// A single year before a date without one would be taken for the date's own.
    private var yearsText: String {
        if years.count == 1, years[0].first == years[0].last, let date = dates.first, date.year == nil {
            return "\(years[0])-\(years[0])"
        }
        return years.map(\.description).joined(separator: ",")
    }

    /// `Oct: Su[1]` are October's days and the first Sundays; `Oct Su[1]` is one date.
    ///
    /// A year before a month belongs to the date, so it can only be told apart by more than one.
    private var needsColon: Bool {
        guard weeks.isEmpty, case .months(_, let first, let last)? = dates.last, first == last,
            case .nth? = weekdays.first
        else { return false }
        return holidayJoin == .union
    }

    private var daysText: String? {
        let weekdayText = weekdays.map(\.description).joined(separator: ",")
        let holidayText = holidays.map(\.description).joined(separator: ",")
        if weekdays.isEmpty && holidays.isEmpty { return nil }
        if holidays.isEmpty { return weekdayText }
        if weekdays.isEmpty { return holidayText }
        switch holidayJoin {
        case .union: return "\(weekdayText),\(holidayText)"
        case .intersection: return "\(holidayText) \(weekdayText)"
        }
    }
}

import CivilCalendar

extension Schedule {
    /// Warnings about rules that work on each other in a way that their author may not expect.
    ///
    /// Only rules whose days are plain weekdays or holidays are looked at; what depends on dates stays silent
    /// rather than guessed.
    ///
    /// - Complexity: O(rules²), and rules are limited.
    func advice() -> [Diagnostic] {
        let masks = rules.map(\.weekdayMask)
        var found: [Diagnostic] = []
        for index in rules.indices {
            found += shadowedHoliday(index)
            found += cutOvernight(index, masks)
        }
        return found
    }

    /// `PH off; Mo-Fr 10:00-12:00` is open on a holiday that falls on a Friday.
    private func shadowedHoliday(_ index: Int) -> [Diagnostic] {
        let rule = rules[index]
        guard !rule.selectors.holidays.isEmpty, rule.selectors.weekdays.isEmpty,
            rules[(index + 1)...].contains(where: { later in
                later.separator == .normal && later.state != .closed && !later.selectors.weekdays.isEmpty
                    && later.selectors.holidays.isEmpty
            })
        else { return [] }
        return [
            Diagnostic(severity: .warning, code: .holidayRuleShadowed, range: rule.sourceRange, fixIt: nil)
        ]
    }

    private func cutOvernight(_ index: Int, _ masks: [UInt8?]) -> [Diagnostic] {
        let rule = rules[index]
        guard let mask = masks[index], rule.state != .closed,
            rule.selectors.times.contains(where: { $0.last.minutes > 1440 })
        else { return [] }
        var nights = mask
        var found: [Diagnostic] = []
        for later in rules.indices[(index + 1)...] {
            guard let laterMask = masks[later] else { continue }
            // The weekdays before the later rule's days.
            let eves = (laterMask >> 1) | (laterMask & 1) << 6
            let replaces = rules[later].separator == .normal && rules[later].state != .closed
            if replaces { nights &= ~laterMask }
            if nights & eves != 0, replaces {
                found.append(warning(.overnightCutByLaterRule, index, fixIt: addition(of: later)))
                break
            }
            let coversAll = rules[later].state == .closed && rules[later].selectors.times.isEmpty
            if nights & eves != 0, coversAll { found.append(warning(.offCoversSpill, later)) }
        }
        return found
    }

    private func warning(_ code: Diagnostic.Code, _ index: Int, fixIt: FixIt? = nil) -> Diagnostic {
        Diagnostic(severity: .warning, code: code, range: rules[index].sourceRange, fixIt: fixIt)
    }

    /// A comma in place of the separator before a rule: then the rule adds to what was said before it.
    ///
    /// Nil after a rule with bare days, where a comma would go on with the list.
    private func addition(of index: Int) -> FixIt? {
        let before = rules[index - 1]
        guard !before.selectors.times.isEmpty || before.state != .open || before.comment != nil else {
            return nil
        }
        return FixIt(
            range: before.sourceRange.upperBound..<rules[index].sourceRange.lowerBound, replacement: ", ")
    }
}

extension Rule {
    /// Bit 0 is Monday; nil when the days depend on more than the weekday.
    var weekdayMask: UInt8? {
        guard selectors.years.isEmpty, selectors.dates.isEmpty, selectors.weeks.isEmpty,
            selectors.holidays.isEmpty
        else { return nil }
        guard !selectors.weekdays.isEmpty else { return 0b111_1111 }
        var mask: UInt8 = 0
        for selector in selectors.weekdays {
            guard case .range(let first, let last) = selector else { return nil }
            mask |= Self.mask(first, last)
        }
        return mask
    }

    static func mask(_ first: Weekday, _ last: Weekday) -> UInt8 {
        var mask: UInt8 = 0
        var day = first.rawValue - 1
        while true {
            mask |= 1 << UInt8(day)
            if day == last.rawValue - 1 { return mask }
            day = (day + 1) % 7
        }
    }
}

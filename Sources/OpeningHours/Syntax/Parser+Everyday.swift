import CivilCalendar

/// Whole turns of everyday writing, read in lenient mode only.
extension Parser {
    /// Takes `24/24`, `24h/24`, `24h` or `24 hours`.
    mutating func takesAroundTheClock() throws(ParseError) -> Bool {
        guard token.kind == .number(24, digits: 2) || token.kind == .time(1440) else { return false }
        let start = token.range.lowerBound
        let isBareNumber = token.kind != .time(1440)
        let next = try following()
        if next.kind == .slash {
            guard case .number(24, _) = try following(2).kind else { return false }
            for _ in 0..<3 { try advance() }
        } else if isBareNumber, next.kind == .word(.hour) {
            for _ in 0..<2 { try advance() }
        } else {
            guard !isBareNumber, next.kind != .dash, next.kind != .plus else { return false }
            try advance()
        }
        note(.otherWord, start..<lastEnd, write: "00:00-24:00")
        return true
    }

    /// Takes `7/7`, `7j/7` or `7 days`.
    mutating func takesEveryDay() throws(ParseError) -> Bool {
        guard token.kind == .number(7, digits: 1) else { return false }
        let start = token.range.lowerBound
        let hasWord = try following().kind == .word(.day)
        let hasSlash = try following(hasWord ? 2 : 1).kind == .slash
        guard hasWord || hasSlash else { return false }
        if hasSlash {
            guard case .number(7, _) = try following(hasWord ? 3 : 2).kind else { return false }
        }
        for _ in 0..<(hasWord ? 2 : 1) + (hasSlash ? 2 : 0) { try advance() }
        note(.otherWord, start..<lastEnd, write: "Mo-Su")
        return true
    }

    /// Takes everyday writing for always, such as `24h/24`, `7j/7` and `24/24 7/7`; or for every day, which goes into
    /// the selectors.
    ///
    /// - Returns: whether always is meant.
    mutating func takesAlwaysInWords(into selectors: inout Selectors) throws(ParseError) -> Bool {
        if try takesAroundTheClock() {
            if token.kind == .comma, case .number(7, _) = try following().kind { try advance() }
            _ = try takesEveryDay()
            return true
        }
        guard try takesEveryDay() else { return false }
        if token.kind == .comma, try following().kind == .number(24, digits: 2) { try advance() }
        if try takesAroundTheClock() { return true }
        selectors.weekdays = [.range(.monday, .sunday)]
        return false
    }

    /// Takes the state of `closed on Sunday`, which belongs to the days and times after it.
    mutating func takesStateFirst() throws(ParseError) -> RuleState? {
        guard isLenient, case .word(.state(let state)) = token.kind else { return nil }
        let next = try following()
        let isSelector =
            next.kind == .word(.week) || Self.isDay(next) || Self.isDateWord(next) || isTime(next)
        if !isSelector { guard try startsDayFirst(at: 1) else { return nil } }
        try advance()
        return state
    }

    /// Takes a colon after days: `Mo-Fr: 9h-18h`.
    mutating func passColonAfterDays() throws(ParseError) {
        guard isLenient, token.kind == .colon else { return }
        note(.needlessColon, token.range, write: "")
        try advance()
    }
}

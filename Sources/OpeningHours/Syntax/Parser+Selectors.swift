import CivilCalendar

extension Parser {
    mutating func selectors(into selectors: inout Selectors) throws(ParseError) {
        if try takesAlways(into: &selectors) {
            selectors.isAlways = true
            return
        }
        if token.kind == .comment, try following().kind == .colon {
            selectors.label = lexer.comment(token.range)
            try advance()
            try advance()
        } else {
            try wide(into: &selectors)
        }
        try days(into: &selectors)
        if selectors.selectsDays { try passColonAfterDays() }
        if startsTime() { selectors.times = try times() }
    }

    private mutating func takesAlways(into selectors: inout Selectors) throws(ParseError) -> Bool {
        switch token.kind {
        case .number(24, digits: 2):
            if try following().kind == .slash, try following(2).kind == .number(7, digits: 1) {
                for _ in 0..<3 { try advance() }
                return true
            }
            return isLenient ? try takesAlwaysInWords(into: &selectors) : false
        case .number(7, digits: 1), .time(1440):
            return isLenient ? try takesAlwaysInWords(into: &selectors) : false
        case .end, .number, .time, .word, .comment, .comma, .semicolon, .bars, .dash, .plus, .slash, .colon,
            .openBracket, .closeBracket, .openParenthesis, .closeParenthesis, .filler:
            return false
        }
    }

    private mutating func wide(into selectors: inout Selectors) throws(ParseError) {
        if Self.isYear(token), try !yearBelongsToDate() { selectors.years = try years() }
        if try startsDate() { selectors.dates = try dates() }
        if token.kind == .word(.week) {
            try advance()
            selectors.weeks = try weeks()
        }
        let isWide = !selectors.years.isEmpty || !selectors.dates.isEmpty || !selectors.weeks.isEmpty
        if isWide { _ = try take(.colon) }
    }

    static func isYear(_ token: Token) -> Bool {
        if case .number(_, digits: 4) = token.kind { true } else { false }
    }

    mutating func yearBelongsToDate() throws(ParseError) -> Bool {
        switch try following().kind {
        case .word(.month), .word(.easter): true
        case .end, .number, .time, .word, .comment, .comma, .semicolon, .bars, .dash, .plus, .slash, .colon,
            .openBracket, .closeBracket, .openParenthesis, .closeParenthesis, .filler:
            false
        }
    }

    mutating func year() throws(ParseError) -> Int {
        guard case .number(let year, digits: 4) = token.kind, year >= 1 else {
            throw lexer.error(.outOfRange, token.range, expected: ["a year from 0001 to 9999"])
        }
        try advance()
        return year
    }

    private mutating func years() throws(ParseError) -> [YearRange] {
        var years: [YearRange] = []
        repeat {
            let start = token.range.lowerBound
            let first = try year()
            if try take(.plus) {
                years.append(YearRange(first: first, last: 9999))
            } else if try take(.dash) {
                let last = try year()
                guard first <= last else {
                    throw lexer.error(
                        .reversedRange, start..<lastEnd,
                        expected: [YearRange(first: last, last: first).description])
                }
                years.append(YearRange(first: first, last: last, step: try step(from: first, to: last)))
            } else if token.kind == .slash {
                years.append(YearRange(first: first, last: 9999, step: try step(from: first, to: 9999)))
            } else {
                years.append(YearRange(first: first))
            }
        } while try takesComma(before: Self.isYear)
        return years
    }

    private mutating func weeks() throws(ParseError) -> [WeekRange] {
        var weeks: [WeekRange] = []
        repeat {
            let start = token.range.lowerBound
            let first = try twoDigits(1...53)
            guard try take(.dash) else {
                weeks.append(WeekRange(first: first))
                continue
            }
            let last = try twoDigits(1...53)
            let step = try step(from: first, to: last)
            guard first <= last || step == 1 else {
                throw lexer.error(.reversedRange, start..<lastEnd, expected: ["a first week before the last"])
            }
            weeks.append(WeekRange(first: first, last: last, step: step))
        } while try takesComma(before: Self.isWeek)
        return weeks
    }

    private static func isWeek(_ token: Token) -> Bool {
        if case .number(_, let digits) = token.kind { digits <= 2 } else { false }
    }

    // MARK: Weekdays and holidays

    static func isDay(_ token: Token) -> Bool { isWeekday(token) || isHoliday(token) }

    private static func isWeekday(_ token: Token) -> Bool {
        switch token.kind {
        case .word(.weekday), .word(.weekdays): true
        case .end, .number, .time, .word, .comment, .comma, .semicolon, .bars, .dash, .plus, .slash, .colon,
            .openBracket, .closeBracket, .openParenthesis, .closeParenthesis, .filler:
            false
        }
    }

    private static func isHoliday(_ token: Token) -> Bool {
        if case .word(.holiday) = token.kind { true } else { false }
    }

    private mutating func days(into selectors: inout Selectors) throws(ParseError) {
        guard Self.isDay(token) else { return }
        repeat {
            if case .word(.holiday(let kind)) = token.kind {
                try advance()
                selectors.holidays.append(HolidaySelector(kind, dayShift: try dayShift() ?? 0))
            } else {
                selectors.weekdays.append(try weekday())
            }
        } while try takesComma(before: Self.isDay) || passesMissingComma(in: selectors)
        guard Self.isWeekday(token), selectors.weekdays.isEmpty else { return }
        selectors.holidayJoin = .intersection
        repeat { selectors.weekdays.append(try weekday()) } while try takesComma(before: Self.isWeekday)
    }

    /// `Lun Mar 9h-12h`: in lenient mode, the comma between weekdays may be missing.
    private mutating func passesMissingComma(in selectors: Selectors) -> Bool {
        guard isLenient, !selectors.weekdays.isEmpty, Self.isDay(token) else { return false }
        note(.missingSeparator, lastEnd..<lastEnd, write: ",")
        return true
    }

    private mutating func weekday() throws(ParseError) -> WeekdaySelector {
        if case .word(.weekdays(let first, let last)) = token.kind {
            try advance()
            return .range(first, last)
        }
        guard case .word(.weekday(let first)) = token.kind else { throw unexpected("Mo to Su") }
        try advance()
        if token.kind == .openBracket {
            let positions = try positions()
            return .nth(first, positions, dayShift: try dayShift() ?? 0)
        }
        guard try take(.dash) else { return .range(first, first) }
        guard case .word(.weekday(let last)) = token.kind else { throw unexpected("Mo to Su") }
        try advance()
        return .range(first, last)
    }

    /// `[1,3-4,-1]`, as single numbers.
    mutating func positions() throws(ParseError) -> [Int] {
        try expect(.openBracket, "[")
        var positions: [Int] = []
        repeat {
            let start = token.range.lowerBound
            let isFromEnd = try take(.dash)
            let first = try position()
            guard !isFromEnd, try take(.dash) else {
                positions.append(isFromEnd ? -first : first)
                continue
            }
            let last = try position()
            guard first <= last else {
                throw lexer.error(.reversedRange, start..<lastEnd, expected: ["\(last)-\(first)"])
            }
            positions += first...last
        } while try take(.comma)
        try expect(.closeBracket, "]")
        return positions
    }

    private mutating func position() throws(ParseError) -> Int {
        guard case .number(let position, _) = token.kind else { throw unexpected("1 to 5") }
        guard (1...5).contains(position) else {
            throw lexer.error(.outOfRange, token.range, expected: ["1 to 5", "-1 to -5"])
        }
        try advance()
        return position
    }

    /// ` +1 day`; nil when none follows.
    mutating func dayShift() throws(ParseError) -> Int? {
        guard token.kind == .plus || token.kind == .dash else { return nil }
        let number = try following()
        guard case .number(let days, _) = number.kind, try following(2).kind == .word(.day) else {
            return nil
        }
        guard days <= DateBound.dayShiftMax else {
            throw lexer.error(.outOfRange, number.range, expected: ["at most \(DateBound.dayShiftMax) days"])
        }
        let isLater = token.kind == .plus
        for _ in 0..<3 { try advance() }
        return isLater ? days : -days
    }
}

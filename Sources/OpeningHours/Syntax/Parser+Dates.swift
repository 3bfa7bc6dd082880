import CivilCalendar

extension Parser {
    /// Whether a date begins here, with or without a year.
    mutating func startsDate() throws(ParseError) -> Bool {
        if Self.isDateWord(token) { return true }
        if try startsDayFirst(at: 0) { return true }
        guard Self.isYear(token) else { return false }
        return try yearBelongsToDate()
    }

    private static func canStartDate(_ token: Token) -> Bool { isDateWord(token) || isYear(token) }

    static func isDateWord(_ token: Token) -> Bool {
        switch token.kind {
        case .word(.month), .word(.easter): true
        case .end, .number, .time, .word, .comment, .comma, .semicolon, .bars, .dash, .plus, .slash, .colon,
            .openBracket, .closeBracket, .openParenthesis, .closeParenthesis, .filler:
            false
        }
    }

    mutating func dates() throws(ParseError) -> [DateRange] {
        var dates = try startsDayFirst(at: 0) ? dayFirstDates() : [date(inMonth: nil)]
        while token.kind == .comma {
            if try startsDayFirst(at: 1) {
                try advance()
                dates += try dayFirstDates()
            } else if try takesComma(before: Self.canStartDate) {
                dates.append(try date(inMonth: nil))
            } else if let month = dates.last?.month, try startsBareDay() {
                try advance()
                try lexer.liberty(
                    .missingMonth, token.range.lowerBound..<token.range.lowerBound,
                    write: Vocabulary.monthNames[month - 1] + " ")
                dates.append(try date(inMonth: month))
            } else {
                break
            }
        }
        return dates
    }

    /// `Dec 25,26`: the month is meant again.
    private mutating func startsBareDay() throws(ParseError) -> Bool {
        let next = try following()
        guard case .number(_, let digits) = next.kind else { return false }
        guard digits <= 2 else { return false }
        guard next.hasSpaceBefore else { return true }
        // `Dec 25, 9-12`: an hour follows, not a day.
        guard isLenient else { return false }
        return try following(2).kind != .dash
    }

    private mutating func date(inMonth givenMonth: Int?) throws(ParseError) -> DateRange {
        let start = token.range.lowerBound
        let year = Self.isYear(token) ? try self.year() : nil
        if let givenMonth {
            return try range(from: try dayBound(month: givenMonth, year: year), start: start)
        }
        if try take(.word(.easter)) {
            return try range(from: try shifted(DateBound(year: year, .easter)), start: start)
        }
        guard case .word(.month(let month)) = token.kind else { throw unexpected("Jan to Dec", "easter") }
        try advance()
        if case .number(_, let digits) = token.kind, digits <= 2 {
            return try range(from: try dayBound(month: month, year: year), start: start)
        }
        if let bound = try weekdayBound(month: month, year: year) {
            return try range(from: bound, start: start)
        }
        guard token.kind == .dash else { return .months(year: year, first: month, last: month) }
        try advance()
        if Self.isYear(token) { return try monthsOverYears(from: month, year: year, start: start) }
        guard case .word(.month(let last)) = token.kind else { throw unexpected("Jan to Dec") }
        try advance()
        if case .number(let day, let digits) = token.kind, digits <= 2, try isDayOfMonth(day) {
            let bound = try dayBound(month: last, year: nil)
            return try completed(
                from: DateBound(year: year, .day(month: month, day: 1)), to: bound, start: start)
        }
        return .months(year: year, first: month, last: last)
    }

    /// `Jan-Mar 15`: whether the number is a day, and not the hour that lenient mode can read.
    private mutating func isDayOfMonth(_ number: Int) throws(ParseError) -> Bool {
        guard isLenient else { return true }
        let next = try following().kind
        return next != .dash && next != .word(.hour) && next != .slash
    }

    /// `2026 Nov-2027 Feb`: the language has a year only before a whole date.
    private mutating func monthsOverYears(
        from month: Int, year: Int?, start: Int
    ) throws(ParseError) -> DateRange {
        let lastYear = try self.year()
        guard case .word(.month(let last)) = token.kind else { throw unexpected("Jan to Dec") }
        try advance()
        let first = DateBound(year: year, .day(month: month, day: 1))
        if case .number(_, let digits) = token.kind, digits <= 2 {
            return try completed(from: first, to: dayBound(month: last, year: lastYear), start: start)
        }
        let day = CivilDay.length(ofMonth: last, year: lastYear)
        return try completed(
            from: first, to: DateBound(year: lastYear, .day(month: last, day: day)), start: start)
    }

    /// A range of which one end was written without a day.
    private mutating func completed(
        from first: DateBound, to last: DateBound, start: Int
    ) throws(ParseError) -> DateRange {
        guard last.year == nil || first.year != nil else {
            throw lexer.error(.missingYear, start..<lastEnd, expected: ["a year before the first month"])
        }
        guard !Self.isReversed(first, last) else {
            throw lexer.error(.reversedRange, start..<lastEnd, expected: ["a first date before the last"])
        }
        let range = DateRange.dates(first: first, last: last, step: 1)
        guard isLenient else {
            throw lexer.error(
                .missingDay, start..<lastEnd, expected: [range.description], suggestion: range.description)
        }
        note(.missingDay, start..<lastEnd, write: range.description)
        return range
    }

    private mutating func dayBound(month: Int, year: Int?) throws(ParseError) -> DateBound {
        let start = token.range
        let day = try twoDigits(1...31)
        // 2000 is a leap year: 29 February exists in some years.
        guard day <= CivilDay.length(ofMonth: month, year: year ?? 2000) else {
            throw lexer.error(
                .impossibleDate, start,
                expected: ["01 to \(CivilDay.length(ofMonth: month, year: year ?? 2000))"])
        }
        return try shifted(DateBound(year: year, .day(month: month, day: day)))
    }

    /// `Oct Su[-1]`; nil when the weekdays after the month are a selector of their own: `Oct Su[1,3]`, `Oct Su[1],We`.
    private mutating func weekdayBound(month: Int, year: Int?) throws(ParseError) -> DateBound? {
        guard case .word(.weekday(let weekday)) = token.kind, try following().kind == .openBracket
        else { return nil }
        let isFromEnd = try following(2).kind == .dash
        let end = isFromEnd ? 5 : 4
        guard try following(end - 1).kind == .closeBracket, try !weekdaysGoOn(at: end) else { return nil }
        try advance()
        let positions = try positions()
        return try shifted(
            DateBound(year: year, .weekday(month: month, weekday: weekday, nth: positions[0])))
    }

    /// Whether a comma and a weekday or holiday follow, a shift by days left aside: dates cannot go on like that.
    private mutating func weekdaysGoOn(at distance: Int) throws(ParseError) -> Bool {
        var comma = distance
        let sign = try following(comma).kind
        if sign == .plus || sign == .dash, case .number = try following(comma + 1).kind,
            try following(comma + 2).kind == .word(.day)
        {
            comma += 3
        }
        guard try following(comma).kind == .comma else { return false }
        return Self.isDay(try following(comma + 1))
    }

    /// Adds the move to a weekday (`-Su`, without a space) and the days (` +1 day`) after a date.
    private mutating func shifted(_ bound: DateBound) throws(ParseError) -> DateBound {
        var bound = bound
        if token.kind == .plus || token.kind == .dash {
            let next = try following()
            if case .word(.weekday(let weekday)) = next.kind, !next.hasSpaceBefore {
                bound.weekdayShift = .init(weekday, isAfter: token.kind == .plus)
                try advance()
                try advance()
            }
        }
        bound.dayShift = try dayShift() ?? 0
        return bound
    }

    /// What follows the first date of a range.
    private mutating func range(from first: DateBound, start: Int) throws(ParseError) -> DateRange {
        if try take(.plus) { return .onwards(from: first) }
        guard try take(.dash) else { return .dates(first: first, last: first, step: 1) }
        let last = try lastBound(after: first)
        guard last.year == nil || first.year != nil else {
            throw lexer.error(.missingYear, start..<lastEnd, expected: ["a year before the first date"])
        }
        let step = try step(from: first, to: last)
        guard !Self.isReversed(first, last) else {
            throw lexer.error(.reversedRange, start..<lastEnd, expected: ["a first date before the last"])
        }
        return .dates(first: first, last: last, step: step)
    }

    private mutating func lastBound(after first: DateBound) throws(ParseError) -> DateBound {
        let year = Self.isYear(token) ? try self.year() : nil
        if try take(.word(.easter)) { return try shifted(DateBound(year: year, .easter)) }
        if case .word(.month(let month)) = token.kind {
            try advance()
            if let bound = try weekdayBound(month: month, year: year) { return bound }
            if case .number = token.kind { return try dayBound(month: month, year: year) }
            return try lastDay(ofMonth: month, year: year, after: first)
        }
        guard year == nil, case .day(let month, let day) = first.anchor, case .number = token.kind else {
            throw unexpected("a date")
        }
        let numberRange = token.range
        let bound = try dayBound(month: month, year: nil)
        // `Dec 24-20` would go round the year; whoever means that writes the month again.
        if case .day(_, let last) = bound.anchor, last < day {
            throw lexer.error(
                .reversedRange, numberRange,
                expected: ["\(last) before \(day)", "the month again, \(Vocabulary.monthNames[month - 1])"])
        }
        return bound
    }

    /// `Jan 15-Mar`: the last day of the month is meant.
    private mutating func lastDay(
        ofMonth month: Int, year: Int?, after first: DateBound
    ) throws(ParseError) -> DateBound {
        let day = CivilDay.length(ofMonth: month, year: year ?? 2000)
        let text = " \(day)"
        guard isLenient else {
            throw lexer.error(.missingDay, lastEnd..<lastEnd, expected: [text], suggestion: text)
        }
        note(.missingDay, lastEnd..<lastEnd, write: text)
        return DateBound(year: year, .day(month: month, day: day))
    }

    /// Whether both have a year and the later one comes first.
    static func isReversed(_ first: DateBound, _ last: DateBound) -> Bool {
        guard let firstYear = first.year, let lastYear = last.year else { return false }
        if firstYear != lastYear { return firstYear > lastYear }
        guard case .day(let firstMonth, let firstDay) = first.anchor,
            case .day(let lastMonth, let lastDay) = last.anchor
        else { return false }
        return (firstMonth, firstDay) > (lastMonth, lastDay)
    }
}

extension DateRange {
    /// The month that a bare day after this range belongs to.
    fileprivate var month: Int? {
        guard case .dates(_, let last, _) = self, case .day(let month, _) = last.anchor else { return nil }
        return month
    }
}

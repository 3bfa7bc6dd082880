import CivilCalendar

/// Dates as French, German and British people write them, the day before its month; in lenient mode only.
extension Parser {
    /// Tokens that are looked at for the month: as many as the parser ever looks ahead.
    private static let reachMax = 9

    /// Whether days and then their month begin here: `1er mai`, `24 et 31 décembre`, `1-15 mai`.
    ///
    /// - Parameter distance: 0 for the current token, 1 for the next.
    mutating func startsDayFirst(at distance: Int) throws(ParseError) -> Bool {
        guard isLenient else { return false }
        var place = distance
        while place < Self.reachMax, Self.isDayNumber(try peeked(place)) {
            switch try peeked(place + 1).kind {
            case .word(.month):
                // `9-12 Mai-Sep` are hours and months.
                if place == distance { return true }
                return try peeked(place + 2).kind != .dash
            case .comma, .dash: place += 2
            case .end, .number, .time, .word, .comment, .semicolon, .bars, .plus, .slash, .colon,
                .openBracket, .closeBracket, .openParenthesis, .closeParenthesis, .filler:
                return false
            }
        }
        return false
    }

    /// Takes the dates of which ``startsDayFirst(at:)`` said that they begin here.
    mutating func dayFirstDates() throws(ParseError) -> [DateRange] {
        let start = token.range.lowerBound
        var days: [(first: Token, last: Token)] = []
        repeat {
            let first = try takenDay()
            days.append((first, try take(.dash) ? try takenDay() : first))
        } while try take(.comma)
        let (month, year) = try monthAndYear()
        var dates: [DateRange] = []
        for (first, last) in days {
            let from = try bound(first, month: month, year: year)
            guard first.range != last.range else {
                dates.append(.dates(first: from, last: from, step: 1))
                continue
            }
            dates.append(try range(from, try bound(last, month: month, year: year), start: start))
        }
        // `24 décembre - 2 janvier`: the range goes from one written date to another.
        if days.count == 1, token.kind == .dash, try startsDayFirst(at: 1),
            case .dates(let from, let only, _) = dates[0], from == only
        {
            try advance()
            let last = try takenDay()
            let (lastMonth, lastYear) = try monthAndYear()
            dates = [try range(from, try bound(last, month: lastMonth, year: lastYear), start: start)]
        }
        note(.dayFirst, start..<lastEnd, write: dates.map(\.description).joined(separator: ","))
        return dates
    }

    private mutating func peeked(_ distance: Int) throws(ParseError) -> Token {
        distance == 0 ? token : try following(distance)
    }

    private static func isDayNumber(_ token: Token) -> Bool {
        if case .number(_, let digits) = token.kind { digits <= 2 } else { false }
    }

    private mutating func takenDay() throws(ParseError) -> Token {
        guard Self.isDayNumber(token) else { throw unexpected("01 to 31") }
        let day = token
        try advance()
        return day
    }

    /// The month, and the year behind it; four digits before a dash are a time.
    private mutating func monthAndYear() throws(ParseError) -> (month: Int, year: Int?) {
        guard case .word(.month(let month)) = token.kind else { throw unexpected("Jan to Dec") }
        try advance()
        guard Self.isYear(token) else { return (month, nil) }
        guard try following().kind == .dash else { return (month, try year()) }
        let isBeforeDate = try startsDayFirst(at: 2)
        return (month, isBeforeDate ? try year() : nil)
    }

    private func bound(_ day: Token, month: Int, year: Int?) throws(ParseError) -> DateBound {
        let length = CivilDay.length(ofMonth: month, year: year ?? 2000)
        guard case .number(let number, _) = day.kind, (1...length).contains(number) else {
            throw lexer.error(.impossibleDate, day.range, expected: ["01 to \(length)"])
        }
        return DateBound(year: year, .day(month: month, day: number))
    }

    private func range(
        _ first: DateBound, _ last: DateBound, start: Int
    ) throws(ParseError) -> DateRange {
        var first = first
        // `24 décembre - 2 janvier 2027`: a year at the end only holds for a range inside of it.
        if first.year == nil { first.year = last.year }
        let isWithinMonth = first.sameMonth(as: last)
        guard !Self.isReversed(first, last), !isWithinMonth || first.dayOfMonth <= last.dayOfMonth else {
            throw lexer.error(.reversedRange, start..<lastEnd, expected: ["a first date before the last"])
        }
        return .dates(first: first, last: last, step: 1)
    }
}

extension DateBound {
    fileprivate var dayOfMonth: Int {
        if case .day(_, let day) = anchor { day } else { 0 }
    }

    fileprivate func sameMonth(as other: DateBound) -> Bool {
        guard case .day(let month, _) = anchor, case .day(let otherMonth, _) = other.anchor else {
            return false
        }
        return month == otherMonth && year == other.year
    }
}

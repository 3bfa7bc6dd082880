extension Parser {
    /// Whether a time begins here; in lenient mode a bare hour is one.
    func startsTime() -> Bool { isTime(token) }

    func isTime(_ token: Token) -> Bool {
        switch token.kind {
        case .time, .word(.sunEvent), .openParenthesis: return true
        case .number(let value, let digits): return isLenient && Self.isHour(value, digits: digits)
        case .end, .word, .comment, .comma, .semicolon, .bars, .dash, .plus, .slash, .colon, .openBracket,
            .closeBracket, .closeParenthesis, .filler:
            return false
        }
    }

    /// Whether a number is a time in everyday writing: `9`, `18` or `0930`.
    private static func isHour(_ value: Int, digits: Int) -> Bool {
        digits <= 2 ? value <= 24 : digits == 4 && value <= 2400 && value % 100 < 60
    }

    mutating func times() throws(ParseError) -> [TimeSpan] {
        var spans = [try span()]
        while try takesTimeSeparator() { spans.append(try span()) }
        return spans
    }

    /// Takes what stands between two spans of a list: after a time, a comma goes on with the list only when another
    /// time follows it.
    private mutating func takesTimeSeparator() throws(ParseError) -> Bool {
        guard token.kind == .comma || isLenient && token.kind == .slash else {
            return isLenient ? try startsFurtherTime() : false
        }
        let next = try following()
        guard isTime(next), try !isYearOfNextRule(next), try !startsDayFirst(at: 1) else { return false }
        if token.kind == .slash { note(.otherSeparator, token.range, write: ",") }
        try advance()
        return true
    }

    /// `9h-12h 14h-18h`: the comma is missing.
    private mutating func startsFurtherTime() throws(ParseError) -> Bool {
        guard isTime(token), token.hasSpaceBefore else { return false }
        if case .number(_, let digits) = token.kind, digits == 4 { return false }
        guard try following().kind == .dash, try !startsDayFirst(at: 0) else { return false }
        note(.missingSeparator, lastEnd..<lastEnd, write: ",")
        return true
    }

    /// `…, 2026 Dec 24`: four digits after a space are a year.
    private mutating func isYearOfNextRule(_ next: Token) throws(ParseError) -> Bool {
        guard case .number(_, let digits) = next.kind, digits == 4 else { return false }
        if next.hasSpaceBefore { return true }
        return try following(2).kind != .dash
    }

    private mutating func span() throws(ParseError) -> TimeSpan {
        if isLenient, try takesAroundTheClock() {
            return .span(
                from: .clock(RuleMinute(unchecked: 0)), to: .clock(RuleMinute(unchecked: 1440)),
                isOpenEnded: false)
        }
        let startRange = token.range
        var start = try time()
        if case .clock(let minute) = start, minute.minutes >= 1440 {
            guard isLenient, minute.minutes == 1440 else {
                throw lexer.error(.outOfRange, startRange, expected: ["00:00 to 23:59"])
            }
            start = .clock(RuleMinute(unchecked: 0))
            note(.otherTime, startRange, write: "00:00")
        }
        if try take(.plus) { return .openEnd(from: start) }
        guard try take(.dash) else {
            guard allowsPoints else {
                throw lexer.error(
                    .pointInTimeUnsupported, startRange,
                    expected: ["\(start)+", "a span such as \(start)-18:00"])
            }
            return .point(start)
        }
        let endToken = token
        var end = try time()
        if case .clock(let first) = start, case .clock(let last) = end, last <= first {
            guard first.minutes > 720 || !isBareHour(endToken) else {
                let afternoon = RuleMinute(unchecked: last.minutes + 720)
                throw lexer.error(
                    .ambiguousTime, startRange.lowerBound..<lastEnd,
                    expected: ["\(start)-\(afternoon)", "\(start)-\(end)"])
            }
            end = .clock(RuleMinute(unchecked: last.minutes + 1440))
        }
        if token.kind == .slash, try !separatesSpans() {
            guard allowsPoints else {
                throw lexer.error(.pointInTimeUnsupported, token.range, expected: ["\(start)-\(end)"])
            }
            try advance()
            return .points(from: start, to: end, every: try interval())
        }
        return .span(from: start, to: end, isOpenEnded: try take(.plus))
    }

    /// Whether the token, which was just taken for a time, is an hour without anything that says which half of the day.
    private func isBareHour(_ token: Token) -> Bool {
        guard case .number(_, let digits) = token.kind else { return false }
        return digits <= 2 && lastEnd == token.range.upperBound
    }

    /// `9h-12h / 14h-18h` and `9h-12h / Sa 9h-11h`: in lenient mode a slash can stand between spans and rules.
    private mutating func separatesSpans() throws(ParseError) -> Bool {
        guard isLenient else { return false }
        let next = try following()
        if allowsPoints, case .number = next.kind, try following(2).kind != .dash { return false }
        guard isTime(next) else { return true }
        return try following(2).kind == .dash
    }

    /// The minutes between points: `90` or `01:30`.
    private mutating func interval() throws(ParseError) -> Int {
        let minutes: Int
        if case .time(let length) = token.kind {
            minutes = length
        } else if case .number(let length, _) = token.kind {
            minutes = length
        } else {
            throw unexpected("minutes such as 90", "a length of time such as 01:30")
        }
        guard (1...TimeSpan.intervalMax).contains(minutes) else {
            throw lexer.error(
                .outOfRange, token.range, expected: ["1 to \(TimeSpan.intervalMax) minutes"])
        }
        try advance()
        return minutes
    }

    private mutating func time() throws(ParseError) -> RuleTime {
        switch token.kind {
        case .time(let minutes):
            try advance()
            if isLenient { try passHourWord() }
            return .clock(RuleMinute(unchecked: minutes))
        case .number(let value, let digits) where isLenient && Self.isHour(value, digits: digits):
            let minutes = digits <= 2 ? value * 60 : value / 100 * 60 + value % 100
            let range = token.range
            try advance()
            let minute = RuleMinute(unchecked: minutes)
            let end = token.kind == .word(.hour) ? token.range.upperBound : range.upperBound
            note(.otherTime, range.lowerBound..<end, write: minute.description)
            try passHourWord()
            return .clock(minute)
        case .word(.sunEvent(let event)):
            try advance()
            return .sun(event, offset: 0)
        case .openParenthesis: return try shiftedEvent()
        case .number, .end, .word, .comment, .comma, .semicolon, .bars, .dash, .plus, .slash, .colon,
            .openBracket, .closeBracket, .closeParenthesis, .filler:
            throw unexpected("a time such as 18:00", "sunset")
        }
    }

    /// `9 Uhr`: the word says nothing more; the lexer has noted it.
    private mutating func passHourWord() throws(ParseError) { _ = try take(.word(.hour)) }

    /// `(sunrise+01:00)`, at its parenthesis.
    private mutating func shiftedEvent() throws(ParseError) -> RuleTime {
        try expect(.openParenthesis, "(")
        guard case .word(.sunEvent(let event)) = token.kind else {
            throw unexpected("dawn", "sunrise", "sunset", "dusk")
        }
        try advance()
        let isLater = token.kind == .plus
        guard isLater || token.kind == .dash else { throw unexpected("+", "-") }
        try advance()
        guard case .time(let minutes) = token.kind else { throw unexpected("a length of time such as 01:00") }
        guard minutes <= RuleTime.offsetMax else {
            throw lexer.error(.outOfRange, token.range, expected: ["00:00 to 24:00"])
        }
        try advance()
        try expect(.closeParenthesis, ")")
        return .sun(event, offset: isLater ? minutes : -minutes)
    }
}

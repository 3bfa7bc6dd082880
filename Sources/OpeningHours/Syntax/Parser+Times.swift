extension Parser {
    /// Whether a time begins here; in lenient mode a bare hour is one.
    func startsTime() throws(ParseError) -> Bool { isTime(token) }

    private func isTime(_ token: Token) -> Bool {
        switch token.kind {
        case .time, .word(.sunEvent), .openParenthesis: true
        case .number(let hour, let digits): lexer.mode == .lenient && digits <= 2 && hour <= 24
        case .end, .word, .comment, .comma, .semicolon, .bars, .dash, .plus, .slash, .colon, .openBracket,
            .closeBracket, .closeParenthesis:
            false
        }
    }

    mutating func times() throws(ParseError) -> [TimeSpan] {
        var spans = [try span()]
        // After a time, a comma goes on with the list only when another time follows it.
        while token.kind == .comma, isTime(try following()) {
            try advance()
            spans.append(try span())
        }
        return spans
    }

    private mutating func span() throws(ParseError) -> TimeSpan {
        let startRange = token.range
        let start = try time()
        if case .clock(let minute) = start, minute.minutes >= 1440 {
            throw lexer.error(.outOfRange, startRange, expected: ["00:00 to 23:59"])
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
        var end = try time()
        if case .clock(let first) = start, case .clock(let last) = end, last <= first {
            end = .clock(RuleMinute(unchecked: last.minutes + 1440))
        }
        if token.kind == .slash {
            guard allowsPoints else { throw lexer.error(.pointInTimeUnsupported, token.range) }
            try advance()
            return .points(from: start, to: end, every: try interval())
        }
        return .span(from: start, to: end, isOpenEnded: try take(.plus))
    }

    /// The minutes between points: `90` or `01:30`.
    private mutating func interval() throws(ParseError) -> Int {
        let minutes: Int
        switch token.kind {
        case .time(let length): minutes = length
        case .number(let length, _): minutes = length
        case .end, .word, .comment, .comma, .semicolon, .bars, .dash, .plus, .slash, .colon, .openBracket,
            .closeBracket, .openParenthesis, .closeParenthesis:
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
            return .clock(RuleMinute(unchecked: minutes))
        case .number(let hour, let digits) where lexer.mode == .lenient && digits <= 2 && hour <= 48:
            let minute = RuleMinute(unchecked: hour * 60)
            try lexer.liberty(.otherTime, token.range, write: minute.description)
            try advance()
            return .clock(minute)
        case .word(.sunEvent(let event)):
            try advance()
            return .sun(event, offset: 0)
        case .openParenthesis: return try shiftedEvent()
        case .number, .end, .word, .comment, .comma, .semicolon, .bars, .dash, .plus, .slash, .colon,
            .openBracket, .closeBracket, .closeParenthesis:
            throw unexpected("a time such as 18:00", "sunset")
        }
    }

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

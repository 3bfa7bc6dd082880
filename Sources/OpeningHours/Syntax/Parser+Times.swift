extension Parser {
    /// Whether a time begins here; in lenient mode a bare hour is one.
    func startsTime() throws(ParseError) -> Bool { isTime(token) }

    private func isTime(_ token: Token) -> Bool {
        switch token.kind {
        case .time, .word(.sunEvent), .openParenthesis: true
        case .number(let hour, let digits): lexer.mode == .lenient && digits <= 2 && hour <= 24
        case .end, .word, .comment, .comma, .semicolon, .bars, .dash, .plus, .slash, .colon, .openBracket,
            .closeBracket:
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
        guard start.minutes < 1440 else {
            throw lexer.error(.outOfRange, startRange, expected: ["00:00 to 23:59"])
        }
        if try take(.plus) { return .openEnd(from: start) }
        guard try take(.dash) else {
            throw lexer.error(
                .pointInTimeUnsupported, startRange, expected: ["\(start)+", "a span such as \(start)-18:00"])
        }
        var end = try time()
        if end <= start { end = RuleMinute(unchecked: end.minutes + 1440) }
        guard token.kind != .slash else { throw lexer.error(.pointInTimeUnsupported, token.range) }
        return .span(from: start, to: end, isOpenEnded: try take(.plus))
    }

    private mutating func time() throws(ParseError) -> RuleMinute {
        switch token.kind {
        case .time(let minutes):
            try advance()
            return RuleMinute(unchecked: minutes)
        case .number(let hour, let digits) where lexer.mode == .lenient && digits <= 2 && hour <= 48:
            let minute = RuleMinute(unchecked: hour * 60)
            try lexer.liberty(.otherTime, token.range, write: minute.description)
            try advance()
            return minute
        case .word(.sunEvent), .openParenthesis:
            throw lexer.error(.sunEventUnsupported, token.range, expected: ["a time such as 18:00"])
        case .number, .end, .word, .comment, .comma, .semicolon, .bars, .dash, .plus, .slash, .colon,
            .openBracket, .closeBracket:
            throw unexpected("a time such as 18:00")
        }
    }
}

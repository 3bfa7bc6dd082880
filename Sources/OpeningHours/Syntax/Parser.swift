import CivilCalendar

/// Parses a schedule by recursive descent.
///
/// It looks a few tokens ahead and never goes back over a rule.
struct Parser {
    var lexer: Lexer
    var token: Token
    /// Whether points in time are part of the language.
    let allowsPoints: Bool

    init(_ text: String, mode: ParsingMode, points: Bool) throws(ParseError) {
        guard text.utf8.count <= Schedule.lengthMax else {
            throw Lexer("", mode: mode).error(.tooLong, 0..<text.utf8.count)
        }
        lexer = Lexer(text, mode: mode)
        allowsPoints = points
        token = try lexer.next()
    }

    var diagnostics: [Diagnostic] { lexer.diagnostics }

    mutating func schedule() throws(ParseError) -> Schedule {
        var rules: [Rule] = []
        var separator = RuleSeparator.normal
        var separatorRange = 0..<0
        repeat {
            if isAtSeparator || token.kind == .end {
                try emptyRule(after: separatorRange, isFirst: rules.isEmpty)
            } else {
                let rule = try rule(after: separator)
                try check(rule, after: rules, separatorRange: separatorRange)
                rules.append(rule)
                guard rules.count <= Schedule.rulesMax else {
                    throw lexer.error(.tooManyRules, rule.sourceRange)
                }
            }
            guard token.kind != .end else { break }
            separatorRange = token.range
            separator = try takeSeparator()
        } while true
        guard !rules.isEmpty else { throw lexer.error(.empty, 0..<lexer.bytes.count) }
        return Schedule(unchecked: rules)
    }

    private var isAtSeparator: Bool {
        switch token.kind {
        case .semicolon, .bars, .comma: true
        case .end, .number, .time, .word, .comment, .dash, .plus, .slash, .colon, .openBracket, .closeBracket,
            .openParenthesis, .closeParenthesis:
            false
        }
    }

    private mutating func emptyRule(after separator: Range<Int>, isFirst: Bool) throws(ParseError) {
        let range = separator.isEmpty ? token.range : separator
        guard lexer.mode == .lenient else {
            throw token.kind == .end && separator.isEmpty
                ? lexer.error(.empty, range, expected: ["24/7", "Mo-Fr 09:00-18:00"])
                : lexer.error(.danglingSeparator, range, expected: ["a rule"], suggestion: "")
        }
        guard !range.isEmpty else { return }
        lexer.diagnostics.append(
            Diagnostic(
                severity: .note, code: .emptyRule, range: range, fixIt: FixIt(range: range, replacement: "")))
    }

    private mutating func takeSeparator() throws(ParseError) -> RuleSeparator {
        switch token.kind {
        case .semicolon:
            try advance()
            return .normal
        case .bars:
            try advance()
            return .fallback
        case .comma:
            let comma = token.range
            try advance()
            if !token.hasSpaceBefore, token.kind != .end {
                try lexer.liberty(.missingSpace, comma, write: ", ")
            }
            return .additional
        case .end, .number, .time, .word, .comment, .dash, .plus, .slash, .colon, .openBracket, .closeBracket,
            .openParenthesis, .closeParenthesis:
            throw unexpected("; or , or ||", "off", "\"a comment\"")
        }
    }

    private mutating func rule(after separator: RuleSeparator) throws(ParseError) -> Rule {
        let start = token.range
        var rule = Rule(separator: separator)
        rule.selectors = try selectors()
        var end = lastEnd
        let hasState: Bool
        if case .word(.state(let state)) = token.kind {
            rule.state = state
            hasState = true
            end = token.range.upperBound
            try advance()
        } else {
            hasState = false
        }
        if token.kind == .comment {
            rule.comment = commentText
            if !hasState { rule.state = .unknown }
            end = token.range.upperBound
            try advance()
        } else if !hasState, rule.selectors.isEmpty || rule.selectors.endsAtLabel {
            throw unexpected("24/7", "Mo", "PH", "Jan", "week", "09:00-18:00", "off")
        }
        // A comma after bare days can only go on with days: a new rule needs a time or a state before it.
        if token.kind == .comma, !hasState, rule.comment == nil, rule.selectors.times.isEmpty,
            !rule.selectors.isAlways
        {
            try advance()
            throw unexpected("a weekday", "a date", "PH")
        }
        rule.sourceRange = start.lowerBound..<end
        return rule
    }

    /// A rule with a time but no day, after rules with days, replaces them all; hardly anybody means that.
    private mutating func check(
        _ rule: Rule, after rules: [Rule], separatorRange: Range<Int>
    ) throws(ParseError) {
        guard rule.separator == .normal, rule.state != .closed, !rule.selectors.selectsDays,
            !rule.selectors.times.isEmpty, rule.selectors.label == nil,
            rules.contains(where: \.selectors.selectsDays)
        else { return }
        let range = separatorRange.lowerBound..<rule.sourceRange.upperBound
        let suggestion = ", " + lexer.text(rule.sourceRange)
        guard lexer.mode == .lenient else {
            throw lexer.error(.ruleWithoutDaysOverrides, range, suggestion: suggestion)
        }
        lexer.diagnostics.append(
            Diagnostic(
                severity: .warning, code: .ruleWithoutDaysOverrides, range: range,
                fixIt: FixIt(range: range, replacement: suggestion)))
    }

    // MARK: Tokens

    /// Where the last token before the current one ended.
    private(set) var lastEnd = 0

    mutating func advance() throws(ParseError) {
        lastEnd = token.range.upperBound
        token = try lexer.next()
    }

    /// The token after the current one, without taking it.
    func following() throws(ParseError) -> Token {
        var ahead = lexer
        return try ahead.next()
    }

    /// The two tokens after the current one.
    func followingTwo() throws(ParseError) -> (Token, Token) {
        var ahead = lexer
        let first = try ahead.next()
        return (first, try ahead.next())
    }

    mutating func take(_ kind: Token.Kind) throws(ParseError) -> Bool {
        guard token.kind == kind else { return false }
        try advance()
        return true
    }

    mutating func expect(_ kind: Token.Kind, _ text: String) throws(ParseError) {
        guard try take(kind) else { throw unexpected(text) }
    }

    func unexpected(_ expected: String...) -> ParseError {
        lexer.error(.unexpected, token.range, expected: expected)
    }

    /// The current comment without its quotes.
    var commentText: String { lexer.text(token.range.lowerBound + 1..<token.range.upperBound - 1) }

    /// A number of two digits in a range; one digit is a liberty.
    mutating func twoDigits(_ allowed: ClosedRange<Int>) throws(ParseError) -> Int {
        guard case .number(let value, let digits) = token.kind else {
            throw unexpected("\(allowed.lowerBound) to \(allowed.upperBound)")
        }
        guard allowed.contains(value), digits <= 2 else {
            throw lexer.error(
                .outOfRange, token.range, expected: ["\(allowed.lowerBound) to \(allowed.upperBound)"])
        }
        if digits == 1 { try lexer.liberty(.missingZero, token.range, write: "0\(value)") }
        try advance()
        return value
    }

    /// `/ n` after a range; 1 when there is none.
    mutating func step() throws(ParseError) -> Int {
        guard try take(.slash) else { return 1 }
        guard case .number(let value, _) = token.kind else { throw unexpected("a number") }
        guard value >= 1 else { throw lexer.error(.outOfRange, token.range, expected: ["1 or more"]) }
        try advance()
        return value
    }

    /// Takes the comma of a list when an element of the list follows it.
    ///
    /// A space after the comma is no separator of rules here, because no time came before it.
    mutating func takesComma(
        before isElement: (Token) -> Bool
    ) throws(ParseError) -> Bool {
        guard token.kind == .comma else { return false }
        let next = try following()
        guard isElement(next) else { return false }
        if next.hasSpaceBefore {
            let space = token.range.upperBound..<next.range.lowerBound
            lexer.diagnostics.append(
                Diagnostic(
                    severity: .warning, code: .straySpaceInList, range: space,
                    fixIt: FixIt(range: space, replacement: "")))
        }
        try advance()
        return true
    }
}

extension Selectors {
    /// Whether only a label is there.
    fileprivate var endsAtLabel: Bool { label != nil && !selectsDays && times.isEmpty }
}

import CivilCalendar

/// Parses a schedule by recursive descent.
///
/// It looks a few tokens ahead and never goes back over a rule.
struct Parser: ~Copyable {
    var lexer: Lexer
    var token = Token(kind: .end, range: 0..<0, hasSpaceBefore: false)
    /// Where the last token before the current one ended.
    var lastEnd = 0
    /// Whether a rule so far selects days.
    private var hasDays = false
    /// Whether the last rule ended with a time, a state or a comment.
    private var lastRuleIsComplete = false
    /// Whether the last rule ended with a time and a state: what follows without a separator may be meant by either.
    private var lastStateFollowsTime = false
    /// Whether no separator was written before the current rule.
    private var separatorIsMissing = false
    /// Whether points in time are part of the language.
    let allowsPoints: Bool

    init(_ bytes: [UInt8], mode: ParsingMode, points: Bool) throws(ParseError) {
        guard bytes.count <= Schedule.lengthMax else {
            throw ParseError(.tooLong, 0..<bytes.count, in: [])
        }
        lexer = Lexer(bytes, mode: mode)
        allowsPoints = points
    }

    var isLenient: Bool { lexer.mode == .lenient }

    mutating func schedule() throws(ParseError) -> Schedule {
        token = try lexer.next()
        var rules: [Rule] = []
        rules.reserveCapacity(4)
        var separator = RuleSeparator.normal
        var separatorRange = 0..<0
        while true {
            if isAtSeparator || token.kind == .end {
                try emptyRule(after: separatorRange)
            } else {
                // Before the first rule there is nothing to join.
                rules.append(Rule(separator: rules.isEmpty ? .normal : separator))
                try rule(into: &rules[rules.count - 1], separatorRange: separatorRange)
                guard rules.count <= Schedule.rulesMax else {
                    throw lexer.error(.tooManyRules, rules[Schedule.rulesMax].sourceRange)
                }
            }
            guard token.kind != .end else { break }
            separatorRange = token.range
            separator = try takeSeparator()
        }
        guard !rules.isEmpty else {
            throw lexer.error(.empty, 0..<lexer.bytes.count, expected: Self.wholeRules)
        }
        return Schedule(unchecked: rules)
    }

    private static let wholeRules = ["24/7", "Mo-Fr 09:00-18:00"]

    private var isAtSeparator: Bool {
        switch token.kind {
        case .semicolon, .bars, .comma: true
        case .slash: isLenient
        case .end, .number, .time, .word, .comment, .dash, .plus, .colon, .openBracket, .closeBracket,
            .openParenthesis, .closeParenthesis, .filler:
            false
        }
    }

    private mutating func emptyRule(after separator: Range<Int>) throws(ParseError) {
        let range = separator.isEmpty ? token.range : separator
        guard isLenient else {
            throw token.kind == .end && separator.isEmpty
                ? lexer.error(.empty, range, expected: Self.wholeRules)
                : lexer.error(.danglingSeparator, range, expected: ["a rule"], suggestion: "")
        }
        guard !range.isEmpty else { return }
        note(.emptyRule, range, write: "")
    }

    private mutating func takeSeparator() throws(ParseError) -> RuleSeparator {
        let range = token.range
        separatorIsMissing = false
        switch token.kind {
        case .semicolon:
            try advance()
            return .normal
        case .bars:
            try advance()
            return .fallback
        case .comma:
            try advance()
            if !token.hasSpaceBefore, token.kind != .end {
                try lexer.liberty(.missingSpace, range, write: ", ")
            }
            return .additional
        case .slash where isLenient:
            try advance()
            note(.otherSeparator, range, write: ";")
            return .normal
        case .word, .number, .comment:
            guard isLenient, lastRuleIsComplete, !lastStateFollowsTime else {
                throw unexpected("; or , or ||", "off", "\"a comment\"")
            }
            separatorIsMissing = true
            note(.missingSeparator, lastEnd..<lastEnd, write: ";")
            return .normal
        case .end, .time, .dash, .plus, .slash, .colon, .openBracket, .closeBracket, .openParenthesis,
            .closeParenthesis, .filler:
            throw unexpected("; or , or ||", "off", "\"a comment\"")
        }
    }

    private mutating func rule(
        into rule: inout Rule, separatorRange: Range<Int>
    ) throws(ParseError) {
        let start = token.range.lowerBound
        let stateFirst = try takesStateFirst()
        try selectors(into: &rule.selectors)
        var hasState = stateFirst != nil
        if let stateFirst {
            rule.state = stateFirst
        } else if case .word(.state(let state)) = token.kind {
            rule.state = state
            hasState = true
            try advance()
        }
        if token.kind == .comment {
            rule.comment = lexer.comment(token.range)
            if !hasState { rule.state = .unknown }
            try advance()
        } else if !hasState, rule.selectors.isEmpty || rule.selectors.endsAtLabel {
            throw unexpected("24/7", "Mo", "PH", "Jan", "week", "09:00-18:00", "off")
        }
        lastRuleIsComplete =
            hasState || rule.comment != nil || !rule.selectors.times.isEmpty || rule.selectors.isAlways
        lastStateFollowsTime = hasState && stateFirst == nil && !rule.selectors.times.isEmpty
        // `Mo 10:00-12:00 off Tu`: that Tuesday is open all day is the least likely of what may be meant.
        if separatorIsMissing, !lastRuleIsComplete { throw unexpected("09:00-18:00", "off") }
        // A comma after bare days can only go on with days: a new rule needs a time or a state before it.
        if token.kind == .comma, !lastRuleIsComplete {
            try advance()
            throw unexpected("a weekday", "a date", "PH")
        }
        rule.sourceRange = start..<lastEnd
        if stateFirst != nil { note(.stateBeforeDays, rule.sourceRange, write: rule.description) }
        let selectsDays = rule.selectors.selectsDays
        if hasDays, !selectsDays { try check(&rule, separatorRange: separatorRange) }
        hasDays = hasDays || selectsDays
    }

    /// A rule with a time but no day, after rules with days, replaces them all; hardly anybody means that.
    private mutating func check(
        _ rule: inout Rule, separatorRange: Range<Int>
    ) throws(ParseError) {
        guard rule.separator == .normal, rule.state != .closed, !rule.selectors.times.isEmpty,
            rule.selectors.label == nil
        else { return }
        let range = separatorRange.lowerBound..<rule.sourceRange.upperBound
        let suggestion = ", " + lexer.text(rule.sourceRange)
        guard isLenient else {
            throw lexer.error(
                .ruleWithoutDaysOverrides, range, expected: [suggestion], suggestion: suggestion)
        }
        lexer.diagnostics.append(
            Diagnostic(
                severity: .warning, code: .ruleWithoutDaysOverrides, range: range,
                fixIt: FixIt(range: range, replacement: suggestion)))
        // The specification means all days; said so, it can be printed and read strictly.
        rule.selectors.weekdays = [.range(.monday, .sunday)]
    }

    /// Notes a liberty that only lenient mode comes to.
    mutating func note(_ code: Diagnostic.Code, _ range: Range<Int>, write replacement: String) {
        lexer.diagnostics.append(
            Diagnostic(
                severity: .note, code: code, range: range,
                fixIt: FixIt(range: range, replacement: replacement)))
    }
}

extension Selectors {
    /// Whether only a label is there.
    fileprivate var endsAtLabel: Bool { label != nil && !selectsDays && times.isEmpty }
}

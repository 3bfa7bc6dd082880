extension Parser {
    mutating func advance() throws(ParseError) {
        lastEnd = token.range.upperBound
        token = try lexer.next()
    }

    /// The token after the current one, without taking it.
    mutating func following() throws(ParseError) -> Token { try following(1) }

    /// The token after the current one, or one after that, without taking any.
    ///
    /// - Parameter distance: 1 for the next token; at most 9.
    mutating func following(_ distance: Int) throws(ParseError) -> Token {
        let (position, count) = (lexer.position, lexer.diagnostics.count)
        defer {
            lexer.position = position
            lexer.diagnostics.removeLast(lexer.diagnostics.count - count)
        }
        var token = try lexer.next()
        for _ in 1..<distance { token = try lexer.next() }
        return token
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
        guard token.kind == .slash, case .number(let value, _) = try following().kind else {
            if token.kind == .slash, !isLenient {
                try advance()
                throw unexpected("a number")
            }
            return 1
        }
        try advance()
        guard value >= 1 else { throw lexer.error(.outOfRange, token.range, expected: ["1 or more"]) }
        try advance()
        return value
    }

    /// The step of a range; 1 for a range of one element, of which no step leads anywhere.
    mutating func step<Bound: Equatable>(from first: Bound, to last: Bound) throws(ParseError) -> Int {
        let step = try step()
        return first == last ? 1 : step
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
        let space = token.range.upperBound..<next.range.lowerBound
        // Words such as "and" have spaces around them anyway, and are noted as words.
        if next.hasSpaceBefore, lexer.bytes[token.range.lowerBound] == UInt8(ascii: ",") {
            lexer.diagnostics.append(
                Diagnostic(
                    severity: .warning, code: .straySpaceInList, range: space,
                    fixIt: FixIt(range: space, replacement: "")))
        }
        try advance()
        return true
    }
}

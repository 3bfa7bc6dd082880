/// Cuts a schedule's text into tokens, from left to right and on demand.
///
/// It also keeps the diagnostics, so that a copy of it is all that a look-ahead has to put back.
struct Lexer {
    let bytes: [UInt8]
    let mode: ParsingMode
    var position = 0
    var diagnostics: [Diagnostic] = []

    init(_ text: String, mode: ParsingMode) {
        bytes = Array(text.utf8)
        self.mode = mode
    }

    /// Notes an unusual spelling; an error in strict mode.
    mutating func liberty(
        _ code: Diagnostic.Code, _ range: Range<Int>, write replacement: String
    ) throws(ParseError) {
        guard mode == .lenient else {
            throw error(.notCanonical, range, expected: [replacement], suggestion: replacement)
        }
        diagnostics.append(
            Diagnostic(
                severity: .note, code: code, range: range,
                fixIt: FixIt(range: range, replacement: replacement)))
    }

    func error(
        _ code: ParseError.Code, _ range: Range<Int>, expected: [String] = [], suggestion: String? = nil
    ) -> ParseError {
        let before = bytes[..<min(range.lowerBound, bytes.count)]
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return ParseError(
            code: code, range: range, line: before.count { $0 == UInt8(ascii: "\n") } + 1,
            column: range.lowerBound - lineStart + 1, expected: expected, suggestion: suggestion)
    }

    /// The text of a range; the range must be one that the lexer made.
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    mutating func next() throws(ParseError) -> Token {
        let hasSpace = try skipSpace()
        let start = position
        let kind = try kind()
        return Token(kind: kind, range: start..<position, hasSpaceBefore: hasSpace)
    }

    private mutating func skipSpace() throws(ParseError) -> Bool {
        let start = position
        while let byte = peek(0) {
            if byte == 0x20 || (0x09...0x0D).contains(byte) {
                position += 1
            } else if let length = otherSpaceLength() {
                position += length
                try liberty(.otherSpace, position - length..<position, write: " ")
            } else {
                break
            }
        }
        return position > start
    }

    func peek(_ distance: Int) -> UInt8? {
        position + distance < bytes.count ? bytes[position + distance] : nil
    }

    private mutating func kind() throws(ParseError) -> Token.Kind {
        guard let byte = peek(0) else { return .end }
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
            return try word()
        case UInt8(ascii: "\""): return try comment()
        case UInt8(ascii: ","): return single(.comma)
        case UInt8(ascii: ";"): return single(.semicolon)
        case UInt8(ascii: "-"): return single(.dash)
        case UInt8(ascii: "+"): return single(.plus)
        case UInt8(ascii: "/"): return single(.slash)
        case UInt8(ascii: ":"): return single(.colon)
        case UInt8(ascii: "["): return single(.openBracket)
        case UInt8(ascii: "]"): return single(.closeBracket)
        case UInt8(ascii: "("): return single(.openParenthesis)
        case UInt8(ascii: ")"): return single(.closeParenthesis)
        case UInt8(ascii: "|") where peek(1) == byte:
            position += 2
            return .bars
        case 0x80...: return try otherCharacter()
        default: throw error(.unexpectedCharacter, position..<position + 1)  // tidy-allow: bytes
        }
    }

    private mutating func single(_ kind: Token.Kind) -> Token.Kind {
        position += 1
        return kind
    }

    private mutating func comment() throws(ParseError) -> Token.Kind {
        let start = position
        guard let end = bytes[(start + 1)...].firstIndex(of: UInt8(ascii: "\"")) else {
            throw error(.unterminatedComment, start..<bytes.count, expected: ["\""])
        }
        position = end + 1
        return .comment
    }

    private mutating func word() throws(ParseError) -> Token.Kind {
        let start = position
        while let byte = peek(0), Self.isLetter(byte) || byte >= 0x80 {
            if byte >= 0x80, dashLength() != nil || otherSpaceLength() != nil { break }
            position += 1
        }
        let range = start..<position
        let text = text(range)
        if let word = Vocabulary.canonical[text] { return .word(word) }
        let lower = text.lowercased()
        guard !Vocabulary.ambiguous.contains(lower) else { throw error(.ambiguousWord, range) }
        guard let word = Vocabulary.everyday[lower] else { throw error(.unknownWord, range) }
        let spelling = Vocabulary.spelling(of: word)
        try liberty(spelling.lowercased() == lower ? .letterCase : .otherWord, range, write: spelling)
        switch word {
        case .dash: return .dash
        case .comma: return .comma
        case .weekday, .month, .holiday, .easter, .week, .day, .state, .sunEvent: return .word(word)
        }
    }

    private mutating func otherCharacter() throws(ParseError) -> Token.Kind {
        guard let length = dashLength() else { return try word() }
        position += length
        try liberty(.otherDash, position - length..<position, write: "-")
        return .dash
    }

    /// The length of a dash or minus sign that is not a hyphen: U+2010 to U+2015 and U+2212.
    private func dashLength() -> Int? {
        guard peek(0) == 0xE2, let second = peek(1), let third = peek(2) else { return nil }
        let isDash = second == 0x80 && (0x90...0x95).contains(third) || second == 0x88 && third == 0x92
        return isDash ? 3 : nil
    }

    /// The length of a space that is not the ordinary one: U+00A0, U+2009 and U+202F.
    private func otherSpaceLength() -> Int? {
        if peek(0) == 0xC2, peek(1) == 0xA0 { return 2 }
        guard peek(0) == 0xE2, peek(1) == 0x80, let third = peek(2) else { return nil }
        return third == 0x89 || third == 0xAF ? 3 : nil
    }

    static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}

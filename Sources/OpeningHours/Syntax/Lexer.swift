/// Cuts a schedule's text into tokens, from left to right and on demand.
///
/// It also keeps the diagnostics, so that a look-ahead has to put back only a position and a count.
struct Lexer: ~Copyable {
    let bytes: [UInt8]
    let mode: ParsingMode
    var position = 0
    var diagnostics: [Diagnostic] = []
    /// The language that the text's everyday words are of; nil while nobody has asked.
    var language: Vocabulary.Language??

    init(_ bytes: [UInt8], mode: ParsingMode) {
        self.bytes = bytes
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
        ParseError(code, range, in: bytes, expected: expected, suggestion: suggestion)
    }

    /// The text of a range; the range must be one that the lexer made.
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    mutating func next() throws(ParseError) -> Token {
        var hasSpace = try skipSpace()
        var start = position
        var kind = try kind()
        while case .filler = kind {
            hasSpace = try skipSpace() || hasSpace
            start = position
            kind = try self.kind()
        }
        return Token(kind: kind, range: start..<position, hasSpaceBefore: hasSpace)
    }

    private mutating func skipSpace() throws(ParseError) -> Bool {
        let start = position
        while position < bytes.count {
            let byte = bytes[position]
            if byte == 0x20 || (0x09...0x0D).contains(byte) {
                position += 1
            } else if byte >= 0x80, let length = otherSpaceLength() {
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
        guard position < bytes.count else { return .end }
        let byte = bytes[position]
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
        case UInt8(ascii: "&"), UInt8(ascii: "."), UInt8(ascii: "~"): return try sign(byte)
        case 0x80...: return try otherCharacter()
        default: throw error(.unexpectedCharacter, position..<position + 1)  // tidy-allow: bytes
        }
    }

    private mutating func single(_ kind: Token.Kind) -> Token.Kind {
        position += 1
        return kind
    }

    /// A sign of everyday writing in place of one of the language.
    private mutating func sign(_ byte: UInt8) throws(ParseError) -> Token.Kind {
        let (kind, code, text): (Token.Kind, Diagnostic.Code, String) =
            if byte == UInt8(ascii: "&") {
                (.comma, .otherWord, ",")
            } else if byte == UInt8(ascii: "~") {
                (.dash, .otherDash, "-")
            } else {
                (.semicolon, .otherSeparator, ";")
            }
        position += 1
        try liberty(code, position - 1..<position, write: text)
        return kind
    }

    private mutating func comment() throws(ParseError) -> Token.Kind {
        let start = position
        guard let end = bytes[(start + 1)...].firstIndex(of: UInt8(ascii: "\"")) else {
            throw error(
                .unterminatedComment, start..<bytes.count, expected: ["\""],
                suggestion: text(start..<bytes.count) + "\"")
        }
        position = end + 1
        return .comment
    }

    private mutating func otherCharacter() throws(ParseError) -> Token.Kind {
        if let length = dashLength() {
            position += length
            try liberty(.otherDash, position - length..<position, write: "-")
            return .dash
        }
        if let marks = quotationMarks() { return try quotation(marks) }
        return try word()
    }
}

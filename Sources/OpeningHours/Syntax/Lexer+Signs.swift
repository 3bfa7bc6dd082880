extension Lexer {
    /// The length of a dash or minus sign that is not a hyphen: U+2010 to U+2015 and U+2212.
    func dashLength() -> Int? {
        guard peek(0) == 0xE2, let second = peek(1), let third = peek(2) else { return nil }
        let isDash = second == 0x80 && (0x90...0x95).contains(third) || second == 0x88 && third == 0x92
        return isDash ? 3 : nil
    }

    /// The length of a space that is not the ordinary one: U+00A0, U+2009, U+200B, U+202F and U+FEFF.
    func otherSpaceLength() -> Int? {
        if peek(0) == 0xC2, peek(1) == 0xA0 { return 2 }
        if peek(0) == 0xEF, peek(1) == 0xBB, peek(2) == 0xBF { return 3 }
        guard peek(0) == 0xE2, peek(1) == 0x80, let third = peek(2) else { return nil }
        return third == 0x89 || third == 0x8B || third == 0xAF ? 3 : nil
    }

    /// An opening quotation mark of everyday writing and the marks that may close it.
    typealias QuotationMarks = (openLength: Int, closing: [[UInt8]])

    /// The quotation marks that open here: “ or „ or «.
    func quotationMarks() -> QuotationMarks? {
        if peek(0) == 0xC2, peek(1) == 0xAB { return (2, [[0xC2, 0xBB]]) }
        guard peek(0) == 0xE2, peek(1) == 0x80, let third = peek(2), (0x9C...0x9E).contains(third)
        else { return nil }
        return (3, [[0xE2, 0x80, 0x9D], [0xE2, 0x80, 0x9C]])
    }

    /// A comment in quotation marks of everyday writing.
    mutating func quotation(_ marks: QuotationMarks) throws(ParseError) -> Token.Kind {
        let start = position
        let inner = start + marks.openLength
        position = inner
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
            if let mark = marks.closing.first(where: { bytes[position...].starts(with: $0) }) {
                let content = inner..<position
                position += mark.count
                try liberty(.otherQuote, start..<position, write: "\"\(text(content))\"")
                return .comment
            }
            position += 1
        }
        throw error(.unterminatedComment, start..<position, expected: ["\""])
    }

    /// The text of a comment, without its quotation marks.
    func comment(_ range: Range<Int>) -> String {
        guard bytes[range.lowerBound] != UInt8(ascii: "\"") else {
            return text(range.lowerBound + 1..<range.upperBound - 1)
        }
        // « and » have two bytes each, the others three.
        let length = bytes[range.lowerBound] == 0xC2 ? 2 : 3
        return text(range.lowerBound + length..<range.upperBound - length)
    }
}

/// What the texts that a file carries about itself may hold.
enum TextFields {
    /// Whether XML and PDF can both carry a character.
    ///
    /// - Source: XML 1.0, production 2, without the controls that it discourages.
    static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0xA0...0xFDCF, 0xFDF0...0xFFFD: true
        case 0x1_0000...: scalar.value & 0xFFFE != 0xFFFE
        default: false  // tidy-allow: characters are an open set
        }
    }

    /// - Throws: `PDFError.titleMissing`, `.textFieldRefused`, `.languageMalformed`.
    static func check(_ draft: PDFDraft) throws(PDFError) {
        guard !draft.title.isEmpty else { throw .titleMissing }
        guard draft.title.unicodeScalars.allSatisfy(isAllowed) else { throw .textFieldRefused(.title) }
        guard draft.author.unicodeScalars.allSatisfy(isAllowed) else { throw .textFieldRefused(.author) }
        guard isLanguage(draft.language) else { throw .languageMalformed }
    }

    /// Whether a text has the shape of a language tag, such as `fr` or `fr-FR`.
    ///
    /// - Source: RFC 5646, 2.1: a language of 2 to 8 letters, then parts of 1 to 8 letters and digits.
    private static func isLanguage(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard let language = parts.first, (2...8).contains(language.count), language.allSatisfy(isLetter)
        else { return false }
        return parts.count <= 8
            && parts.dropFirst().allSatisfy { part in
                (1...8).contains(part.count) && part.allSatisfy { isLetter($0) || isDigit($0) }
            }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte & 0xDF)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}

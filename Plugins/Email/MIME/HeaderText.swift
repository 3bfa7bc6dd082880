internal import ChannelPluginKit

/// Writes header fields: encoded where they are not plain ASCII, folded, and unable to start another field.
///
/// - Source: RFC 5322 section 2.2, RFC 2047, RFC 2231.
struct HeaderText {
    /// - Unit: bytes of a line, without its CRLF.
    static let lineBytesMax = 78
    /// - Unit: bytes of text in one encoded word, so that it fits a line behind any of our field names.
    private static let wordBytesMax = 39

    /// A field of free text, such as Subject.
    static func unstructured(_ name: String, _ text: String, from field: RequestField) throws(ChannelError)
        -> String
    {
        try check(text, field)
        return fold(name, words(of: text))
    }

    /// A field with one mailbox, such as From.
    static func mailbox(
        _ name: String, displayName: String?, address: String, from field: RequestField
    ) throws(ChannelError) -> String {
        try check(address, field)
        guard let displayName, !displayName.isEmpty else { return fold(name, [address]) }
        try check(displayName, field)
        return fold(name, phrase(displayName) + ["<\(address)>"])
    }

    /// A field whose value is made of tokens of ours, with spaces where it may fold.
    static func structured(_ name: String, _ tokens: [String]) -> String { fold(name, tokens) }

    /// A parameter of a field, after its semicolon: quoted ASCII, else in the form of RFC 2231.
    static func parameter(_ name: String, _ value: String, from field: RequestField) throws(ChannelError)
        -> [String]
    {
        try check(value, field)
        // Readers decode an encoded word even inside quotes, where RFC 2047 forbids it.
        let isPlain =
            value.utf8.allSatisfy { (0x20...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }
            && !value.contains("=?")
        if isPlain, value.utf8.count <= 50 { return ["\(name)=\"\(value)\""] }
        var parts: [String] = []
        var part = ""
        // Whole characters in each part, because some readers decode the parts one by one.
        for scalar in value.unicodeScalars {
            let encoded = String(scalar).utf8.map {
                isAttributeByte($0) ? String(UnicodeScalar($0)) : "%" + hexadecimal($0)
            }
            let size = encoded.reduce(0) { $0 + $1.utf8.count }
            if part.utf8.count + size > 50 {
                parts.append(part)
                part = ""
            }
            part += encoded.joined()
        }
        if !part.isEmpty || parts.isEmpty { parts.append(part) }
        guard parts.count > 1 else { return ["\(name)*=UTF-8''\(parts[0])"] }
        return parts.enumerated().map { index, part in
            let end = index == parts.count - 1 ? "" : ";"
            return "\(name)*\(index)*=\(index == 0 ? "UTF-8''" : "")\(part)\(end)"
        }
    }

    // MARK: Parts

    /// Nothing that ends a line or shows as nothing may stand in a header, whatever reads it later.
    private static func check(_ text: String, _ field: RequestField) throws(ChannelError) {
        let isClean = text.unicodeScalars.allSatisfy { scalar in
            scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value) && scalar.value != 0x2028
                && scalar.value != 0x2029
        }
        guard isClean else {
            throw .unusable(field: field, reason: "it holds a line break or another control character")
        }
    }

    private static func phrase(_ text: String) -> [String] {
        guard isPlain(text) else { return encodedWords(text) }
        let isAtoms = text.utf8.allSatisfy { isAtomByte($0) || $0 == 0x20 }
        if isAtoms { return text.split(separator: " ").map(String.init) }
        let quoted = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return quoted.utf8.count <= 60 ? ["\"\(quoted)\""] : encodedWords(text)
    }

    private static func words(of text: String) -> [String] {
        isPlain(text) ? text.split(separator: " ").map(String.init) : encodedWords(text)
    }

    /// Whether ASCII words can stand as they are: none could be taken for an encoded word or is too long to fold.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?") && !text.contains("  ")
            && text.split(separator: " ").allSatisfy { $0.utf8.count <= 60 }
    }

    private static func encodedWords(_ text: String) -> [String] {
        var words: [String] = []
        var chunk: [UInt8] = []
        // Whole characters, because every encoded word must be valid UTF-8 by itself.
        for scalar in text.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if chunk.count + bytes.count > wordBytesMax {
                words.append(encodedWord(chunk))
                chunk = []
            }
            chunk += bytes
        }
        if !chunk.isEmpty { words.append(encodedWord(chunk)) }
        return words
    }

    private static func encodedWord(_ bytes: [UInt8]) -> String {
        "=?UTF-8?B?\(String(decoding: Base64.encode(bytes), as: UTF8.self))?="
    }

    private static func fold(_ name: String, _ tokens: [String]) -> String {
        var text = "\(name):"
        var lineBytes = text.utf8.count
        for (index, token) in tokens.enumerated() {
            let size = token.utf8.count
            if index > 0, lineBytes + 1 + size > lineBytesMax {
                text += "\r\n"
                lineBytes = 0
            }
            text += " " + token
            lineBytes += 1 + size
        }
        return text + "\r\n"
    }
}

/// `atext` of RFC 5322 section 3.2.3.
private func isAtomByte(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
}

/// `attribute-char` of RFC 2231 section 7.
private func isAttributeByte(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || "!#$&+-.^_`{|}~".utf8.contains(byte)
}

private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
    default: false  // tidy-allow: bytes, not an enum of ours
    }
}

/// Two capital digits, as quoted-printable and percent encoding want them.
func hexadecimal(_ byte: UInt8) -> String {
    let digits = Array("0123456789ABCDEF")
    return String([digits[Int(byte >> 4)], digits[Int(byte & 15)]])
}

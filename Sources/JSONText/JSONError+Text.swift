extension JSONError: CustomStringConvertible {
    /// One sentence with the place, for a person at a terminal.
    public var description: String {
        if case .tooLarge = self { return message }
        let position = place.position
        let way = place.pointer.isEmpty ? "" : " (\(place.pointer.shortened(to: 200)))"
        return "Line \(position.line), column \(position.column)\(way): \(message)"
    }

    /// The same without the place, for reports that show the place beside it.
    public var message: String {
        switch self {
        case .empty:
            "This is empty; write one JSON value."
        case .byteOrderMark:
            "The file begins with a byte order mark; save it as UTF-8 without one."
        case .invalidUTF8(let byte, _):
            "The byte 0x\(byte.hex) is not UTF-8; save the file as UTF-8."
        case .unexpectedCharacter(let found, let expected, _):
            "Expected \(expected.rawValue) here, not \(found.shown)."
        case .unexpectedEnd(let expected, _):
            "The file ends too early; expected \(expected.rawValue) here."
        case .unterminatedString:
            "This text has no closing quotation mark; add it."
        case .controlCharacter(let byte, _):
            "A text cannot hold the raw control character 0x\(byte.hex); write it as an escape such as \\n."
        case .badEscape:
            "This is not an escape of JSON; write a backslash itself as \\\\."
        case .loneSurrogate:
            "This \\u escape is half of a surrogate pair; write both halves or the character itself."
        case .badNumber(let fault, _):
            "This is not a number of JSON: \(fault.rawValue)."
        case .tooDeep(let max, _):
            "Objects and arrays are nested more than \(max) levels deep; flatten the file."
        case .tooLarge(let bytes, let max):
            "The file has \(bytes) bytes and at most \(max) are read; make it smaller."
        case .textTooLong(let bytes, let max, _):
            "This text has \(bytes) bytes and at most \(max) are read; shorten it."
        case .numberTooLong(let bytes, let max, _):
            "This number has \(bytes) characters and at most \(max) are read; shorten it."
        case .duplicateKey(let key, let first, _):
            "The key \"\(key.shortened(to: 60))\" stands here a second time, "
                + "first in line \(first.line), column \(first.column); remove one."
        case .trailingContent:
            "Something follows the end of the JSON value; remove it."
        }
    }
}

extension UInt8 {
    /// Two hexadecimal digits.
    fileprivate var hex: String {
        let digits = String(self, radix: 16, uppercase: true)
        return digits.count < 2 ? "0" + digits : digits
    }
}

extension Unicode.Scalar {
    /// The character in quotation marks, or its number where it would be invisible.
    fileprivate var shown: String { isVisible ? "\"\(Character(self))\"" : codePoint }

    /// False for everything that would vanish, act on a terminal or join its neighbour.
    fileprivate var isVisible: Bool {
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
            .spaceSeparator, .nonspacingMark, .enclosingMark, .spacingMark:
            return false
        default:  // tidy-allow: the categories are Unicode's, not ours
            return true
        }
    }

    /// The notation of the Unicode Standard: `U+00A0`.
    fileprivate var codePoint: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: Swift.max(0, 4 - digits.count)) + digits
    }
}

extension String {
    /// At most `max` characters, with an ellipsis that shows the cut; invisible ones by their number, because
    /// a key can hold anything, commands to a terminal included.
    fileprivate func shortened(to max: Int) -> String {
        var shown = ""
        for scalar in unicodeScalars.prefix(max) {
            shown += scalar == " " || scalar.isVisible ? String(scalar) : "‹\(scalar.codePoint)›"
        }
        return unicodeScalars.dropFirst(max).isEmpty ? shown : shown + "…"
    }
}

/// Content lines of RFC 5545: escaped, folded at 75 octets without splitting a character, ended by CRLF.
public struct CalendarLines: Sendable {
    /// - Unit: octets of a line, without its CRLF.
    public static let octetsMax = 75

    public private(set) var bytes: [UInt8] = []

    public init() {}

    /// Adds a property whose value is not TEXT.
    public mutating func add(_ name: String, _ value: String) { append("\(name):\(value)") }

    /// Adds a property of type TEXT (section 3.3.11).
    public mutating func addText(_ name: String, _ text: String) { append("\(name):\(Self.escape(text))") }

    static func escape(_ text: String) -> String {
        guard text.utf8.contains(where: needsEscape) else { return text }
        var escaped = ""
        for character in text {
            switch character {
            case "\\": escaped += "\\\\"
            case ";": escaped += "\\;"
            case ",": escaped += "\\,"
            case "\n", "\r\n", "\r": escaped += "\\n"
            default:  // tidy-allow: characters
                // Other control characters have no meaning in a calendar and would spoil the line.
                if character.unicodeScalars.allSatisfy({
                    $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value)
                }) {
                    escaped.append(character)
                } else {
                    escaped.append(" ")
                }
            }
        }
        return escaped
    }

    /// Whether a byte may belong to something that cannot stand in a text as it is.
    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == UInt8(ascii: "\\")
            || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ",")
    }

    private mutating func append(_ line: String) {
        var line = line
        line.withUTF8 { text in
            var start = 0
            var room = Self.octetsMax
            while text.count - start > room {
                var end = start + room
                // Back to where a character begins.
                while text[end] & 0xC0 == 0x80 { end -= 1 }
                bytes.append(contentsOf: text[start..<end])
                bytes += [13, 10, 32]
                start = end
                room = Self.octetsMax - 1
            }
            bytes.append(contentsOf: text[start...])
            bytes += [13, 10]
        }
    }
}

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

    private mutating func append(_ line: String) {
        var octets = 0
        for scalar in line.unicodeScalars {
            let size = UTF8.width(scalar)
            if octets + size > Self.octetsMax {
                bytes += [13, 10, 32]
                octets = 1
            }
            bytes += Array(String(scalar).utf8)
            octets += size
        }
        bytes += [13, 10]
    }
}

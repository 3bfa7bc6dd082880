internal import CivilCalendar

/// Content lines of RFC 5545: escaped, folded at 75 octets without splitting a character, ended by CRLF.
struct CalendarLines {
    /// - Unit: octets of a line, without its CRLF.
    static let octetsMax = 75

    private(set) var bytes: [UInt8] = []

    /// Adds a property whose value is not TEXT.
    mutating func add(_ name: String, _ value: String) { append("\(name):\(value)") }

    /// Adds a property of type TEXT (section 3.3.11).
    mutating func addText(_ name: String, _ text: String) { append("\(name):\(Self.escape(text))") }

    private static func escape(_ text: String) -> String {
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

/// Dates and offsets as RFC 5545 writes them.
enum CalendarForms {
    /// Section 3.3.5, form 2: `20261125T080000Z`.
    static func utc(_ instant: Instant) -> String { local(instant, offset: 0) + "Z" }

    /// Section 3.3.5, form 1 and 3: what a clock shows at that offset.
    static func local(_ instant: Instant, offset: Int) -> String {
        let time = TimeZoneRules.utc.civilTime(at: instant.adding(seconds: Int64(offset)))
        let (year, month, day) = time.day.components
        return "\(digits(year, 4))\(digits(month, 2))\(digits(day, 2))T"
            + "\(digits(time.hour, 2))\(digits(time.minute, 2))\(digits(time.second, 2))"
    }

    /// Section 3.3.14: `+0100`, with seconds where the offset has some.
    static func offset(_ seconds: Int) -> String {
        let size = abs(seconds)
        let rest = size % 60 == 0 ? "" : digits(size % 60, 2)
        return "\(seconds < 0 ? "-" : "+")\(digits(size / 3600, 2))\(digits(size / 60 % 60, 2))\(rest)"
    }

    private static func digits(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }
}

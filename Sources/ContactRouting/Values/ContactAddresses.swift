/// An e-mail address that has been checked once, at the edge.
///
/// Whoever takes an `EmailAddress` may rely on it holding no control character, space or angle bracket, which
/// would allow header or envelope injection. Narrower than RFC 5321 section 4.1.2 on purpose: ASCII only, no quoted
/// local part, no address literal.
public struct EmailAddress: Hashable, Sendable {
    public let text: String

    /// Longest address, in bytes (RFC 5321 section 4.5.3.1.3, less the angle brackets).
    public static let bytesMax = 254

    /// - Throws: `RoutingError.malformedEmailAddress`.
    public init(parsing text: String) throws(RoutingError) {
        let sides = text.split(separator: "@", omittingEmptySubsequences: false)
        guard sides.count == 2, text.utf8.count <= Self.bytesMax,
            (1...64).contains(sides[0].utf8.count), isDotSeparated(sides[0], isAtomByte),
            isDotSeparated(sides[1], isDomainByte), sides[1].contains(".") || sides[1] == "localhost",
            sides[1].split(separator: ".").allSatisfy({
                !$0.hasPrefix("-") && !$0.hasSuffix("-") && $0.utf8.count <= 63
            })
        else { throw .malformedEmailAddress }
        self.text = text
    }

    public var domain: Substring { text.drop { $0 != "@" }.dropFirst() }
}

private func isDotSeparated(_ side: Substring, _ allowed: (UInt8) -> Bool) -> Bool {
    let parts = side.split(separator: ".", omittingEmptySubsequences: false)
    return parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(allowed) }
}

private func isDomainByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
        true
    default: false  // tidy-allow: bytes, not an enum of ours
    }
}

/// `atext` of RFC 5322 section 3.2.3.
private func isAtomByte(_ byte: UInt8) -> Bool {
    isDomainByte(byte) || "!#$%&'*+/=?^_`{|}~".utf8.contains(byte)
}

/// A phone number in E.164 form: `+` and 7 to 15 digits.
public struct PhoneNumber: Hashable, Sendable {
    public let text: String

    /// - Throws: `RoutingError.malformedPhoneNumber`.
    public init(parsing text: String) throws(RoutingError) {
        let digits = text.dropFirst()
        guard text.hasPrefix("+"), (7...15).contains(digits.utf8.count), !digits.hasPrefix("0"),
            digits.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
        else { throw .malformedPhoneNumber }
        self.text = text
    }

    /// The link a phone opens (RFC 3966).
    public var telURI: String { "tel:\(text)" }
}

/// One line of text for people or headers: not empty, no control character, at most 1,000 bytes.
public struct TextLine: Hashable, Sendable {
    public let text: String

    public static let bytesMax = 1000

    /// - Throws: `RoutingError.emptyText`, `.controlCharacter`, `.textTooLong`.
    public init(parsing text: String) throws(RoutingError) {
        guard !text.isEmpty else { throw .emptyText }
        guard text.utf8.count <= Self.bytesMax else {
            throw .textTooLong(bytes: text.utf8.count, bytesMax: Self.bytesMax)
        }
        guard text.unicodeScalars.allSatisfy({ !$0.isControl && !$0.isInvisible }) else {
            throw .controlCharacter
        }
        self.text = text
    }
}

/// A postal address: 1 to 7 lines, from the name down to the town or the country.
public struct PostalAddress: Hashable, Sendable {
    public let lines: [TextLine]

    /// Most lines of an address: six, and the country abroad (NF Z 10-011).
    public static let linesMax = 7

    /// - Throws: `RoutingError.emptyText` without a line, `.addressTooManyLines`.
    public init(lines: [TextLine]) throws(RoutingError) {
        guard !lines.isEmpty else { throw .emptyText }
        guard lines.count <= Self.linesMax else {
            throw .addressTooManyLines(lines: lines.count, linesMax: Self.linesMax)
        }
        self.lines = lines
    }
}

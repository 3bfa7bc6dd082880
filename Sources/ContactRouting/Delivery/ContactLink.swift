/// A link that a person opens: `https:`, `http:`, `tel:` or `mailto:`.
///
/// Checked once: ASCII without spaces, quotes, angle brackets or control characters, so that it is safe in a page, a
/// header and a terminal.
public struct ContactLink: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    /// Longest link, in bytes.
    public static let bytesMax = 2000

    /// - Returns: nil for another scheme, a forbidden character or more than 2,000 bytes.
    public init?(parsing text: String) {
        let schemes = ["https://", "http://", "tel:", "mailto:"]
        guard let scheme = schemes.first(where: text.hasPrefix), text.utf8.count > scheme.utf8.count,
            text.utf8.count <= Self.bytesMax, text.utf8.allSatisfy(isLinkByte)
        else { return nil }
        self.text = text
    }

    /// The link that calls a number (RFC 3966).
    public init(calling number: PhoneNumber) { text = number.telURI }

    public var description: String { text }
}

/// Printable ASCII that may stand in a URI (RFC 3986), brackets of IPv6 literals included.
func isLinkByte(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte) && !"\"<>\\^`{|}".utf8.contains(byte)
}

/// Where an HTTP request goes: an `https` or `http` URL with a host and without user information or fragment.
public struct HTTPTarget: Hashable, Sendable, CustomStringConvertible {
    public let text: String
    public let host: String
    /// True for `https`.
    public let encrypted: Bool

    /// Longest URL, in bytes.
    public static let bytesMax = 2000

    /// - Returns: nil for another scheme, user information, a fragment, an empty host or a forbidden character.
    public init?(parsing text: String) {
        let encrypted = text.hasPrefix("https://")
        guard encrypted || text.hasPrefix("http://"), text.utf8.count <= Self.bytesMax,
            text.utf8.allSatisfy(isLinkByte), !text.utf8.contains(UInt8(ascii: "#"))
        else { return nil }
        let authority = text.dropFirst(encrypted ? 8 : 7).prefix { $0 != "/" && $0 != "?" }
        guard !authority.utf8.contains(UInt8(ascii: "@")), let host = Self.host(of: authority) else {
            return nil
        }
        self.text = text
        self.host = host
        self.encrypted = encrypted
    }

    /// Where it goes, without the path and query, which may hold a token.
    public var description: String { "\(encrypted ? "https" : "http")://\(host)" }

    /// The host of `host`, `host:port`, `[v6]` or `[v6]:port`; nil when it is empty or the port is no number.
    private static func host(of authority: Substring) -> String? {
        var host = authority
        var port: Substring?
        if authority.hasPrefix("[") {
            guard let end = authority.firstIndex(of: "]") else { return nil }
            host = authority[...end]
            let rest = authority[authority.index(after: end)...]
            guard rest.isEmpty || rest.hasPrefix(":") else { return nil }
            port = rest.isEmpty ? nil : rest.dropFirst()
        } else if let colon = authority.firstIndex(of: ":") {
            host = authority[..<colon]
            port = authority[authority.index(after: colon)...]
        }
        if let port {
            guard port.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains),
                let number = UInt16(port),
                number > 0
            else { return nil }
        }
        return host.isEmpty || host.utf8.count > 255 ? nil : String(host)
    }
}

/// A country by its ISO 3166-1 alpha-2 code.
public struct CountryCode: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    public static let france = CountryCode(unchecked: "FR")

    private init(unchecked text: String) { self.text = text }

    /// - Throws: `RoutingError.malformedCountry` unless the text is two letters `A-Z`.
    public init(parsing text: String) throws(RoutingError) {
        guard text.utf8.count == 2, text.utf8.allSatisfy((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains)
        else { throw .malformedCountry }
        self.text = text
    }

    public var description: String { text }

    /// Whether a European Consumer Centre covers traders of this country.
    ///
    /// The European Union, Iceland and Norway.
    /// - Source: europe-consommateurs.eu.
    public var isCoveredByECCNet: Bool { Self.eccNet.contains(text) }

    private static let eccNet: Set<String> = [
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT",
        "LT",
        "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
    ]
}

/// A web address that a person may open or a delivery may go to: `https`, or `http` for a shop's own page.
public struct WebLink: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    public static let bytesMax = 2048

    /// - Throws: `RoutingError.malformedLink` unless the text is an absolute http or https address without user
    ///   name, spaces or control characters.
    public init(parsing text: String) throws(RoutingError) {
        let rest: Substring
        if text.hasPrefix("https://") {
            rest = text.dropFirst(8)
        } else if text.hasPrefix("http://") {
            rest = text.dropFirst(7)
        } else {
            throw .malformedLink
        }
        let host = rest.prefix { !"/?#".contains($0) }
        guard text.utf8.count <= Self.bytesMax, !host.isEmpty, !host.contains("@"),
            text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && !"\"<>\\^`{|}".utf8.contains($0) }),
            text.unicodeScalars.allSatisfy({ !$0.isControl && !$0.isInvisible })
        else { throw .malformedLink }
        self.text = text
    }

    public var description: String { text }
}

/// Names a merchant or an institution of the directory: 1 to 32 of `a-z`, `0-9` and `-`.
public struct EntryID: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    /// - Throws: `RoutingError.malformedName`.
    public init(parsing text: String) throws(RoutingError) {
        guard isKebabName(text) else { throw .malformedName(kind: .entry, text: text) }
        self.text = text
    }

    public var description: String { text }
}

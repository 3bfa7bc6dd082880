/// A site from which nothing is taken: a look-alike of a shop, or a directory that sells calls.
public struct DistrustedHost: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Puts calls through to a company for money, under numbers that are not the company's.
        case paidRelay = "paid-relay"
        /// Copies a shop, its legal text included.
        case lookAlike = "look-alike"
    }

    /// A name of the domain name system in small letters; names below it belong to it.
    public var host: HostName
    public var kind: Kind
    /// The merchant that a look-alike copies, when known.
    public var imitates: EntryID?
    public var source: Source

    public init(host: HostName, kind: Kind, imitates: EntryID?, source: Source) {
        self.host = host
        self.kind = kind
        self.imitates = imitates
        self.source = source
    }
}

/// The name of a public host: two or more labels of `a-z`, `0-9` and `-`, the last one beginning with a letter.
///
/// Neither an IP address in any notation nor a name without a dot is one, so that no link of the directory leads
/// into somebody's own network.
///
/// - Source: RFC 1123 section 2.1; RFC 1035 section 2.3.4 for the lengths.
public struct HostName: Hashable, Sendable, CustomStringConvertible {
    /// In small letters.
    public let text: String

    /// Longest name, in bytes.
    public static let bytesMax = 253
    /// Longest label, in bytes.
    public static let labelBytesMax = 63

    /// Names that lead to this machine or network.
    private static let inward: Set<Substring> = ["localhost", "local", "internal", "lan", "home", "arpa"]

    /// - Returns: nil for anything else.
    public init?(_ text: some StringProtocol) {
        // Before letters are made small: some that are not ASCII become ones that are.
        guard text.utf8.count <= Self.bytesMax, text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        let text = text.lowercased()
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, labels.allSatisfy(Self.isLabel),
            let last = labels.last, let first = last.utf8.first,
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first), !Self.inward.contains(last)
        else { return nil }
        self.text = text
    }

    private static func isLabel(_ label: Substring) -> Bool {
        !label.isEmpty && label.utf8.count <= labelBytesMax && label.first != "-" && label.last != "-"
            && label.utf8.allSatisfy {
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
            }
    }

    /// Whether this is that host or a name below it.
    public func belongs(to other: HostName) -> Bool { text == other.text || text.hasSuffix(".\(other.text)") }

    public var description: String { text }
}

extension WebLink {
    /// The host, when it is a public name and no port or user stands beside it.
    public var host: HostName? {
        let scheme = text.hasPrefix("https://") ? 8 : 7
        return HostName(text.dropFirst(scheme).prefix { $0 != "/" && $0 != "?" && $0 != "#" })
    }
}

extension Directory {
    /// Why a host is not trusted; nil when nothing is known against it.
    ///
    /// - Complexity: O(distrusted hosts).
    public func distrust(of host: HostName) -> DistrustedHost? {
        distrusted.first { host.belongs(to: $0.host) }
    }
}

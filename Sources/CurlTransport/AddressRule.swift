/// Which resolved addresses a transfer may connect to.
///
/// Applied to the bytes of the address and not to the text of the URL, because one address has many spellings:
/// `127.0.0.1`, `127.1`, `0x7f.1`, `2130706433` and `::ffff:127.0.0.1` are all the same door.
public enum AddressRule: String, Hashable, Sendable, CaseIterable {
    /// Public unicast addresses only; what a delivery to the outside gets.
    case publicOnly = "public-only"
    /// Public, private and loopback addresses: tests and a local relay.
    case publicAndPrivate = "public-and-private"
    /// Private and loopback addresses: what may be reached without encryption once it is allowed at all.
    case privateOnly = "private-only"
    /// Loopback only.
    case loopbackOnly = "loopback-only"

    /// Whether an address may be connected to.
    ///
    /// - Parameter address: 4 bytes of IPv4 or 16 of IPv6, in network order. Any other length is refused.
    public func allows(_ address: [UInt8]) -> Bool {
        let reach = AddressReach(of: address)
        switch self {
        case .publicOnly: return reach == .publicUnicast
        case .publicAndPrivate: return reach != .never
        case .privateOnly: return reach == .loopback || reach == .privateNetwork
        case .loopbackOnly: return reach == .loopback
        }
    }
}

/// How far an address reaches.
///
/// - Source: IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890).
enum AddressReach: Hashable, Sendable {
    case publicUnicast
    /// RFC 1918 and RFC 4193 networks.
    case privateNetwork
    case loopback
    /// Unspecified, link-local, multicast, shared, reserved, documentation: no delivery goes there.
    case never

    init(of address: [UInt8]) {
        switch address.count {
        case 4: self = Self.reach(ofIPv4: address[...])
        case 16: self = Self.reach(ofIPv6: address)
        default: self = .never  // tidy-allow: a length, not an enum of ours
        }
    }

    /// - Precondition: `bytes` has 4 bytes.
    private static func reach(ofIPv4 bytes: ArraySlice<UInt8>) -> AddressReach {
        let address = bytes.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        for block in ipv4Blocks where address >> (32 - block.bits) == block.prefix >> (32 - block.bits) {
            return block.reach
        }
        return .publicUnicast
    }

    /// - Precondition: `bytes` has 16 bytes.
    private static func reach(ofIPv6 bytes: [UInt8]) -> AddressReach {
        if bytes[..<15].allSatisfy({ $0 == 0 }) { return bytes[15] == 1 ? .loopback : .never }
        if let inner = embeddedIPv4(bytes) { return reach(ofIPv4: inner) }
        if bytes[0] & 0xFE == 0xFC { return .privateNetwork }  // fc00::/7
        // Only 2000::/3 is given out as global unicast; fe80::/10, ff00::/8 and all the rest are not.
        guard bytes[0] & 0xE0 == 0x20 else { return .never }
        let first32 = bytes[..<4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        if first32 >> 9 == 0x2001_0000 >> 9 { return .never }  // 2001::/23: Teredo, ORCHID, benchmarking
        if first32 == 0x2001_0DB8 { return .never }  // documentation
        if first32 >> 12 == 0x3FFF_0000 >> 12 { return .never }  // 3fff::/20 documentation (RFC 9637)
        return .publicUnicast
    }

    /// The IPv4 address inside `::ffff:0:0/96`, `::/96`, `::ffff:0:0:0/96`, `64:ff9b::/96` and `2002::/16`.
    private static func embeddedIPv4(_ bytes: [UInt8]) -> ArraySlice<UInt8>? {
        if bytes[0] == 0x20, bytes[1] == 0x02 { return bytes[2..<6] }
        let head = Array(bytes[..<12])
        let forms: [[UInt8]] = [
            [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF],
            [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
            [0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0],
            [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0],
        ]
        return forms.contains(head) ? bytes[12...] : nil
    }

    private struct Block: Sendable {
        let prefix: UInt32
        let bits: UInt32
        let reach: AddressReach
    }

    private static let ipv4Blocks: [Block] = [
        Block(prefix: 0x0000_0000, bits: 8, reach: .never),  // 0.0.0.0/8: Linux connects it to itself
        Block(prefix: 0x0A00_0000, bits: 8, reach: .privateNetwork),  // 10.0.0.0/8
        Block(prefix: 0x6440_0000, bits: 10, reach: .never),  // 100.64.0.0/10 shared
        Block(prefix: 0x7F00_0000, bits: 8, reach: .loopback),  // 127.0.0.0/8
        Block(prefix: 0xA9FE_0000, bits: 16, reach: .never),  // 169.254.0.0/16 link-local, cloud metadata
        Block(prefix: 0xAC10_0000, bits: 12, reach: .privateNetwork),  // 172.16.0.0/12
        Block(prefix: 0xC000_0000, bits: 24, reach: .never),  // 192.0.0.0/24 protocol assignments
        Block(prefix: 0xC000_0200, bits: 24, reach: .never),  // 192.0.2.0/24 documentation
        Block(prefix: 0xC058_6300, bits: 24, reach: .never),  // 192.88.99.0/24 6to4 relays
        Block(prefix: 0xC0A8_0000, bits: 16, reach: .privateNetwork),  // 192.168.0.0/16
        Block(prefix: 0xC612_0000, bits: 15, reach: .never),  // 198.18.0.0/15 benchmarking
        Block(prefix: 0xC633_6400, bits: 24, reach: .never),  // 198.51.100.0/24 documentation
        Block(prefix: 0xCB00_7100, bits: 24, reach: .never),  // 203.0.113.0/24 documentation
        Block(prefix: 0xE000_0000, bits: 3, reach: .never),  // 224.0.0.0/3 multicast and reserved
    ]
}

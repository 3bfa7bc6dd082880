import CurlTransport
import Glibc
import Testing

@Suite("AddressRule")
struct AddressRuleTests {
    /// An address as text, and which rules let it through: p(ublic only), b(oth), i(nside: private), l(oopback).
    static let rows: [(String, String)] = [
        ("127.0.0.1", "bil"), ("127.255.255.255", "bil"), ("::1", "bil"), ("::ffff:127.0.0.1", "bil"),
        ("::127.0.0.1", "bil"), ("::ffff:0:127.0.0.1", "bil"), ("64:ff9b::127.0.0.1", "bil"),
        ("2002:7f00:1::", "bil"),
        ("10.0.0.1", "bi"), ("10.255.255.255", "bi"), ("172.16.0.1", "bi"), ("172.31.255.255", "bi"),
        ("192.168.1.1", "bi"), ("fc00::1", "bi"), ("fdff::1", "bi"), ("::ffff:10.1.2.3", "bi"),
        ("64:ff9b::192.168.1.1", "bi"),
        ("0.0.0.0", ""), ("0.1.2.3", ""), ("::", ""), ("::ffff:0.0.0.0", ""), ("169.254.169.254", ""),
        ("::ffff:169.254.169.254", ""), ("fe80::1", ""), ("febf::1", ""), ("fec0::1", ""), ("224.0.0.1", ""),
        ("239.255.255.255", ""), ("255.255.255.255", ""), ("240.0.0.1", ""), ("ff02::1", ""),
        ("100.64.0.1", ""),
        ("192.0.0.1", ""), ("192.0.2.1", ""), ("198.18.0.1", ""), ("198.51.100.1", ""), ("203.0.113.1", ""),
        ("2001:db8::1", ""), ("2001::1", ""), ("3fff::1", ""), ("4000::1", ""), ("100::1", ""), ("::2", ""),
        ("1.1.1.1", "pb"), ("9.255.255.255", "pb"), ("11.0.0.0", "pb"), ("172.15.255.255", "pb"),
        ("172.32.0.0", "pb"),
        ("192.167.255.255", "pb"), ("192.169.0.0", "pb"), ("126.255.255.255", "pb"), ("128.0.0.0", "pb"),
        ("169.253.255.255", "pb"), ("223.255.255.255", "pb"), ("100.63.255.255", "pb"), ("100.128.0.0", "pb"),
        ("2a00:1450::1", "pb"), ("2606:4700::1111", "pb"), ("::ffff:8.8.8.8", "pb"), ("2002:808:808::", "pb"),
    ]

    @Test("every spelling of an address meets the same rule", arguments: rows)
    func table(address: String, letters: String) throws {
        let bytes = try #require(Self.bytes(address))

        let allowed = [
            ("p", AddressRule.publicOnly), ("b", .publicAndPrivate), ("i", .privateOnly),
            ("l", .loopbackOnly),
        ].filter { $0.1.allows(bytes) }.map(\.0).joined()

        #expect(allowed == letters)
    }

    @Test("bytes that are no address are refused by every rule", arguments: [0, 1, 3, 5, 15, 17, 200])
    func lengths(count: Int) {
        let bytes = [UInt8](repeating: 8, count: count)

        #expect(AddressRule.allCases.allSatisfy { !$0.allows(bytes) })
    }

    private static func bytes(_ text: String) -> [UInt8]? {
        var four = in_addr()
        if inet_pton(AF_INET, text, &four) == 1 { return withUnsafeBytes(of: four) { Array($0) } }
        var sixteen = in6_addr()
        return inet_pton(AF_INET6, text, &sixteen) == 1 ? withUnsafeBytes(of: sixteen) { Array($0) } : nil
    }
}

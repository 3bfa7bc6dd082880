internal import ContactRouting

/// The hosts that a directory distrusts, found by name in the time of their labels.
struct DistrustTable {
    private var kinds: [String: DistrustedHost.Kind] = [:]

    mutating func add(_ host: DistrustedHost) { kinds[host.host.text] = host.kind }

    var isEmpty: Bool { kinds.isEmpty }

    /// The distrusted host that this one is or lies below.
    func match(_ host: HostName) -> (host: String, kind: DistrustedHost.Kind)? {
        var rest = Substring(host.text)
        while true {
            if let kind = kinds[String(rest)] { return (String(rest), kind) }
            guard let dot = rest.firstIndex(of: ".") else { return nil }
            rest = rest[rest.index(after: dot)...]
        }
    }

    /// The first distrusted host that a text names.
    ///
    /// - Complexity: O(bytes).
    func match(in text: String) -> (host: String, kind: DistrustedHost.Kind)? {
        guard !isEmpty else { return nil }
        let dot = UInt8(ascii: ".")
        for word in text.utf8.split(whereSeparator: { !Self.isOfHost($0) }) where word.contains(dot) {
            var name = word
            while let first = name.first, first == dot || first == UInt8(ascii: "-") { name.removeFirst() }
            while let last = name.last, last == dot || last == UInt8(ascii: "-") { name.removeLast() }
            if let host = HostName(String(Substring(name))), let found = match(host) { return found }
        }
        return nil
    }

    /// Whether the name of a host may hold a byte: ASCII letters, digits, full stops and hyphens.
    private static func isOfHost(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"):
            true
        default: false  // tidy-allow: bytes are an open set
        }
    }
}

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
        let words = text.split { !$0.isASCII || !($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") }
        for word in words where word.contains(".") {
            let name = word.drop { $0 == "." || $0 == "-" }.reversed().drop { $0 == "." || $0 == "-" }
            if let host = HostName(String(name.reversed())), let found = match(host) { return found }
        }
        return nil
    }
}

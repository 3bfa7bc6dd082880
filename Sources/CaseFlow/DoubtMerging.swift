/// Puts doubts of two origins together, so that no thing is doubted twice.
///
/// The words before the colon name the thing. Where both speak of it, the plugin does, who knows its medium.
enum DoubtMerging {
    /// - Parameters:
    ///   - found: those of the case, in their order.
    ///   - own: the plugin's; they keep their words and come after.
    static func merged(_ found: [String], with own: [String]) -> [String] {
        let named = Set(own.map(name(of:)))
        var seen: Set<String> = []
        return (found.filter { !named.contains(name(of: $0)) } + own).filter { seen.insert($0).inserted }
    }

    /// The words before the colon, whatever spaces part them; the whole sentence when it has no colon.
    private static func name(of doubt: String) -> String {
        let plain = doubt.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
        guard let colon = plain.firstIndex(of: ":") else { return plain }
        let name = plain[..<colon]
        return name.hasSuffix(" ") ? String(name.dropLast()) : String(name)
    }
}

import ContactRouting

/// Puts doubts of two origins together, so that no thing is doubted twice.
///
/// The code names the thing. Where both speak of it, the plugin does, who knows its medium; only the end of a right is
/// told by the flow, which knows its last day.
enum DoubtMerging {
    /// - Parameters:
    ///   - found: those of the case, in their order.
    ///   - own: the plugin's, of which the first of a code counts; they come after.
    /// - Returns: what is late first, the rest in its order.
    static func merged(_ found: [Doubt], with own: [Doubt]) -> [Doubt] {
        let dated = Set(found.filter(namesLastDay).map(\.code))
        var named: Set<DoubtCode> = []
        let own = own.filter { !dated.contains($0.code) && named.insert($0.code).inserted }
        let all = found.filter { !named.contains($0.code) } + own
        return all.filter(\.isLate) + all.filter { !$0.isLate }
    }

    private static func namesLastDay(_ doubt: Doubt) -> Bool {
        if case .rightOver = doubt { true } else { false }
    }
}

import ContactRouting

/// Puts doubts of two origins together, so that no thing is doubted twice.
///
/// The code names the thing. Where both speak of it, the plugin does, who knows its medium.
enum DoubtMerging {
    /// - Parameters:
    ///   - found: those of the case, in their order.
    ///   - own: the plugin's, of which the first of a code counts; they come after.
    static func merged(_ found: [Doubt], with own: [Doubt]) -> [Doubt] {
        var named: Set<DoubtCode> = []
        let own = own.filter { named.insert($0.code).inserted }
        return found.filter { !named.contains($0.code) } + own
    }
}

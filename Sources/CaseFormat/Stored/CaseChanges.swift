internal import JSONText

extension LoadedCase {
    /// The facts that are another in this case than in an older one, by their places, sorted.
    ///
    /// Names of keys and nothing of what they hold: `order.deliveredOn`, `history`. `null` is the same as absent.
    ///
    /// - Complexity: O(bytes).
    public func changes(since older: LoadedCase) -> [String] {
        let before = older.places
        let after = places
        return Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
    }

    /// What stands at each key of the case, and at each key inside its objects, in canonical spelling.
    private var places: [String: [UInt8]] {
        var places: [String: [UInt8]] = [:]
        guard let members = value.members else { return places }
        for member in members where !member.value.isNull {
            guard let inner = member.value.members else {
                places[member.key] = member.value.canonicalBytes()
                continue
            }
            for part in inner where !part.value.isNull {
                places["\(member.key).\(part.key)"] = part.value.canonicalBytes()
            }
        }
        return places
    }
}

/// Finds the name that was probably meant.
///
/// Letters are compared without regard to ASCII case. A name counts as near when at most a third of its
/// letters (at least one, at most three) were left out, added, replaced or swapped with a neighbour.
///
/// - Parameters:
///   - text: what was written. Longer than 64 characters is near to nothing.
///   - known: the names that exist.
/// - Returns: the nearest one, the first of equals; nil when none is near.
/// - Complexity: O(names × length²).
/// - Source: the restricted Damerau–Levenshtein distance (optimal string alignment).
public func nearestName(to text: String, among known: some Sequence<String>) -> String? {
    let written = folded(text)
    guard (1...nameLengthMax).contains(written.count) else { return nil }
    var nearest: (name: String, distance: Int)?
    for name in known {
        let candidate = folded(name)
        guard (1...nameLengthMax).contains(candidate.count) else { continue }
        let cutOff = min(3, max(1, max(candidate.count, written.count) / 3))
        let limit = min(cutOff, nearest.map { $0.distance - 1 } ?? cutOff)
        guard abs(candidate.count - written.count) <= limit else { continue }
        let distance = editDistance(written, candidate)
        if distance <= limit { nearest = (name, distance) }
    }
    return nearest?.name
}

/// Longest name that is compared, in Unicode scalar values.
private let nameLengthMax = 64

private func folded(_ name: String) -> [UInt32] {
    name.unicodeScalars.prefix(nameLengthMax + 1).map { scalar in
        ("A"..."Z").contains(scalar) ? scalar.value + 32 : scalar.value
    }
}

/// The fewest insertions, deletions, replacements and swaps of neighbours between two words.
private func editDistance(_ lhs: [UInt32], _ rhs: [UInt32]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...rhs.count)
    for row in 1...lhs.count {
        var current = [row]
        current.reserveCapacity(rhs.count + 1)
        for column in 1...rhs.count {
            let replaced = previous[column - 1] + (lhs[row - 1] == rhs[column - 1] ? 0 : 1)
            var best = min(replaced, previous[column] + 1, current[column - 1] + 1)
            if row > 1, column > 1, lhs[row - 1] == rhs[column - 2], lhs[row - 2] == rhs[column - 1] {
                best = min(best, beforePrevious[column - 2] + 1)
            }
            current.append(best)
        }
        (beforePrevious, previous) = (previous, current)
    }
    return previous[rhs.count]
}

/// The candidates of a case, with everything that was found against them.
///
/// One list for all objections: most candidates have none or one, and a list for each would cost more than finding
/// them.
struct Findings {
    /// In the directory's order.
    private(set) var candidates: [Candidate] = []
    /// In the order found.
    private var objections: [(candidate: Int, objection: Objection)] = []
    private var current = 0

    /// - Parameter capacity: as many candidates as there may be.
    init(capacity: Int) {
        candidates.reserveCapacity(capacity)
        objections.reserveCapacity(capacity)
    }

    /// Begins with a candidate: what is added next stands against it.
    mutating func begin(_ traits: OfferTraits) {
        current = candidates.count
        candidates.append(Candidate(traits))
    }

    /// Goes back to a candidate: what is added next stands against it.
    mutating func resume(_ index: Int) { current = index }

    mutating func add(_ objection: Objection) {
        candidates[current].note(objection.code, usableFrom: objection.usableFrom)
        objections.append((current, objection))
    }

    /// Leaves out an objection that says nothing new.
    mutating func addOnce(_ objection: Objection) {
        guard !candidates[current].codes.contains(objection.code) else { return }
        add(objection)
    }

    /// Everything against each of the candidates, in the order found.
    ///
    /// - Complexity: O(candidates + objections).
    var objectionsByCandidate: [[Objection]] {
        var sorted = [[Objection]](repeating: [], count: candidates.count)
        for (index, objection) in objections { sorted[index].append(objection) }
        return sorted
    }
}

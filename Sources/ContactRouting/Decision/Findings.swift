/// The candidates of a case, with everything that was found against them.
///
/// One list for all findings: most candidates have none or one, and a list for each would cost more than finding
/// them.
struct Findings {
    /// In the directory's order.
    private(set) var candidates: [Candidate] = []
    /// In the order found.
    private var findings: [(candidate: Int, finding: Finding)] = []
    private var current = 0

    /// - Parameter capacity: as many candidates as there may be.
    init(capacity: Int) {
        candidates.reserveCapacity(capacity)
        findings.reserveCapacity(capacity)
    }

    /// Begins with a candidate: what is added next stands against it.
    mutating func begin(_ traits: OfferTraits) {
        current = candidates.count
        candidates.append(Candidate(traits))
    }

    /// Goes back to a candidate: what is added next stands against it.
    mutating func resume(_ index: Int) { current = index }

    mutating func add(_ finding: Finding) {
        candidates[current].note(finding.code, usableFrom: finding.usableFrom)
        findings.append((current, finding))
    }

    /// Leaves out a finding that says nothing new.
    mutating func addOnce(_ finding: Finding) {
        guard !candidates[current].codes.contains(finding.code) else { return }
        add(finding)
    }

    /// Everything against each of the candidates, in the order found.
    ///
    /// - Complexity: O(candidates + findings).
    var byCandidate: [[Finding]] {
        var sorted = [[Finding]](repeating: [], count: candidates.count)
        for (index, finding) in findings { sorted[index].append(finding) }
        return sorted
    }
}

/// The verdict on every offer of a case: barred, refused, or usable and ranked.
///
/// A class, as ``Situation`` is: several rules read it, and nothing changes once it is made.
final class Verdicts {
    let situation: Situation
    let ladder: Ladder
    /// The offers that are there for this case, with everything that stands against them.
    let findings: Findings

    init(_ situation: Situation) {
        self.situation = situation
        let examination = Examination(situation: situation)
        var findings = Findings(capacity: situation.offers.serving.count)
        for traits in situation.offers.traits where examination.serves(traits) {
            findings.begin(traits)
            examination.examine(traits, into: &findings)
        }
        let ladder = Ladder(situation, examined: findings.candidates)
        self.ladder = ladder
        for index in findings.candidates.indices { ladder.addObjections(at: index, to: &findings) }
        self.findings = findings
    }

    var candidates: [Candidate] { _read { yield findings.candidates } }

    /// A usable candidate with its score.
    struct Ranked {
        let traits: OfferTraits
        let score: Score
    }

    /// The usable candidates, best first; equal scores keep the directory's order.
    ///
    /// - Complexity: O(n²) for a dozen channels.
    func ranked(by scoring: Scoring) -> [Ranked] {
        var ranked: [Ranked] = []
        ranked.reserveCapacity(16)
        for candidate in candidates where candidate.isUsable {
            ranked.append(
                Ranked(
                    traits: candidate.traits, score: scoring.score(candidate.traits, usedAt: situation.now)))
            var place = ranked.count - 1
            while place > 0, ranked[place - 1].score.total < ranked[place].score.total {
                ranked.swapAt(place - 1, place)
                place -= 1
            }
        }
        return ranked
    }
}

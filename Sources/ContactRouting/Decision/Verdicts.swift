/// The verdict on every offer of a case: barred, refused, or usable and ranked.
///
/// A class, as ``Situation`` is: several rules read it, and nothing changes once it is made.
final class Verdicts {
    let situation: Situation
    let examination: Examination
    let ladder: Ladder
    /// The offers that are there for this case, with everything that stands against them.
    let candidates: [Examined]

    init(_ situation: Situation) {
        self.situation = situation
        examination = Examination(situation: situation)
        var candidates: [Examined] = []
        candidates.reserveCapacity(situation.offers.serving.count)
        for offer in situation.offers.serving where examination.serves(offer) {
            candidates.append(examination.examine(offer))
        }
        ladder = Ladder(situation, examined: candidates)
        for index in candidates.indices { ladder.addObjections(to: &candidates[index]) }
        self.candidates = candidates
    }

    /// A usable candidate by its place, with its score.
    struct Ranked {
        let candidate: Int
        let score: Score
    }

    /// The usable candidates, best first; equal scores keep the directory's order.
    ///
    /// - Complexity: O(n²) for a dozen channels.
    func ranked(by scoring: Scoring) -> [Ranked] {
        var ranked: [Ranked] = []
        for index in candidates.indices where candidates[index].objections.isEmpty {
            let score = scoring.score(candidates[index].offer)
            let place = ranked.firstIndex { $0.score.total < score.total } ?? ranked.endIndex
            ranked.insert(Ranked(candidate: index, score: score), at: place)
        }
        return ranked
    }

    /// Every offer that is not usable: those that the case refuses in the directory's order, then those that no such
    /// case is offered.
    var refused: [RefusedChannel] {
        var refused: [RefusedChannel] = []
        refused.reserveCapacity(situation.offers.count)
        var next = 0
        for offer in situation.offers.serving {
            guard next < candidates.count, candidates[next].offer === offer else {
                refused.append(RefusedChannel(offer: offer, objections: offer.notOffered))
                continue
            }
            if !candidates[next].objections.isEmpty {
                refused.append(RefusedChannel(offer: offer, objections: candidates[next].objections))
            }
            next += 1
        }
        refused += situation.offers.refused
        return refused
    }
}

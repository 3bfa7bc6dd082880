/// The verdict on every offer of a case: barred, refused, or usable and ranked.
///
/// A class, as ``Situation`` is: several rules read it, and nothing changes once it is made.
final class Verdicts {
    let situation: Situation
    let examination: Examination
    let ladder: Ladder
    /// The offers that are there for this case, with everything that stands against them.
    let candidates: [Candidate]

    init(_ situation: Situation) {
        self.situation = situation
        examination = Examination(situation: situation)
        var candidates: [Candidate] = []
        candidates.reserveCapacity(situation.offers.serving.count)
        for offer in situation.offers.serving where examination.serves(offer) {
            candidates.append(examination.examine(offer))
        }
        ladder = Ladder(situation, examined: candidates)
        for index in candidates.indices { ladder.addObjections(to: &candidates[index]) }
        self.candidates = candidates
    }

    /// A usable candidate with its score.
    struct Ranked {
        let offer: ChannelOffer
        let score: Score
    }

    /// The usable candidates, best first; equal scores keep the directory's order.
    ///
    /// - Complexity: O(n²) for a dozen channels.
    func ranked(by scoring: Scoring) -> [Ranked] {
        var ranked: [Ranked] = []
        ranked.reserveCapacity(candidates.count)
        for index in candidates.indices where candidates[index].isUsable {
            let offer = candidates[index].offer
            ranked.append(Ranked(offer: offer, score: scoring.score(offer)))
            var place = ranked.count - 1
            while place > 0, ranked[place - 1].score.total < ranked[place].score.total {
                ranked.swapAt(place - 1, place)
                place -= 1
            }
        }
        return ranked
    }

    /// The offers for such an issue that are not usable, in the directory's order.
    var refused: [RefusedChannel] {
        var refused: [RefusedChannel] = []
        refused.reserveCapacity(situation.offers.serving.count)
        var next = 0
        for offer in situation.offers.serving {
            guard next < candidates.count, candidates[next].offer === offer else {
                refused.append(RefusedChannel(offer: offer, objections: offer.notOffered))
                continue
            }
            if !candidates[next].isUsable {
                refused.append(RefusedChannel(offer: offer, objections: candidates[next].objections))
            }
            next += 1
        }
        return refused
    }
}

public import CivilCalendar

/// What waiting for a channel would bring, when nothing but its hours keeps it closed.
public struct WhenOpen: Hashable, Sendable {
    public let opensAt: Instant
    /// As if the channel were used at that moment: the waiting counts in the time to an answer.
    public let score: Score
    /// When an answer may come: an estimate of the program's own.
    public let expectedAnswer: ClosedRange<Instant>
    /// Points by which waiting beats the best channel that is usable now, below zero when it does not.
    ///
    /// Nil when no channel is usable now.
    public let margin: Int?
    /// Whether it differs from the best channel of now in its stage: no waiting, but the order of steps, sets them apart.
    public let isAnotherStage: Bool
}

extension Scoring {
    /// The channels that open by themselves, each with the place of its candidate.
    func whenOpen(_ candidates: [Candidate], best: Score?) -> [(candidate: Int, whenOpen: WhenOpen)] {
        var found: [(candidate: Int, whenOpen: WhenOpen)] = []
        for index in candidates.indices where candidates[index].codes.isOnlyClosed {
            guard let opensAt = candidates[index].usableFrom else { continue }
            let traits = candidates[index].traits
            let score = score(traits, usedAt: opensAt)
            found.append(
                (
                    index,
                    WhenOpen(
                        opensAt: opensAt, score: score,
                        expectedAnswer: expectedAnswer(of: situation.offer(traits), usedAt: opensAt),
                        margin: best.map { score.total - $0.total },
                        isAnotherStage: best.map { score[.stage] != $0[.stage] } ?? false)
                ))
        }
        return found
    }

    /// When an answer to a contact at that moment may come.
    func expectedAnswer(of offer: ChannelOffer, usedAt moment: Instant) -> ClosedRange<Instant> {
        let answer = offer.profile.answerAfter
        return moment.adding(seconds: answer.lowerBound)...moment.adding(seconds: answer.upperBound)
    }
}

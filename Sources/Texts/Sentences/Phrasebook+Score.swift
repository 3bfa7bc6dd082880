public import CivilCalendar
public import ContactRouting

/// What the points of a score stand for, and whether waiting beats acting now.
extension Phrasebook {
    /// What was measured for a term, with its unit; nil for a term that only counts or does not.
    public func measure(
        of term: ScoreTermName, on offer: ChannelOffer, rung: Rung, answer: ClosedRange<Instant>
    ) -> String? {
        switch term {
        case .stage: return vocabulary.name(of: rung)
        case .proof: return vocabulary.name(of: offer.profile.evidence)
        case .timeToAnswer:
            return formats.estimate(
                seconds: now.seconds(until: answer.lowerBound)...now.seconds(until: answer.upperBound))
        case .cost: return vocabulary.cost(offer.cost(for: facts.consumer))
        case .effort: return vocabulary.name(of: offer.profile.effort)
        case .confidence: return vocabulary.name(of: offer.entry.source.confidence)
        case .staleFacts: return vocabulary.checked(offer.entry.source, today: zone.day(at: now))
        case .solvesAlone, .language, .alreadyTried, .weekend, .rightEndsSoon, .secondaryRemedy,
            .orderOnRung, .preferred:
            return nil
        }
    }

    /// When a closed channel opens, and whether waiting for it beats the best channel of now.
    public func text(of whenOpen: WhenOpen, on offer: ChannelOffer) -> String {
        let opening = formats.opening(whenOpen.opensAt, seenFrom: now, in: zone)
        let opens = say("Ouvre \(opening)", "Opens \(opening)")
        guard let margin = whenOpen.margin else { return "\(opens)." }
        // A difference of stage is the order of steps, which a count of points would only obscure.
        guard !whenOpen.isAnotherStage else {
            return margin > 0
                ? say(
                    "\(opens), et viendra alors en premier ; faites le reste sans attendre.",
                    "\(opens), and will then come first; do the rest without waiting.")
                : say("\(opens) ; n’attendez pas cette heure.", "\(opens); do not wait for it.")
        }
        let points = margin.magnitude
        switch margin.signum() {
        case 1:
            return say(
                "\(opens) : si cela peut attendre, ce sera mieux (\(points) \(points == 1 ? "point" : "points") de plus).",
                "\(opens): if it can wait, this will be better (\(points) more \(points == 1 ? "point" : "points"))."
            )
        case -1:
            return say(
                "\(opens) ; attendre ne vaut pas mieux (\(points) \(points == 1 ? "point" : "points") de moins).",
                "\(opens); waiting is not better (\(points) fewer \(points == 1 ? "point" : "points")).")
        default:  // tidy-allow: a sign has three values
            return say("\(opens) ; attendre revient au même.", "\(opens); waiting comes to the same.")
        }
    }
}

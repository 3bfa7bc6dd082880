import CivilCalendar

/// What the score asks of every offer, as plain words: beside ``OfferTraits``, because only usable offers are scored.
struct ScoringTraits {
    /// What using it costs.
    enum Cost {
        case free
        /// Not free, and up to ``ScoreWeights/cheapMax``.
        case cheap
        /// More, or unknown.
        case other
        /// It depends on the country that is called from.
        case byCountry
    }

    let effort: Effort
    /// The middle of the estimated time to an answer, in seconds.
    let answerMiddle: Int64
    let cost: Cost
    let confidence: Source.Confidence
    let staleAfter: CivilDay
    /// Whether the directory says which languages it takes.
    let namesLanguages: Bool
    let isByLaw: Bool

    init(_ offer: ChannelOffer) {
        effort = offer.profile.effort
        let answer = offer.profile.answerAfter
        answerMiddle = (answer.lowerBound + answer.upperBound) / 2
        cost = offer.hasCallCost ? .byCountry : Cost(offer.cost(in: .france))
        confidence = offer.entry.source.confidence
        staleAfter = offer.entry.source.staleAfter
        namesLanguages = !offer.entry.languages.isEmpty
        isByLaw = offer.isByLaw
    }
}

extension ScoringTraits.Cost {
    init(_ money: Money?) {
        switch money?.hundredths {
        case 0: self = .free
        case let cents? where cents <= ScoreWeights.cheapMax: self = .cheap
        case _?, nil: self = .other
        }
    }
}

import CivilCalendar

/// One named part of a score.
public enum ScoreTermName: String, Hashable, Sendable, CaseIterable {
    case stage
    case proof
    case timeToAnswer = "time-to-answer"
    case cost
    case effort
    case solvesAlone = "solves-alone"
    case language
    case confidence
    case staleFacts = "stale-facts"
    case alreadyTried = "already-tried"
    case weekend
    case rightEndsSoon = "right-ends-soon"
    case secondaryRemedy = "secondary-remedy"
    case orderOnRung = "order-on-rung"
    case preferred
}

/// A term of a score, in whole points.
public struct ScoreTerm: Hashable, Sendable {
    public let name: ScoreTermName
    public let points: Int
}

/// A sum of named terms that anybody can recompute: docs/decision.md holds the same table.
public struct Score: Hashable, Sendable {
    /// The points of each term at its place; a list would cost more than the scoring.
    private var points = SIMD16<Int16>()
    /// The sum of the terms.
    public private(set) var total = 0

    /// The terms that count, in the order of ``ScoreTermName``; those of no points are left out.
    public var terms: [ScoreTerm] {
        ScoreTermName.allCases.map { ScoreTerm(name: $0, points: Int(points[$0.place])) }
            .filter { $0.points != 0 }
    }

    init() {}

    /// The points of one term; 0 for a term that does not count.
    subscript(name: ScoreTermName) -> Int { Int(points[name.place]) }

    /// - Precondition: the points of one term are between -32,768 and 32,767: ``ScoreWeights`` stays far below.
    mutating func add(_ name: ScoreTermName, _ points: Int) {
        self.points[name.place] += Int16(points)
        total += points
    }
}

extension ScoreTermName {
    /// The place of each term; the compiler turns this into the enum's own tag.
    fileprivate var place: Int {
        switch self {
        case .stage: 0
        case .proof: 1
        case .timeToAnswer: 2
        case .cost: 3
        case .effort: 4
        case .solvesAlone: 5
        case .language: 6
        case .confidence: 7
        case .staleFacts: 8
        case .alreadyTried: 9
        case .weekend: 10
        case .rightEndsSoon: 11
        case .secondaryRemedy: 12
        case .orderOnRung: 13
        case .preferred: 14
        }
    }
}

/// The weights of the score: policy of the program's own, in one place.
enum ScoreWeights {
    /// More than all other terms together, so that the rung outranks them.
    static let stage = 1000
    /// Between two neighbours in a wall.
    static let wallStep = 1000
    /// Highest points of the wall's first channel, and so the longest wall.
    static let wallTop = 9

    static let priorityFactor = 3
    /// With urgency high at the informal rung the quickest answer ranks first.
    static let urgencyFactor = 6
    /// On the formal rung the stronger proof ranks first.
    static let formalProofFactor = 10

    static let free = 20
    static let cheap = 8
    /// Costs up to this many euro cents count as cheap.
    static let cheapMax: Int64 = 100

    static let effortLow = 20
    static let effortMedium = 10

    static let confidenceHigh = 10
    static let confidenceMedium = 6
    static let stale = -5

    static let solvesAlone = 40
    static let language = 25
    static let triedFailed = -30
    static let triedPending = -8
    static let weekendVoice = -5
    /// For the channel that exercises a right which ends within a week.
    static let rightEndsSoon = 15
    static let secondaryRemedy = -60
    static let lastOnRung = -150
    static let preferred = 50

    /// Where the points for the time to an answer change, in seconds.
    static let timeSteps: [Int64] = [0, 2700, 7200, 86_400, 259_200, 864_000, 2_678_400]

    /// Points for the time to an answer, by the middle of the estimate.
    static func time(_ seconds: Int64) -> Int {
        switch seconds {
        case ..<2700: 50
        case ..<7200: 45
        case ..<86_400: 30
        case ..<259_200: 25
        case ..<864_000: 15
        case ..<2_678_400: 5
        default: 0  // tidy-allow: ranges of a number
        }
    }

    static func proof(_ grade: EvidenceGrade) -> Int {
        switch grade {
        case .none: 0
        case .trace: 8
        case .dated: 16
        case .opposable: 30
        }
    }
}

/// Scores the channels that nothing stands against.
struct Scoring {
    let situation: Situation
    let ladder: Ladder

    /// - Parameter moment: when it would be used; waiting until then counts in the time to an answer.
    func score(_ traits: OfferTraits, usedAt moment: Instant) -> Score {
        var score = Score()
        let waiting = situation.now.seconds(until: moment)
        let day = waiting > 0 ? situation.surroundings.zone.day(at: moment) : situation.today
        let scoring = situation.offers.scoring[traits.place]
        let rung = ladder.rung(of: traits)
        let priority = situation.facts.preferences.priority
        score.add(.stage, stage(traits, rung: rung))
        let proofFactor =
            rung == .formal ? ScoreWeights.formalProofFactor : factor(priority == .strongestEvidence)
        score.add(.proof, ScoreWeights.proof(traits.evidence) * proofFactor)
        score.add(.timeToAnswer, time(waiting + scoring.answerMiddle, rung: rung, priority: priority))
        score.add(.cost, cost(traits, scoring) * factor(priority == .cheapest))
        score.add(.effort, effort(scoring.effort) * factor(priority == .leastEffort))
        score.add(
            .solvesAlone, traits.solvesAlone && !isSecondary(traits) ? ScoreWeights.solvesAlone : 0)
        if scoring.namesLanguages { score.add(.language, language(traits)) }
        addFacts(scoring, to: &score)
        score.add(.alreadyTried, tried(traits))
        score.add(.weekend, traits.isVoice && day.weekday.isWeekend ? ScoreWeights.weekendVoice : 0)
        score.add(.rightEndsSoon, exercisesEndingRight(traits) ? ScoreWeights.rightEndsSoon : 0)
        score.add(.secondaryRemedy, isSecondary(traits) ? ScoreWeights.secondaryRemedy : 0)
        score.add(.orderOnRung, order(of: traits, scoring, on: rung) * ScoreWeights.lastOnRung)
        if situation.hasPreferredChannel, isPreferred(situation.offer(traits)) {
            score.add(.preferred, ScoreWeights.preferred)
        }
        return score
    }

    private func factor(_ asked: Bool) -> Int { asked ? ScoreWeights.priorityFactor : 1 }

    /// A channel of the wall by its rank; else the rung, the reached one highest; nothing beside the ladder.
    private func stage(_ offer: OfferTraits, rung: Rung) -> Int {
        if let wall = situation.wall, let rank = wall.rank(of: offer.known) {
            // Who could not be reached is tried again after everybody else.
            let place = situation.tried.failed.contains(offer.known) ? wall.order.count : rank
            return (ScoreWeights.wallTop - min(place, ScoreWeights.wallTop)) * ScoreWeights.wallStep
        }
        switch rung {
        case .wall, .beside: return 0
        case .informal, .guarantee, .formal, .mediation, .conciliation, .court:
            // A letter that may be written early competes on the rung that is reached.
            return min(rung, max(ladder.reached, .informal)).rawValue * ScoreWeights.stage
        }
    }

    private func time(_ seconds: Int64, rung: Rung, priority: Preferences.Priority?) -> Int {
        let points = ScoreWeights.time(seconds)
        let urgent = situation.isUrgent && rung == .informal
        return points * (urgent ? ScoreWeights.urgencyFactor : factor(priority == .fastest))
    }

    private func cost(_ offer: OfferTraits, _ scoring: ScoringTraits) -> Int {
        switch scoring.cost {
        case .free: ScoreWeights.free
        case .cheap: ScoreWeights.cheap
        case .other: 0
        case .byCountry:
            switch ScoringTraits.Cost(situation.offer(offer).cost(in: situation.consumerCountry)) {
            case .free: ScoreWeights.free
            case .cheap: ScoreWeights.cheap
            case .other, .byCountry: 0
            }
        }
    }

    private func effort(_ effort: Effort) -> Int {
        switch effort {
        case .low: ScoreWeights.effortLow
        case .medium: ScoreWeights.effortMedium
        case .high: 0
        }
    }

    /// Everybody here takes French; another language counts where it is known.
    private func language(_ offer: OfferTraits) -> Int {
        let language = situation.facts.consumer.effectiveLanguage
        guard language != .french else { return 0 }
        return situation.offer(offer).entry.languages.contains(language.rawValue)
            ? ScoreWeights.language : -ScoreWeights.language
    }

    private func addFacts(_ scoring: ScoringTraits, to score: inout Score) {
        switch scoring.confidence {
        case .high: score.add(.confidence, ScoreWeights.confidenceHigh)
        case .medium: score.add(.confidence, ScoreWeights.confidenceMedium)
        case .low: break
        }
        if situation.today > scoring.staleAfter { score.add(.staleFacts, ScoreWeights.stale) }
    }

    func isPreferred(_ offer: ChannelOffer) -> Bool {
        guard let preferred = situation.facts.preferences.preferredChannel else { return false }
        return preferred == offer.channel
    }

    /// How often a channel stands back on its rung: the chargeback and a foreign trader's unnamed mediator behind the other
    /// recourse, and what may be used before its rung behind the rung's own channels.
    private func order(of offer: OfferTraits, _ scoring: ScoringTraits, on rung: Rung) -> Int {
        guard !situation.isInWall(offer.known) else { return 0 }
        let isLast = offer.known == .bankChargeback || isUnnamedAbroad(offer, scoring)
        let isEarly = rung > ladder.reached && rung > .formal && rung != .beside
        return (isLast ? 1 : 0) + (isEarly ? 1 : 0)
    }

    /// The mediator that a trader of another country should have, and that nobody has named.
    private func isUnnamedAbroad(_ offer: OfferTraits, _ scoring: ScoringTraits) -> Bool {
        guard offer.known == .mediator, scoring.isByLaw, let country = situation.traderCountry else {
            return false
        }
        return country != situation.consumerCountry
    }

    private func tried(_ offer: OfferTraits) -> Int {
        if situation.tried.failed.contains(offer.known) { return ScoreWeights.triedFailed }
        return situation.tried.pending.contains(offer.known) ? ScoreWeights.triedPending : 0
    }

    /// The merchant's return form may be as quick, but only the withdrawal function exercises the right of the law.
    private func exercisesEndingRight(_ offer: OfferTraits) -> Bool {
        offer.known == .withdrawalButton && situation.issueKind == .changeOfMind
            && ladder.rightEndsSoon
    }

    /// Withdrawing gives the money back, but not the thing that was wanted.
    private func isSecondary(_ offer: OfferTraits) -> Bool {
        offer.known == .withdrawalButton && !situation.isChangeOfMind
    }
}

extension ChannelOffer {
    /// What using it costs this person: the endpoint that is meant for where they are, else the entry, else the channel.
    ///
    /// Nil when unknown; a call at the normal price counts as unknown, since it depends on the person's contract.
    public func cost(for consumer: Consumer) -> Money? {
        cost(in: consumer.country ?? .france)
    }

    func cost(in country: CountryCode) -> Money? {
        switch callCost(in: country) {
        case .free: Money(hundredths: 0)
        case .normalCall, .premium: nil
        case nil: entry.cost ?? (profile.isFree ? Money(hundredths: 0) : nil)
        }
    }

    /// The cost of the first endpoint that is meant for a country.
    private func callCost(in country: CountryCode) -> Endpoint.CallCost? {
        guard hasCallCost else { return nil }
        return entry.endpoints.first { $0.audience?.includes(country) ?? true }?.cost
    }

    /// The endpoints that are meant for where the person is.
    public func endpoints(for consumer: Consumer) -> [Endpoint] {
        guard entry.endpoints.contains(where: { $0.audience != nil }) else { return entry.endpoints }
        let country = consumer.country ?? .france
        return entry.endpoints.filter { $0.audience?.includes(country) ?? true }
    }
}

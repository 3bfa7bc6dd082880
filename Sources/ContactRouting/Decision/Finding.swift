import CivilCalendar

/// An objection as the examination notes it: it names the parts of an offer that it rests on instead of holding them.
///
/// Nothing here counts references. A decision notes some thirty objections, and most of them nobody ever reads;
/// ``Objection`` is made of one when somebody does.
struct Finding {
    /// What the reason is about: see ``Objection/Detail``.
    enum Detail {
        case none
        case channel(KnownChannel)
        /// The channel of an offer, by its place in ``OffersForIssue/serving``.
        case channelOfOffer(Int)
        /// The channel that a condition of the offer itself names, by its place in ``OffersForIssue/factConditions``.
        case channelOfCondition(Int)
        case fact(FactPath)
        case since(CivilDay)
    }

    /// On what it stands: see ``ContactRouting/Grounds``.
    enum Grounds {
        /// The source of the offer itself.
        case offer
        /// The source of another offer, by its place in ``OffersForIssue/serving``.
        case otherOffer(Int)
        /// By its place in ``OffersForIssue/factConditions``.
        case condition(Int)
        /// By its place in ``OffersForIssue/timeConditions``.
        case timeCondition(Int)
        /// What the deadline of a right stands on.
        case deadline(RightName)
        case law(Citation)
        case editorial
        case caseFacts
    }

    let code: ObjectionCode
    let usableFrom: Instant?
    let detail: Detail
    let grounds: Grounds

    init(
        _ code: ObjectionCode, usableFrom: Instant? = nil, detail: Detail = .none, grounds: Grounds
    ) {
        self.code = code
        self.usableFrom = usableFrom
        self.detail = detail
        self.grounds = grounds
    }
}

extension Objection {
    /// Makes an objection of what was noted against an offer.
    init(_ finding: Finding, against offer: ChannelOffer, among offers: OffersForIssue, deadlines: [Deadline])
    {
        self.init(
            finding.code, usableFrom: finding.usableFrom, detail: Detail(finding.detail, offers),
            grounds: Grounds(finding.grounds, offer, offers, deadlines))
    }
}

extension Objection.Detail {
    fileprivate init(_ detail: Finding.Detail, _ offers: OffersForIssue) {
        switch detail {
        case .none: self = .none
        case .channel(let known): self = .channel(known.name)
        case .channelOfOffer(let place): self = .channel(offers.serving[place].channel)
        case .channelOfCondition(let place):
            self = offers.factConditions[place].blocker.map { .channel($0) } ?? .none
        case .fact(let fact): self = .fact(fact)
        case .since(let day): self = .since(day)
        }
    }
}

extension Grounds {
    /// A right without a deadline has no grounds of its own, and none is noted for it.
    fileprivate init(
        _ grounds: Finding.Grounds, _ offer: ChannelOffer, _ offers: OffersForIssue, _ deadlines: [Deadline]
    ) {
        switch grounds {
        case .offer: self = offer.grounds
        case .otherOffer(let place): self = offers.serving[place].grounds
        case .condition(let place): self = offers.factConditions[place].grounds
        case .timeCondition(let place): self = offers.timeConditions[place].grounds
        case .deadline(let right): self = deadlines.first { $0.right == right }?.grounds ?? .editorial
        case .law(let citation): self = .law(citation)
        case .editorial: self = .editorial
        case .caseFacts: self = .caseFacts
        }
    }
}

/// What the rules ask of every offer for one kind of issue, as plain words side by side.
///
/// Nothing here counts references, so a decision goes through forty offers and touches only those that it has
/// something to say about.
struct OfferTraits {
    /// The offer's place in ``OffersForIssue/serving``.
    let place: Int
    /// The place of its hours in ``Directory/hours``.
    let hours: Int?
    let known: KnownChannel?
    let rung: Rung
    let evidence: EvidenceGrade
    /// The conditions that count for such an issue, by their places in ``OffersForIssue/factConditions``.
    let factConditions: Range<Int>
    /// The only condition on facts is to log in.
    let asksOnlyLogin: Bool
    /// By their places in ``OffersForIssue/timeConditions``.
    let timeConditions: Range<Int>
    let hasBlocks: Bool
    let isVoice: Bool
    let needsKnownHours: Bool
    let solvesAlone: Bool
    /// Offered by the merchant itself, and not by an institution or by law.
    let isMerchants: Bool

    init(
        _ offer: ChannelOffer, at place: Int, factConditions: Range<Int>, asksOnlyLogin: Bool,
        timeConditions: Range<Int>
    ) {
        self.place = place
        hours = offer.entry.hours
        known = offer.known
        rung = offer.profile.rung
        evidence = offer.profile.evidence
        self.factConditions = factConditions
        self.asksOnlyLogin = asksOnlyLogin
        self.timeConditions = timeConditions
        hasBlocks = !offer.blocks.isEmpty
        isVoice = offer.profile.isVoice
        needsKnownHours = offer.profile.needsKnownHours
        solvesAlone = offer.profile.solvesAlone
        isMerchants =
            switch offer.owner {
            case .merchant: true
            case .institution, .law, .closed, .person: false
            }
    }
}

/// What the rules ask of every offer for one kind of issue, as plain words side by side.
///
/// Nothing here counts references, so a decision goes through forty offers and touches only those that it has
/// something to say about.
struct OfferTraits {
    /// What the directory asks before an offer with such an issue.
    enum Conditions {
        case none
        /// Logging in, and nothing else.
        case onlyLogin
        case some
    }

    /// The offer's place in ``OffersForIssue/serving``.
    let place: Int
    /// The place of its hours in ``Directory/hours``.
    let hours: Int?
    let known: KnownChannel?
    let rung: Rung
    let evidence: EvidenceGrade
    let conditions: Conditions
    let hasTimeConditions: Bool
    let hasBlocks: Bool
    let isVoice: Bool
    let needsKnownHours: Bool
    let solvesAlone: Bool
    /// Offered by the merchant itself, and not by an institution or by law.
    let isMerchants: Bool

    init(_ offer: ChannelOffer, at place: Int, for kind: IssueKind) {
        self.place = place
        hours = offer.entry.hours
        known = offer.known
        rung = offer.profile.rung
        evidence = offer.profile.evidence
        let asked = offer.conditions.filter { $0.issues?.contains(kind) ?? true }
        conditions = asked.isEmpty ? .none : asked.allSatisfy(\.isLogin) ? .onlyLogin : .some
        hasTimeConditions = offer.timeConditions.contains { $0.issues?.contains(kind) ?? true }
        hasBlocks = !offer.blocks.isEmpty
        isVoice = offer.profile.isVoice
        needsKnownHours = offer.profile.needsKnownHours
        solvesAlone = offer.profile.solvesAlone
        isMerchants =
            switch offer.owner {
            case .merchant: true
            case .institution, .law, .closed: false
            }
    }
}

public import CivilCalendar

/// What a referral must say: computed from the facts before any word is written.
///
/// Pure, like ``LetterPlan``, of which it takes what is claimed from the other side. A fact that is not known is absent
/// here, and its sentence is then left out.
public struct ReferralPlan: Hashable, Sendable {
    public let kind: ReferralKind
    /// The language of the paper.
    public let language: Language
    public let writtenOn: CivilDay
    /// When the reader will have it by post: an estimate of the program's own.
    public let expectedReceipt: CivilDay
    /// The letter of the same case to the other side: what is claimed from it.
    public let claim: LetterPlan
    /// What the claim stands on, in the order in which it is cited.
    public let claimArticles: [LetterArticle]
    /// What the referral itself stands on.
    public let articles: [LetterArticle]
    /// The last day for what is asked of a bank; nil for the others, who set their own pace.
    public let dueBy: CivilDay?
    /// The written complaint that it rests on; nil when none is known or none is asked for.
    public let complaint: LetterContact?
    /// The last day on which the referral is in time, while that day is not over; nil when there is none.
    public let lastDay: CivilDay?
    /// The notice to pay from which interest runs; nil when there was none, or a surcharge holds the interest already.
    ///
    /// - Source: C. civ. 1231-6.
    public let interestFrom: CivilDay?
    public let amicableAttempt: AmicableAttempt
    /// How the court is seised of such a claim.
    public let courtAccess: CourtAccess
    /// Whether the court is asked to end the contract, because no termination is known.
    ///
    /// - Source: C. civ. 1227, 1228.
    public let asksForDissolution: Bool
    /// When the bank was first asked to block the card; nil when it was not.
    public let cardBlockAskedOn: CivilDay?
    /// When the bank blocked the card; nil unless it accepted.
    public let cardBlockedOn: CivilDay?
    /// What happened, oldest first.
    public let chronology: [ReferralEvent]
    public let doubts: [Doubt]

    /// Plans the referral of a case.
    ///
    /// - Parameters:
    ///   - facts: the case; contacts later than `now` must have been left out.
    ///   - claim: the letter of the same case, for what is claimed from the other side.
    ///   - deadlines: those of the decision for the same moment.
    ///   - traderName: the other side, when it is known.
    ///   - hasTraderAddress: whether its address is known.
    ///   - readerName: the institution, when it is known.
    ///   - language: the language that the reader takes.
    public init(
        _ kind: ReferralKind, for facts: ContactCase, claim: LetterPlan, deadlines: [Deadline],
        traderName: TextLine?, hasTraderAddress: Bool, readerName: TextLine?, language: Language,
        now: Instant,
        holidays: PublicHolidays, zone: TimeZoneRules
    ) {
        let reading = ReferralReading(
            kind: kind, facts: facts, claim: claim, deadlines: deadlines, now: now, zone: zone)
        let today = reading.today
        let receipt = LetterPolicy.postage.lastDay(from: today, holidays: holidays)
        self.kind = kind
        self.language = language
        writtenOn = today
        expectedReceipt = receipt
        self.claim = claim
        claimArticles = reading.claimArticles
        complaint = reading.complaint
        lastDay = reading.lastDay.flatMap { $0 < today ? nil : $0 }
        interestFrom = reading.interestFrom
        amicableAttempt = reading.amicableAttempt
        courtAccess = reading.courtAccess
        asksForDissolution = reading.asksForDissolution
        cardBlockAskedOn = reading.cardBlockAskedOn
        cardBlockedOn = reading.cardBlockedOn
        chronology = reading.chronology
        articles = reading.articles
        dueBy = reading.dueBy(receipt: receipt, holidays: holidays)
        doubts = reading.doubts(
            traderName: traderName, hasTraderAddress: hasTraderAddress, readerName: readerName,
            language: language)
    }
}

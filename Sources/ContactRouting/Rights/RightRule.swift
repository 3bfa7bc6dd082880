public import CivilCalendar

/// Which right counts how, by which text, from when: law as data with dates.
///
/// `docs/rights.md` prints this table. Every time runs from the day of its start, which is not counted; CivilCalendar
/// knows how each unit is counted. What only a merchant promises stands in the directory.
public struct RightRule: Hashable, Sendable {
    /// What sets a time running.
    public enum Start: String, Hashable, Sendable, CaseIterable {
        case order
        case receipt
        case promisedDay = "promised-day"
        case withdrawalNotice = "withdrawal-notice"
        case termination
        case returnOfGoods = "return-of-goods"
        case repairRequest = "repair-request"
        case defectFound = "defect-found"
        case complaint
        case mediationRequest = "mediation-request"
        case amicableAttempt = "amicable-attempt"
        case debit
        /// The day on which the person could know of the claim.
        case knowledge
    }

    /// What the end of the time means.
    public enum Effect: Hashable, Sendable {
        /// The last day to use the right, or for the other side to perform.
        case ends
        /// The first moment of the right.
        case opens
    }

    /// What a rule gives.
    public enum Grant: String, Hashable, Sendable, CaseIterable {
        case withdrawal
        case sendingBack = "sending-back"
        case delivery
        case refund
        case repairOrReplacement = "repair-or-replacement"
        case proofOnSeller = "proof-on-seller"
        case cancellationOrPriceReduction = "cancellation-or-price-reduction"
        case mediation
        case crossBorderHelp = "cross-border-help"
        case refundByBank = "refund-by-bank"
        case courtAction = "court-action"
    }

    public let right: RightName
    public let grant: Grant
    public let start: Start
    public let limit: TimeLimit
    public let effect: Effect
    public let citation: Citation
    /// The text that moves the end off Saturdays, Sundays and public holidays; nil when nothing moves it.
    public let movedBy: Citation?
    /// What bars it: whoever, or whatever, the text leaves out.
    public let bars: RightBars
    /// First day of the contracts to which the wording applies; nil when older than any case can be.
    public let contractsFrom: CivilDay?
    /// Last day of the contracts to which it applies; nil while it is in force.
    public let contractsUntil: CivilDay?

    init(
        _ right: RightName, _ grant: Grant, from start: Start, _ limit: TimeLimit, _ citation: Citation,
        effect: Effect = .ends, movedBy: Citation? = nil, bars: RightBars = [],
        contractsFrom: CivilDay? = nil,
        contractsUntil: CivilDay? = nil
    ) {
        self.right = right
        self.grant = grant
        self.start = start
        self.limit = limit
        self.effect = effect
        self.citation = citation
        self.movedBy = movedBy
        self.bars = bars
        self.contractsFrom = contractsFrom
        self.contractsUntil = contractsUntil
    }

    /// Whether the wording applies to a contract of that day; a day that is not known is taken for recent.
    public func applies(toContractOf day: CivilDay?) -> Bool {
        guard let day else { return contractsUntil == nil }
        if let contractsFrom, day < contractsFrom { return false }
        if let contractsUntil, day > contractsUntil { return false }
        return true
    }
}

/// What bars a right, as a set.
public struct RightBars: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The buyer is a professional.
    public static let professional = RightBars(rawValue: 1 << 0)
    /// The seller is a private person.
    public static let privateSeller = RightBars(rawValue: 1 << 1)
    /// Goods that article L221-28 of the consumer code leaves out.
    public static let excludedGoods = RightBars(rawValue: 1 << 2)
    /// The contract has been terminated, or withdrawn from.
    public static let contractEnded = RightBars(rawValue: 1 << 3)
    /// The repair or replacement has been done.
    public static let repaired = RightBars(rawValue: 1 << 4)

    /// Rights of consumers against traders.
    static let betweenOthers: RightBars = [.professional, .privateSeller]
}

extension RightRule {
    /// The first contracts under the rewritten rules on delivery and conformity.
    ///
    /// - Source: order 2021-1247; docs/law.md says what is not certain of it.
    private static let rewritten2022 = CivilDay(dayNumber: 18_993)

    /// Fourteen days from the receipt of the last item; the end moves off Saturdays, Sundays and holidays.
    public static let withdrawal = RightRule(
        .withdrawal, .withdrawal, from: .receipt, TimeLimit(.days(14), end: .nextWorkingDay), .consoL22118,
        movedBy: .consoL22119, bars: [.betweenOthers, .excludedGoods, .contractEnded])
    /// Twelve months more when the seller did not tell of the right.
    public static let withdrawalNotInformed = RightRule(
        .withdrawal, .withdrawal, from: .receipt, TimeLimit(.months(12), end: .nextWorkingDay), .consoL22120,
        movedBy: .consoL22119, bars: [.betweenOthers, .excludedGoods, .contractEnded])
    /// Fourteen days from the notice of withdrawal to send the goods back.
    public static let goodsReturn = RightRule(
        .goodsReturn, .sendingBack, from: .withdrawalNotice, TimeLimit(.days(14)), .consoL22123,
        bars: .betweenOthers)
    /// Thirty days from the order when no day was promised.
    public static let delivery = RightRule(
        .delivery, .delivery, from: .order, TimeLimit(.days(30)), .consoL2161,
        bars: [.betweenOthers, .contractEnded], contractsFrom: rewritten2022)
    /// Fourteen days from the notice of withdrawal; the seller may wait for the goods or the proof of dispatch.
    public static let refundAfterWithdrawal = RightRule(
        .refundAfterWithdrawal, .refund, from: .withdrawalNotice, TimeLimit(.days(14)), .consoL22124,
        bars: .betweenOthers)
    /// Fourteen days from termination.
    public static let refundAfterTermination = RightRule(
        .refundAfterTermination, .refund, from: .termination, TimeLimit(.days(14)), .consoL2167,
        bars: .betweenOthers, contractsFrom: rewritten2022)
    /// Fourteen days from the goods' return under the conformity guarantee.
    public static let refundAfterReturn = RightRule(
        .refundAfterReturn, .refund, from: .returnOfGoods, TimeLimit(.days(14)), .consoL21717,
        bars: .betweenOthers, contractsFrom: rewritten2022)
    /// Thirty days from the request.
    public static let repair = RightRule(
        .repair, .repairOrReplacement, from: .repairRequest, TimeLimit(.days(30)), .consoL21710,
        bars: [.betweenOthers, .repaired], contractsFrom: rewritten2022)
    /// Two years from delivery for a defect to appear.
    public static let conformityGuarantee = RightRule(
        .conformityGuarantee, .repairOrReplacement, from: .receipt, TimeLimit(.years(2)), .consoL2173,
        bars: .betweenOthers, contractsFrom: rewritten2022)
    /// Six months more for a repaired item.
    public static let conformityAfterRepair = RightRule(
        .conformityGuarantee, .repairOrReplacement, from: .receipt, TimeLimit(.months(6)), .consoL21713,
        bars: .betweenOthers, contractsFrom: rewritten2022)
    /// For two years from delivery a defect is presumed to be as old as the delivery.
    public static let presumptionNew = RightRule(
        .defectPresumption, .proofOnSeller, from: .receipt, TimeLimit(.months(24)), .consoL2177,
        bars: .betweenOthers, contractsFrom: rewritten2022)
    /// For twelve months when the item was second-hand.
    public static let presumptionSecondHand = RightRule(
        .defectPresumption, .proofOnSeller, from: .receipt, TimeLimit(.months(12)), .consoL2177,
        bars: .betweenOthers, contractsFrom: rewritten2022)
    /// Two years from the discovery of a hidden defect, whoever sold and whoever bought.
    public static let hiddenDefects = RightRule(
        .hiddenDefects, .cancellationOrPriceReduction, from: .defectFound, TimeLimit(.years(2)), .civil1648)
    /// One year from the written complaint, that day included.
    public static let mediation = RightRule(
        .mediation, .mediation, from: .complaint, TimeLimit(.years(1)), .consoL6122, bars: .betweenOthers)
    /// Ninety days from the notification that the file is complete.
    public static let mediationOutcome = RightRule(
        .mediationOutcome, .mediation, from: .mediationRequest, TimeLimit(.days(90)), .consoR6125,
        bars: .betweenOthers)
    /// Three weeks of silence after a complaint, or a refusal, before the European Consumer Centre helps.
    public static let eccNet = RightRule(
        .eccNet, .crossBorderHelp, from: .complaint, TimeLimit(.weeks(3)), .eccNetRules,
        effect: .opens, bars: .betweenOthers)
    /// Thirteen months from the debit.
    public static let unauthorisedPayment = RightRule(
        .unauthorisedPayment, .refundByBank, from: .debit, TimeLimit(.months(13)), .cmfL13324,
        bars: .professional)
    /// Up to 5,000 euros a court wants an amicable attempt first.
    public static let smallClaims = RightRule(
        .smallClaims, .courtAction, from: .amicableAttempt, TimeLimit(.days(0)), .cpc7501,
        effect: .opens)
    /// Five years from the day on which the person could know of the claim.
    public static let limitation = RightRule(
        .limitation, .courtAction, from: .knowledge, TimeLimit(.years(5)), .civil2224)

    /// Every rule: the part of the program's rules that is law.
    public static let table: [RightRule] = [
        .withdrawal, .withdrawalNotInformed, .goodsReturn, .delivery, .refundAfterWithdrawal,
        .refundAfterTermination, .refundAfterReturn, .repair, .conformityGuarantee, .conformityAfterRepair,
        .presumptionNew, .presumptionSecondHand, .hiddenDefects, .mediation, .mediationOutcome, .eccNet,
        .unauthorisedPayment, .smallClaims, .limitation,
    ]

    /// The first day of contracts whose sellers must offer the online withdrawal function.
    ///
    /// - Source: order 2026-2 and decree 2026-3 of 2026-01-05; C. conso. L221-21, D221-5.
    public static let withdrawalFunctionFrom = CivilDay(dayNumber: 20_623)
}

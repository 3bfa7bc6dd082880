public import CivilCalendar

/// A right or a time that a text, or a merchant's own policy, gives.
public enum RightName: String, Hashable, Sendable, CaseIterable {
    case withdrawal
    case merchantReturn = "merchant-return"
    case delivery
    case refundAfterWithdrawal = "refund-after-withdrawal"
    case refundAfterTermination = "refund-after-termination"
    case refundAfterReturn = "refund-after-return"
    case repair
    case conformityGuarantee = "conformity-guarantee"
    case marketplaceGuarantee = "marketplace-guarantee"
    case mediation
    case mediationOutcome = "mediation-outcome"
    case unauthorisedPayment = "unauthorised-payment"
}

/// Which right counts how, by which text, from when: law as data with dates.
///
/// The length runs from the day named beside each rule; CivilCalendar knows how to count it.
public struct RightRule: Hashable, Sendable {
    public let right: RightName
    public let limit: TimeLimit
    public let citation: Citation
    /// First day on which the wording is in force; nil when older than any case can be.
    public let inForceFrom: CivilDay?

    init(_ right: RightName, _ limit: TimeLimit, _ citation: Citation, inForceFrom: CivilDay? = nil) {
        self.right = right
        self.limit = limit
        self.citation = citation
        self.inForceFrom = inForceFrom
    }

    /// Fourteen days from the receipt of the last item; the end moves off Saturdays, Sundays and holidays.
    public static let withdrawal = RightRule(
        .withdrawal, TimeLimit(.days(14), end: .nextWorkingDay), .consoL22118)
    /// Twelve months more when the seller did not tell of the right.
    public static let withdrawalNotInformed = RightRule(
        .withdrawal, TimeLimit(.months(12), end: .nextWorkingDay), .consoL22120)
    /// Thirty days from the order when no day was promised.
    public static let delivery = RightRule(.delivery, TimeLimit(.days(30), end: .fixed), .consoL2161)
    /// Fourteen days from the notice of withdrawal; the seller may wait for the goods or the proof of dispatch.
    public static let refundAfterWithdrawal = RightRule(
        .refundAfterWithdrawal, TimeLimit(.days(14), end: .fixed), .consoL22124)
    /// Fourteen days from termination.
    public static let refundAfterTermination = RightRule(
        .refundAfterTermination, TimeLimit(.days(14), end: .fixed), .consoL2167)
    /// Fourteen days from the goods' return under the conformity guarantee.
    public static let refundAfterReturn = RightRule(
        .refundAfterReturn, TimeLimit(.days(14), end: .fixed), .consoL21717)
    /// Thirty days from the request.
    public static let repair = RightRule(.repair, TimeLimit(.days(30), end: .fixed), .consoL21710)
    /// Two years from delivery for a defect to appear.
    public static let conformityGuarantee = RightRule(
        .conformityGuarantee, TimeLimit(.years(2), end: .fixed), .consoL2173)
    /// Six months more for a repaired item.
    public static let conformityAfterRepair = RightRule(
        .conformityGuarantee, TimeLimit(.months(6), end: .fixed), .consoL21713)
    /// One year from the written complaint, that day included.
    public static let mediation = RightRule(.mediation, TimeLimit(.years(1), end: .fixed), .consoL6122)
    /// Ninety days from the notification that the file is complete.
    public static let mediationOutcome = RightRule(
        .mediationOutcome, TimeLimit(.days(90), end: .fixed), .consoR6125)
    /// Thirteen months from the debit.
    public static let unauthorisedPayment = RightRule(
        .unauthorisedPayment, TimeLimit(.months(13), end: .fixed), .cmfL13324)

    /// Every rule: the part of the program's rules that is law.
    public static let table: [RightRule] = [
        .withdrawal, .withdrawalNotInformed, .delivery, .refundAfterWithdrawal, .refundAfterTermination,
        .refundAfterReturn, .repair, .conformityGuarantee, .conformityAfterRepair, .mediation,
        .mediationOutcome,
        .unauthorisedPayment,
    ]

    /// The first day of contracts whose sellers must offer the online withdrawal function.
    ///
    /// - Source: order 2026-2 and decree 2026-3 of 2026-01-05; C. conso. L221-21, D221-5.
    public static let withdrawalFunctionFrom = CivilDay(dayNumber: 20_623)
}

/// A time limit in a case: a civil day in a zone, by a rule.
///
/// Its instants are computed from it, never stored.
public struct Deadline: Hashable, Sendable {
    public var right: RightName
    /// The earliest moment at which it can be used; nil when it can be used from the beginning or that is unknown.
    public var opens: Instant?
    /// 24:00 of the last day; nil when the end is not known.
    public var closes: Instant?
    public var lastDay: CivilDay?
    public var grounds: Grounds

    init(_ right: RightName, opens: Instant? = nil, lastDay: CivilDay?, zone: TimeZoneRules, grounds: Grounds)
    {
        self.right = right
        self.opens = opens
        self.lastDay = lastDay
        closes = lastDay.map { zone.endOfDay($0) }
        self.grounds = grounds
    }

    init(_ right: RightName, opens: Instant?, closes: Instant, zone: TimeZoneRules, grounds: Grounds) {
        self.right = right
        self.opens = opens
        self.closes = closes
        lastDay = zone.day(at: closes.adding(seconds: -1))
        self.grounds = grounds
    }

    /// Whether the last day is over.
    public func isOver(at now: Instant) -> Bool { closes.map { $0 <= now } ?? false }
}

/// On what a statement of the decision stands.
public enum Grounds: Hashable, Sendable {
    case law(Citation)
    /// The directory's source of the channel, or of one of its conditions.
    indirect case directory(Source)
    /// A policy or an estimate of the program's own; it says so.
    case editorial
    /// What the person said.
    case caseFacts
}

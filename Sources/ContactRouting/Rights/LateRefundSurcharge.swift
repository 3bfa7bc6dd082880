public import CivilCalendar

/// By how much the law raises a refund that comes too late.
///
/// Two tables, each for its own refund only: after a withdrawal (C. conso. L242-4) and after a termination for late
/// delivery (C. conso. L241-4). A refund under the conformity guarantee (L217-17) has none.
public struct LateRefundSurcharge: Hashable, Sendable {
    /// Which refund is late.
    public enum Refund: Hashable, Sendable, CaseIterable {
        /// Due under C. conso. L221-24.
        case afterWithdrawal
        /// Due under C. conso. L216-7.
        case afterTermination
    }

    /// What is added on the day of the reading.
    public enum Increase: Hashable, Sendable {
        /// Interest at the legal rate; the rate changes every half-year, so no sum is given.
        case legalInterest
        /// A share of the refund.
        ///
        /// - Unit: per cent, 5...100.
        case percent(Int)
        /// As much as the price, and interest at the legal rate besides.
        case wholePriceAndLegalInterest
    }

    public let refund: Refund
    /// The last day on which the refund was in time.
    public let due: CivilDay
    /// Days between the last day in time and the day of the reading, 1 or more.
    public let daysLate: Int
    public let increase: Increase
    /// The sum added; nil when the refund's amount is unknown, or when only interest is due.
    ///
    /// Rounded to the nearest hundredth. Interest is never in it.
    public let sum: Money?

    /// Reads the table of one kind of refund.
    ///
    /// - Parameters:
    ///   - amount: the whole refund, without the increase; nil when unknown.
    ///   - due: the last day on which the refund was in time.
    ///   - day: the day of the reading.
    /// - Returns: nil while the refund is in time.
    public init?(of refund: Refund, amount: Money?, due: CivilDay, on day: CivilDay) {
        let daysLate = due.days(until: day)
        guard daysLate > 0 else { return nil }
        self.refund = refund
        self.due = due
        self.daysLate = daysLate
        let increase =
            switch refund {
            case .afterWithdrawal: Self.afterWithdrawal(daysLate: daysLate, due: due, day: day)
            case .afterTermination: Self.afterTermination(daysLate: daysLate)
            }
        self.increase = increase
        sum = amount.flatMap { Self.sum(of: increase, on: $0) }
    }

    /// - Source: C. conso. L242-4.
    private static func afterWithdrawal(daysLate: Int, due: CivilDay, day: CivilDay) -> Increase {
        switch daysLate {
        case ...10: .legalInterest
        case ...20: .percent(5)
        case ...30: .percent(10)
        case ...60: .percent(20)
        case ...90: .percent(50)
        default:  // tidy-allow: numbers
            afterNinetyDays(months: wholeMonths(from: due.adding(days: 90), to: day))
        }
    }

    /// Five points more for each further month, up to the price.
    ///
    /// The text does not say whether a month that has only begun counts. Whole months are counted, so that a letter
    /// never asks for more than is owed.
    private static func afterNinetyDays(months: Int) -> Increase {
        months < 10 ? .percent(50 + 5 * months) : .wholePriceAndLegalInterest
    }

    private static func wholeMonths(from start: CivilDay, to end: CivilDay) -> Int {
        // Ten months reach the price; counting further changes nothing.
        (1...10).last { start.adding(months: $0) <= end } ?? 0
    }

    /// - Source: C. conso. L241-4.
    private static func afterTermination(daysLate: Int) -> Increase {
        switch daysLate {
        case ...14: .percent(10)
        case ...30: .percent(20)
        default: .percent(50)  // tidy-allow: numbers
        }
    }

    private static func sum(of increase: Increase, on amount: Money) -> Money? {
        switch increase {
        case .legalInterest: return nil
        case .wholePriceAndLegalInterest: return amount
        case .percent(let percent):
            // Split before multiplying, so that no amount overflows.
            let (hundreds, rest) = amount.hundredths.quotientAndRemainder(dividingBy: 100)
            let share = Int64(min(max(percent, 0), 100))
            return Money(
                hundredths: hundreds * share + (rest * share + 50) / 100, currency: amount.currency)
        }
    }
}

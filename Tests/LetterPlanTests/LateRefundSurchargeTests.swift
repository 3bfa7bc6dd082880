import CivilCalendar
import ContactRouting
import LetterTestSupport
import Testing

@Suite("LateRefundSurcharge")
struct LateRefundSurchargeTests {
    static let due = Sample.day("2026-11-17")

    @Test(
        "after a withdrawal each step of L242-4 begins on the day after its last day",
        arguments: [
            (1, .legalInterest), (10, .legalInterest), (11, .percent(5)), (20, .percent(5)),
            (21, .percent(10)),
            (30, .percent(10)), (31, .percent(20)), (60, .percent(20)), (61, .percent(50)),
            (90, .percent(50)),
        ] as [(Int, LateRefundSurcharge.Increase)])
    func withdrawalTable(daysLate: Int, increase: LateRefundSurcharge.Increase) {
        let surcharge = LateRefundSurcharge(
            of: .afterWithdrawal, amount: Money(hundredths: 12_900), due: Self.due,
            on: Self.due.adding(days: daysLate))

        #expect(surcharge?.increase == increase)
        #expect(surcharge?.daysLate == daysLate)
    }

    @Test(
        "after ninety days five points are added for each whole month, up to the price",
        arguments: [
            ("2027-02-16", .percent(50)), ("2027-03-14", .percent(50)), ("2027-03-15", .percent(55)),
            ("2027-04-15", .percent(60)), ("2027-11-15", .percent(95)), ("2027-12-14", .percent(95)),
            ("2027-12-15", .wholePriceAndLegalInterest), ("2031-01-01", .wholePriceAndLegalInterest),
        ] as [(String, LateRefundSurcharge.Increase)])
    func monthsAfterNinetyDays(day: String, increase: LateRefundSurcharge.Increase) {
        let surcharge = LateRefundSurcharge(
            of: .afterWithdrawal, amount: nil, due: Self.due, on: Sample.day(day))

        #expect(surcharge?.increase == increase)
        #expect(surcharge?.sum == nil)
    }

    @Test(
        "after a termination each step of L241-4 begins on the day after its last day",
        arguments: [(1, 10), (14, 10), (15, 20), (30, 20), (31, 50), (400, 50)])
    func terminationTable(daysLate: Int, percent: Int) {
        let surcharge = LateRefundSurcharge(
            of: .afterTermination, amount: Money(hundredths: 10_000), due: Self.due,
            on: Self.due.adding(days: daysLate))

        #expect(surcharge?.increase == .percent(percent))
        #expect(surcharge?.sum == Money(hundredths: Int64(percent) * 100))
    }

    @Test("a refund in time is not raised", arguments: LateRefundSurcharge.Refund.allCases)
    func inTime(refund: LateRefundSurcharge.Refund) {
        let surcharge = LateRefundSurcharge(
            of: refund, amount: Money(hundredths: 1), due: Self.due, on: Self.due)

        #expect(surcharge == nil)
    }

    @Test(
        "the sum is rounded to the nearest cent and never overflows",
        arguments: [(12_900, 11, 645), (1_990, 11, 100), (1_989, 11, 99), (Int64.max, 31, Int64.max / 5)]
            as [(Int64, Int, Int64)])
    func rounding(hundredths: Int64, daysLate: Int, sum: Int64) throws {
        let surcharge = try #require(
            LateRefundSurcharge(
                of: .afterWithdrawal, amount: Money(hundredths: hundredths), due: Self.due,
                on: Self.due.adding(days: daysLate)))

        let difference = try #require(surcharge.sum).hundredths - sum

        #expect(abs(difference) <= (hundredths == .max ? 20 : 0))
    }

    @Test("interest at the legal rate has no sum, because the rate is not known")
    func interestHasNoSum() {
        let surcharge = LateRefundSurcharge(
            of: .afterWithdrawal, amount: Money(hundredths: 12_900), due: Self.due,
            on: Self.due.adding(days: 6))

        #expect(surcharge?.sum == nil)
    }
}

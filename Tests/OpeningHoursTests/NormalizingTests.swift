import CivilCalendar
import OpeningHours
import TestSupport
import Testing

@Suite("Normalising")
struct NormalizingTests {
    @Test(
        "what means the same gets the same text",
        arguments: [
            ("Mo,Tu,We,Th,Fr 09:00-12:00,14:00-18:00", "Mo-Fr 09:00-12:00,14:00-18:00"),
            ("Mo-Sa 09:00-18:00; Sa 10:00-12:00", "Mo-Fr 09:00-18:00; Sa 10:00-12:00"),
            ("Mo-Fr 09:00-18:00; We off", "Mo,Tu,Th,Fr 09:00-18:00"),
            ("Mo-Fr 09:00-12:00, We 14:00-18:00", "Mo,Tu,Th,Fr 09:00-12:00; We 09:00-12:00,14:00-18:00"),
            ("Mo 10:00-14:00, Mo 12:00-16:00", "Mo 10:00-16:00"), ("Mo-Su 00:00-24:00", "24/7"),
            ("open", "24/7"),
            ("Mo off; Tu off", "off"), ("Mo-Fr off", "off"),
            ("Fr,Sa 22:00-04:00", "Fr,Sa 22:00-04:00"),
            ("Fr 22:00-04:00, Sa 22:00-04:00", "Fr,Sa 22:00-04:00"),
            ("Fr 22:00-04:00; Sa 22:00-04:00", "Fr 22:00-24:00; Sa 22:00-04:00"),
            ("Th 22:00-04:00; Fr 10:00-12:00", "Th 22:00-24:00; Fr 10:00-12:00"),
            ("Fr 10:00-12:00; Th 22:00-04:00", "Fr 10:00-12:00; Th 22:00-04:00"),
            ("Mo-Su 22:00-04:00", "22:00-04:00"), ("Mo 10:00-36:00", "Mo 10:00-24:00; Tu 00:00-12:00"),
            (
                "Mo-Fr 08:00-18:00; Jul-Aug Mo-Fr 10:00-16:00",
                "Sep-Jun Mo-Fr 08:00-18:00; Jul-Aug Mo-Fr 10:00-16:00"
            ),
            (
                "Mo 10:00-12:00 || \"call\"",
                "Mo 00:00-10:00,12:00-24:00 unknown \"call\", Mo 10:00-12:00; Tu-Su unknown \"call\""
            ),
            ("2026 Dec 24 off", "off"),
            (
                "10:00-12:00; 2026 Dec 24-26 off",
                "Dec 27-Dec 23 10:00-12:00; 0001-2025,2027+ Dec 24-26 10:00-12:00"
            ),
            ("week 01-53/2 Mo 10:00-12:00", "week 01-53/2 Mo 10:00-12:00"),
        ])
    func forms(text: String, normal: String) throws {
        #expect(try Schedule(parsing: text).normalized().description == normal)
    }

    @Test(
        "property: the normal form is stable, can be read, and means the same",
        arguments: 0..<60 as Range<UInt64>)
    func meaning(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let schedule = try Schedule.parse(RandomSchedule.boxedText(using: &random), mode: .lenient).schedule
            .get()

        let normal = schedule.normalized()

        #expect(normal.normalized() == normal, "\(schedule)")
        #expect(Schedule(normal.description) == normal, "\(schedule)")
        try expectSame(schedule, normal)
    }

    @Test("property: what cannot be told apart stays as it is", arguments: 0..<40 as Range<UInt64>)
    func rest(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let schedule = try Schedule.parse(
            RandomSchedule.text(using: &random), mode: .lenient, points: true
        ).schedule.get()

        let normal = schedule.normalized()

        #expect(normal.normalized() == normal, "\(schedule)")
        #expect(Schedule(normal.description) == normal, "\(schedule)")
        try expectSame(schedule, normal)
    }

    /// Compares 28 years: in these, every weekday meets every date.
    private func expectSame(_ schedule: Schedule, _ normal: Schedule) throws {
        let place = Place(timeZone: .utc, holidays: FrenchHolidays(.metropole))
        let years =
            Instant(secondsSinceEpoch: 1_577_836_800)..<Instant(secondsSinceEpoch: 2_461_449_600)
        let before = Evaluator(schedule, in: place).intervals(in: years)
        let after = Evaluator(normal, in: place).intervals(in: years)
        let isSame = before.elementsEqual(after) { one, other in
            one.range == other.range && one.state == other.state && one.comment == other.comment
        }
        #expect(isSame, "\(schedule) → \(normal)")
    }
}

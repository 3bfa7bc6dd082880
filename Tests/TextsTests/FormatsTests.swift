import CivilCalendar
import ContactRouting
import Testing

@testable import Texts

@Suite("Formats")
struct FormatsTests {
    private let french = Formats(.french)
    private let english = Formats(.english)

    @Test(
        "A date is written as its language writes it",
        arguments: [
            ("2026-12-03", "3 décembre 2026", "3 December 2026"),
            ("2026-12-01", "1er décembre 2026", "1 December 2026"),
            ("2027-02-28", "28 février 2027", "28 February 2027"),
            ("2026-08-11", "11 août 2026", "11 August 2026"),
        ])
    func dates(iso: String, inFrench: String, inEnglish: String) throws {
        let day = try CivilDay.at(iso)

        #expect(french.date(day) == inFrench)
        #expect(english.date(day) == inEnglish)
    }

    @Test(
        "A time has minutes only when it needs them in French, always in English",
        arguments: [
            (9 * 3600, "9\u{A0}h", "9:00"), (9 * 3600 + 1800, "9\u{A0}h\u{A0}30", "9:30"),
            (19 * 3600 + 300, "19\u{A0}h\u{A0}05", "19:05"), (0, "0\u{A0}h", "0:00"),
        ])
    func times(second: Int, inFrench: String, inEnglish: String) {
        #expect(french.time(secondOfDay: second) == inFrench)
        #expect(english.time(secondOfDay: second) == inEnglish)
    }

    @Test(
        "A sum keeps its two decimals and parts its thousands",
        arguments: [
            (123_450, "1\u{202F}234,50\u{A0}€", "€1,234.50"), (12_900, "129,00\u{A0}€", "€129.00"),
            (5, "0,05\u{A0}€", "€0.05"),
            (99_999_999_999, "999\u{202F}999\u{202F}999,99\u{A0}€", "€999,999,999.99"),
        ] as [(Int64, String, String)])
    func sums(cents: Int64, inFrench: String, inEnglish: String) {
        let sum = Money(hundredths: cents)

        #expect(french.money(sum) == inFrench)
        #expect(english.money(sum) == inEnglish)
    }

    @Test("A sum in another currency shows its code")
    func otherCurrency() throws {
        let sum = Money(hundredths: 1200, currency: try Currency(parsing: "CHF"))

        #expect(french.money(sum) == "12,00\u{A0}CHF")
        #expect(english.money(sum) == "CHF\u{A0}12.00")
    }

    @Test("A midnight is told by the day it opens or ends, never by an hour")
    func midnights() throws {
        let paris = try TimeZoneDatabase().rules(for: "Europe/Paris")
        let midnight = try Instant(parsing: "2026-11-26T00:00:00+01:00")

        #expect(french.from(midnight, in: paris) == "à partir du jeudi 26 novembre 2026")
        #expect(french.until(midnight, in: paris) == "jusqu’au mercredi 25 novembre 2026 inclus")
        #expect(english.until(midnight, in: paris) == "until the end of Wednesday 25 November 2026")
    }

    @Test("A moment is told in the person’s zone")
    func zones() throws {
        let reunion = try TimeZoneDatabase().rules(for: "Indian/Reunion")
        let instant = try Instant(parsing: "2026-11-26T09:00:00+01:00")

        #expect(french.moment(instant, in: reunion) == "jeudi 26 novembre 2026 à 12\u{A0}h")
        #expect(english.from(instant, in: reunion) == "from Thursday 26 November 2026 at 12:00")
    }

    @Test("Today and tomorrow are named and keep their date")
    func relativeDays() throws {
        let paris = try TimeZoneDatabase().rules(for: "Europe/Paris")
        let now = try Instant(parsing: "2026-11-29T09:30:00+01:00")
        let today = try Instant(parsing: "2026-11-29T10:00:00+01:00")
        let tomorrow = try Instant(parsing: "2026-11-30T00:00:00+01:00")
        let later = try Instant(parsing: "2026-12-01T06:00:00+01:00")

        #expect(
            french.opening(today, seenFrom: now, in: paris)
                == "aujourd’hui, dimanche 29 novembre 2026, à 10\u{A0}h")
        #expect(english.opening(tomorrow, seenFrom: now, in: paris) == "tomorrow, Monday 30 November 2026")
        #expect(french.opening(later, seenFrom: now, in: paris) == "le mardi 1er décembre 2026 à 6\u{A0}h")
        #expect(french.closing(tomorrow, seenFrom: now, in: paris) == "jusqu’à minuit")
    }

    @Test(
        "A phone number is grouped as it is dialled",
        arguments: [
            ("+33805101420", "FR", "0 805 10 14 20"), ("+33174181038", "FR", "01 74 18 10 38"),
            ("+33174181038", "BE", "+33 1 74 18 10 38"), ("+352123456", "FR", "+352123456"),
        ])
    func phones(number: String, country: String, expected: String) throws {
        let phone = try PhoneNumber(parsing: number)

        let text = french.phone(phone, from: try CountryCode(parsing: country))

        #expect(text == expected.replacing(" ", with: "\u{A0}"))
    }

    @Test(
        "An estimate says its span in one unit",
        arguments: [
            (300...3600, "de 5 à 60\u{A0}minutes", "5 to 60\u{A0}minutes"),
            (0...3600, "au plus 60\u{A0}minutes", "at most 60\u{A0}minutes"),
            (86_400...259_200, "de 1 à 3\u{A0}jours", "1 to 3\u{A0}days"),
            (3600...172_800, "de 1 à 48\u{A0}heures", "1 to 48\u{A0}hours"),
        ] as [(ClosedRange<Int64>, String, String)])
    func estimates(seconds: ClosedRange<Int64>, inFrench: String, inEnglish: String) {
        #expect(french.estimate(seconds: seconds) == inFrench)
        #expect(english.estimate(seconds: seconds) == inEnglish)
    }

    @Test("A length counts in singular and plural")
    func lengths() {
        #expect(french.length(.days(1)) == "1\u{A0}jour")
        #expect(french.length(.workedDays(2)) == "2\u{A0}jours ouvrés")
        #expect(english.length(.hours(48)) == "48\u{A0}hours")
    }

    @Test("A list has commas and one last word")
    func lists() {
        #expect(french.list(["a", "b", "c"]) == "a, b et c")
        #expect(english.choice(["a", "b"]) == "a or b")
        #expect(french.list([]).isEmpty)
    }

    @Test("French spaces become no-break spaces, addresses stay as they are")
    func typography() {
        let text = Typography.french("Où ? Ici : « là » ; voir https://example.org/a?b (art. L612-2).")

        #expect(
            text
                == "Où\u{A0}? Ici\u{A0}: «\u{A0}là\u{A0}»\u{A0}; voir https://example.org/a?b (art.\u{A0}L612-2)."
        )
    }
}

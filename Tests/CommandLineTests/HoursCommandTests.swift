import Foundation
import Testing

@Suite("recours hours")
struct HoursCommandTests {
    private static let place = ["--tz", "Europe/Paris", "--country", "FR"]

    @Test("a person sees the state, the next change in words, and the week with today marked")
    func page() throws {
        let run = try CommandLineRun(
            ["hours", "Mo-Fr 09:00-12:00,14:00-18:30; PH off"] + Self.place
                + ["--at", "2026-12-23T10:30:00+01:00"])

        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        #expect(
            run.output.replacingOccurrences(of: "\u{A0}", with: " ") == """
                → Ouvert jusqu’à 12 h

                  Moment      mercredi 23 décembre 2026 à 10 h 30
                  Fuseau      Europe/Paris
                  Règle       Mo-Fr 09:00-12:00,14:00-18:30

                Les sept jours à venir
                                0     6     12    18    24
                  → mer. 23/12  ·········███··████▌·····  09:00–12:00, 14:00–18:30
                    jeu. 24/12  ·········███··████▌·····  09:00–12:00, 14:00–18:30
                    ven. 25/12  ························  fermé (Noël)
                    sam. 26/12  ························  fermé
                    dim. 27/12  ························  fermé
                    lun. 28/12  ·········███··████▌·····  09:00–12:00, 14:00–18:30
                    mar. 29/12  ·········███··████▌·····  09:00–12:00, 14:00–18:30

                  █ ouvert ▒ incertain · fermé

                """)
    }

    @Test(
        "the answer is told in words",
        arguments: [
            ("24/7", "2026-11-23T10:00:00+01:00", "→ Open, with no change to come"),
            ("off", "2026-11-23T10:00:00+01:00", "→ Closed, with no opening to come"),
            (
                "Mo 09:00-12:00", "2026-11-22T10:00:00+01:00",
                "→ Closed; opens tomorrow, Monday 23 November 2026, at 9:00"
            ),
            (
                "Mo 09:00-12:00", "2026-11-23T08:00:00+01:00",
                "→ Closed; opens today, Monday 23 November 2026, at 9:00"
            ),
            (
                "Mo 18:00+", "2026-11-23T08:00:00+01:00",
                "→ Closed; perhaps open today, Monday 23 November 2026, at 18:00"
            ),
            (
                "Mo 18:00+", "2026-11-23T19:00:00+01:00",
                "→ Perhaps open until Tuesday 24 November 2026 at 4:00"
            ),
            (
                "Mo 18:00-20:00 unknown; Mo 20:00-21:00 \"b\", Mo 21:00-22:00 open",
                "2026-11-23T20:30:00+01:00", "→ Perhaps open until 21:00, then open"
            ),
        ])
    func answers(text: String, at: String, answer: String) throws {
        let run = try CommandLineRun(
            ["hours", text, "--tz", "Europe/Paris", "--lang", "en", "--at", at])

        #expect(run.status == 0)
        #expect(run.lines.first == answer)
    }

    @Test("what is doubtful is evaluated, and told beside the answer")
    func doubts() throws {
        let arguments =
            ["hours", "Tu, Th 18:00-20:00"] + Self.place + ["--at", "2026-11-24T19:00:00+01:00"]
        let page = try CommandLineRun(arguments)
        let json = try CommandLineRun(arguments + ["--json"])

        #expect(page.status == 0)
        #expect(page.errors.hasPrefix("recours: warning: At byte 3,"))
        #expect(json.errors.isEmpty)
        let diagnostics = try #require(try json.json["diagnostics"] as? [[String: Any]])
        #expect(diagnostics.count == 1)
        #expect(diagnostics.first?["offset"] as? Int == 3)
        #expect(try json.json["canonical"] as? String == "Tu,Th 18:00-20:00")
    }

    @Test("JSON has state, reason, rule, next change, next opening and the week")
    func json() throws {
        let run = try CommandLineRun(
            ["hours", "Mo-Fr 09:00-18:00; PH off; Sa 10:00+ \"ring\"", "--json"] + Self.place
                + ["--at", "2026-12-24T19:00:00+01:00"])

        let report = try run.json
        #expect(report["state"] as? String == "closed")
        #expect(report["until"] as? String == "2026-12-26T10:00:00+01:00")
        #expect(report["nextOpening"] as? String == "2026-12-28T09:00:00+01:00")
        let week = try #require(report["week"] as? [[String: Any]])
        #expect(week.count == 7)
        #expect(week[1]["holiday"] as? String == "Noël")
        let saturday = try #require(week[2]["intervals"] as? [[String: Any]])
        #expect(saturday.first?["state"] as? String == "unknown")
        #expect(saturday.first?["comment"] as? String == "ring")
    }

    @Test("without a country, what depends on holidays is unknown and the page says what to add")
    func holidaysUnknown() throws {
        let run = try CommandLineRun(
            "hours", "Mo-Fr 09:00-18:00; PH off", "--tz", "Europe/Paris", "--at", "2026-11-24T12:00:00+01:00",
            "--lang", "en")

        #expect(run.lines.first == "→ Perhaps open until 18:00")
        #expect(run.output.contains("--country FR"))
    }

    @Test(
        "holidays are those of the country, the region or the school zone",
        arguments: [
            (
                ["--country", "BE", "--tz", "Europe/Brussels"], "PH 10:00-12:00", "2026-07-21",
                "(National Day)"
            ),
            (
                ["--country", "RE", "--tz", "Indian/Reunion"], "PH 10:00-12:00", "2026-12-20",
                "(Abolition of Slavery)"
            ),
            (
                ["--region", "alsace-moselle", "--tz", "Europe/Paris"], "PH 10:00-12:00", "2026-12-26",
                "(Saint Stephen's Day)"
            ),
            (["--region", "zone-a", "--tz", "Europe/Paris"], "SH 10:00-12:00", "2026-10-21", "10:00–12:00"),
        ])
    func holidays(place: [String], text: String, day: String, shown: String) throws {
        let run = try CommandLineRun(["hours", text, "--lang", "en", "--at", day + "T06:00:00Z"] + place)

        let today = try #require(run.lines.first { $0.hasPrefix("  → ") })
        #expect(today.contains("10:00–12:00") && today.hasSuffix(shown), "\(run.output)")
    }

    @Test("a day that the zone skips is told")
    func skippedDay() throws {
        let run = try CommandLineRun(
            "hours", "24/7", "--tz", "Pacific/Apia", "--at", "2011-12-29T10:00:00Z", "--lang", "en")

        #expect(run.lines.contains { $0.hasSuffix("this day does not exist here") && $0.contains("30 Dec") })
    }

    @Test(
        "wrong use is one clear line",
        arguments: [
            (["Mo 9:00-12:00", "--tz", "Europe/Paris"], "Write \"09:00\""),
            (["Mo 09:00-12:00", "--tz", "Europe/Pari"], "Europe/Pari"),
            (["Mo 09:00-12:00", "--tz", "../etc"], "zone"), (["Mo 09:00-12:00"], "--tz"),
            (["--tz", "Europe/Paris"], "in quotes"),
            (["24/7", "--tz", "Europe/Paris", "--country", "france"], "FR"),
            (["24/7", "--tz", "Europe/Paris", "--region", "metropol"], "metropole"),
            (["24/7", "--tz", "Europe/Paris", "--at", "2026-11-23T10:00:00"], "--at"),
            (["24/7", "--tz", "Europe/Paris", "--lang", "de"], "--lang"),
            (["--batch", "--tz", "Europe/Paris"], "every line"), (["--batch", "nowhere.jsonl"], "nowhere"),
        ])
    func wrongUse(arguments: [String], says: String) throws {
        let run = try CommandLineRun(["hours"] + arguments)

        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains(says), "\(run.errors)")
    }
}

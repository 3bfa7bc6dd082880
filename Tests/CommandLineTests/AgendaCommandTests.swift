import Foundation
import Testing

@Suite("recours agenda")
struct AgendaCommandTests {
    private let moment = ["--at", "2026-11-25T15:00:00+01:00"]

    @Test("what is due over all cases, nearest first, in the person's words")
    func page() throws {
        let home = try CaseHome()
        _ = try home.run("open", "Examples/seller-silent.json", "--at", "2026-11-24T10:00:00+01:00")
        _ = try home.run("open", "Examples/refund-overdue.json", "--at", "2026-11-24T10:00:00+01:00")

        let french = try home.recours(["agenda"] + moment)
        let english = try home.recours(["agenda", "--lang", "en", "--days", "2"] + moment)

        #expect(french.status == 0)
        #expect(
            french.lines.prefix(5) == [
                "À faire maintenant",
                "  • refund-overdue · Amazon.fr · Lettre recommandée avec avis de réception",
                "    La suite\u{A0}: recours case next refund-overdue", "D’ici 30\u{A0}jours",
                "  • jeudi 26 novembre 2026 à 9\u{A0}h (demain) · seller-silent · Amazon.fr",
            ])
        #expect(english.output.contains("Within 2\u{A0}days"))
        #expect(!english.output.contains("December"))
    }

    @Test("the same for a program")
    func json() throws {
        let home = try CaseHome()
        _ = try home.run("open", "Examples/seller-silent.json", "--at", "2026-11-24T10:00:00+01:00")

        let run = try home.recours(["agenda", "--json"] + moment)

        let due = try #require(try run.json["due"] as? [[String: Any]])
        #expect(try run.json["at"] as? String == "2026-11-25T15:00:00+01:00")
        #expect(due.first?["item"] as? String == "answer/seller-messaging")
        #expect(due.first?["moment"] as? String == "2026-11-26T09:00:00+01:00")
        #expect(due.first?["theirs"] as? Bool == true)
        #expect(due.first?["daysLeft"] as? Int == 1)
        let withdrawal = try #require(due.first { $0["item"] as? String == "right/withdrawal" })
        #expect(withdrawal["day"] as? String == "2026-12-07")
        #expect(
            withdrawal["reminders"] as? [String] == [
                "2026-11-30T09:00:00+01:00", "2026-12-04T09:00:00+01:00", "2026-12-06T09:00:00+01:00",
                "2026-12-08T00:00:00+01:00",
            ])
    }

    @Test(
        "P40: the zone of the machine moves no day",
        arguments: ["Pacific/Kiritimati", "America/Anchorage", "UTC"])
    func machineZone(zone: String) throws {
        let home = try CaseHome()
        _ = try home.run("open", "Examples/seller-silent.json", "--at", "2026-11-24T10:00:00+01:00")

        let here = try home.recours(["agenda", "--json"] + moment)
        let there = try CommandLineRun(
            ["agenda", "--json"] + moment, settings: ["RECOURS_HOME": home.state, "TZ": zone])

        #expect(there.output == here.output)
    }

    @Test("a step that is ordered already is not proposed again: its delivery is named instead")
    func underway() throws {
        let home = try CaseHome()
        let opened = try home.run("open", try home.recent("refund-overdue"), "--at", RecentExample.moment)
        #expect(opened.status == 0, "\(opened.errors)")
        let sent = try home.recours(
            ["send", "refund-overdue", "--channel", "registered-mail", "--later"])

        let page = try home.recours(["agenda", "--days", "3"])
        let json = try home.recours(["agenda", "--json"]).json
        let now = try #require(json["now"] as? [[String: Any]])

        #expect(sent.status == 75, "\(sent.errors)")
        #expect(
            page.lines.dropFirst().prefix(3) == [
                "  • refund-overdue · Amazon.fr · Lettre recommandée avec avis de réception",
                "    Déjà demandé\u{A0}: envoi refund-overdue-1 (attend de partir).",
                "    Pour le voir\u{A0}: recours delivery show refund-overdue-1",
            ])
        #expect(!page.output.contains("case next"))
        let underway = try #require(now.first?["underway"] as? [String: Any])
        #expect(underway["delivery"] as? String == "refund-overdue-1")
        #expect(underway["state"] as? String == "queued")
    }

    @Test(
        "when a forgotten case cannot be taken out of the calendar the command fails, and given again it does the rest"
    )
    func forgetFails() throws {
        let home = try CaseHome()
        _ = try home.run("open", "Examples/seller-silent.json", "--at", "2026-11-24T10:00:00+01:00")
        let (calendar, lock) = (home.state + "/calendar.ics", home.state + "/calendar.ics.lock")
        try FileManager.default.removeItem(atPath: lock)
        try FileManager.default.createDirectory(atPath: lock, withIntermediateDirectories: false)

        let failed = try home.run("forget", "seller-silent", "--yes")
        let before = try String(contentsOf: URL(filePath: calendar), encoding: .utf8)
        try FileManager.default.removeItem(atPath: lock)
        let again = try home.run("forget", "seller-silent", "--yes")
        let after = try String(contentsOf: URL(filePath: calendar), encoding: .utf8)
        let third = try home.run("forget", "seller-silent", "--yes")

        #expect(failed.status == 69)
        #expect(failed.errors.contains("Case seller-silent is erased, but \(calendar) may still show it"))
        #expect(before.contains("Amazon"))
        #expect(again.status == 0, "\(again.errors)")
        #expect(!after.contains("Amazon"))
        #expect(!after.contains("seller-silent"))
        #expect(after.contains("SUMMARY:–"))
        #expect(third.status == 1, "nothing is left to do")
    }

    @Test("nothing due is said as such, and a wrong number of days is refused")
    func edges() throws {
        let home = try CaseHome()

        let empty = try home.recours(["agenda", "--lang", "en"] + moment)
        let wrong = try home.recours(["agenda", "--days", "4000"] + moment)

        #expect(empty.output == "Nothing to do, and nothing due within 30\u{A0}days.\n")
        #expect(wrong.status == 2)
    }

    @Test("every command that changes a case brings the calendar up to date")
    func calendar() throws {
        let home = try CaseHome()
        func events(_ status: String) throws -> Int {
            let text = try String(contentsOf: URL(filePath: home.state + "/calendar.ics"), encoding: .utf8)
            return text.components(separatedBy: "STATUS:\(status)").count - 1
        }

        _ = try home.run("open", "Examples/seller-silent.json", "--at", "2026-11-24T10:00:00+01:00")
        let opened = try (events("CONFIRMED"), events("CANCELLED"))
        _ = try home.run(
            "did", "seller-silent", "--channel", "seller-messaging", "--outcome", "promised", "--by",
            "2026-11-28", "--recorded-at", "2026-11-25T16:00:00+01:00")
        let told = try events("CANCELLED")
        _ = try home.run("close", "seller-silent", "--recorded-at", "2026-11-25T17:00:00+01:00")
        let closed = try events("CONFIRMED")
        _ = try home.run("forget", "seller-silent", "--yes", "--recorded-at", "2026-11-25T18:00:00+01:00")
        let left = try String(contentsOf: URL(filePath: home.state + "/calendar.ics"), encoding: .utf8)

        #expect(opened.0 >= 5)
        #expect(opened.1 == 0)
        #expect(told >= 1, "the answer that was waited for has come")
        #expect(closed == 0)
        #expect(!left.contains("Amazon"))
    }
}

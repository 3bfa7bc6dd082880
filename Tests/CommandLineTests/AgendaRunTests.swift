import Foundation
import Testing

@Suite("recours run: reminders and drafts")
struct AgendaRunTests {
    /// The case of a silent seller whose 48 hours ended two days ago, opened before.
    ///
    /// The worker's clock is the machine's, so that the days of the case follow it.
    private func open(_ home: CaseHome) throws {
        var facts = try #require(
            try JSONSerialization.jsonObject(
                with: Data(contentsOf: CommandLineRun.root.appending(path: "Examples/seller-silent.json")))
                as? [String: Any])
        var order = try #require(facts["order"] as? [String: Any])
        for (key, days) in [
            ("orderedOn", -12), ("promisedOn", -8), ("latestEstimatedDelivery", -6), ("deliveredOn", -7),
        ] { order[key] = String(moment(days: days).prefix(10)) }
        facts["order"] = order
        facts["history"] = [
            ["channel": "seller-messaging", "at": moment(days: -4), "outcome": "no-reply"]
        ]
        let file = home.place("case.json")
        try JSONSerialization.data(withJSONObject: facts).write(to: URL(filePath: file))
        let opened = try home.run("open", file, "--reference", "lampe", "--at", moment(days: -4, hours: 1))
        #expect(opened.status == 0, "\(opened.errors)")
    }

    private func moment(days: Int, hours: Int = 0) -> String {
        let seconds = Double(days * 86_400 + hours * 3600)
        return Date(timeIntervalSinceNow: seconds).formatted(
            Date.ISO8601FormatStyle(timeZone: TimeZone(secondsFromGMT: 0) ?? .gmt))
    }

    private func draft(_ home: CaseHome) -> String { home.state + "/drafts/lampe/marketplace-guarantee" }

    @Test("the next step lies drafted, what is due is told late and once, and nothing is sent")
    func drafts() throws {
        let home = try CaseHome()
        try open(home)

        let first = try home.recours(["run", "--once", "--lang", "en"])
        let second = try home.recours(["run", "--once", "--lang", "en"])
        let agenda = try home.recours(["agenda", "--json"])
        let log = try home.run("log", "lampe", "--lang", "en")

        #expect(first.status == 0, "\(first.errors)")
        #expect(first.output.contains("lampe: the next step lies drafted (site’s guarantee): \(draft(home))"))
        #expect(first.output.contains("lampe: Answer expected: seller’s message service, over for"))
        #expect(first.output.contains("(late: it was due on"))
        #expect(second.output.isEmpty)
        #expect(FileManager.default.fileExists(atPath: draft(home) + "/prepared.json"))
        let now = try #require((try agenda.json["now"] as? [[String: Any]])?.first)
        #expect(now["draft"] as? String == draft(home))
        #expect((now["deliveries"] as? [Any])?.isEmpty == true)
        #expect(log.output.contains("next step drafted: site’s guarantee"))
    }

    @Test(
        "what a delivery changes stands in the calendar when run --once has ended, and an idle run changes nothing"
    )
    func calendarAfterDelivery() throws {
        let scene = try SendScene()
        let ordered = try scene.send("--later")
        let calendar = URL(filePath: scene.home.state + "/calendar.ics")
        let before = try Data(contentsOf: calendar)

        let first = try scene.recours("run", "--once")
        let after = try Data(contentsOf: calendar)
        let second = try scene.recours("run", "--once")

        #expect(ordered.status == 75, "\(ordered.errors)")
        #expect(first.status == 0, "\(first.errors)")
        #expect(after != before, "the mail begins a time to answer")
        #expect(second.output.isEmpty)
        #expect(try Data(contentsOf: calendar) == after)
    }

    @Test("a draft on which somebody has worked stays as it is")
    func workedOn() throws {
        let home = try CaseHome()
        try open(home)
        let prepared = try home.recours([
            "prepare", "lampe", "--channel", "marketplace-guarantee", "--draft", "--out", draft(home),
        ])
        let message = draft(home) + "/message.txt"
        try Data("In my own words.".utf8).write(to: URL(filePath: message))

        let run = try home.recours(["run", "--once", "--lang", "en"])

        #expect(prepared.status == 0, "\(prepared.errors)")
        #expect(run.output.contains("vous avez modifié \(draft(home))"))
        #expect(try String(contentsOf: URL(filePath: message), encoding: .utf8) == "In my own words.")
    }
}

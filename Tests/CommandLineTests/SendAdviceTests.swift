import Foundation
import TestSupport
import Testing

@Suite("recours send: what it tells the person to do")
struct SendAdviceTests {
    @Test("what waits without a worker says that nothing goes out by itself, and how it goes on")
    func nothingRuns() throws {
        let scene = try SendScene(SendScene.script { $0.mail = .say("451 later") })

        let waiting = try scene.send()
        let shown = try scene.recours("delivery", "show", "coat-1", "--lang", "en")
        let decided = try scene.recours("delivery", "decide", "coat-1", "--send")
        let worked = try scene.recours("run", "--once")

        #expect(waiting.status == 75)
        #expect(waiting.output.contains("aucun recours run ne tourne ici"))
        #expect(waiting.output.contains("recours delivery decide coat-1 --send\n"))
        #expect(shown.output.contains("no recours run is running here"))
        #expect(decided.status == 0, "\(decided.errors)")
        #expect(decided.output.hasSuffix("Pour l’envoyer\u{A0}: recours run --once\n"))
        #expect(worked.output.contains("coat-1\temail\trien n’est parti"))
    }

    @Test("a second order is not offered where the program would refuse it")
    func secondOrder() throws {
        let open = try SendScene(SendScene.script { $0.dot = .drop })
        let refused = try SendScene(SendScene.script { $0.recipient = .say("550 5.1.1 no such user") })

        _ = try open.send()
        let unknown = try open.send()
        _ = try refused.send()
        let failed = try refused.send()
        let again = try refused.recours(
            "send", "coat", "--channel", "email", "--again", "--at", RecentExample.moment, "--json")

        #expect(unknown.unwrapped.contains("n’est pas terminé"))
        #expect(!unknown.output.contains("--again"))
        #expect(failed.output.contains("S’il en faut un\u{A0}: recours send coat --channel email --again\n"))
        #expect(try again.json["delivery"] as? String == "coat-2")
    }

    @Test("on hold an order says what lets it go, and not that a worker would send it")
    func onHold() throws {
        let scene = try SendScene()
        let copy = scene.home.place("safe/copy.sqlite")
        _ = try scene.recours("backup", copy)
        try scene.home.restore(copy)

        let sent = try scene.send()

        #expect(sent.status == 75)
        #expect(sent.unwrapped.contains("recours delivery release --store"))
        #expect(!sent.unwrapped.contains("run --once"))
        #expect(scene.relay.seen.stored == 0)
    }

    @Test(
        "a letter says until when it may be posted; after that it is not to go out, and one that did gives no time"
    )
    func outdated() throws {
        let scene = try SendScene()
        _ = try scene.home.run("open", try scene.home.recent("refund-overdue"), "--reference", "refund")
        let later = Date(timeIntervalSinceNow: 40 * 86_400).formatted(.iso8601)

        let sent = try scene.recours("send", "refund", "--channel", "registered-mail", "--lang", "en")
        let json = try scene.recours("delivery", "show", "refund-1", "--json").json
        let shown = try scene.recours("case", "show", "refund", "--lang", "en", "--at", later)
        let posted = try scene.home.run(
            "did", "refund", "--channel", "registered-mail", "--outcome", "sent", "--recorded-at", later,
            "--lang", "en")
        let afterwards = try scene.recours("delivery", "show", "refund-1", "--lang", "en")

        #expect(sent.output.contains("What is prepared is good until"))
        #expect(sent.output.contains("--outcome sent --at DAY --tracking NUMBER\n"))
        let latest = try Date(try #require(json["latest"] as? String), strategy: .iso8601)
        #expect((86_400...(7 * 86_400)).contains(latest.timeIntervalSinceNow))
        #expect(shown.unwrapped.contains("do not send it any more"))
        #expect(shown.output.contains("recours delivery cancel refund-1\n"))
        #expect(shown.output.contains("recours send refund --channel registered-mail --again\n"))
        #expect(posted.status == 0, "\(posted.errors)")
        #expect(posted.unwrapped.contains("So it gives no time."))
        #expect(!posted.output.contains("last day given"))
        // A letter has gone out, so that the decision would refuse another one.
        #expect(!posted.output.contains("--again"))
        #expect(afterwards.status == 0)
    }

    @Test(
        "a channel whose recipient is refused for good is not proposed again before the address changes, unless the person orders it"
    )
    func leftOut() throws {
        let scene = try SendScene(SendScene.script { $0.recipient = .say("550 5.1.1 no such user") })
        let file = scene.home.place("coat.json")
        func update(_ old: String, _ new: String) throws {
            let text = try RecentExample.text(of: "unlisted-shop-withdrawal")
                .replacing(old, with: new)
                .replacing(#""reference": "unlisted-shop-withdrawal","#, with: "")
            try Data(text.utf8).write(to: URL(filePath: file))
            let updated = try scene.home.run("update", "coat", file)
            #expect(updated.status == 0, "\(updated.errors)")
        }
        _ = try scene.send()

        let after = try scene.home.run("next", "coat", "--lang", "en")
        try update(#""amount": "45.00""#, "\"amount\": \"46.00\"")
        let otherFact = try scene.home.run("next", "coat", "--lang", "en")
        try update("service@", "bureau@")
        let otherAddress = try scene.home.run("next", "coat", "--lang", "en")

        #expect(after.unwrapped.contains("Left out: e-mail, because the recipient is refused there"))
        #expect(after.output.contains("recours case update coat FILE\n"))
        #expect(!after.output.contains("--channel email"))
        #expect(!otherFact.output.contains("--channel email"))
        #expect(!otherAddress.output.contains("Left out"))
    }

    @Test("a channel that the person could not use is not proposed again by itself")
    func notDone() throws {
        let home = try CaseHome()
        _ = try home.run("open", try home.recent("refund-overdue"), "--reference", "refund")
        _ = try home.recours(["send", "refund", "--channel", "registered-mail"])

        let given = try home.recours(["delivery", "decide", "refund-1", "--did-not-go-out"])
        let next = try home.run("next", "refund", "--lang", "en")
        let agenda = try home.recours(["agenda", "--json"])

        #expect(given.status == 0, "\(given.errors)")
        #expect(next.unwrapped.contains("delivery refund-1 could not be done this way"))
        #expect(next.output.contains("recours send refund --channel registered-mail --again\n"))
        #expect(!next.output.hasPrefix("→ Registered"))
        #expect(!agenda.output.contains("registered-mail"), "\(agenda.output)")
    }

    @Test(
        "nothing went out before the day on which it was ordered, and nothing was promised for a day before")
    func beforeOrder() throws {
        let home = try CaseHome()
        _ = try home.run("open", try home.recent("refund-overdue"), "--reference", "refund")
        _ = try home.recours(["send", "refund", "--channel", "registered-mail"])
        let earlier = String(RecentExample.moment(daysAgo: 2).prefix(10))
        let told = ["case", "did", "refund", "--channel", "registered-mail", "--outcome", "sent"]
        let call = ["case", "did", "refund", "--channel", "phone", "--outcome", "promised"]

        let decided = try home.recours([
            "delivery", "decide", "refund-1", "--went-out", "--at", earlier,
        ])
        let posted = try home.recours(told + ["--at", earlier])
        let promised = try home.recours(call + ["--by", earlier])
        let postedNow = try home.recours(told)

        for run in [decided, posted] {
            #expect(run.status == 2)
            #expect(run.errors.contains("cannot have gone out before"), "\(run.errors)")
        }
        #expect(promised.status == 2)
        #expect(promised.errors.contains("lies before the day on which it was promised"))
        #expect(postedNow.status == 0, "\(postedNow.errors)")
    }

    @Test("a step that can be taken is advised although a detail is missing, and a call is not to be sent")
    func missingDetail() throws {
        let home = try CaseHome()
        _ = try home.run("open", "Examples/account-compromised.json", "--reference", "hacked")
        let moment = ["--at", "2026-11-18T15:00:00+01:00"]

        let next = try home.recours(["case", "next", "hacked", "--lang", "en"] + moment)
        let sent = try home.recours(["send", "hacked", "--channel", "phone", "--lang", "en"] + moment)

        #expect(next.output.contains("Next: recours prepare hacked --channel phone --out FOLDER\n"))
        #expect(next.output.contains("If you have what is missing: recours case update hacked FILE\n"))
        #expect(sent.unwrapped.contains("The notes for the call are good until"), "\(sent.errors)")
        #expect(!sent.unwrapped.contains("do not send it"))
    }

    @Test("a text whose time is half over, because it was made for a day long ago, is not even stored")
    func outOfDate() throws {
        let scene = try SendScene()
        let file = try scene.home.recent("refund-overdue", daysAgo: 40)
        let moment = RecentExample.moment(daysAgo: 40)
        _ = try scene.home.run("open", file, "--reference", "refund", "--at", moment)

        let letter = try scene.recours("send", "refund", "--channel", "registered-mail", "--at", moment)
        let listed = try scene.recours("delivery", "list", "--all", "--case", "refund")
        let anew = try scene.recours("send", "refund", "--channel", "registered-mail")

        #expect(letter.status == 1)
        #expect(letter.errors.contains("leave --at out"), "\(letter.errors)")
        #expect(listed.output == "Aucun envoi.\n")
        #expect(anew.status == 0, "\(anew.errors)")
        #expect(anew.unwrapped.contains("vaut jusqu"))
    }

    @Test("of a forgotten case nobody is asked about a delivery, and its log is in words")
    func forgotten() throws {
        let scene = try SendScene()
        _ = try scene.send("--later")
        _ = try scene.recours("delivery", "cancel", "coat-1")
        _ = try scene.home.run("close", "coat")
        let forgot = try scene.home.run("forget", "coat", "--yes")

        let log = try scene.home.run("log", "coat")
        let listed = try scene.recours("delivery", "list", "--all", "--lang", "en")
        let shown = try scene.recours("delivery", "show", "coat-1", "--lang", "en")

        #expect(forgot.status == 0, "\(forgot.errors)")
        #expect(log.output.contains("envoi\u{A0}: annulé\n"))
        #expect(!log.output.contains("delivery-"))
        #expect(listed.output == "coat-1\temail\tcancelled (case forgotten)\n")
        #expect(!shown.output.contains("decide"))
    }

    @Test(
        "what cannot be decided about a delivery is refused in words, not in names of states",
        arguments: [["decide", "coat-1", "--went-out"], ["release", "coat-1"]])
    func refusedInWords(arguments: [String]) throws {
        let scene = try SendScene()
        _ = try scene.send("--later")
        _ = try scene.recours("delivery", "cancel", "coat-1")

        let run = try scene.recours(["delivery"] + arguments)

        #expect(run.status == 1)
        #expect(run.errors.contains("A delivery that was called off cannot be "))
        #expect(!run.errors.contains("person-"))
    }
}

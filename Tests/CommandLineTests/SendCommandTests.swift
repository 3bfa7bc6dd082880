import Foundation
import TestSupport
import Testing

@Suite("recours send and recours delivery")
struct SendCommandTests {
    @Test("a mail is stored, handed over and in the history; the same command again sends nothing")
    func sent() throws {
        let scene = try SendScene()

        let first = try scene.send()
        let second = try scene.send("--json")
        let log = try scene.home.run("log", "coat", "--json")
        let shown = try scene.home.run("show", "coat", "--lang", "en")

        #expect(first.status == 0, "\(first.errors)")
        #expect(first.output.hasPrefix("E-mail — coat-1\n  Remis le "))
        #expect(second.status == 0)
        #expect(try second.json["delivery"] as? String == "coat-1")
        #expect(try second.json["created"] as? Bool == false)
        #expect(try second.json["state"] as? String == "accepted")
        #expect(scene.relay.seen.stored == 1)
        #expect(scene.relay.seen.bodies.first?.contains("Message-ID: <coat-1@") == true)
        for state in ["delivery-queued", "delivery-sending", "delivery-accepted"] {
            #expect(log.output.contains(state))
        }
        #expect(shown.output.contains("delivery coat-1"))
    }

    @Test("what the person tells makes another order possible, and --again makes one without")
    func again() throws {
        let scene = try SendScene()

        _ = try scene.send()
        let again = try scene.recours(
            "send", "coat", "--channel", "email", "--again", "--at", RecentExample.moment)
        _ = try scene.home.run("did", "coat", "--channel", "email", "--outcome", "no-reply")
        let afterTelling = try scene.send("--json")

        #expect(again.status == 0, "\(again.errors)")
        #expect(again.output.hasPrefix("E-mail — coat-2\n"))
        #expect(try afterTelling.json["delivery"] as? String == "coat-3")
        #expect(scene.relay.seen.stored == 3)
    }

    @Test(
        "what may have gone out is not sent again by whatever was told since, nor with --again or another key"
    )
    func notTwiceWhileOpen() throws {
        let scene = try SendScene(SendScene.script { $0.dot = .drop })

        _ = try scene.send()
        _ = try scene.home.run("did", "coat", "--channel", "phone", "--outcome", "not-reached")
        let plain = try scene.send("--json")
        let again = try scene.recours(
            "send", "coat", "--channel", "email", "--again", "--at", RecentExample.moment)
        let keyed = try scene.send("--key", "mine-2")

        #expect(plain.status == 3)
        #expect(try plain.json["delivery"] as? String == "coat-1")
        #expect(again.status == 1)
        #expect(again.errors.contains("coat-1 is not done yet"))
        #expect(keyed.status == 1)
        #expect(scene.relay.seen.bodies.count == 1)
    }

    @Test("a key of the caller's own is one delivery, whatever happened since")
    func key() throws {
        let scene = try SendScene()

        _ = try scene.send("--key", "mine-1")
        _ = try scene.home.run("did", "coat", "--channel", "phone", "--outcome", "answered")
        let second = try scene.send("--key", "mine-1", "--json")
        let other = try scene.recours("send", "coat", "--channel", "registered-mail", "--key", "mine-1")

        #expect(try second.json["delivery"] as? String == "coat-1")
        #expect(scene.relay.seen.stored == 1)
        #expect(other.status == 2)
        #expect(other.errors.contains("take another key"))
    }

    struct Reaction: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let script: SMTPScript
        let state: String
        let status: Int32
    }

    static let reactions = [
        Reaction(
            testDescription: "busy", script: SendScene.script { $0.mail = .say("451 later") },
            state: "waiting",
            status: 75),
        Reaction(
            testDescription: "no such user",
            script: SendScene.script { $0.recipient = .say("550 5.1.1 no such user") },
            state: "failed", status: 1),
        Reaction(
            testDescription: "it drops after the dot", script: SendScene.script { $0.dot = .drop },
            state: "unknown",
            status: 3),
        Reaction(
            testDescription: "the sender is refused",
            script: SendScene.script { $0.mail = .say("530 5.7.0 log in") },
            state: "waiting", status: 75),
    ]

    @Test("the exit status says what became of it", arguments: reactions)
    func statuses(_ reaction: Reaction) throws {
        let scene = try SendScene(reaction.script)

        let run = try scene.send("--json")
        let again = try scene.send("--json")

        #expect(run.status == reaction.status)
        #expect(try run.json["state"] as? String == reaction.state)
        #expect(again.status == reaction.status)
        #expect(try again.json["delivery"] as? String == "coat-1")
    }

    @Test("what nobody knows is decided by a person, and the decision is in the log")
    func decided() throws {
        let scene = try SendScene(SendScene.script { $0.dot = .drop })

        _ = try scene.send()
        let listed = try scene.recours("delivery", "list", "--state", "unknown", "--json")
        let decided = try scene.recours(
            "delivery", "decide", "coat-1", "--went-out", "--tracking", "4711", "--json")
        let late = try scene.recours("delivery", "decide", "coat-1", "--did-not-go-out")
        let shown = try scene.recours("delivery", "show", "coat-1", "--lang", "en")
        let rest = try scene.recours("delivery", "list")

        #expect(listed.lines.count == 1)
        #expect(try decided.json["state"] as? String == "accepted")
        #expect(late.status == 1)
        #expect(shown.output.contains("Provider’s reference  4711"))
        #expect(shown.output.contains("may have gone out: look"))
        #expect(rest.output == "Aucun envoi n’attend.\n")
    }

    @Test("what is ordered for later waits, can be cancelled, and goes out by the worker")
    func later() throws {
        let scene = try SendScene()

        let stored = try scene.send("--later")
        let cancelled = try scene.recours("delivery", "cancel", "coat-1")
        let again = try scene.send("--later", "--again")
        let worked = try scene.recours("run", "--once")

        #expect(stored.status == 75)
        #expect(stored.output.contains("recours run --once"))
        #expect(cancelled.output.hasPrefix("coat-1\u{A0}: annulé, rien n’est parti\n"))
        #expect(again.status == 75)
        #expect(worked.status == 0, "\(worked.errors)")
        #expect(worked.output.contains("coat-2\temail\tremis le "))
        #expect(scene.relay.seen.stored == 1)
    }

    @Test("facts that change name what was prepared before, which goes out as it was or is cancelled")
    func factsChange() throws {
        let scene = try SendScene()
        _ = try scene.send("--later")
        let file = scene.home.place("coat.json")
        let text = try RecentExample.text(of: "unlisted-shop-withdrawal")
        func update(_ urgency: String, _ more: String...) throws -> CommandLineRun {
            let changed = text.replacing(#""urgency": "normal""#, with: #""urgency": "\#(urgency)""#)
                .replacing(#""reference": "unlisted-shop-withdrawal","#, with: "")
            try Data(changed.utf8).write(to: URL(filePath: file))
            return try scene.recours(["case", "update", "coat", file] + more)
        }

        let named = try update("high", "--lang", "en")
        let listed = try update("low", "--json")
        let nothing = try update("low", "--json")
        _ = try scene.recours("delivery", "cancel", "coat-1")
        let cancelled = try update("normal", "--lang", "en")

        #expect(
            named.output == """
                Case coat updated: issue.urgency.
                Delivery coat-1 (e-mail) was prepared before and goes out as it is. To stop it: recours delivery cancel coat-1

                """, "\(named.errors)")
        #expect(try listed.json["waiting"] as? [String] == ["coat-1"])
        #expect(try nothing.json["waiting"] as? [String] == [])
        #expect(cancelled.output == "Case coat updated: issue.urgency.\n")
    }

    @Test("what was prepared before the facts changed is not handed over as if it were new: send stops")
    func outrun() throws {
        let scene = try SendScene()
        _ = try scene.send("--later")
        let file = scene.home.place("coat.json")
        let text = try RecentExample.text(of: "unlisted-shop-withdrawal")
            .replacing("service@", with: "bureau@")
            .replacing(#""reference": "unlisted-shop-withdrawal","#, with: "")
        try Data(text.utf8).write(to: URL(filePath: file))
        let before = try scene.recours("delivery", "show", "coat-1", "--lang", "en")
        let updated = try scene.recours("case", "update", "coat", file)

        let stopped = try scene.send()
        let shown = try scene.recours("delivery", "show", "coat-1", "--lang", "en")
        let cancelled = try scene.recours("delivery", "cancel", "coat-1")
        let anew = try scene.send()

        #expect(updated.status == 0, "\(updated.errors)")
        #expect(!before.unwrapped.contains("prepared before the last changes"))
        #expect(stopped.status == 1)
        #expect(stopped.errors.contains("recours delivery cancel coat-1"))
        #expect(stopped.errors.contains("recours delivery decide coat-1 --send"))
        #expect(shown.unwrapped.contains("prepared before the last changes of the case"))
        #expect(cancelled.status == 0)
        #expect(anew.status == 0, "\(anew.errors)")
        #expect(scene.relay.seen.stored == 1)
        #expect(scene.relay.seen.commands.contains { $0.contains("<bureau@boutique.example>") })
    }

    @Test("what no machine delivers is a task for the person, with exactly the stored files")
    func task() throws {
        let scene = try SendScene()
        _ = try scene.home.run("open", try scene.home.recent("refund-overdue"), "--reference", "refund")
        let out = scene.home.place("letter")

        let run = try scene.recours("send", "refund", "--channel", "registered-mail", "--json")
        let files = try scene.recours("delivery", "files", "refund-1", "--out", out)

        #expect(run.status == 0, "\(run.errors)")
        #expect(try run.json["state"] as? String == "needs-person")
        let paths = try #require(try run.json["files"] as? [String])
        #expect(paths.count == 3)
        #expect(files.lines.count == 3)
        let shown = try scene.recours("delivery", "show", "refund-1")
        #expect(shown.output.contains("recours delivery files refund-1 --out DOSSIER\n"))
        let letter = try #require(paths.first { $0.hasSuffix("letter.pdf") })
        #expect(
            try Data(contentsOf: URL(filePath: letter))
                == Data(contentsOf: URL(filePath: out + "/letter.pdf")))
        #expect(scene.relay.seen.connections == 0)
    }

    @Test("a channel that is refused, an unknown case and a bad moment store nothing")
    func refused() throws {
        let scene = try SendScene()

        let refused = try scene.recours(
            "send", "coat", "--channel", "mediator", "--at", RecentExample.moment)
        let unknown = try scene.recours("send", "coats", "--channel", "email")
        let misspelt = try scene.recours("send", "coat", "--channel", "emial")
        let list = try scene.recours("delivery", "list", "--all")

        #expect(refused.status == 1)
        #expect(unknown.status == 2)
        #expect(misspelt.status == 2)
        #expect(misspelt.errors.contains("did you mean email?"))
        #expect(list.output == "Aucun envoi.\n")
    }

    @Test("without a relay a mail is not even stored, and the setting is named")
    func unconfigured() throws {
        let home = try CaseHome()
        _ = try home.run("open", try home.recent("unlisted-shop-withdrawal"), "--reference", "coat")

        let run = try home.recours([
            "send", "coat", "--channel", "email", "--at", RecentExample.moment,
        ])
        let list = try home.recours(["delivery", "list", "--all"])

        #expect(run.status == 78)
        #expect(run.errors.contains("RECOURS_SMTP_URL is not set"))
        #expect(list.output == "Aucun envoi.\n")
    }

    @Test("what costs money needs the person's consent, keeps to the limit, and is ordered once")
    func paid() throws {
        let home = try CaseHome()
        let provider = try ProviderServer()
        defer { provider.stop() }
        let secret = home.place("secret")
        try Data("secret key".utf8).write(to: URL(filePath: secret))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: secret)
        let settings = [
            "RECOURS_REGISTERED_MAIL_URL": provider.base,
            "RECOURS_REGISTERED_MAIL_TOKEN_URL": provider.tokenURL,
            "RECOURS_REGISTERED_MAIL_CLIENT_ID": "client:1",
            "RECOURS_REGISTERED_MAIL_CLIENT_SECRET_FILE": secret, "RECOURS_ALLOW_LOOPBACK": "1",
        ]
        _ = try home.run(
            "open", try home.recent("refund-overdue"), "--reference", "refund", "--at",
            RecentExample.moment)
        let order = [
            "send", "refund", "--channel", "registered-mail", "--at", RecentExample.moment, "--json",
        ]

        let unasked = try home.recours(order, settings: settings)
        let tooDear = try home.recours(order + ["--consent", "--price-max", "5.00"], settings: settings)
        let ordersBefore = provider.state.orders
        let agreed = try home.recours(
            order + ["--consent", "--again", "--price-max", "9.00"], settings: settings)
        let repeated = try home.recours(order + ["--consent", "--key", "mine"], settings: settings)
        let twice = try home.recours(order + ["--consent", "--key", "mine"], settings: settings)
        let log = try home.run("log", "refund", "--json")

        #expect(unasked.status == 1)
        #expect(unasked.errors.contains("--consent"))
        #expect(tooDear.status == 1)
        #expect(ordersBefore == 0)
        #expect(agreed.status == 0, "\(agreed.errors) \(agreed.output)")
        #expect(try agreed.json["state"] as? String == "accepted")
        #expect(repeated.status == 0)
        #expect(try twice.json["delivery"] as? String == repeated.json["delivery"] as? String)
        #expect(provider.state.orders == 2)
        #expect(log.output.contains("agreed"))
    }

    @Test(
        "nothing of a person is in log, errors or numbers, whatever happens to a mail", arguments: reactions)
    func canary(_ reaction: Reaction) throws {
        let scene = try SendScene(reaction.script)
        let numbers = scene.home.place("numbers.prom")
        let settings = ["RECOURS_LOG": "trace", "RECOURS_METRICS_FILE": numbers]

        let run = try scene.recours(
            ["send", "coat", "--channel", "email", "--at", RecentExample.moment], settings: settings)
        let worker = try scene.recours(["run", "--once"], settings: settings)

        let told = run.errors + worker.errors + (try String(contentsOfFile: numbers, encoding: .utf8))
        #expect(told.contains("event=delivery-settled"))
        #expect(told.contains("recours_worker_running 0"))
        for word in [
            "Camille", "Exemple", "camille@", "service@", "Lilas", "Boutique", "Manteau", "4711",
            "33639981234",
        ] {
            #expect(!told.contains(word), "\(word)")
        }
    }
}

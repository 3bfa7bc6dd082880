import Foundation
import TestSupport
import Testing

/// What goes out after a backup was restored is never taken for what went out before.
@Suite("After a restore (P12)")
struct RestoreTests {
    private static let moment = ["--at", RecentExample.moment]
    private static let later = ["--at", "2026-11-28T15:00:00+01:00"]

    @Test("a mail that is ordered after a restore has a Message-ID that no mail had before, at each restore")
    func mails() throws {
        let home = try CaseHome()
        let relay = try ScriptedSMTPServer()
        defer { relay.stop() }
        let settings = [
            "RECOURS_SMTP_URL": "smtp://127.0.0.1:\(relay.port)", "RECOURS_SMTP_TLS": "none",
            "RECOURS_ALLOW_LOOPBACK": "1",
        ]
        _ = try home.run(
            ["open", try home.recent("unlisted-shop-withdrawal"), "--reference", "coat"] + Self.moment)
        func send() throws -> CommandLineRun {
            try home.recours(
                ["send", "coat", "--channel", "email", "--again", "--json"] + Self.moment, settings: settings)
        }
        let copy = home.place("safe/copy.sqlite")

        let first = try send()
        _ = try home.recours(["backup", copy])
        var later = [try send()]
        for _ in 1...2 {
            try home.restore(copy)
            _ = try home.recours(["delivery", "release", "--store"])
            later.append(try send())
        }

        #expect(try first.json["delivery"] as? String == "coat-1")
        let names = try later.map { try $0.json["delivery"] as? String ?? "" }
        #expect(names[0] == "coat-2")
        #expect(names.dropFirst().allSatisfy { $0.hasPrefix("coat-2-") && $0.utf8.count == 15 })
        let identifiers = relay.seen.bodies.compactMap { mail in
            mail.split(separator: "\r\n").first { $0.hasPrefix("Message-ID:") }
        }
        #expect(identifiers.count == 4)
        #expect(Set(identifiers).count == 4)
    }

    @Test(
        "a mail that was planned for a later day stays planned for it, and is not sent earlier by any decision"
    )
    func planned() throws {
        let scene = try SendScene()
        let day = Date(timeIntervalSinceNow: 12 * 86_400).formatted(.iso8601)
        let copy = scene.home.place("safe/copy.sqlite")
        _ = try scene.recours("send", "coat", "--channel", "email", "--later", "--at", day)
        let early = try scene.recours("delivery", "decide", "coat-1", "--send")
        _ = try scene.recours("backup", copy)
        try scene.home.restore(copy)
        _ = try scene.recours("run", "--once")

        let shown = try scene.recours("delivery", "show", "coat-1")
        let earlyAgain = try scene.recours("delivery", "decide", "coat-1", "--send")
        _ = try scene.recours("delivery", "release", "--store")
        let released = try scene.recours("delivery", "release", "--all")
        let run = try scene.recours("run", "--once")
        let left = try scene.recours("delivery", "show", "coat-1", "--json")

        #expect(early.status == 1)
        #expect(early.errors.contains("delivery coat-1 holds was made for"))
        #expect(early.errors.contains("recours delivery cancel coat-1"))
        #expect(shown.unwrapped.contains("Libéré, il ne partira que le"))
        #expect(earlyAgain.status == 1)
        #expect(earlyAgain.errors.contains("recours delivery release coat-1"))
        #expect(released.unwrapped.hasPrefix("1 envoi libéré coat-1 : partira le"))
        #expect(!released.output.contains("run --once"))
        #expect(run.status == 0, "\(run.errors)")
        #expect(scene.relay.seen.stored == 0)
        #expect(try left.json["state"] as? String == "queued")
        let next = try #require(try left.json["nextAction"] as? String)
        #expect(try Date(next, strategy: .iso8601) == Date(day, strategy: .iso8601))
    }

    @Test(
        "what is ordered after a restore waits for the store alone, and its release names what is still held")
    func orderedSince() throws {
        let scene = try SendScene()
        let copy = scene.home.place("safe/copy.sqlite")
        _ = try scene.send("--later")
        _ = try scene.recours("backup", copy)
        try scene.home.restore(copy)
        _ = try scene.recours(
            ["case", "open", "Examples/unlisted-shop-withdrawal.json", "--reference", "hat"] + Self.moment)

        let sent = try scene.recours("send", "hat", "--channel", "email")
        let released = try scene.recours("delivery", "release", "--store")
        let run = try scene.recours("run", "--once")
        let held = try scene.recours("delivery", "list", "--state", "held", "--json")

        #expect(sent.status == 75)
        #expect(!sent.output.contains("peut-être déjà parti"))
        #expect(
            released.output == """
                Les envois peuvent repartir.
                1 envoi reste retenu.
                Pour voir ce qui est retenu\u{A0}: recours delivery list --state held
                Pour en laisser partir un\u{A0}: recours delivery release coat-1

                """)
        #expect(run.status == 0, "\(run.errors)")
        #expect(scene.relay.seen.stored == 1)
        #expect(held.lines.count == 1)
        #expect(try held.json["delivery"] as? String == "coat-1")
    }

    @Test(
        "a letter that is ordered after a restore is another one for the provider, and has its own number")
    func letters() throws {
        let home = try CaseHome()
        let provider = try ProviderServer()
        defer { provider.stop() }
        let settings = [
            "RECOURS_REGISTERED_MAIL_URL": provider.base,
            "RECOURS_REGISTERED_MAIL_TOKEN_URL": provider.tokenURL,
            "RECOURS_REGISTERED_MAIL_CLIENT_ID": "client:1",
            "RECOURS_REGISTERED_MAIL_CLIENT_SECRET_FILE": try SecretFile("secret key\n").path,
            "RECOURS_ALLOW_LOOPBACK": "1",
        ]
        _ = try home.run(["open", try home.recent("refund-overdue"), "--reference", "refund"] + Self.moment)
        func send() throws -> CommandLineRun {
            try home.recours(
                ["send", "refund", "--channel", "registered-mail", "--again", "--consent", "--json"]
                    + Self.moment, settings: settings)
        }
        let copy = home.place("safe/copy.sqlite")

        _ = try home.recours(["backup", copy])
        let before = try send()
        try home.restore(copy)
        _ = try home.recours(["delivery", "release", "--store"])
        let after = try send()

        let letters = provider.state.sendings
        #expect(provider.state.orders == 2)
        #expect(letters.count == 2)
        for (run, letter) in zip([before, after], letters) {
            #expect(run.status == 0, "\(run.errors)")
            let receipt = try run.json["receipt"] as? [String: Any]
            #expect(receipt?["providerReference"] as? String == letter.id)
            #expect(try run.json["delivery"] as? String == letter.customID)
        }
    }

    @Test(
        "a calendar that was written after the backup is written anew, although the store counts as far again"
    )
    func calendar() throws {
        let home = try CaseHome()
        let copy = home.place("safe/copy.sqlite")
        _ = try home.run(["open", "Examples/seller-silent.json", "--reference", "lamp"] + Self.later)
        let lamp = try home.entries()
        _ = try home.recours(["backup", copy])
        _ = try home.run(["open", "Examples/item-damaged.json", "--reference", "table"] + Self.later)
        let table = try home.entries().subtracting(lamp)

        try home.restore(copy)
        let examined = try home.recours(["doctor", "--offline", "--lang", "en"])
        _ = try home.run(["open", "Examples/item-damaged.json", "--reference", "chair"] + Self.later)
        let after = try home.entries()

        #expect(!lamp.isEmpty)
        #expect(!table.isEmpty)
        #expect(examined.output.contains("does not show everything that is planned"), "\(examined.output)")
        #expect(after.isStrictSuperset(of: lamp))
        #expect(after.isDisjoint(with: table))
    }

    @Test("of a case that is forgotten after a restore no word is left in the calendar")
    func forgotten() throws {
        let home = try CaseHome()
        let copy = home.place("safe/copy.sqlite")
        _ = try home.run(["open", "Examples/seller-silent.json", "--reference", "lamp"] + Self.later)
        _ = try home.recours(["backup", copy])
        _ = try home.run(["open", "Examples/item-damaged.json", "--reference", "table"] + Self.later)
        let before = try home.calendar()

        try home.restore(copy)
        let forgotten = try home.run(["forget", "lamp", "--yes"])

        #expect(before.contains("saisie du médiateur"), "\(before)")
        #expect(forgotten.status == 0, "\(forgotten.errors)")
        let lines = try home.calendar().components(separatedBy: "\r\n")
        #expect(lines.filter { $0.hasPrefix("SUMMARY:") }.allSatisfy { $0 == "SUMMARY:–" }, "\(lines)")
    }
}

extension CaseHome {
    fileprivate func calendar() throws -> String {
        try String(contentsOf: URL(filePath: state + "/calendar.ics"), encoding: .utf8)
            .replacing("\r\n ", with: "")
    }

    /// The names of the entries of the calendar.
    fileprivate func entries() throws -> Set<String> {
        Set(try calendar().components(separatedBy: "\r\n").filter { $0.hasPrefix("UID:") })
    }

    fileprivate func run(_ arguments: [String]) throws -> CommandLineRun {
        try recours(["case"] + arguments)
    }
}

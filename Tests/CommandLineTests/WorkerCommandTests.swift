import Foundation
import TestSupport
import Testing

@Suite("recours run, doctor, backup")
struct WorkerCommandTests {
    private static let mail = ["send", "coat", "--channel", "email", "--at", RecentExample.moment]

    private func relayed(_ relay: ScriptedSMTPServer) -> [String: String] {
        [
            "RECOURS_SMTP_URL": "smtp://127.0.0.1:\(relay.port)", "RECOURS_SMTP_TLS": "none",
            "RECOURS_ALLOW_LOOPBACK": "1",
        ]
    }

    private func home() throws -> CaseHome {
        let home = try CaseHome()
        _ = try home.run(
            "open", try home.recent("unlisted-shop-withdrawal"), "--reference", "coat", "--at",
            RecentExample.moment)
        return home
    }

    @Test("while a worker runs it delivers what send orders; a second one is refused; SIGTERM ends it well")
    func running() throws {
        let home = try home()
        let relay = try ScriptedSMTPServer()
        defer { relay.stop() }
        let worker = try home.start(
            ["run"], settings: relayed(relay).merging(["RECOURS_LOG": "notice"]) { $1 })
        defer { worker.kill() }
        #expect(worker.waits { worker.errors.contains("event=worker-started") })

        let second = try home.recours(["run", "--once"], settings: relayed(relay))
        let sent = try home.recours(Self.mail, settings: relayed(relay))
        let seen = try home.recours(["doctor", "--offline", "--lang", "en"], settings: relayed(relay))
        let ended = worker.terminate(withinSeconds: 25)

        #expect(second.status == 69)
        #expect(seen.output.contains(" is running."), "\(seen.output)")
        #expect(second.errors.contains("Another worker"))
        #expect(sent.status == 0, "\(sent.errors)")
        #expect(sent.output.contains("Remis le "))
        #expect(relay.seen.stored == 1)
        #expect(ended == 0)
        #expect(worker.output.contains("coat-1\temail\tremis le "))
    }

    @Test(
        "P8: a stop while the relay is silent after the dot ends within the grace; the mail is unknown, and doctor says so"
    )
    func stopWhileSending() throws {
        let home = try home()
        var script = SMTPScript()
        script.dot = .hang
        let relay = try ScriptedSMTPServer(script)
        defer { relay.stop() }
        _ = try home.recours(Self.mail + ["--later"], settings: relayed(relay))
        let worker = try home.start(["run"], settings: relayed(relay))
        defer { worker.kill() }
        #expect(worker.waits { !relay.seen.bodies.isEmpty })

        let start = Date()
        worker.signal(SIGTERM)
        worker.signal(SIGTERM)
        let status = worker.terminate(withinSeconds: 23)

        #expect(status == 0)
        #expect(Date().timeIntervalSince(start) < 23)
        let listed = try home.recours(["delivery", "list", "--state", "unknown", "--json"])
        #expect(listed.lines.count == 1)
        let doctor = try home.recours(["doctor", "--offline"], settings: relayed(relay))
        #expect(doctor.output.contains("1 envoi attend une vérification, et aucun recours run ne tourne"))
        #expect(!doctor.output.contains("doit partir"))
        #expect(!doctor.output.contains("son heure"))
    }

    @Test("doctor finds what is well, what is missing, and says by its status which")
    func doctor() throws {
        let home = try home()
        let relay = try ScriptedSMTPServer()
        let settings = relayed(relay)

        let well = try home.recours(["doctor", "--lang", "en"], settings: settings)
        let sent = relay.seen
        relay.stop()
        let down = try home.recours(["doctor", "--json"], settings: settings)
        let bad = try home.recours(["doctor"], settings: ["RECOURS_LOG": "loud"])
        let offline = try home.recours(["doctor", "--offline"], settings: settings)

        #expect(well.status == 0, "\(well.output)")
        #expect(
            well.output.contains("good\tstore\t1 case, 1 entry, 0 deliveries: every chain holds.\n"))
        #expect(well.output.contains("good\trelay\t"))
        #expect(sent.commands.contains("NOOP"))
        #expect(!sent.commands.contains { $0.hasPrefix("MAIL") || $0.hasPrefix("RCPT") })
        #expect(down.status == 69)
        #expect(down.output.contains(#""topic": "relay""#))
        #expect(bad.status == 78)
        #expect(bad.output.contains("error\tsettings\t"))
        #expect(!offline.output.contains("\trelay\t"))
        #expect(offline.status == 0)
    }

    @Test("doctor speaks French unless English is asked for, and names a setting that was meant otherwise")
    func doctorInFrench() throws {
        let home = try home()
        let settings = [
            "RECOURS_SMPT_URL": "smtp://relay.example",
            "RECOURS_METRICS_FILE": home.place("none/numbers.prom"),
        ]

        let french = try home.recours(["doctor", "--offline"], settings: settings)
        let english = try home.recours(["doctor", "--offline", "--lang", "en"], settings: settings)
        let channels = try home.recours(["plugins", "check"])
        let inEnglish = try home.recours(["plugins", "check", "--lang", "en"])

        #expect(french.status == 0, "\(french.output)")
        #expect(
            french.output.contains(
                "good\tstore\t1 dossier, 1 entrée, 0 envoi\u{A0}: toutes les chaînes tiennent.\n"))
        #expect(
            french.output.contains(
                "RECOURS_SMPT_URL n’est pas un réglage de ce programme\u{A0}: vouliez-vous dire RECOURS_SMTP_URL"
            ))
        #expect(english.output.contains("did you mean RECOURS_SMTP_URL?\n"))
        #expect(english.output.contains("warning\tmetrics\tThe numbers cannot be written to "))
        #expect(channels.output.contains("Rien à régler\u{A0}: vous utilisez vous-même ce qui est préparé."))
        #expect(inEnglish.output.contains("A person uses what is prepared: nothing to configure."))
    }

    @Test("doctor warns when something waits and no worker runs that would send it")
    func nobodySends() throws {
        let home = try home()
        let relay = try ScriptedSMTPServer()
        defer { relay.stop() }
        _ = try home.recours(Self.mail + ["--later"], settings: relayed(relay))

        let run = try home.recours(["doctor", "--offline", "--lang", "en"], settings: relayed(relay))

        #expect(
            run.output.contains(
                "warning\tdeliveries\t1 delivery is due and no worker is running, so nothing goes out: start `recours run`.\n"
            ))
    }

    @Test("a wrong password shows in doctor, and stands nowhere in what it says")
    func password() throws {
        let home = try home()
        var script = SMTPScript()
        script.extensions.append("AUTH PLAIN LOGIN")
        script.auth = .say("535 5.7.8 no")
        let relay = try ScriptedSMTPServer(script)
        defer { relay.stop() }
        let secret = home.place("password")
        try Data("canary-5d20c8".utf8).write(to: URL(filePath: secret))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: secret)

        let run = try home.recours(
            ["doctor"],
            settings: relayed(relay).merging([
                "RECOURS_SMTP_USERNAME": "camille", "RECOURS_SMTP_PASSWORD_FILE": secret,
            ]) { $1 })

        #expect(run.status == 78)
        #expect(run.output.contains("RECOURS_SMTP_URL\u{A0}: le compte est refusé"))
        #expect(!(run.output + run.errors).contains("canary"))
    }

    @Test("P12: a restored backup sends nothing until a person released it, and what was on its way is held")
    func restored() throws {
        let home = try home()
        let relay = try ScriptedSMTPServer()
        defer { relay.stop() }
        let copy = home.place("safe/copy.sqlite")
        _ = try home.recours(Self.mail + ["--later"], settings: relayed(relay))
        let made = try home.recours(["backup", copy])
        let twice = try home.recours(["backup", copy])
        _ = try home.recours(["run", "--once"], settings: relayed(relay))
        #expect(relay.seen.stored == 1)

        try home.restore(copy)
        let held = try home.recours(["run", "--once"], settings: relayed(relay))
        let sentAgain = try home.recours(Self.mail, settings: relayed(relay))
        let decided = try home.recours(["delivery", "decide", "coat-1", "--went-out"])
        let released = try home.recours(["delivery", "release", "--store", "--all"])
        let after = try home.recours(["run", "--once"], settings: relayed(relay))

        #expect(made.status == 0, "\(made.errors)")
        #expect(twice.status == 2)
        #expect(held.status == 1)
        #expect(held.errors.contains("Rien ne part"))
        #expect(held.errors.contains("recours delivery release --store"))
        #expect(sentAgain.status == 75)
        #expect(decided.status == 0, "\(decided.errors)")
        #expect(released.output.contains("Les envois peuvent repartir.\n0 envoi libéré\n"))
        #expect(after.status == 0)
        #expect(relay.seen.stored == 1)
    }

    @Test("P12: the store of a backup is released only once each delivery is held for itself")
    func releasedAtOnce() throws {
        let home = try home()
        let relay = try ScriptedSMTPServer()
        defer { relay.stop() }
        let copy = home.place("safe/copy.sqlite")
        _ = try home.recours(Self.mail + ["--later"], settings: relayed(relay))
        _ = try home.recours(["backup", copy])
        _ = try home.recours(["run", "--once"], settings: relayed(relay))
        try home.restore(copy)

        let released = try home.recours(["delivery", "release", "--store"], settings: relayed(relay))
        _ = try home.recours(["run", "--once"], settings: relayed(relay))
        let held = try home.recours(["delivery", "list", "--state", "held", "--json"])

        #expect(released.status == 0, "\(released.errors)")
        #expect(held.lines.count == 1)
        #expect(relay.seen.stored == 1)
    }

    @Test("send leaves the numbers and the log of the worker alone")
    func workersOwn() throws {
        let home = try home()
        let relay = try ScriptedSMTPServer()
        defer { relay.stop() }
        let numbers = home.place("numbers.prom")
        let settings = relayed(relay).merging([
            "RECOURS_METRICS_FILE": numbers, "RECOURS_LOG": "notice",
        ]) { $1 }
        try "as the worker left it".write(toFile: numbers, atomically: true, encoding: .utf8)

        let sent = try home.recours(Self.mail, settings: settings)
        let kept = try String(contentsOfFile: numbers, encoding: .utf8)
        let worked = try home.recours(["run", "--once"], settings: settings)

        #expect(sent.status == 0, "\(sent.errors)")
        #expect(!sent.errors.contains("worker-"))
        #expect(kept == "as the worker left it")
        #expect(worked.errors.contains("event=worker-started"))
        #expect(try String(contentsOfFile: numbers, encoding: .utf8).contains("recours_worker_running 0"))
    }

    @Test("a backup is not written into a folder into which others may write")
    func sharedFolder() throws {
        let home = try home()
        let folder = home.place("shared")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: folder)

        let refused = try home.recours(["backup", folder + "/copy.sqlite"])
        let left = try FileManager.default.contentsOfDirectory(atPath: folder)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
        let made = try home.recours(["backup", folder + "/copy.sqlite"])

        #expect(refused.status == 2)
        #expect(refused.errors.contains(folder))
        #expect(left.isEmpty)
        #expect(made.status == 0, "\(made.errors)")
    }

    @Test("a worker whose lines cannot be written delivers and records all the same")
    func nobodyReads() throws {
        let home = try home()
        let relay = try ScriptedSMTPServer()
        defer { relay.stop() }
        _ = try home.recours(Self.mail + ["--later"], settings: relayed(relay))

        let run = try home.recours(
            ["run", "--once"], settings: relayed(relay),
            through: ["sh", "-c", #"exec "$0" "$@" > /dev/full"#])
        let listed = try home.recours(["delivery", "list", "--state", "accepted", "--json"])

        #expect(run.status == 0, "\(run.errors)")
        #expect(relay.seen.stored == 1)
        #expect(listed.lines.count == 1)
    }

    @Test("plugins check names each channel's settings")
    func plugins() throws {
        let home = try home()

        let run = try home.recours(["plugins", "check", "--json"])

        let findings = try #require(
            try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
        #expect(findings.contains { $0["channel"] as? String == "webhook" })
        #expect(findings.allSatisfy { ["good", "warning", "error"].contains($0["severity"] as? String) })
    }
}

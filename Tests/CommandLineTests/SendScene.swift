import TestSupport

/// A case whose other side takes mails, and a relay for them.
final class SendScene {
    let home: CaseHome
    let relay: ScriptedSMTPServer

    init(_ scripts: SMTPScript...) throws {
        home = try CaseHome()
        relay = try ScriptedSMTPServer(scripts.first ?? SMTPScript())
        _ = try home.run(
            "open", try home.recent("unlisted-shop-withdrawal"), "--reference", "coat", "--at",
            RecentExample.moment)
    }

    deinit { relay.stop() }

    func recours(_ arguments: String...) throws -> CommandLineRun { try recours(arguments) }

    func recours(
        _ arguments: [String], settings: [String: String] = [:], through wrapper: [String] = []
    ) throws -> CommandLineRun {
        try home.recours(arguments, settings: relayed.merging(settings) { $1 }, through: wrapper)
    }

    /// The settings of a relay on this machine.
    var relayed: [String: String] {
        [
            "RECOURS_SMTP_URL": "smtp://127.0.0.1:\(relay.port)", "RECOURS_SMTP_TLS": "none",
            "RECOURS_ALLOW_LOOPBACK": "1",
        ]
    }

    /// A mail, for a day on which it may still be sent.
    func send(_ more: String...) throws -> CommandLineRun {
        try recours(["send", "coat", "--channel", "email", "--at", RecentExample.moment] + more)
    }

    static func script(_ change: (inout SMTPScript) -> Void) -> SMTPScript {
        var script = SMTPScript()
        change(&script)
        return script
    }
}

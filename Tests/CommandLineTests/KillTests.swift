import Foundation
import TestSupport
import Testing

/// The whole program, killed on the way from a stored case to a mail that the relay took.
@Suite("Killed at any moment (P9)", .enabled(if: MachineLeave.tracing))
struct KillTests {
    private static let mail = ["send", "coat", "--channel", "email", "--at", RecentExample.moment]
    /// Every so many calls: `make soak` takes each of them.
    private static let step = 6

    @Test(
        "the case shows what went out, the same command again sends no second copy, and the store is sound",
        arguments: ["pwrite64", "fdatasync", "unlink", "sendto"])
    func killed(call: String) throws {
        let home = try CaseHome()
        _ = try home.run(
            "open", try home.recent("unlisted-shop-withdrawal"), "--reference", "coat", "--at",
            RecentExample.moment)
        let fresh = try home.copyOfState()
        var kills = 0
        for moment in stride(from: 1, to: 600, by: Self.step) {
            try home.replaceState(by: fresh)
            let relay = try ScriptedSMTPServer()
            defer { relay.stop() }
            let settings = [
                "RECOURS_SMTP_URL": "smtp://127.0.0.1:\(relay.port)", "RECOURS_SMTP_TLS": "none",
                "RECOURS_ALLOW_LOOPBACK": "1",
            ]

            let cut = try home.recours(
                Self.mail, settings: settings,
                through: [
                    "/usr/bin/strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(call)", "-e",
                    "inject=\(call):signal=KILL:when=\(moment)",
                ])
            let again = try home.recours(Self.mail + ["--wait", "0"], settings: settings)
            let listed = try home.recours(["delivery", "list", "--all", "--json"], settings: settings)
            let doctor = try home.recours(["doctor", "--offline", "--lang", "en"], settings: settings)

            let place = "\(call) \(moment)"
            #expect([0, 3, 75].contains(again.status), "\(place): \(again.errors)")
            #expect(listed.lines.count == 1, "\(place): \(listed.output)")
            let copies = relay.seen.stored
            #expect(copies <= 1, "\(place): \(copies) copies")
            if listed.output.contains(#""state":"accepted""#) { #expect(copies == 1, "\(place)") }
            if listed.output.contains(#""state":"queued""#) { #expect(copies == 0, "\(place)") }
            #expect(doctor.output.contains("every chain holds"), "\(place): \(doctor.output)")
            if cut.status == 0 { break }
            kills += 1
        }
        #expect(kills >= 1, "nothing was killed")
    }

    @Test(
        "what a person tells of a task is there with the task settled, or neither is",
        arguments: ["fdatasync", "unlink"])
    func killedWhileTelling(call: String) throws {
        let home = try CaseHome()
        let moment = ["--at", RecentExample.moment]
        _ = try home.recours(
            ["case", "open", try home.recent("refund-overdue"), "--reference", "refund"] + moment)
        _ = try home.recours(["send", "refund", "--channel", "registered-mail"] + moment)
        let fresh = try home.copyOfState()
        let telling = ["case", "did", "refund", "--channel", "registered-mail", "--outcome", "sent"]
        var settled: Set<Bool> = []
        for count in 1...60 {
            try home.replaceState(by: fresh)

            let cut = try home.recours(
                telling, settings: [:],
                through: [
                    "/usr/bin/strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(call)", "-e",
                    "inject=\(call):signal=KILL:when=\(count)",
                ])
            let log = try home.recours(["case", "log", "refund", "--json"]).output
            let again = try home.recours(telling)

            let isSettled = log.contains(#""delivery-accepted""#)
            #expect(log.contains(#""contact""#) == isSettled, "\(call) \(count): \(log)")
            #expect(again.status == 0, "\(call) \(count): \(again.errors)")
            settled.insert(isSettled)
            if cut.status == 0 { break }
        }
        #expect(settled == [true, false], "it was killed before and after")
    }
}

extension CaseHome {
    /// A copy of everything that is kept.
    fileprivate func copyOfState() throws -> String {
        let copy = place("fresh")
        try FileManager.default.copyItem(atPath: state, toPath: copy)
        return copy
    }

    fileprivate func replaceState(by copy: String) throws {
        try FileManager.default.removeItem(atPath: state)
        try FileManager.default.copyItem(atPath: copy, toPath: state)
    }
}

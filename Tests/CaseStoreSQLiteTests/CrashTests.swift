import CaseStore
import CaseStoreSQLite
import CaseStoreTesting
import CivilCalendar
import ContactRouting
import Foundation
import GRDB
import TestSupport
import Testing

@Suite("Killed at any write (P1, P2, P3, P7)", .serialized, .enabled(if: MachineLeave.tracing))
struct CrashTests {
    static let calls = ["pwrite64", "fdatasync", "unlink"]

    @Test(
        "what was said to be stored is stored, and what was not is stored whole or not at all",
        arguments: calls)
    func killed(call: String) async throws {
        let template = try StoreFolder()
        try await template.fill()
        var kills = 0
        for moment in 1...80 {
            let folder = try StoreFolder()
            try FileManager.default.copyItem(atPath: template.path, toPath: folder.path)

            let (lines, status) = try Probe.run(
                folder.path, ["enqueue:a", "claim:one", "settle"],
                before: [
                    "strace", "-f", "-q", "-o", "/dev/null", "-e", "trace=\(call)", "-e",
                    "inject=\(call):signal=KILL:when=\(moment)",
                ])

            try await check(folder, said: lines)
            if status == 0 { break }
            kills += 1
        }
        #expect(kills >= 3, "nothing was killed: is strace allowed to trace here?")
    }

    /// What must hold after the process died, from what it said before.
    private func check(_ folder: StoreFolder, said lines: [String]) async throws {
        let store = try folder.store(.mustExist)
        #expect(try await store.verify().findings == [])
        let record = try await store.delivery(DeliveryReference(parsing: "delivery-a"))
        let entries = try await store.caseRecord(CaseReference(parsing: "lamp"))?.summary.entries
        let preparation = try await store.preparation(of: DeliveryReference(parsing: "delivery-a"))
        #expect((preparation != nil) == (record != nil), "a delivery and its bytes come together")
        if lines.contains("enqueue:a ok created") { #expect(record != nil) }
        if lines.contains("claim:one ok 1") { #expect(record?.claims == 1) }
        if lines.contains("settle ok settled") { #expect(record?.standing.state.text == "accepted") }
        let expected = record == nil ? 1 : record?.standing.state.text == "accepted" ? 3 : 2
        #expect(entries == expected, "an entry without its delivery, or the other way round")

        // The caller who heard nothing asks again: one delivery, whatever happened before.
        let again = try await store.enqueue([StoreSamples.order("delivery-a", key: "a")])
        #expect(again.map(\.record.reference.text) == ["delivery-a"])
        #expect(try await store.deliveries(of: CaseReference(parsing: "lamp")).count == 1)
        if record?.standing.state.text == "sending" {
            let step = ClaimStep(try StoreSamples.standing("sending"))
            let later = StoreSamples.now.adding(hours: 1)
            #expect(try await store.rescue(StoreSamples.request("two", at: later)) { _ in step }.count == 1)
        }
        await store.shutDown()
    }

    @Test("when a sync fails nobody goes on, and after a new start the store is sound")
    func syncFails() async throws {
        let folder = try StoreFolder()
        try await folder.fill()

        let (lines, _) = try Probe.run(
            folder.path, ["enqueue:a", "enqueue:b", "enqueue:c"],
            before: [
                "strace", "-f", "-q", "-o", "/dev/null", "-e", "trace=fdatasync", "-e",
                "inject=fdatasync:error=EIO:when=3+",
            ])
        let findings = try await folder.findings()

        let errors = lines.filter { $0.contains("error") }
        #expect(errors.first?.contains("could not be read or written") == true, "\(lines)")
        #expect(errors.dropFirst().allSatisfy { $0.contains("stopped after an earlier failure") }, "\(lines)")
        #expect(errors.count >= 2)
        #expect(findings == [])
    }
}

@Suite("No room left, or no turn (P28, P30)")
struct RoomTests {
    @Test(
        "on a full disk nothing is stored and nothing is lost, and it goes on when there is room",
        .enabled(if: MachineLeave.namespaces))
    func fullDisk() async throws {
        let folder = try StoreFolder()
        let ballast = folder.folder.appending(path: "ballast").path
        let mount = "mount -t tmpfs -o size=1m,mode=700 tmpfs \(folder.folder.path)"
        let steps = [
            "case:lamp", "enqueue:a", "claim:one", "stuff:\(ballast)", "settle", "enqueue:b", "verify",
            "remove:\(ballast)", "settle", "enqueue:b", "verify",
        ]

        let (lines, status) = try Probe.run(
            folder.path, steps, before: ["unshare", "-Urm", "sh", "-c", "\(mount) && exec \"$0\" \"$@\""])

        #expect(status == 0)
        try #require(lines.count == steps.count, "\(lines)")
        #expect(lines[4].contains("No room is left"), "the outcome is not stored, and the caller hears it")
        #expect(lines[5].contains("No room is left"))
        #expect(lines[6] == "verify ok []")
        #expect(lines[8] == "settle ok settled", "the claim still stands when there is room")
        #expect(lines[9] == "enqueue:b ok created")
        #expect(lines[10] == "verify ok []")
    }

    @Test("a call waits for another process, and says so when its turn does not come")
    func busy() async throws {
        let folder = try StoreFolder()
        try await folder.fill("first")
        let store = try SQLiteCaseStore(path: folder.path, busySeconds: 1, salt: salt)
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let other = try DatabaseQueue(path: folder.path, configuration: configuration)
        let step = ClaimStep(try StoreSamples.standing("sending"))
        let claims = try await store.claim(StoreSamples.request()) { _ in step }
        let accepted = try StoreSamples.standing("accepted")
        let outcome = claims.map { Settlement($0.ticket, standing: accepted) }

        try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN EXCLUSIVE") }
        await #expect(throws: CaseStoreError.busy(seconds: 1)) { _ = try await store.settle(outcome) }
        try await other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }

        let results = try await store.settle(outcome)
        #expect(results.count == 1 && results != [.superseded], "the outcome is stored when the turn comes")
        await store.shutDown()
    }
}

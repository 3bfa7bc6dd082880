import CaseStore
import CaseStoreSQLite
import CaseStoreTesting
import CivilCalendar
import ContactRouting
import Foundation
import Testing

@Suite("Backups (P12)")
struct BackupTests {
    @Test("a restored backup holds everything back until a person confirms")
    func onHold() async throws {
        let folder = try StoreFolder()
        try await folder.fill("first", "second")
        let store = try folder.store()
        let path = folder.folder.appending(path: "monday.sqlite").path
        try await store.startWorker(
            WorkerName(parsing: "one"), now: StoreSamples.now, until: StoreSamples.now.adding(hours: 1))
        try await store.backUp(to: path, now: StoreSamples.now)
        let step = ClaimStep(try StoreSamples.standing("sending"))
        let goesOn = try await store.claim(StoreSamples.request()) { _ in step }
        await store.shutDown()

        let restored = try SQLiteCaseStore(path: path, mode: .mustExist, salt: salt)
        let hold = Hold(.restored, since: StoreSamples.now)
        #expect(goesOn.count == 2, "the original goes on")
        #expect(try await restored.hold() == hold)
        #expect(try await restored.worker() == nil)
        #expect(try await restored.verify().isSound)
        await #expect(throws: CaseStoreError.onHold(.restored, since: StoreSamples.now)) {
            _ = try await restored.claim(StoreSamples.request()) { _ in step }
        }
        try await restored.setHold(nil)
        #expect(try await restored.claim(StoreSamples.request()) { _ in step }.count == 2)
        await restored.shutDown()
    }

    @Test("a backup replaces nothing, and what an interrupted one left is not in the way")
    func replacesNothing() async throws {
        let folder = try StoreFolder()
        try await folder.fill()
        let store = try folder.store()
        let path = folder.folder.appending(path: "monday.sqlite").path
        try Data("unfinished".utf8).write(to: URL(filePath: path + ".unfinished"))

        try await store.backUp(to: path, now: StoreSamples.now)

        await #expect(throws: CaseStoreError.backupExists(path: path)) {
            try await store.backUp(to: path, now: StoreSamples.now)
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.folder.path).sorted()
        #expect(names == ["cases.sqlite", "monday.sqlite"])
        await store.shutDown()
    }

    @Test("a backup to a place that cannot take it harms nothing")
    func badPlace() async throws {
        let folder = try StoreFolder()
        try await folder.fill()
        let store = try folder.store()

        await #expect(throws: CaseStoreError.self) {
            try await store.backUp(to: folder.path + "/inside/a/file", now: StoreSamples.now)
        }
        #expect(try await store.verify().isSound)
        await store.shutDown()
    }
}

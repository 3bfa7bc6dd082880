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

    @Test("a store, what was restored from its backup, and what was restored once more are told apart")
    func marked() async throws {
        let folder = try StoreFolder()
        try await folder.fill("first")
        let store = try folder.store()
        let backup = folder.folder.appending(path: "monday.sqlite").path
        try await store.backUp(to: backup, now: StoreSamples.now)
        func restored(_ name: String) throws -> SQLiteCaseStore {
            let path = folder.folder.appending(path: name).path
            if !FileManager.default.fileExists(atPath: path) {
                try FileManager.default.copyItem(atPath: backup, toPath: path)
            }
            return try SQLiteCaseStore(path: path, mode: .mustExist, salt: salt)
        }

        let one = try restored("one.sqlite")
        let two = try restored("two.sqlite")
        let (first, second) = (try await one.mark(), try await two.mark())
        // A backup of what was restored is another store once more.
        let again = folder.folder.appending(path: "again.sqlite").path
        try await one.backUp(to: again, now: StoreSamples.now)
        await one.shutDown()
        let reopened = try restored("one.sqlite")
        let third = try SQLiteCaseStore(path: again, mode: .mustExist, salt: salt)

        #expect(try await store.mark() == nil)
        #expect(first != nil && second != nil && first != second)
        #expect(try await reopened.mark() == first)
        #expect(try await ![nil, first, second].contains(third.mark()))
        #expect(try await reopened.hold()?.reason == .restored)
        for store in [store, two, reopened, third] { await store.shutDown() }
    }

    @Test(
        "an agenda that changed as often after a restore as before it is another one, however it was restored"
    )
    func agenda() async throws {
        let folder = try StoreFolder()
        let store = try folder.store()
        _ = try await store.open(StoreSamples.opening())
        let first = try StoreSamples.sheet(entries: 1, text: "first")
        let second = try StoreSamples.sheet(entries: 1, text: "second")
        _ = try await store.keep([first])
        let backup = folder.folder.appending(path: "monday.sqlite").path
        let plain = folder.folder.appending(path: "plain.sqlite").path
        try await store.backUp(to: backup, now: StoreSamples.now)
        try FileManager.default.copyItem(atPath: folder.path, toPath: plain)
        let saved = try await store.agendaRevision()
        _ = try await store.keep([second])
        let lost = try await store.agendaRevision()
        await store.shutDown()

        let restored = try SQLiteCaseStore(path: backup, mode: .mustExist, salt: salt)
        let copied = try SQLiteCaseStore(path: plain, mode: .mustExist, salt: salt)
        let opened = try await restored.agendaRevision()
        let unchanged = try await copied.agendaRevision()
        _ = try await copied.keep([second])
        let changed = try await copied.agendaRevision()

        #expect(opened.number == lost.number && opened != lost)
        #expect(unchanged == saved)
        #expect(changed.number == lost.number && changed != lost)
        for store in [restored, copied] { await store.shutDown() }
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

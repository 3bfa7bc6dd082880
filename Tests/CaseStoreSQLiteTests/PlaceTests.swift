import CaseStore
import CaseStoreSQLite
import CaseStoreTesting
import ContactRouting
import Foundation
import TestSupport
import Testing

@Suite("Where a store may stand (P29, P31)")
struct PlaceTests {
    @Test("folder and file are made for their owner alone")
    func modes() async throws {
        let outer = try StoreFolder()
        let inner = outer.folder.appending(path: "state")
        let path = inner.appending(path: "cases.sqlite").path

        let store = try SQLiteCaseStore(path: path, salt: salt)
        _ = try await store.open(StoreSamples.opening())
        await store.shutDown()

        #expect(try mode(inner.path) == 0o700)
        #expect(try mode(path) == 0o600)
    }

    @Test(
        "a file or a folder that others may reach is refused, and kept as it is", arguments: [0o640, 0o604])
    func reachable(permissions: Int) async throws {
        let folder = try StoreFolder()
        try await folder.fill()
        try set(permissions, folder.path)

        #expect(throws: CaseStoreError.unsafePermissions(path: folder.path, mode: permissions, needed: 0o600))
        {
            _ = try folder.store()
        }

        try set(0o600, folder.path)
        try set(0o750, folder.folder.path)
        #expect(
            throws: CaseStoreError.unsafePermissions(path: folder.folder.path, mode: 0o750, needed: 0o700)
        ) {
            _ = try folder.store()
        }
    }

    @Test("a link, and a file that is no database, are refused")
    func foreign() async throws {
        let folder = try StoreFolder()
        try Data("This is a letter, and long enough to be mistaken for the head of a database file. ".utf8)
            .write(to: URL(filePath: folder.path))
        try set(0o600, folder.path)
        let before = try Data(contentsOf: URL(filePath: folder.path))

        #expect(throws: CaseStoreError.foreign(path: folder.path)) { _ = try folder.store() }
        #expect(try Data(contentsOf: URL(filePath: folder.path)) == before)

        let link = folder.folder.appending(path: "link.sqlite").path
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.path)
        #expect(throws: CaseStoreError.foreign(path: link)) {
            _ = try SQLiteCaseStore(path: link, salt: salt)
        }
    }

    @Test("a database of another program is refused and not changed")
    func otherDatabase() throws {
        let folder = try StoreFolder()
        try folder.tamper("CREATE TABLE songs (title TEXT)")
        try set(0o600, folder.path)

        #expect(throws: CaseStoreError.foreign(path: folder.path)) { _ = try folder.store() }
    }

    @Test("a file of a newer version is refused")
    func newer() async throws {
        let folder = try StoreFolder()
        try await folder.fill()
        try folder.tamper("PRAGMA user_version = 99")

        #expect(throws: CaseStoreError.newerSchema(path: folder.path, found: 99, known: 2)) {
            _ = try folder.store()
        }
    }

    @Test("a file from before the first release is refused by name, and kept as it is")
    func older() async throws {
        let folder = try StoreFolder()
        try await folder.fill()
        try folder.tamper("PRAGMA user_version = 1")
        let before = try Data(contentsOf: URL(filePath: folder.path))

        let refusal = CaseStoreError.olderSchema(path: folder.path, found: 1, known: 2)
        #expect(throws: refusal) { _ = try folder.store() }
        #expect(try Data(contentsOf: URL(filePath: folder.path)) == before)
        #expect(
            refusal.description.hasPrefix("\(folder.path) was written by a version before the first release"))
    }

    @Test("a file is taken to the next version with all that is in it, and is too new for this one then")
    func migrated() async throws {
        let folder = try StoreFolder()
        try await folder.fill("first")
        let next = StoreSchema.current.followed(by: "ALTER TABLE cases ADD COLUMN colour TEXT")
            .followed(by: "UPDATE cases SET colour = 'blue'")
        func opened() throws -> SQLiteCaseStore {
            try SQLiteCaseStore(
                path: folder.path, mode: .mustExist, busySeconds: 10, schema: next, salt: salt)
        }

        let store = try opened()
        let deliveries = try await store.deliveries(of: CaseReference(parsing: "lamp")).count
        await store.shutDown()
        // Each step once.
        await (try opened()).shutDown()

        #expect(deliveries == 1)
        #expect(try folder.contains("blue"))
        #expect(throws: CaseStoreError.newerSchema(path: folder.path, found: 4, known: 2)) {
            _ = try folder.store()
        }
    }

    @Test("where there must be a store, none is made")
    func missing() throws {
        let folder = try StoreFolder()

        #expect(throws: CaseStoreError.self) { _ = try folder.store(.mustExist) }
        #expect(!FileManager.default.fileExists(atPath: folder.path))
    }

    @Test(
        "on a file system that takes no writes a store says so in one line",
        .enabled(if: MachineLeave.namespaces)
    )
    func readOnly() async throws {
        let folder = try StoreFolder()
        try await folder.fill()
        let mount = "mount --bind \(folder.folder.path) \(folder.folder.path)"
        let remount = "mount -o remount,ro,bind \(folder.folder.path)"

        let (lines, status) = try Probe.run(
            folder.path, ["verify"],
            before: ["unshare", "-Urm", "sh", "-c", "\(mount) && \(remount) && exec \"$0\" \"$@\""])

        #expect(status == 78)
        #expect(lines.count == 1)
        #expect(lines.first?.contains("cannot be written") == true, "\(lines)")
    }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    private func set(_ mode: Int, _ path: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }
}

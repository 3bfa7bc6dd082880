import Assembly
import CaseStore
import ContactRouting
import Foundation
import Testing

@Suite("The state folder")
struct StateFolderTests {
    private let root = FileManager.default.temporaryDirectory.appending(
        path: "recours-state-\(UUID().uuidString)")

    private func folder(_ environment: [String: String]) throws -> StateFolder {
        try Settings(file: nil, environment: environment).stateFolder()
    }

    @Test("RECOURS_HOME outranks the XDG data folder, and that the home folder")
    func places() throws {
        let home = ["HOME": "/srv/person"]
        let data = home.merging(["XDG_DATA_HOME": "/data"]) { $1 }

        #expect(try folder(home).path == "/srv/person/.local/share/recours")
        #expect(try folder(data).path == "/data/recours")
        #expect(try folder(data.merging(["RECOURS_HOME": "/elsewhere"]) { $1 }).path == "/elsewhere")
        #expect(
            try folder(home.merging(["XDG_DATA_HOME": "data"]) { $1 }).path
                == "/srv/person/.local/share/recours")
        #expect(throws: SettingsError.self) { try folder([:]) }
    }

    @Test("folders are made for their owner alone, with the store in them")
    func made() async throws {
        defer { try? FileManager.default.removeItem(at: root) }
        let folder = StateFolder(path: root.appending(path: "a/b").path)

        let store = try folder.openStore()
        await store.shutDown()
        try folder.make(folder.draft(of: CaseReference(parsing: "lamp"), through: .email))

        for (path, mode) in [
            (folder.path, 0o700), (folder.store, 0o600), ("\(folder.path)/drafts/lamp/email", 0o700),
        ] {
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect(attributes[.posixPermissions] as? Int == mode)
        }
    }

    @Test("a folder that others may enter is refused, and not changed")
    func unsafe() throws {
        defer { try? FileManager.default.removeItem(at: root) }
        try FileManager.default.createDirectory(
            at: root, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])

        #expect(throws: CaseStoreError.unsafePermissions(path: root.path, mode: 0o755, needed: 0o700)) {
            try StateFolder(path: root.path).openStore()
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: root.path).isEmpty)
    }
}

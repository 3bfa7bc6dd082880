import CaseStore
import CaseStoreSQLite
import CaseStoreTesting
import Foundation
import GRDB
import TestSupport
import Testing

/// A folder of its own for the store of one test; removed with it.
final class StoreFolder: Sendable {
    let folder: URL
    var path: String { folder.appending(path: "cases.sqlite").path }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "recours-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func store(_ mode: SQLiteCaseStore.OpeningMode = .createWhenMissing) throws(CaseStoreError)
        -> SQLiteCaseStore
    {
        try SQLiteCaseStore(path: path, mode: mode, salt: salt)
    }

    /// A store with the sample case and one delivery for each name, closed again.
    func fill(_ deliveries: String...) async throws {
        let store = try store()
        _ = try await store.open(StoreSamples.opening())
        for name in deliveries { _ = try await store.enqueue([StoreSamples.order(name)]) }
        await store.shutDown()
    }

    /// Changes the file as somebody with a database tool would.
    func tamper(_ sql: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.write { try $0.execute(sql: sql) }
        try queue.close()
    }

    /// What a check says after the file was changed.
    func findings() async throws -> [StoreFinding] {
        let store = try store(.mustExist)
        let findings = try await store.verify().findings
        await store.shutDown()
        return findings
    }

    func contains(_ text: String) throws -> Bool {
        try Data(contentsOf: URL(filePath: path)).firstRange(of: Data(text.utf8)) != nil
    }
}

@Sendable func salt() -> LogSalt {
    var chance = SystemRandomNumberGenerator()
    return LogSalt(using: &chance)
}

/// Runs the probe as a process of its own.
enum Probe {
    static let path: String = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return root.appending(path: ".build/debug/store-probe").path
    }()

    /// - Parameter before: a command that runs the probe, such as `strace`.
    /// - Returns: the lines that it said, and how it ended; nil when a signal ended it.
    static func run(_ store: String, _ steps: [String], before: [String] = []) throws -> (
        lines: [String], status: Int32?
    ) {
        let output = store + ".said"
        let run = try ProgramRun(
            before + [path, store] + steps, environment: ["PATH": "/usr/bin:/bin"], in: "/", output: output)
        run.wait()
        let said = try Data(contentsOf: URL(filePath: output))
        let lines = String(decoding: said, as: UTF8.self).split(separator: "\n").map(String.init)
        return (lines, run.status.flatMap { $0 < 0 ? nil : $0 })
    }
}

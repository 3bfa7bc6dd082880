public import CaseStore
public import CivilCalendar
internal import ContactRouting
internal import GRDB

extension SQLiteCaseStore {
    public func verify() async throws(CaseStoreError) -> StoreReport { try await read { try $0.report() } }

    /// Copies the store by SQLite's own backup, puts the copy on hold and checks it.
    ///
    /// The copy appears under its name when it is complete, checked and synced, and not before.
    public func backUp(to path: String, now: Instant) async throws(CaseStoreError) {
        guard !StorePlace(path: path).exists else { throw .backupExists(path: path) }
        let copy = StorePlace(path: path + ".unfinished")
        copy.remove()
        try copy.prepareCopy()
        do throws(CaseStoreError) {
            // As a value: what is wrong with the copy must not stop the store that is copied.
            let result = try await writer.read { database in
                copy.result {
                    try StoreEngine.copy(database, to: copy.path)
                    try Self.finish(copy.path, now: now)
                }
            }
            try result.get()
            try copy.publish(as: path)
        } catch {
            copy.remove()
            throw error
        }
    }

    public func mark() async throws(CaseStoreError) -> StoreMark? { try await read { try $0.mark() } }

    /// Gives a copy that nobody has opened before a mark of its own.
    static func markCopy(_ database: DatabaseQueue, path: String, chance: () -> LogSalt) throws {
        let isUnopened = try database.read { try StoreSession($0, path: path) { .unused }.isUnopenedCopy() }
        guard isUnopened else { return }
        let mark = StoreMark(chance())
        let drawn = chance()
        try database.write { database in
            let session = StoreSession(database, path: path) { .unused }
            // Another process may have been faster.
            guard try session.isUnopenedCopy() else { return }
            try session.setMark(mark)
            // The calendar beside it may be of a later day, and of the store that was there before.
            try session.setAgendaRevision(session.agendaRevision().next(drawn))
        }
    }

    private static func finish(_ path: String, now: Instant) throws {
        let copy = try StoreEngine.open(path)
        try copy.write { database in
            let session = StoreSession(database, path: path) { .unused }
            try session.setHold(Hold(.restored, since: now))
            // The worker of the original is not the worker of the copy.
            try session.run(
                "UPDATE store SET worker = NULL, worker_until = NULL, is_unopened_copy = 1", [])
        }
        let report = try copy.read { try StoreSession($0, path: path) { .unused }.report() }
        try copy.close()
        if let finding = report.findings.first {
            throw CaseStoreError.damaged(path: path, reason: "\(finding)")
        }
    }
}

extension LogSalt {
    /// Stands where a session cannot need one, because it writes no entry.
    fileprivate static var unused: LogSalt {
        var zeros = Zeros()
        return LogSalt(using: &zeros)
    }

    private struct Zeros: RandomNumberGenerator {
        mutating func next() -> UInt64 { 0 }
    }
}

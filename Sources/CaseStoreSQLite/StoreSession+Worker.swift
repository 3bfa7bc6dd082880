internal import CaseStore
internal import CivilCalendar
internal import ContactRouting
internal import GRDB

extension StoreSession {
    func mark() throws -> StoreMark? {
        guard let text = try row("SELECT mark FROM store", [])?[0] as String? else { return nil }
        guard let mark = StoreMark(text) else { throw damaged("mark") }
        return mark
    }

    func isUnopenedCopy() throws -> Bool {
        try row("SELECT is_unopened_copy FROM store", []).map { $0[0] as Int != 0 } ?? false
    }

    func setMark(_ mark: StoreMark) throws {
        try run("UPDATE store SET mark = ?, is_unopened_copy = 0", [mark.text.databaseValue])
    }

    func worker() throws -> Lease? {
        guard let row = try row("SELECT worker, worker_until FROM store", []), let text = row[0] as String?
        else { return nil }
        return Lease(worker: try named("worker", text, WorkerName.init(parsing:)), until: row.instant(1))
    }

    func startWorker(_ worker: WorkerName, now: Instant, until: Instant) throws {
        if let other = try self.worker(), other.worker != worker, other.until > now {
            throw CaseStoreError.workerRunning(other.worker, until: other.until)
        }
        try run(
            "UPDATE store SET worker = ?, worker_until = ?", [worker.text.databaseValue, until.sql])
    }

    func renewWorker(_ worker: WorkerName, until: Instant) throws {
        try run(
            "UPDATE store SET worker_until = ? WHERE worker = ?", [until.sql, worker.text.databaseValue])
        guard database.changesCount == 1 else { throw CaseStoreError.workerReplaced(worker) }
    }

    /// - Returns: false when another one is the worker.
    func endWorker(_ worker: WorkerName) throws -> Bool {
        try run(
            "UPDATE store SET worker = NULL, worker_until = NULL WHERE worker = ?",
            [worker.text.databaseValue])
        return database.changesCount == 1
    }
}

internal import CaseStore
internal import Foundation
internal import GRDB

/// Gathers the writes of concurrent callers and commits them together.
///
/// Each write stands in a savepoint of its own: one that fails takes nothing with it. Callers hear of success after
/// the commit was synced, never before.
///
/// Proof: the variables are touched between lock and unlock, and the database has a queue of its own.
final class GroupWriter: @unchecked Sendable {
    /// Most writes of one commit.
    static let groupMax = 512

    /// One write: does its part in a transaction, and answers its caller afterwards.
    struct Job: Sendable {
        /// Returns what answers the caller once the commit is through.
        let run: @Sendable (Database) throws -> @Sendable () -> Void
        let fail: @Sendable (CaseStoreError) -> Void
    }

    private let path: String
    private let busySeconds: Int
    private let mutex = NSLock()
    private var database: DatabaseQueue?
    private var waiting: [Job] = []
    private var isScheduled = false
    /// Why no write is taken any more.
    private var stop: CaseStoreError?

    init(_ database: DatabaseQueue, path: String, busySeconds: Int) {
        self.database = database
        self.busySeconds = busySeconds
        self.path = path
    }

    func write<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(CaseStoreError) -> Value {
        let result: Result<Value, CaseStoreError> = await withUnsafeContinuation { continuation in
            submit(
                Job(
                    run: { database in
                        let value = try body(database)
                        return { continuation.resume(returning: .success(value)) }
                    }, fail: { continuation.resume(returning: .failure($0)) }))
        }
        return try result.get()
    }

    func read<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(CaseStoreError) -> Value {
        let database = try usable()
        let result: Result<Value, CaseStoreError> = await withUnsafeContinuation { continuation in
            database.asyncRead { [path, busySeconds] access in
                let result = Result { try body(access.get()) }
                    .mapError { EngineErrors.caseStoreError($0, path: path, busySeconds: busySeconds) }
                continuation.resume(returning: result)
            }
        }
        if case .failure(let error) = result { note(error) }
        return try result.get()
    }

    /// Takes no more, carries out what was handed over, and closes the file.
    func close() async {
        let database = ending()
        await withUnsafeContinuation { (continuation: UnsafeContinuation<Void, Never>) in
            guard let database else { return continuation.resume() }
            // Behind everything that was handed over.
            database.asyncWriteWithoutTransaction { [self] connection in
                drain(connection)
                continuation.resume()
            }
        }
        // Statements are finished by now; a failure to close leaves nothing unwritten.
        try? database?.close()
    }

    private func ending() -> DatabaseQueue? {
        mutex.withLock {
            defer { database = nil }
            return database
        }
    }

    private func usable() throws(CaseStoreError) -> DatabaseQueue {
        let (database, stop) = mutex.withLock { (self.database, self.stop) }
        guard let database else { throw .closed }
        if stop != nil { throw .stopped }
        return database
    }

    private func submit(_ job: Job) {
        let database: DatabaseQueue
        do { database = try usable() } catch { return job.fail(error) }
        let mustSchedule = mutex.withLock {
            waiting.append(job)
            defer { isScheduled = true }
            return !isScheduled
        }
        if mustSchedule { database.asyncWriteWithoutTransaction { [self] in drain($0) } }
    }

    /// Commits group after group until nobody waits.
    private func drain(_ connection: Database) {
        while true {
            let group: [Job] = mutex.withLock {
                let group = Array(waiting.prefix(Self.groupMax))
                waiting.removeFirst(group.count)
                if group.isEmpty { isScheduled = false }
                return group
            }
            guard !group.isEmpty else { return }
            if mutex.withLock({ stop != nil }) {
                for job in group { job.fail(.stopped) }
            } else {
                commit(group, connection)
            }
        }
    }

    private func commit(_ group: [Job], _ connection: Database) {
        var done: [@Sendable () -> Void] = []
        var failed: [(Job, CaseStoreError)] = []
        do {
            try connection.run("BEGIN IMMEDIATE")
            for job in group {
                do {
                    done.append(try carryOut(job, alone: group.count == 1, connection))
                } catch let error as CaseStoreError {
                    failed.append((job, error))
                }
            }
            if done.isEmpty {
                try connection.rollback()
            } else {
                try connection.run("COMMIT")
            }
        } catch {
            let error = EngineErrors.caseStoreError(error, path: path, busySeconds: busySeconds)
            note(error)
            try? connection.rollback()
            if connection.isInsideTransaction { mutex.withLock { stop = error } }
            for job in group { job.fail(error) }
            return
        }
        for (job, error) in failed { job.fail(error) }
        for answer in done { answer() }
    }

    /// - Throws: `CaseStoreError` when this write is refused and the others may go on, SQLite's error when the whole
    ///   transaction is lost.
    private func carryOut(
        _ job: Job, alone: Bool, _ connection: Database
    ) throws -> @Sendable () -> Void {
        if alone { return try job.run(connection) }
        try connection.run("SAVEPOINT job")
        do {
            let answer = try job.run(connection)
            try connection.run("RELEASE job")
            return answer
        } catch {
            let refusal = EngineErrors.caseStoreError(error, path: path, busySeconds: busySeconds)
            guard connection.isInsideTransaction, EngineErrors.concernsOneWrite(refusal) else { throw error }
            try connection.run("ROLLBACK TO job")
            try connection.run("RELEASE job")
            throw refusal
        }
    }

    private func note(_ error: CaseStoreError) {
        if EngineErrors.stops(error) { mutex.withLock { stop = error } }
    }
}

public import CaseStore
public import CivilCalendar
public import ContactRouting
internal import GRDB

/// A store in one SQLite file, for one person or a small team on one machine.
///
/// A rollback journal with `synchronous=EXTRA`: what a call has stored survives a loss of power. The writes of
/// concurrent callers are gathered and committed together, so that durability does not cost a sync each.
///
/// Several processes may use one file; one of them is the worker.
public final class SQLiteCaseStore: CaseStore {
    /// The file, as it was named.
    public let path: String
    let writer: GroupWriter
    private let salt: @Sendable () -> LogSalt
    private let workerLock: WorkerLock

    /// Opens a store.
    ///
    /// - Parameters:
    ///   - path: the file. Its folder is the store's own: nobody else may enter it.
    ///   - mode: whether a store may be made where there is none.
    ///   - salt: chance for the log, and for the mark of a copy.
    /// - Throws: `CaseStoreError` of the place: `.unsafePermissions`, `.foreign`, `.olderSchema`, `.newerSchema`,
    ///   `.damaged`, `.unsafeSetting`, `.readOnly`, `.cannotOpen` and their like. The file is kept as it is.
    public convenience init(
        path: String, mode: OpeningMode = .createWhenMissing, salt: @escaping @Sendable () -> LogSalt
    ) throws(CaseStoreError) {
        try self.init(path: path, mode: mode, busySeconds: StoreEngine.busySeconds, salt: salt)
    }

    /// - Parameters:
    ///   - busySeconds: how long a call waits for another process.
    ///   - schema: what is written; another one than the current one is for tests.
    package init(
        path: String, mode: OpeningMode = .createWhenMissing, busySeconds: Int,
        schema: StoreSchema = .current, salt: @escaping @Sendable () -> LogSalt
    ) throws(CaseStoreError) {
        let place = StorePlace(path: path)
        try place.prepare(mode)
        let database = try place.result {
            let database = try StoreEngine.open(path, busySeconds: busySeconds, schema: schema)
            try Self.markCopy(database, path: path, chance: salt)
            return database
        }.get()
        self.path = path
        self.salt = salt
        writer = GroupWriter(database, path: path, busySeconds: busySeconds)
        workerLock = WorkerLock(path: path + ".worker")
    }

    /// What to do where there is no store yet.
    public enum OpeningMode: Hashable, Sendable, CaseIterable {
        case createWhenMissing
        case mustExist
    }

    public func shutDown() async {
        await writer.close()
        workerLock.release()
    }

    /// Carries out one operation in a transaction that it may share with others.
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (StoreSession) throws -> Value
    ) async throws(CaseStoreError) -> Value {
        try await writer.write { [salt, path] in try body(StoreSession($0, path: path, salt: salt)) }
    }

    /// Reads in a transaction of its own.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (StoreSession) throws -> Value
    ) async throws(CaseStoreError) -> Value {
        try await writer.read { [salt, path] in try body(StoreSession($0, path: path, salt: salt)) }
    }

    public func startWorker(_ worker: WorkerName, now: Instant, until: Instant) async throws(CaseStoreError) {
        try workerLock.acquire()
        do {
            try await write { try $0.startWorker(worker, now: now, until: until) }
        } catch {
            workerLock.release()
            throw error
        }
    }

    public func renewWorker(_ worker: WorkerName, until: Instant) async throws(CaseStoreError) {
        try await write { try $0.renewWorker(worker, until: until) }
    }

    public func endWorker(_ worker: WorkerName) async throws(CaseStoreError) {
        // Every process of a machine has the same name: without the lock the lease is another one's.
        guard workerLock.isHeld else { return }
        if try await write({ try $0.endWorker(worker) }) { workerLock.release() }
    }

    public func worker() async throws(CaseStoreError) -> Lease? { try await read { try $0.worker() } }
}

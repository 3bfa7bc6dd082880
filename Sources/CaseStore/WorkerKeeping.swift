public import CivilCalendar
public import ContactRouting

/// Keeps who the worker is: one per store.
public protocol WorkerKeeping: Sendable {
    /// Makes this the worker of the store.
    ///
    /// The same name may start again, as after a crash.
    ///
    /// - Throws: `CaseStoreError.workerRunning` while another one's lease lasts.
    func startWorker(_ worker: WorkerName, now: Instant, until: Instant) async throws(CaseStoreError)

    /// Moves the end of the worker's lease.
    ///
    /// - Throws: `CaseStoreError.workerReplaced` when another worker has taken over: stop.
    func renewWorker(_ worker: WorkerName, until: Instant) async throws(CaseStoreError)

    /// Ends the worker's lease; does nothing when another worker has taken over, or when this one never began.
    func endWorker(_ worker: WorkerName) async throws(CaseStoreError)

    /// Who the worker is and until when; nil when none was started or the last one ended.
    func worker() async throws(CaseStoreError) -> Lease?
}

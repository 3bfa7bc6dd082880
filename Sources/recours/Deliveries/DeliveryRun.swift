import Assembly
import CaseStore
import ContactRouting
import Glibc
import Outbox

/// Lets the worker of this process work, and ends it gracefully when it is told to.
struct DeliveryRun {
    let worker: DeliveryWorker
    let graceSeconds = OutboxLimits().graceSeconds

    /// How long after the grace the process ends whatever hangs, in seconds.
    private static let lastSeconds: Int64 = 2

    /// Works until it is stopped, or once through what is due.
    ///
    /// - Throws: `OutboxError`.
    func work(
        _ runner: OutboxRunner, once: Bool, forOneDelivery isForOne: Bool = false
    ) async throws(OutboxError) {
        let limit = graceSeconds + Self.lastSeconds
        let signals = StopSignals {
            Task {
                await runner.stop()
                try? await Task.sleep(for: .seconds(limit))
                // What is under way stays claimed in the store, and the next run takes it over.
                Output.standardError(
                    "recours: Something did not end in time and was cut off: the next run looks after it.\n")
                leave(.unavailable)
            }
        }
        defer { withExtendedLifetime(signals) {} }
        try await worker.work(runner, once: once, forOneDelivery: isForOne)
    }

    /// Delivers one stored delivery, or waits for the worker that is running.
    ///
    /// - Parameter waitSeconds: how long it waits for another worker's result.
    /// - Returns: the delivery as it stands then.
    /// - Throws: `OutboxError`, `CaseStoreError`.
    func deliver(
        _ reference: DeliveryReference, in store: any CaseStore, waitSeconds: Int
    ) async throws -> DeliveryRecord {
        let clock = SystemClock()
        let end = clock.uptimeSeconds + Int64(waitSeconds)
        while true {
            guard let record = try await store.delivery(reference) else {
                throw CaseStoreError.deliveryUnknown(reference)
            }
            guard record.life.state.mayStillBegin(by: clock) else { return record }
            var isOurs = false
            do throws(OutboxError) {
                try await work(worker.runner(only: reference), once: true, forOneDelivery: true)
                isOurs = true
            } catch {
                guard error.isOtherWorker else { throw error }
            }
            if isOurs { return try await store.delivery(reference) ?? record }
            guard clock.uptimeSeconds < end else { return record }
            try await Task.sleep(for: .milliseconds(100))
        }
    }
}

extension OutboxError {
    /// True when the store has another worker now, which will do it.
    var isOtherWorker: Bool {
        switch self {
        case .store(.locked), .store(.workerRunning): true
        case .store, .outcomesNotStored, .lifecycle, .notForPeople, .alreadyRunning: false
        }
    }
}

extension DeliveryState {
    /// True while an attempt is due or under way.
    fileprivate func mayStillBegin(by clock: SystemClock) -> Bool {
        switch self {
        case .queued(let from): from <= clock.now
        case .sending: true
        case .waiting, .needsPerson, .unknown, .accepted, .failed, .cancelled, .quarantined, .held: false
        }
    }
}

extension DeliveryState.Kind {
    /// How a command ends that ordered this delivery.
    var exitStatus: ExitStatus {
        switch self {
        case .accepted, .needsPerson: .done
        case .failed, .cancelled: .refused
        case .unknown, .quarantined: .outcomeUnknown
        case .queued, .sending, .waiting, .held: .storedForLater
        }
    }
}

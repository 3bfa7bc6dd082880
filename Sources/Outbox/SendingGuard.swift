internal import CaseStore
internal import ContactRouting
import Synchronization

/// Stands between a plugin and the world during one attempt, so that nothing leaves the machine before it is stored that
/// it may.
///
/// Once it is closed nothing leaves any more, and whether something may have is settled.
final class SendingGuard: Sendable {
    enum Phase: Hashable {
        case idle
        /// It is being stored that something may leave the machine.
        case marking
        /// It is stored that something may have left the machine.
        case begun
        case closed(afterBegun: Bool)
    }

    private let phase = Mutex(Phase.idle)
    private let store: any CaseStore
    private let job: Job
    private let atFaultPoint: @Sendable (FaultPoint) -> Void

    init(_ job: Job, in world: OutboxWorld) {
        self.job = job
        store = world.store
        atFaultPoint = world.atFaultPoint
    }

    /// True when something may have left the machine.
    var hasBegun: Bool {
        switch phase.withLock({ $0 }) {
        case .idle: false
        case .marking, .begun: true
        case .closed(let begun): begun
        }
    }

    var isClosed: Bool {
        switch phase.withLock({ $0 }) {
        case .idle, .marking, .begun: false
        case .closed: true
        }
    }

    /// Lets nothing leave any more.
    ///
    /// - Returns: whether something may have left before.
    @discardableResult func close() -> Bool {
        phase.withLock { phase in
            let begun =
                switch phase {
                case .idle: false
                case .marking, .begun: true
                case .closed(let begun): begun
                }
            phase = .closed(afterBegun: begun)
            return begun
        }
    }

    /// Stores that something may leave the machine, before it does; and the checkpoint with it.
    ///
    /// - Returns: false when nothing may leave: it could not be stored, or the attempt was called off.
    func begin(_ checkpoint: Checkpoint? = nil) async -> Bool {
        let before = phase.withLock { phase in
            let before = phase
            if phase == .idle { phase = .marking }
            return before
        }
        switch before {
        case .idle, .marking: return await mark(checkpoint)
        case .begun: return if let checkpoint { await keep(checkpoint) } else { true }
        case .closed: return false
        }
    }

    private func mark(_ checkpoint: Checkpoint?) async -> Bool {
        do throws(CaseStoreError) {
            var life = job.life
            // What is asked about is not in flight, and asking begins nothing.
            try? life.apply(.begun, at: job.claimedAt)
            try await store.remember(
                ClaimProgress(checkpoint: checkpoint, standing: try DeliveryStanding(life)), for: job.ticket)
        } catch {
            // Whether it was stored may be unknown, but nothing has left the machine.
            phase.withLock { if $0 == .marking { $0 = .closed(afterBegun: false) } }
            return false
        }
        atFaultPoint(.begun)
        return phase.withLock { phase in
            if phase == .marking { phase = .begun }
            return phase == .begun
        }
    }

    /// Stores where a delivery in several calls stands.
    func keep(_ checkpoint: Checkpoint) async -> Bool {
        guard !isClosed else { return false }
        do throws(CaseStoreError) {
            try await store.remember(ClaimProgress(checkpoint: checkpoint), for: job.ticket)
            return !isClosed
        } catch {
            return false
        }
    }
}

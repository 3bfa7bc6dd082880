import Outbox
import Synchronization

/// The life of one process: once it is over, nothing it does has an effect.
final class ProcessLife: Sendable {
    private struct State {
        var isOver = false
        var seen: [FaultPoint: Int] = [:]
    }

    private let state = Mutex(State())
    private let deadly: (point: FaultPoint, time: Int)?

    /// - Parameter deadly: the fault point at which the process dies, and at which of its passings, from 1.
    init(dyingAt deadly: (point: FaultPoint, time: Int)? = nil) { self.deadly = deadly }

    var isOver: Bool { state.withLock { $0.isOver } }

    func die() { state.withLock { $0.isOver = true } }

    func pass(_ point: FaultPoint) {
        state.withLock { state in
            state.seen[point, default: 0] += 1
            if let deadly, deadly.point == point, deadly.time == state.seen[point] { state.isOver = true }
        }
    }
}

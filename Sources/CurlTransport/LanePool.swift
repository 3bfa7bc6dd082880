/// Lends out a fixed number of lanes, first come, first served.
///
/// libcurl 7.88 waits for the reply after a mail's final dot inside `curl_multi_perform` and so holds up everything else on
/// that thread. Each lane is an engine of its own with one transfer at a time: a relay that hangs holds up one lane only.
final class LanePool: Sendable {
    private typealias Waiter = CheckedContinuation<Int?, Never>

    private struct State: Sendable {
        /// Last in, first out: the lane used last has the warmest connection.
        var free: [Int]
        var waiters: [UInt64: Waiter] = [:]
        /// Numbers of the waiters in order of arrival, those that gave up included.
        var line: [UInt64] = []
        var gaveUpEarly: Set<UInt64> = []
        var nextNumber: UInt64 = 0
    }

    private let state: Locked<State>
    private let waitingMax: Int

    init(lanes: Int, waitingMax: Int) {
        state = Locked(State(free: Array(0..<lanes)))
        self.waitingMax = waitingMax
    }

    /// Waits for a lane.
    ///
    /// - Returns: nil when the task was cancelled before it got one, or too many wait already.
    func borrow() async -> Int? {
        let number = state.withLock { state in
            defer { state.nextNumber += 1 }
            return state.nextNumber
        }
        let lane = await withTaskCancellationHandler {
            await withCheckedContinuation { waiter in
                let answer: Int?? = state.withLock { state in
                    if state.gaveUpEarly.contains(number) { return .some(nil) }
                    if let lane = state.free.popLast() { return .some(lane) }
                    if state.waiters.count >= waitingMax { return .some(nil) }
                    state.waiters[number] = waiter
                    state.line.append(number)
                    return .none
                }
                if let answer { waiter.resume(returning: answer) }
            }
        } onCancel: {
            let waiter = state.withLock { state in
                let waiter = state.waiters.removeValue(forKey: number)
                if waiter == nil { state.gaveUpEarly.insert(number) }
                return waiter
            }
            waiter?.resume(returning: nil)
        }
        state.withLock { _ = $0.gaveUpEarly.remove(number) }
        return lane
    }

    /// Gives a lane to the next waiter, or keeps it free.
    func giveBack(_ lane: Int) {
        let waiter: Waiter? = state.withLock { state in
            while !state.line.isEmpty {
                if let waiter = state.waiters.removeValue(forKey: state.line.removeFirst()) { return waiter }
            }
            state.free.append(lane)
            return nil
        }
        waiter?.resume(returning: lane)
    }
}

internal import CCurl

/// What callers leave for the threads of an engine, and the bells that wake them.
///
/// The threads share one line of waiting jobs: the first with room takes the oldest.
final class EngineInbox: Sendable {
    /// One thread, as the callers see it.
    private struct Member: Sendable {
        /// The multi handle to wake, while the thread has one.
        var bell: EngineBell?
        var sleep = Sleep.none
        var hasCancellation = false
    }

    /// How a thread sleeps, which is how it is woken.
    enum Sleep: Sendable {
        case none
        /// At its gate, because it has no transfer.
        case parked
        /// In libcurl, which waits for the transfers that run.
        case polling
    }

    private struct State: Sendable {
        var waiting = JobLine()
        var members: [Member]
        /// Threads that sleep and have room, the one that fell asleep last at the end: its connection is the warmest.
        var sleepers: [Int] = []
        /// Jobs that may still be taken without waiting for another to end.
        var room: Int
        var isClosed = false
    }

    /// What a thread has to do next.
    struct Orders {
        let jobs: [EngineJob]
        let hasCancellation: Bool
        let isClosed: Bool
    }

    private let state: Locked<State>
    private let gates: [Gate]
    private let waitingMax: Int

    /// - Parameters:
    ///   - threads: how many threads take jobs.
    ///   - transfersMax: most jobs at a time on each of them.
    ///   - waitingMax: most jobs that may wait while no thread has room.
    init(threads: Int, transfersMax: Int, waitingMax: Int) {
        state = Locked(
            State(
                members: Array(repeating: Member(), count: threads), room: threads * max(1, transfersMax)))
        gates = (0..<threads).map { _ in Gate() }
        self.waitingMax = waitingMax
    }

    /// Leaves a job; gives the reason when it is not taken.
    func submit(_ job: EngineJob) -> TransferStop? {
        let answer: (refused: TransferStop?, gate: Gate?) = state.withLock { state in
            guard !state.isClosed else { return (.engineClosed, nil) }
            // Its task may have ended before it came here: then nobody would take it out again.
            guard !job.cancelFlag.isSet else { return (.cancelled, nil) }
            guard state.waiting.count < max(0, waitingMax) + state.room else { return (.tooManyWaiting, nil) }
            state.waiting.append(job)
            // A thread that does not sleep looks here before it does.
            return (nil, state.sleepers.popLast().flatMap { wake($0, &state) })
        }
        answer.gate?.open()
        return answer.refused
    }

    /// Ends a job that nobody waits for any more: at once while it waits, else by the thread that runs it.
    func cancel(_ flag: CancelFlag) {
        let job: EngineJob? = state.withLock { state in
            flag.set()
            if let job = state.waiting.remove(flag) { return job }
            for index in state.members.indices where state.members[index].sleep != .parked {
                state.members[index].hasCancellation = true
                _ = wake(index, &state)
            }
            return nil
        }
        job?.finish(TransferReport(stop: .cancelled))
    }

    func close() {
        let gates = state.withLock { state in
            state.isClosed = true
            return state.members.indices.compactMap { wake($0, &state) }
        }
        for gate in gates { gate.open() }
    }

    /// Rings the bell of a thread that is in libcurl; gives the gate to open of one that is parked.
    private func wake(_ member: Int, _ state: inout State) -> Gate? {
        defer { state.members[member].sleep = .none }
        switch state.members[member].sleep {
        case .none: return nil
        case .parked: return gates[member]
        case .polling:
            state.members[member].bell?.ring()
            return nil
        }
    }

    /// Takes up to `room` jobs, oldest first; for a thread of the engine.
    ///
    /// - Parameter ended: how many of its jobs ended since it asked last.
    func take(_ member: Int, room: Int, ended: Int) -> Orders {
        state.withLock { state in
            state.members[member].sleep = .none
            if let index = state.sleepers.firstIndex(of: member) { state.sleepers.remove(at: index) }
            let jobs = state.waiting.take(room)
            state.room += ended - jobs.count
            defer { state.members[member].hasCancellation = false }
            return Orders(
                jobs: jobs, hasCancellation: state.members[member].hasCancellation, isClosed: state.isClosed)
        }
    }

    /// Tells a thread how it may sleep; from then on what concerns it wakes it.
    ///
    /// - Parameters:
    ///   - room: how many jobs it could take.
    ///   - isIdle: true when it has no transfer.
    func sleep(_ member: Int, room: Int, isIdle: Bool) -> Sleep {
        state.withLock { state in
            guard !state.isClosed, !state.members[member].hasCancellation,
                room == 0 || state.waiting.isEmpty
            else { return .none }
            if room > 0 { state.sleepers.append(member) }
            let sleep = isIdle ? Sleep.parked : .polling
            state.members[member].sleep = sleep
            return sleep
        }
    }

    /// Waits until a job is there, or the inbox is closed; for a thread that is parked.
    func park(_ member: Int) { gates[member].wait() }

    /// Every job that still waits, for the answer that nobody will run it.
    func takeRest() -> [EngineJob] { state.withLock { $0.waiting.take(.max) } }

    /// Sets the bell of a thread; nil before its multi handle is freed.
    func setBell(_ bell: EngineBell?, of member: Int) { state.withLock { $0.members[member].bell = bell } }
}

/// Wakes a thread of the engine out of its sleep.
///
/// Proof: the pointer is only given to `curl_multi_wakeup`, the one function of the multi interface that
/// libcurl allows from any thread; the inbox rings under its lock, and the engine's thread takes the bell out under the same
/// lock before it frees the handle.
struct EngineBell: @unchecked Sendable {
    private let multi: UnsafeMutableRawPointer

    init(_ multi: borrowing MultiHandle) { self.multi = multi.raw }

    fileprivate func ring() { curl_multi_wakeup(multi) }
}

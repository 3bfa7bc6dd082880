public import CaseStore
public import CivilCalendar
public import ContactRouting

/// The worker: takes what is due, lets plugins deliver it, and stores what became of it.
///
/// The only loop of the program. What follows an outcome is decided by ``DeliveryLifecycle``, what is kept by the store;
/// here is when, how many at a time, and what happens when something breaks. One runner per store.
public actor OutboxRunner {
    let world: OutboxWorld
    let worker: WorkerName
    let limits: OutboxLimits
    let policy: RetryPolicy
    /// The one delivery that is worked on; nil for all of them.
    let only: DeliveryReference?
    /// What else is due, such as reminders: called from time to time while the clock can be trusted.
    ///
    /// Runs beside the deliveries. When the worker stops its task is cancelled, and waited for.
    let chore: (@Sendable (Instant) async -> Void)?

    var gates: ChannelGates
    var watch: ClockWatch
    var inDoubt = false
    /// Whether it was told that there is too little room.
    var isShortOfRoom = false
    /// Claimed and not started.
    var pending: [Job] = []
    /// Brought down the program before: started when nothing else is under way.
    var suspect: Job?
    var running: [DeliveryReference: RunningJob] = [:]
    /// Outcomes that are not stored yet, oldest first.
    var finished: [FinishedJob] = []
    /// The outcomes that the journal holds.
    var journaled: Set<ClaimTicket> = []
    var workerLeaseUntil: Instant
    var nextRescue: Instant?
    var nextChore: Instant?
    /// The uptime at which the clocks are kept again.
    var nextClockKeeping: Int64 = 0
    /// What the last claim left out when it found nothing more; nil when there may be more to claim.
    var foundNothingBut: Set<ChannelName>?
    /// The uptime at which a stop waits no longer; nil while nobody asked for one.
    var stopAt: Int64?
    /// Ends the run once everything is stored.
    var stopReason: OutboxError?

    private var runningChore: Task<Void, Never>?
    private var isActive = false
    /// Deliveries of which this runner found that they may have gone out, and of which nobody has heard since.
    var newlyUnknown: Set<DeliveryReference> = []
    /// The store has taken it for its worker, so that the place is its own to give back.
    var isTheWorker = false
    private var isWoken = false
    private var waiter: CheckedContinuation<Void, Never>?

    /// - Parameters:
    ///   - worker: a name that no other worker of this store has. The same name may take up the work again at once after
    ///     a crash, where something else, such as a lock on a file, keeps two processes apart.
    ///   - only: the one delivery that is worked on; nil for all of them.
    public init(
        _ world: OutboxWorld, worker: WorkerName, limits: OutboxLimits = OutboxLimits(),
        policy: RetryPolicy = RetryPolicy(), only: DeliveryReference? = nil,
        chore: (@Sendable (Instant) async -> Void)? = nil
    ) {
        self.world = world
        self.worker = worker
        self.limits = limits
        self.policy = policy
        self.only = only
        self.chore = chore
        gates = ChannelGates(perChannelMax: max(1, limits.perChannelMax))
        watch = ClockWatch(world.clock)
        workerLeaseUntil = world.clock.now
    }

    /// Does everything that is due, and returns when nothing is under way any more.
    ///
    /// - Throws: `OutboxError`; then nothing more is sent.
    public func runOnce() async throws(OutboxError) { try await work(once: true) }

    /// Does what is due when it is due, until it is stopped.
    ///
    /// - Throws: `OutboxError`; then nothing more is sent.
    public func run() async throws(OutboxError) { try await work(once: false) }

    /// Claims nothing more, waits for replies for at most the grace, and records the rest as what it is.
    ///
    /// Asking again changes nothing. `run` returns when all is stored; a runner that was stopped stays so.
    public func stop() {
        guard stopAt == nil else { return }
        world.tell(.stopping)
        stopAt = world.clock.uptimeSeconds + limits.graceSeconds
        wake()
    }

    /// Something new may be due: look at once.
    public func wake() {
        foundNothingBut = nil
        signal()
    }

    /// Ends the rest of the loop.
    func signal() {
        isWoken = true
        waiter?.resume()
        waiter = nil
    }

    private func work(once: Bool) async throws(OutboxError) {
        guard !isActive else { throw .alreadyRunning }
        (isActive, isTheWorker) = (true, false)
        defer { isActive = false }
        do throws(OutboxError) {
            try await takeUp()
            try await turn(once: once)
        } catch {
            letNothingLeave()
            await endChore()
            // The place is free for the next worker; what was in flight stays claimed until its lease runs out. One that
            // was refused leaves the place to whoever has it.
            if isTheWorker { try? await world.store.endWorker(worker) }
            throw error
        }
        await endChore()
        if !inDoubt { await keepClock(isTrusted: true) }
        try await inStore { () async throws(CaseStoreError) in try await world.store.endWorker(worker) }
        // One that worked on a single delivery was no worker whose end is news.
        if only == nil { world.tell(.stopped) }
        if let stopReason { throw stopReason }
    }

    private func turn(once: Bool) async throws(OutboxError) {
        while true {
            try await storeFinished()
            endOverdue()
            if let stopAt {
                if windDown(by: stopAt) && finished.isEmpty { return }
                if finished.isEmpty { await rest(seconds: max(1, stopAt - world.clock.uptimeSeconds)) }
                continue
            }
            do throws(OutboxError) {
                let claimed = try await takeWork(once: once)
                startWhatMay()
                if claimed > 0 || !finished.isEmpty { continue }
                if once && isIdle && runningChore == nil { return }
                await rest(seconds: try await restSeconds())
            } catch {
                guard !once, case .store(let cause) = error, cause.passes else { throw error }
                world.tell(.outcomesWait(count: 0, cause))
                startWhatMay()
                await rest(seconds: limits.storeRetrySeconds)
            }
        }
    }

    /// Keeps what it has, and takes what is due.
    ///
    /// - Returns: how many deliveries were claimed.
    private func takeWork(once: Bool) async throws(OutboxError) -> Int {
        try await keepClaims()
        guard try await trustsClock() else { return 0 }
        defer { startChore(once: once) }
        guard hasRoom() else { return 0 }
        try await rescue()
        return try await claim(once: once)
    }

    var isIdle: Bool { running.isEmpty && pending.isEmpty && suspect == nil && finished.isEmpty }

    /// Begins the chore when it is time; beside the loop, because outcomes must not wait for it.
    private func startChore(once: Bool) {
        let now = world.clock.now
        guard let chore, runningChore == nil, nextChore.map({ $0 <= now }) ?? true else { return }
        nextChore = once ? Instant(secondsSinceEpoch: .max) : now.adding(seconds: limits.pollSeconds)
        runningChore = Task { @concurrent in
            await chore(now)
            await self.choreEnded()
        }
    }

    private func choreEnded() {
        runningChore = nil
        signal()
    }

    /// Calls the chore off and waits until it has left its work.
    private func endChore() async {
        runningChore?.cancel()
        await runningChore?.value
    }

    /// Waits for an outcome, a call of `wake` or `stop`, or the time to pass.
    func rest(seconds: Int64) async {
        if finished.isEmpty { await sleep(seconds: seconds) }
        isWoken = false
    }

    /// Waits until something comes back although there are outcomes to store.
    func restForMore(seconds: Int64) async {
        await sleep(seconds: seconds)
        isWoken = false
    }

    private func sleep(seconds: Int64) async {
        if !isWoken {
            let timer = Task { [clock = world.clock] in
                await clock.sleep(seconds: seconds)
                if !Task.isCancelled { self.wake() }
            }
            await withCheckedContinuation { waiter = $0 }
            timer.cancel()
        }
    }

    /// How long nothing is to be done unless something comes back.
    private func restSeconds() async throws(OutboxError) -> Int64 {
        let now = world.clock.now
        let next = try await inStore { () async throws(CaseStoreError) in try await world.store.nextMoment() }
        // What is due and was not claimed waits for a pause to end, a hold to be released, or is not the worker's.
        var seconds = limits.pollSeconds
        if let next, next > now { seconds = min(seconds, now.seconds(until: next)) }
        for job in running.values {
            seconds = min(seconds, job.overdueAt - world.clock.uptimeSeconds)
        }
        return max(1, seconds)
    }
}

/// A job whose plugin is at work.
struct RunningJob {
    let job: Job
    let guarded: SendingGuard
    let task: Task<Void, Never>
    /// The uptime at which it has taken too long.
    let overdueAt: Int64
}

/// A job whose end is to be stored.
struct FinishedJob {
    enum End: Hashable {
        case event(DeliveryEvent)
        /// The claim itself decided, or nothing was done about it.
        case asItStands
    }

    let ticket: ClaimTicket
    let record: DeliveryRecord
    let life: DeliveryLifecycle
    let end: End

    init(_ job: Job, _ end: End) {
        ticket = job.ticket
        record = job.record
        life = job.life
        self.end = end
    }

    /// True when the other side was asked, or was to be asked, and what was unknown stays so: nobody hears of it twice.
    ///
    /// - Parameter next: the life from now on.
    func leavesUnknown(_ next: DeliveryLifecycle) -> Bool {
        guard next.state.kind == .unknown else { return false }
        return switch end {
        case .asItStands, .event(.answered(.unknown)), .event(.answered(.deferred)),
            .event(.answered(.needsPerson)):
            true
        case .event: false
        }
    }

    init(decided claim: Claim) {
        ticket = claim.ticket
        record = claim.record
        life = claim.record.life
        end = .asItStands
    }
}

public import CaseStore
public import CivilCalendar
public import ContactRouting

/// A store that keeps everything in memory, for tests of what uses a store.
///
/// It keeps the whole contract except that nothing survives the process.
public actor MemoryCaseStore: CaseStore {
    private var contents = MemoryContents()
    let salt: @Sendable () -> LogSalt
    private var isShutDown = false
    private var refusal: CaseStoreError?

    private let storeMark: StoreMark?

    /// - Parameters:
    ///   - salt: chance for the log; without it every salt is the same.
    ///   - mark: as if it had been restored from a backup.
    public init(salt: (@Sendable () -> LogSalt)? = nil, mark: StoreMark? = nil) {
        self.salt = salt ?? { LogSalt(repeating: 7) }
        storeMark = mark
    }

    public func open(_ opening: CaseOpening) throws(CaseStoreError) -> CaseRecord {
        try write { (contents) throws(CaseStoreError) in try contents.open(opening, salt: self.salt()) }
    }

    public func append(
        _ drafts: [LogDraft], to reference: CaseReference, changing facts: FactsChange?
    ) throws(CaseStoreError) -> [LogEntry] {
        try write { (contents) throws(CaseStoreError) in
            try contents.append(drafts, to: reference, facts: facts, salt: self.salt)
        }
    }

    public func close(
        _ reference: CaseReference, with entry: LogDraft
    ) throws(CaseStoreError) -> CaseRecord {
        try write { (contents) throws(CaseStoreError) in
            try contents.close(reference, with: entry, salt: self.salt)
        }
    }

    public func reopen(
        _ reference: CaseReference, with entry: LogDraft
    ) throws(CaseStoreError) -> CaseRecord {
        try write { (contents) throws(CaseStoreError) in
            try contents.reopen(reference, with: entry, salt: self.salt)
        }
    }

    public func forget(_ reference: CaseReference, with entry: LogDraft) throws(CaseStoreError) {
        try write { (contents) throws(CaseStoreError) in
            try contents.forget(reference, with: entry, salt: self.salt())
        }
    }

    public func caseRecord(_ reference: CaseReference) throws(CaseStoreError) -> CaseRecord? {
        try read().cases[reference]?.record
    }

    public func cases(
        _ selection: CaseSelection, after reference: CaseReference?, limit: Int
    ) throws(CaseStoreError) -> [CaseSummary] {
        try StoreLimits.checkRows(.page, limit)
        return try read().summaries(selection, after: reference, limit: limit)
    }

    public func log(
        of reference: CaseReference, after sequence: Int, limit: Int
    ) throws(CaseStoreError) -> [LogEntry] {
        try StoreLimits.checkRows(.page, limit)
        guard let log = try read().cases[reference]?.log else { throw .caseUnknown(reference) }
        return Array(log.dropFirst(max(0, sequence)).prefix(limit))
    }

    public func enqueue(_ orders: [DeliveryOrder]) throws(CaseStoreError) -> [Enqueued] {
        try StoreLimits.checkRows(.orders, orders.count)
        return try write { (contents) throws(CaseStoreError) in
            var results: [Enqueued] = []
            for order in orders { results.append(try contents.enqueue(order, salt: self.salt)) }
            return results
        }
    }

    public func claim(
        _ request: ClaimRequest,
        begin: @escaping @Sendable (DeliveryRecord) throws(CaseStoreError) -> ClaimStep
    ) throws(CaseStoreError) -> [Claim] {
        try StoreLimits.checkRows(.page, request.limit)
        return try write { (contents) throws(CaseStoreError) in
            if let hold = contents.hold { throw .onHold(hold.reason, since: hold.since) }
            return try contents.take(
                contents.due(request), for: request, rescue: false, salt: self.salt, begin)
        }
    }

    public func rescue(
        _ request: ClaimRequest,
        begin: @escaping @Sendable (DeliveryRecord) throws(CaseStoreError) -> ClaimStep
    ) throws(CaseStoreError) -> [Claim] {
        try StoreLimits.checkRows(.page, request.limit)
        return try write { (contents) throws(CaseStoreError) in
            try contents.take(contents.expired(request), for: request, rescue: true, salt: self.salt, begin)
        }
    }

    public func extend(_ tickets: [ClaimTicket], until: Instant) throws(CaseStoreError) -> [Bool] {
        try StoreLimits.checkRows(.page, tickets.count)
        return try write { (contents) in tickets.map { contents.extend($0, until: until) } }
    }

    public func remember(_ progress: ClaimProgress, for ticket: ClaimTicket) throws(CaseStoreError) {
        try write { (contents) throws(CaseStoreError) in try contents.remember(progress, for: ticket) }
    }

    public func settle(_ settlements: [Settlement]) throws(CaseStoreError) -> [SettlementResult] {
        try StoreLimits.checkRows(.page, settlements.count)
        return try write { (contents) throws(CaseStoreError) in
            var results: [SettlementResult] = []
            for settlement in settlements {
                results.append(try contents.settle(settlement, salt: self.salt))
            }
            return results
        }
    }

    public func revise(_ revision: DeliveryRevision) throws(CaseStoreError) -> DeliveryRecord {
        try write { (contents) throws(CaseStoreError) in try contents.revise(revision, salt: self.salt) }
    }

    public func delivery(_ reference: DeliveryReference) throws(CaseStoreError) -> DeliveryRecord? {
        try read().deliveries[reference]?.record
    }

    public func delivery(key: IdempotencyKey) throws(CaseStoreError) -> DeliveryRecord? {
        let contents = try read()
        return contents.keys[key].flatMap { contents.deliveries[$0]?.record }
    }

    public func deliveries(of reference: CaseReference) throws(CaseStoreError) -> [DeliveryRecord] {
        let contents = try read()
        return contents.cases[reference]?.deliveries.compactMap { contents.deliveries[$0]?.record } ?? []
    }

    public func deliveries(
        in states: Set<StateName>, after reference: DeliveryReference?, limit: Int
    ) throws(CaseStoreError) -> [DeliveryRecord] {
        try StoreLimits.checkRows(.page, limit)
        let fitting = try read().deliveries.values.map(\.record)
            .filter { states.contains($0.standing.state) }
            .filter { record in reference.map { record.reference > $0 } ?? true }
        return Array(fitting.sorted { $0.reference < $1.reference }.prefix(limit))
    }

    public func pauses(of channel: ChannelName?) throws(CaseStoreError) -> [ChannelName: Instant] {
        try read().pauses(of: channel)
    }

    public func deliveriesToWarnOf(at now: Instant, limit: Int) throws(CaseStoreError) -> [DeliveryRecord] {
        try StoreLimits.checkRows(.page, limit)
        return Array(try read().deliveriesToWarnOf(at: now).prefix(limit))
    }

    public func noteWarned(of reference: DeliveryReference, at now: Instant) throws(CaseStoreError) {
        try write { $0.noteWarned(of: reference, at: now) }
    }

    public func preparation(of reference: DeliveryReference) throws(CaseStoreError) -> StoredPreparation? {
        try read().deliveries[reference]?.preparation
    }

    public func nextMoment() throws(CaseStoreError) -> Instant? { try read().nextMoment }

    public func hold() throws(CaseStoreError) -> Hold? { try read().hold }

    public func setHold(_ hold: Hold?) throws(CaseStoreError) { try write { $0.hold = hold } }

    public func dueReminders(at now: Instant, limit: Int) throws(CaseStoreError) -> [Reminder] {
        try StoreLimits.checkRows(.page, limit)
        return Array(try read().waitingReminders.filter { $0.due <= now }.prefix(limit))
    }

    public func reminders(of reference: CaseReference) throws(CaseStoreError) -> [Reminder] {
        try read().waitingReminders.filter { $0.caseReference == reference }
    }

    public func fire(_ firings: [Firing]) throws(CaseStoreError) -> [Bool] {
        try StoreLimits.checkRows(.page, firings.count)
        return try write { (contents) throws(CaseStoreError) in
            var results: [Bool] = []
            for firing in firings { results.append(try contents.fire(firing, salt: self.salt)) }
            return results
        }
    }

    public func startWorker(_ worker: WorkerName, now: Instant, until: Instant) throws(CaseStoreError) {
        try write { (contents) throws(CaseStoreError) in
            if let other = contents.worker, other.worker != worker, other.until > now {
                throw .workerRunning(other.worker, until: other.until)
            }
            contents.worker = Lease(worker: worker, until: until)
        }
    }

    public func renewWorker(_ worker: WorkerName, until: Instant) throws(CaseStoreError) {
        try write { (contents) throws(CaseStoreError) in
            guard contents.worker?.worker == worker else { throw .workerReplaced(worker) }
            contents.worker = Lease(worker: worker, until: until)
        }
    }

    public func endWorker(_ worker: WorkerName) throws(CaseStoreError) {
        try write { if $0.worker?.worker == worker { $0.worker = nil } }
    }

    public func worker() throws(CaseStoreError) -> Lease? { try read().worker }

    public func verify() throws(CaseStoreError) -> StoreReport { try read().report() }

    public func backUp(to path: String, now: Instant) throws(CaseStoreError) {
        _ = try read()
        throw .unsupported(.backup)
    }

    public func mark() throws(CaseStoreError) -> StoreMark? {
        _ = try read()
        return storeMark
    }

    /// Refuses everything that writes, as a full disk would, and stores nothing of it; nil mends it.
    public func refuseWriting(_ refusal: CaseStoreError?) { self.refusal = refusal }

    public func shutDown() { isShutDown = true }

    /// Carries out one transaction: all of it, or nothing when it throws.
    func write<Value>(
        _ body: (inout MemoryContents) throws(CaseStoreError) -> Value
    ) throws(CaseStoreError) -> Value {
        if let refusal { throw refusal }
        var draft = try read()
        let value = try body(&draft)
        contents = draft
        return value
    }

    func read() throws(CaseStoreError) -> MemoryContents {
        guard !isShutDown else { throw .closed }
        return contents
    }
}

import CaseStore
import CivilCalendar
import ContactRouting
import Digests
import Synchronization

/// The calls of a store that a test can break.
enum StoreCall: String, Hashable, Sendable, CaseIterable {
    case open, append, close, reopen, forget, caseRecord, cases, log, enqueue, claim, rescue, extend,
        remember, settle, revise, delivery, deliveries, preparation, nextMoment, hold, setHold, keep,
        sheet, casesToPlan, agendaTexts, agendaRevision,
        deliveriesToWarnOf, noteWarned, dueReminders, reminders, fire, startWorker, renewWorker, endWorker,
        worker, verify, backUp
}

/// What happens to one call of a store.
enum StoreFault: Hashable, Sendable {
    /// It throws, and nothing is stored.
    case refuses(CaseStoreError)
    /// It is stored, and throws all the same.
    case storesAndThrows(CaseStoreError)
    /// The process dies before it is stored, or after.
    case dies(stored: Bool)
}

/// A store that breaks where a test says, and takes nothing from a process that is over.
final class FaultingStore: CaseStore {
    private struct State {
        var faults: [StoreCall: [Int: StoreFault]] = [:]
        var always: [StoreCall: StoreFault] = [:]
        var counts: [StoreCall: Int] = [:]
    }

    private let base: any CaseStore
    private let life: ProcessLife
    private let state = Mutex(State())

    init(_ base: any CaseStore, life: ProcessLife) {
        self.base = base
        self.life = life
    }

    /// The n-th call, from 1.
    func breaks(_ call: StoreCall, at time: Int, _ fault: StoreFault) {
        state.withLock { $0.faults[call, default: [:]][time] = fault }
    }

    /// Every call from now on; nil mends it.
    func breaksAlways(_ call: StoreCall, _ fault: StoreFault?) { state.withLock { $0.always[call] = fault } }

    func count(_ call: StoreCall) -> Int { state.withLock { $0.counts[call] ?? 0 } }

    private func through<Value>(
        _ call: StoreCall, _ body: () async throws(CaseStoreError) -> Value
    ) async throws(CaseStoreError) -> Value {
        guard !life.isOver else { throw .closed }
        let fault = state.withLock { state in
            state.counts[call, default: 0] += 1
            return state.faults[call]?[state.counts[call] ?? 0] ?? state.always[call]
        }
        switch fault {
        case nil: return try await body()
        case .refuses(let error): throw error
        case .storesAndThrows(let error):
            _ = try await body()
            throw error
        case .dies(let stored):
            if stored { _ = try await body() }
            life.die()
            throw .closed
        }
    }

    func shutDown() async { await base.shutDown() }

    func open(_ opening: CaseOpening) async throws(CaseStoreError) -> CaseRecord {
        try await through(.open) { () async throws(CaseStoreError) in try await base.open(opening) }
    }

    func append(_ drafts: [LogDraft], to reference: CaseReference, changing facts: FactsChange?)
        async throws(CaseStoreError) -> [LogEntry]
    {
        try await through(.append) { () async throws(CaseStoreError) in
            try await base.append(drafts, to: reference, changing: facts)
        }
    }

    func close(_ reference: CaseReference, with entry: LogDraft) async throws(CaseStoreError) -> CaseRecord {
        try await through(.close) { () async throws(CaseStoreError) in
            try await base.close(reference, with: entry)
        }
    }

    func reopen(_ reference: CaseReference, with entry: LogDraft) async throws(CaseStoreError) -> CaseRecord {
        try await through(.reopen) { () async throws(CaseStoreError) in
            try await base.reopen(reference, with: entry)
        }
    }

    func forget(_ reference: CaseReference, with entry: LogDraft) async throws(CaseStoreError) {
        try await through(.forget) { () async throws(CaseStoreError) in
            try await base.forget(reference, with: entry)
        }
    }

    func caseRecord(_ reference: CaseReference) async throws(CaseStoreError) -> CaseRecord? {
        try await through(.caseRecord) { () async throws(CaseStoreError) in
            try await base.caseRecord(reference)
        }
    }

    func cases(_ selection: CaseSelection, after reference: CaseReference?, limit: Int)
        async throws(CaseStoreError) -> [CaseSummary]
    {
        try await through(.cases) { () async throws(CaseStoreError) in
            try await base.cases(selection, after: reference, limit: limit)
        }
    }

    func log(of reference: CaseReference, after sequence: Int, limit: Int) async throws(CaseStoreError)
        -> [LogEntry]
    {
        try await through(.log) { () async throws(CaseStoreError) in
            try await base.log(of: reference, after: sequence, limit: limit)
        }
    }

    func enqueue(_ orders: [DeliveryOrder]) async throws(CaseStoreError) -> [Enqueued] {
        try await through(.enqueue) { () async throws(CaseStoreError) in try await base.enqueue(orders) }
    }

    func claim(
        _ request: ClaimRequest,
        begin: @escaping @Sendable (DeliveryRecord) throws(CaseStoreError) -> ClaimStep
    ) async throws(CaseStoreError) -> [Claim] {
        try await through(.claim) { () async throws(CaseStoreError) in
            try await base.claim(request, begin: begin)
        }
    }

    func rescue(
        _ request: ClaimRequest,
        begin: @escaping @Sendable (DeliveryRecord) throws(CaseStoreError) -> ClaimStep
    ) async throws(CaseStoreError) -> [Claim] {
        try await through(.rescue) { () async throws(CaseStoreError) in
            try await base.rescue(request, begin: begin)
        }
    }

    func extend(_ tickets: [ClaimTicket], until: Instant) async throws(CaseStoreError) -> [Bool] {
        try await through(.extend) { () async throws(CaseStoreError) in
            try await base.extend(tickets, until: until)
        }
    }

    func remember(_ progress: ClaimProgress, for ticket: ClaimTicket) async throws(CaseStoreError) {
        try await through(.remember) { () async throws(CaseStoreError) in
            try await base.remember(progress, for: ticket)
        }
    }

    func settle(_ settlements: [Settlement]) async throws(CaseStoreError) -> [SettlementResult] {
        try await through(.settle) { () async throws(CaseStoreError) in try await base.settle(settlements) }
    }

    func revise(_ revision: DeliveryRevision) async throws(CaseStoreError) -> DeliveryRecord {
        try await through(.revise) { () async throws(CaseStoreError) in try await base.revise(revision) }
    }

    func delivery(_ reference: DeliveryReference) async throws(CaseStoreError) -> DeliveryRecord? {
        try await through(.delivery) { () async throws(CaseStoreError) in try await base.delivery(reference) }
    }

    func delivery(key: IdempotencyKey) async throws(CaseStoreError) -> DeliveryRecord? {
        try await through(.delivery) { () async throws(CaseStoreError) in try await base.delivery(key: key) }
    }

    func deliveries(of reference: CaseReference) async throws(CaseStoreError) -> [DeliveryRecord] {
        try await through(.deliveries) { () async throws(CaseStoreError) in
            try await base.deliveries(of: reference)
        }
    }

    func deliveries(in states: Set<StateName>, after reference: DeliveryReference?, limit: Int)
        async throws(CaseStoreError) -> [DeliveryRecord]
    {
        try await through(.deliveries) { () async throws(CaseStoreError) in
            try await base.deliveries(in: states, after: reference, limit: limit)
        }
    }

    func preparation(of reference: DeliveryReference) async throws(CaseStoreError) -> StoredPreparation? {
        try await through(.preparation) { () async throws(CaseStoreError) in
            try await base.preparation(of: reference)
        }
    }

    func nextMoment() async throws(CaseStoreError) -> Instant? {
        try await through(.nextMoment) { () async throws(CaseStoreError) in try await base.nextMoment() }
    }

    func hold() async throws(CaseStoreError) -> Hold? {
        try await through(.hold) { () async throws(CaseStoreError) in try await base.hold() }
    }

    func setHold(_ hold: Hold?) async throws(CaseStoreError) {
        try await through(.setHold) { () async throws(CaseStoreError) in try await base.setHold(hold) }
    }

    func keep(_ sheets: [AgendaSheet]) async throws(CaseStoreError) -> [Bool] {
        try await through(.keep) { () async throws(CaseStoreError) in try await base.keep(sheets) }
    }

    func sheet(of reference: CaseReference) async throws(CaseStoreError) -> AgendaSheet? {
        try await through(.sheet) { () async throws(CaseStoreError) in try await base.sheet(of: reference) }
    }

    func casesToPlan(
        on basis: SHA256Digest, at now: Instant, after reference: CaseReference?, limit: Int
    ) async throws(CaseStoreError) -> [CaseReference] {
        try await through(.casesToPlan) { () async throws(CaseStoreError) in
            try await base.casesToPlan(on: basis, at: now, after: reference, limit: limit)
        }
    }

    func agendaTexts(
        after reference: CaseReference?, limit: Int
    ) async throws(CaseStoreError) -> [AgendaText] {
        try await through(.agendaTexts) { () async throws(CaseStoreError) in
            try await base.agendaTexts(after: reference, limit: limit)
        }
    }

    func agendaRevision() async throws(CaseStoreError) -> AgendaRevision {
        try await through(.agendaRevision) { () async throws(CaseStoreError) in
            try await base.agendaRevision()
        }
    }

    func dueReminders(at now: Instant, limit: Int) async throws(CaseStoreError) -> [Reminder] {
        try await through(.dueReminders) { () async throws(CaseStoreError) in
            try await base.dueReminders(at: now, limit: limit)
        }
    }

    func reminders(of reference: CaseReference) async throws(CaseStoreError) -> [Reminder] {
        try await through(.reminders) { () async throws(CaseStoreError) in
            try await base.reminders(of: reference)
        }
    }

    func fire(_ firings: [Firing]) async throws(CaseStoreError) -> [Bool] {
        try await through(.fire) { () async throws(CaseStoreError) in try await base.fire(firings) }
    }

    func startWorker(_ worker: WorkerName, now: Instant, until: Instant) async throws(CaseStoreError) {
        try await through(.startWorker) { () async throws(CaseStoreError) in
            try await base.startWorker(worker, now: now, until: until)
        }
    }

    func renewWorker(_ worker: WorkerName, until: Instant) async throws(CaseStoreError) {
        try await through(.renewWorker) { () async throws(CaseStoreError) in
            try await base.renewWorker(worker, until: until)
        }
    }

    func endWorker(_ worker: WorkerName) async throws(CaseStoreError) {
        try await through(.endWorker) { () async throws(CaseStoreError) in try await base.endWorker(worker) }
    }

    func worker() async throws(CaseStoreError) -> Lease? {
        try await through(.worker) { () async throws(CaseStoreError) in try await base.worker() }
    }

    func pauses(of channel: ChannelName?) async throws(CaseStoreError) -> [ChannelName: Instant] {
        try await base.pauses(of: channel)
    }

    func deliveriesToWarnOf(
        at now: Instant, limit: Int
    ) async throws(CaseStoreError) -> [DeliveryRecord] {
        try await through(.deliveriesToWarnOf) { () async throws(CaseStoreError) in
            try await base.deliveriesToWarnOf(at: now, limit: limit)
        }
    }

    func noteWarned(of reference: DeliveryReference, at now: Instant) async throws(CaseStoreError) {
        try await through(.noteWarned) { () async throws(CaseStoreError) in
            try await base.noteWarned(of: reference, at: now)
        }
    }

    func mark() async throws(CaseStoreError) -> StoreMark? { try await base.mark() }

    func verify() async throws(CaseStoreError) -> StoreReport {
        try await through(.verify) { () async throws(CaseStoreError) in try await base.verify() }
    }

    func backUp(to path: String, now: Instant) async throws(CaseStoreError) {
        try await through(.backUp) { () async throws(CaseStoreError) in
            try await base.backUp(to: path, now: now)
        }
    }
}

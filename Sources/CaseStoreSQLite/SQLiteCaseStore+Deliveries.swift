public import CaseStore
public import CivilCalendar
public import ContactRouting

extension SQLiteCaseStore {
    public func enqueue(_ orders: [DeliveryOrder]) async throws(CaseStoreError) -> [Enqueued] {
        try StoreLimits.checkRows(.orders, orders.count)
        for order in orders { try order.standing.checkLimits() }
        return try await write { session in try orders.map { try session.enqueue($0) } }
    }

    public func claim(
        _ request: ClaimRequest,
        begin: @escaping @Sendable (DeliveryRecord) throws(CaseStoreError) -> ClaimStep
    ) async throws(CaseStoreError) -> [Claim] {
        try StoreLimits.checkRows(.page, request.limit)
        return try await write { session in
            if let hold = try session.hold() { throw CaseStoreError.onHold(hold.reason, since: hold.since) }
            return try session.take(session.due(request), for: request, rescue: false, begin)
        }
    }

    public func rescue(
        _ request: ClaimRequest,
        begin: @escaping @Sendable (DeliveryRecord) throws(CaseStoreError) -> ClaimStep
    ) async throws(CaseStoreError) -> [Claim] {
        try StoreLimits.checkRows(.page, request.limit)
        return try await write { session in
            try session.take(session.expired(request), for: request, rescue: true, begin)
        }
    }

    public func extend(_ tickets: [ClaimTicket], until: Instant) async throws(CaseStoreError) -> [Bool] {
        try StoreLimits.checkRows(.page, tickets.count)
        return try await write { session in try tickets.map { try session.extend($0, until: until) } }
    }

    public func remember(_ progress: ClaimProgress, for ticket: ClaimTicket) async throws(CaseStoreError) {
        try progress.standing?.checkLimits()
        try await write { try $0.remember(progress, for: ticket) }
    }

    public func settle(_ settlements: [Settlement]) async throws(CaseStoreError) -> [SettlementResult] {
        try StoreLimits.checkRows(.page, settlements.count)
        for settlement in settlements { try settlement.standing.checkLimits() }
        return try await write { session in try settlements.map { try session.settle($0) } }
    }

    public func revise(_ revision: DeliveryRevision) async throws(CaseStoreError) -> DeliveryRecord {
        try revision.standing.checkLimits()
        return try await write { try $0.revise(revision) }
    }

    public func delivery(_ reference: DeliveryReference) async throws(CaseStoreError) -> DeliveryRecord? {
        try await read { try $0.delivery(reference)?.record }
    }

    public func delivery(key: IdempotencyKey) async throws(CaseStoreError) -> DeliveryRecord? {
        try await read { try $0.delivery(key: key)?.record }
    }

    public func deliveries(of reference: CaseReference) async throws(CaseStoreError) -> [DeliveryRecord] {
        try await read { try $0.deliveries(of: reference) }
    }

    public func deliveries(
        in states: Set<StateName>, after reference: DeliveryReference?, limit: Int
    ) async throws(CaseStoreError) -> [DeliveryRecord] {
        try StoreLimits.checkRows(.page, limit)
        return try await read { try $0.deliveries(in: states, after: reference, limit: limit) }
    }

    public func pauses(of channel: ChannelName?) async throws(CaseStoreError) -> [ChannelName: Instant] {
        try await read { try $0.pauses(of: channel) }
    }

    public func deliveriesToWarnOf(
        at now: Instant, limit: Int
    ) async throws(CaseStoreError) -> [DeliveryRecord] {
        try StoreLimits.checkRows(.page, limit)
        return try await read { try $0.deliveriesToWarnOf(at: now, limit: limit) }
    }

    public func noteWarned(of reference: DeliveryReference, at now: Instant) async throws(CaseStoreError) {
        try await write { try $0.noteWarned(of: reference, at: now) }
    }

    public func preparation(
        of reference: DeliveryReference
    ) async throws(CaseStoreError) -> StoredPreparation? {
        try await read { try $0.preparation(of: reference) }
    }

    public func nextMoment() async throws(CaseStoreError) -> Instant? {
        try await read { try $0.nextMoment() }
    }

    public func hold() async throws(CaseStoreError) -> Hold? { try await read { try $0.hold() } }

    public func setHold(_ hold: Hold?) async throws(CaseStoreError) {
        try await write { try $0.setHold(hold) }
    }
}

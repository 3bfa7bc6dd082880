public import CaseStore
public import ChannelPluginKit
public import CivilCalendar
public import ContactRouting

/// Takes new deliveries in, and what people decide about the ones there are.
public struct DeliveryDesk: Sendable {
    private let store: any CaseStore
    private let plugins: ChannelRegistry

    public init(store: any CaseStore, plugins: ChannelRegistry) {
        self.store = store
        self.plugins = plugins
    }

    /// Makes the order for one prepared delivery: queued from a moment on.
    ///
    /// - Parameters:
    ///   - key: a second order with this key creates nothing.
    ///   - latest: the moment after which a try would come too late for the right at stake.
    ///   - agreed: what the person agreed to; nil when nothing had to be asked. The log keeps it.
    ///   - facts: the facts of the case as they are from now on; nil leaves them.
    ///   - preparedFrom: the revision of the facts that it was prepared from. The order is stored only while they are the
    ///     same and no other delivery of the case through the channel is open; nil stores it all the same.
    /// - Throws: `OutboxError.store` with `.overLimit` when the delivery is too large to be kept.
    public func order(
        _ prepared: PreparedDelivery, in reference: CaseReference, key: IdempotencyKey, from: Instant,
        latest: Instant, now: Instant, agreed: ConsentNeeded? = nil, facts: FactsChange? = nil,
        preparedFrom revision: Int? = nil
    ) throws(OutboxError) -> DeliveryOrder {
        let effects = plugins[prepared.channel]?.channels.first { $0.channel == prepared.channel }?.effects
        let life = DeliveryLifecycle(
            queuedFrom: from, latest: latest,
            // A channel that nobody serves is taken for the worst.
            stakes: effects.map { DeliveryStakes(effects: $0, consent: prepared.consent) } ?? .costly)
        let entry = DeliveryLogEntry(
            delivery: prepared.reference, channel: prepared.channel, attempt: 0, state: life.state,
            deadline: prepared.deadline, agreed: agreed)
        do throws(CaseStoreError) {
            return DeliveryOrder(
                caseReference: reference, key: key, preparation: try StoredPreparation(prepared),
                standing: try DeliveryStanding(life), latest: latest, entry: try entry.draft(at: now),
                facts: facts,
                condition: revision.map { OrderCondition(factsRevision: $0, noneIn: Self.openStates) })
        } catch {
            throw .store(error)
        }
    }

    /// States in which a delivery is not done: another one through the channel may be the same thing twice.
    private static let openStates = Set(
        DeliveryState.Kind.allCases.filter { !$0.isFinal }
            .compactMap { try? StateName(parsing: $0.rawValue) })

    /// Records what a person decided, or that a delivery is cancelled, held or released.
    ///
    /// - Parameter entries: what else is to be told in the log, in the same transaction.
    /// - Throws: `OutboxError.notForPeople` for what only the worker says, `.lifecycle` when the delivery cannot take it
    ///   where it stands, `.store`.
    public func record(
        _ event: DeliveryEvent, of reference: DeliveryReference, now: Instant, with entries: [LogDraft] = []
    ) async throws(OutboxError) -> DeliveryRecord {
        switch event {
        case .personDecided, .cancelled, .held, .released: break
        case .claimed, .begun, .leaseRanOut, .givenBack, .outcome, .answered:
            throw .notForPeople(event.kind)
        }
        guard
            let record = try await inStore({ () async throws(CaseStoreError) in
                try await store.delivery(reference)
            })
        else { throw .store(.deliveryUnknown(reference)) }
        var life = record.life
        do throws(DeliveryLifecycleError) {
            try life.apply(event, at: now)
        } catch {
            throw .lifecycle(error, reference)
        }
        return try await inStore { () async throws(CaseStoreError) in
            let (standing, entry) = try life.stored(of: record, at: now)
            return try await store.revise(
                DeliveryRevision(of: record, standing: standing, entries: [entry] + entries))
        }
    }

    /// Holds everything that waits to go out, each delivery for itself, so that a person lets each of them go.
    ///
    /// What moves on meanwhile is left alone, and after a restore what was ordered since: nobody can have sent it before.
    ///
    /// - Returns: how many are held now that were not before.
    public func holdAll(because reason: HoldReason, now: Instant) async throws(OutboxError) -> Int {
        let mark =
            switch reason {
            case .restored: try await inStore { () async throws(CaseStoreError) in try await store.mark() }
            case .clockDoubt, .person: StoreMark?.none
            }
        var held = 0
        for kind in [DeliveryState.Kind.queued, .waiting] {
            try await store.forEach(in: kind) { (record) async throws(OutboxError) in
                if let mark, mark.marks(record.reference) { return }
                if try await hold(record, because: reason, now: now) { held += 1 }
            }
        }
        return held
    }

    /// - Returns: false when the delivery has moved on.
    private func hold(
        _ record: DeliveryRecord, because reason: HoldReason, now: Instant
    ) async throws(OutboxError) -> Bool {
        do throws(OutboxError) {
            _ = try await self.record(.held(reason), of: record.reference, now: now)
            return true
        } catch {
            switch error {
            case .lifecycle, .store(.deliveryUnderway), .store(.deliveryChanged), .store(.caseForgotten):
                return false
            case .store, .outcomesNotStored, .notForPeople, .alreadyRunning: throw error
            }
        }
    }
}

extension DeliveryRecord {
    /// The life of the delivery; one that nobody can read is for a person.
    public var life: DeliveryLifecycle {
        (try? standing.lifecycle()) ?? DeliveryLifecycle(unreadableWithLatest: latest)
    }
}

extension CaseStore {
    /// Visits every delivery in a state, a page at a time, so that memory stays flat.
    ///
    /// - Complexity: O(deliveries in that state).
    func forEach(
        in kind: DeliveryState.Kind, _ visit: (DeliveryRecord) async throws(OutboxError) -> Void
    ) async throws(OutboxError) {
        guard let name = try? StateName(parsing: kind.rawValue) else { return }
        var last: DeliveryReference?
        repeat {
            let page = try await inStore { () async throws(CaseStoreError) in
                try await deliveries(in: [name], after: last, limit: Self.pageMax)
            }
            for record in page { try await visit(record) }
            last = page.count < Self.pageMax ? nil : page.last?.reference
        } while last != nil
    }

    /// Deliveries that are read together.
    private static var pageMax: Int { 200 }
}

/// Makes the store's errors the worker's.
func inStore<Value>(
    _ body: () async throws(CaseStoreError) -> Value
) async throws(OutboxError) -> Value {
    do { return try await body() } catch { throw .store(error) }
}

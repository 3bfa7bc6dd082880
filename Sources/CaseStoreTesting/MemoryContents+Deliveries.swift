internal import CaseStore
internal import CivilCalendar
internal import ContactRouting

extension MemoryContents {
    mutating func enqueue(_ order: DeliveryOrder, salt: () -> LogSalt) throws(CaseStoreError) -> Enqueued {
        try order.standing.checkLimits()
        if let known = keys[order.key], let delivery = deliveries[known] {
            return .alreadyThere(delivery.record)
        }
        var stored = try openCase(order.caseReference)
        guard deliveries[order.reference] == nil else { throw .deliveryExists(order.reference) }
        guard stored.deliveries.count < StoreLimits.deliveriesPerCaseMax else {
            throw .overLimit(
                .deliveries, actual: stored.deliveries.count + 1, max: StoreLimits.deliveriesPerCaseMax)
        }
        try check(order, in: stored)
        _ = try stored.add([order.entry], facts: order.facts, salt: salt)
        stored.deliveries.append(order.reference)
        cases[order.caseReference] = stored
        let record = DeliveryRecord(
            reference: order.reference, caseReference: order.caseReference, key: order.key,
            channel: order.preparation.channel, standing: order.standing, latest: order.latest,
            createdAt: order.entry.at)
        deliveries[order.reference] = Delivery(record: record, preparation: order.preparation)
        keys[order.key] = order.reference
        return .created(record)
    }

    private func check(_ order: DeliveryOrder, in stored: Case) throws(CaseStoreError) {
        guard let condition = order.condition else { return }
        guard condition.factsRevision == stored.record.factsRevision else {
            throw .factsChanged(order.caseReference)
        }
        let open = stored.deliveries.compactMap { deliveries[$0]?.record }.last { record in
            record.channel == order.preparation.channel && condition.noneIn.contains(record.standing.state)
        }
        if let open { throw .deliveryOpen(open.reference) }
    }

    /// What a claim may take, nearest deadline first.
    func due(_ request: ClaimRequest) -> [DeliveryReference] {
        let fitting = deliveries.values.map(\.record).filter { record in
            record.standing.due.map { $0 <= request.now } ?? false
                && request.admits(record.reference, by: record.channel)
        }
        return fitting.sorted { ($0.latest, $0.reference) < ($1.latest, $1.reference) }
            .prefix(request.limit).map(\.reference)
    }

    /// What a rescue may take, the one that ran out first before the others.
    func expired(_ request: ClaimRequest) -> [DeliveryReference] {
        let fitting = deliveries.values.map(\.record).compactMap { record in
            record.lease.flatMap { lease in
                lease.until <= request.now && request.admits(record.reference, by: record.channel)
                    ? (lease.until, record.reference) : nil
            }
        }
        return fitting.sorted { $0 < $1 }.prefix(request.limit).map(\.1)
    }

    mutating func take(
        _ references: [DeliveryReference], for request: ClaimRequest, rescue: Bool, salt: () -> LogSalt,
        _ begin: (DeliveryRecord) throws(CaseStoreError) -> ClaimStep
    ) throws(CaseStoreError) -> [Claim] {
        var claims: [Claim] = []
        for reference in references {
            guard var delivery = deliveries[reference] else { continue }
            let lease = Lease(worker: request.worker, until: request.leaseUntil)
            delivery.record = delivery.record.changed(
                lease: lease, claims: rescue ? 0 : 1, rescues: rescue ? 1 : 0)
            let step = try begin(delivery.record)
            try step.standing.checkLimits()
            delivery.record = delivery.record.changed(
                standing: step.standing.withoutDue, lease: lease, writes: 0)
            delivery.token += 1
            deliveries[reference] = delivery
            try log(step.entry, in: delivery.record.caseReference, facts: nil, salt: salt)
            let ticket = ClaimTicket(reference: reference, token: delivery.token)
            claims.append(Claim(ticket: ticket, record: delivery.record))
        }
        return claims
    }

    mutating func extend(_ ticket: ClaimTicket, until: Instant) -> Bool {
        guard let record = held(ticket)?.record, let lease = record.lease else { return false }
        let longer = Lease(worker: lease.worker, until: until)
        deliveries[ticket.reference]?.record = record.changed(lease: longer)
        return true
    }

    mutating func remember(_ progress: ClaimProgress, for ticket: ClaimTicket) throws(CaseStoreError) {
        try progress.standing?.checkLimits()
        guard let record = held(ticket)?.record else { throw .superseded(ticket.reference) }
        deliveries[ticket.reference]?.record = record.changed(
            standing: progress.standing?.withoutDue, lease: record.lease, checkpoint: progress.checkpoint)
    }

    mutating func settle(
        _ settlement: Settlement, salt: () -> LogSalt
    ) throws(CaseStoreError) -> SettlementResult {
        try settlement.standing.checkLimits()
        guard let delivery = held(settlement.ticket) else { return .superseded }
        let reference = delivery.record.caseReference
        if let facts = settlement.facts, facts.revision != cases[reference]?.record.factsRevision {
            return .factsChanged
        }
        try log(settlement.entry, in: reference, facts: settlement.facts, salt: salt)
        let record = delivery.record.changed(standing: settlement.standing, lease: nil)
        deliveries[settlement.ticket.reference]?.record = record
        return .settled(record)
    }

    mutating func revise(
        _ revision: DeliveryRevision, salt: () -> LogSalt
    ) throws(CaseStoreError) -> DeliveryRecord {
        try revision.standing.checkLimits()
        guard let delivery = deliveries[revision.reference] else {
            throw .deliveryUnknown(revision.reference)
        }
        guard !delivery.record.forgotten else { throw .caseForgotten(delivery.record.caseReference) }
        guard delivery.record.lease == nil else { throw .deliveryUnderway(revision.reference) }
        guard delivery.record.revision == revision.revision else {
            throw .deliveryChanged(revision.reference)
        }
        _ = try openCase(delivery.record.caseReference)
        try log(revision.entries, in: delivery.record.caseReference, facts: revision.facts, salt: salt)
        let record = delivery.record.changed(standing: revision.standing, lease: nil)
        deliveries[revision.reference]?.record = record
        return record
    }

    func deliveriesToWarnOf(at now: Instant) -> [DeliveryRecord] {
        let fitting = deliveries.values.map(\.record).compactMap { record in
            record.standing.warnsAt.flatMap { $0 <= now ? ($0, record) : nil }
        }
        return fitting.sorted { ($0.0, $0.1.reference) < ($1.0, $1.1.reference) }.map(\.1)
    }

    mutating func noteWarned(of reference: DeliveryReference, at now: Instant) {
        guard let record = deliveries[reference]?.record, let warnsAt = record.standing.warnsAt,
            warnsAt <= now
        else { return }
        deliveries[reference]?.record = record.changed(
            standing: record.standing.withoutWarning, lease: record.lease, writes: 0)
    }

    /// Writes an entry; new facts need one.
    mutating func log(
        _ entry: LogDraft?, in reference: CaseReference, facts: FactsChange?, salt: () -> LogSalt
    ) throws(CaseStoreError) {
        try log(entry.map { [$0] } ?? [], in: reference, facts: facts, salt: salt)
    }

    /// Writes entries; new facts need one.
    mutating func log(
        _ entries: [LogDraft], in reference: CaseReference, facts: FactsChange?, salt: () -> LogSalt
    ) throws(CaseStoreError) {
        guard !entries.isEmpty, var stored = cases[reference] else { return }
        _ = try stored.add(entries, facts: facts, salt: salt)
        cases[reference] = stored
    }

    /// The delivery, when the ticket is the newest and the claim still stands.
    private func held(_ ticket: ClaimTicket) -> Delivery? {
        guard let delivery = deliveries[ticket.reference], delivery.token == ticket.token,
            delivery.record.lease != nil
        else { return nil }
        return delivery
    }
}

extension DeliveryRecord {
    fileprivate func changed(
        standing: DeliveryStanding? = nil, lease: Lease?, checkpoint: Checkpoint? = nil, claims: Int = 0,
        rescues: Int = 0, writes: Int = 1
    ) -> DeliveryRecord {
        DeliveryRecord(
            reference: reference, caseReference: caseReference, key: key, channel: channel,
            standing: standing ?? self.standing, latest: latest, createdAt: createdAt,
            claims: self.claims + claims, rescues: self.rescues + rescues,
            checkpoint: checkpoint ?? self.checkpoint, lease: lease, revision: revision + writes)
    }

    var erased: DeliveryRecord {
        DeliveryRecord(
            reference: reference, caseReference: caseReference, key: key, channel: channel,
            standing: DeliveryStanding(standing.state, due: nil), latest: latest, createdAt: createdAt,
            claims: claims, rescues: rescues, revision: revision + 1, forgotten: true)
    }
}

internal import CaseStore
internal import CivilCalendar
internal import ContactRouting
internal import Digests
internal import GRDB

/// A row of `deliveries`.
struct DeliveryRow {
    let id: Int64
    let caseID: Int64
    /// The newest token.
    let token: Int
    let record: DeliveryRecord

    /// Whether the ticket is the newest and its claim still stands.
    func isHeld(by ticket: ClaimTicket) -> Bool { token == ticket.token && record.lease != nil }
}

extension StoreSession {
    static let deliveryColumns = """
        d.id, d.case_id, d.token, d.reference, c.reference, d.key, d.channel, d.state, d.detail, d.due, d.latest,
        d.created_at, d.claims, d.rescues, d.checkpoint_step, d.checkpoint_reference, d.worker, d.lease_until,
        d.revision, c.forgotten_at, d.pauses_channel, d.warns_at
        """
    static let deliveryTables = "deliveries AS d JOIN cases AS c ON c.id = d.case_id"

    func delivery(_ reference: DeliveryReference) throws -> DeliveryRow? {
        try row(
            "SELECT \(Self.deliveryColumns) FROM \(Self.deliveryTables) WHERE d.reference = ?",
            [reference.text.databaseValue]
        ).map(deliveryRow(from:))
    }

    func delivery(key: IdempotencyKey) throws -> DeliveryRow? {
        try row(
            "SELECT \(Self.deliveryColumns) FROM \(Self.deliveryTables) WHERE d.key = ?",
            [key.text.databaseValue]
        ).map(deliveryRow(from:))
    }

    func deliveries(of reference: CaseReference) throws -> [DeliveryRecord] {
        try rows(
            """
            SELECT \(Self.deliveryColumns) FROM \(Self.deliveryTables) WHERE c.reference = ?
            ORDER BY d.id LIMIT \(StoreLimits.deliveriesPerCaseMax)
            """, [reference.text.databaseValue]
        ).map { try deliveryRow(from: $0).record }
    }

    func deliveries(
        in states: Set<StateName>, after reference: DeliveryReference?, limit: Int
    ) throws -> [DeliveryRecord] {
        guard !states.isEmpty else { return [] }
        let names = states.map(\.text).sorted().map(\.databaseValue)
        return try rows(
            """
            SELECT \(Self.deliveryColumns) FROM \(Self.deliveryTables)
            WHERE d.reference > ? AND d.state IN (\(marks(names.count))) ORDER BY d.reference LIMIT ?
            """, [(reference?.text ?? "").databaseValue] + names + [limit.databaseValue]
        ).map { try deliveryRow(from: $0).record }
    }

    func enqueue(_ order: DeliveryOrder) throws -> Enqueued {
        let stored: CaseRow
        do {
            stored = try openCase(order.caseReference)
        } catch let error as CaseStoreError {
            // A known key is answered whatever became of its case since.
            if let known = try delivery(key: order.key) { return .alreadyThere(known.record) }
            throw error
        }
        guard try insert(order, caseID: stored.id) else {
            if let known = try delivery(key: order.key) { return .alreadyThere(known.record) }
            throw CaseStoreError.deliveryExists(order.reference)
        }
        let id = database.lastInsertedRowID
        try check(order, in: stored, deliveryID: id)
        let deliveries = stored.deliveries + 1
        guard deliveries <= StoreLimits.deliveriesPerCaseMax else {
            throw CaseStoreError.overLimit(
                .deliveries, actual: deliveries, max: StoreLimits.deliveriesPerCaseMax)
        }
        _ = try append([order.entry], to: stored, facts: order.facts, deliveries: deliveries)
        try insert(order.preparation, deliveryID: id)
        return .created(
            DeliveryRecord(
                reference: order.reference, caseReference: order.caseReference, key: order.key,
                channel: order.preparation.channel, standing: order.standing, latest: order.latest,
                createdAt: order.entry.at))
    }

    private func check(_ order: DeliveryOrder, in stored: CaseRow, deliveryID: Int64) throws {
        guard let condition = order.condition else { return }
        guard condition.factsRevision == stored.factsRevision else {
            throw CaseStoreError.factsChanged(order.caseReference)
        }
        let open = try row(
            """
            SELECT reference FROM deliveries
            WHERE case_id = ? AND channel = ? AND id <> ? AND state IN (\(marks(condition.noneIn.count)))
            ORDER BY id DESC LIMIT 1
            """,
            [
                stored.id.databaseValue, order.preparation.channel.text.databaseValue,
                deliveryID.databaseValue,
            ] + condition.noneIn.map(\.text).sorted().map(\.databaseValue))
        guard let open else { return }
        throw CaseStoreError.deliveryOpen(
            try named("delivery reference", open[0], DeliveryReference.init(parsing:)))
    }

    /// - Returns: false when its key or its reference is known.
    private func insert(_ order: DeliveryOrder, caseID: Int64) throws -> Bool {
        try run(
            """
            INSERT INTO deliveries (reference, case_id, key, channel, state, detail, due, pauses_channel, warns_at,
                latest, created_at, claims, rescues, token, revision)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 1)
            ON CONFLICT DO NOTHING
            """,
            [
                order.reference.text.databaseValue, caseID.databaseValue, order.key.text.databaseValue,
                order.preparation.channel.text.databaseValue, order.standing.state.text.databaseValue,
                order.standing.detail.reveal().sql, order.standing.due.sql,
                order.standing.pausesChannel.databaseValue, order.standing.warnsAt.sql, order.latest.sql,
                order.entry.at.sql,
            ])
        return database.changesCount == 1
    }

    /// Writes how a delivery stands when nobody is at it any more.
    func write(_ standing: DeliveryStanding, of delivery: DeliveryRow) throws -> DeliveryRecord {
        try run(
            """
            UPDATE deliveries SET state = ?, detail = ?, due = ?, pauses_channel = ?, warns_at = ?,
                worker = NULL, lease_until = NULL, revision = revision + 1 WHERE id = ?
            """,
            [
                standing.state.text.databaseValue, standing.detail.reveal().sql, standing.due.sql,
                standing.pausesChannel.databaseValue, standing.warnsAt.sql, delivery.id.databaseValue,
            ])
        return delivery.record.changed(standing: standing, lease: nil)
    }

    func pauses(of channel: ChannelName?) throws -> [ChannelName: Instant] {
        let rows = try rows(
            """
            SELECT channel, max(due) FROM deliveries
            WHERE pauses_channel = 1 AND due IS NOT NULL \(channel == nil ? "" : "AND channel = ?") GROUP BY channel
            """, channel.map { [$0.text.databaseValue] } ?? [])
        var pauses: [ChannelName: Instant] = [:]
        for row in rows {
            pauses[try named("channel", row[0], ChannelName.init(parsing:))] = row.instant(1)
        }
        return pauses
    }

    func deliveriesToWarnOf(at now: Instant, limit: Int) throws -> [DeliveryRecord] {
        try rows(
            """
            SELECT \(Self.deliveryColumns) FROM \(Self.deliveryTables)
            WHERE d.warns_at <= ? ORDER BY d.warns_at, d.reference LIMIT ?
            """, [now.sql, limit.databaseValue]
        ).map { try deliveryRow(from: $0).record }
    }

    func noteWarned(of reference: DeliveryReference, at now: Instant) throws {
        try run(
            "UPDATE deliveries SET warns_at = NULL WHERE reference = ? AND warns_at <= ?",
            [reference.text.databaseValue, now.sql])
    }

    func revise(_ revision: DeliveryRevision) throws -> DeliveryRecord {
        guard let delivery = try delivery(revision.reference) else {
            throw CaseStoreError.deliveryUnknown(revision.reference)
        }
        let record = delivery.record
        guard !record.forgotten else { throw CaseStoreError.caseForgotten(record.caseReference) }
        guard record.lease == nil else { throw CaseStoreError.deliveryUnderway(revision.reference) }
        guard record.revision == revision.revision else {
            throw CaseStoreError.deliveryChanged(revision.reference)
        }
        let stored = try openCase(record.caseReference)
        if !revision.entries.isEmpty {
            _ = try append(revision.entries, to: stored, facts: revision.facts)
        }
        return try write(revision.standing, of: delivery)
    }

    /// The first delivery of the case that waits for a machine or is claimed is in the way.
    func refuseWhileUnderway(_ stored: CaseRow) throws {
        let row = try row(
            """
            SELECT reference FROM deliveries WHERE case_id = ? AND (due IS NOT NULL OR lease_until IS NOT NULL)
            ORDER BY id LIMIT 1
            """, [stored.id.databaseValue])
        guard let row else { return }
        throw CaseStoreError.deliveryUnderway(
            try named("delivery reference", row[0], DeliveryReference.init(parsing:)))
    }

    func deliveryRow(from row: Row) throws -> DeliveryRow {
        var checkpoint: Checkpoint?
        if let step = row[14] as String? {
            checkpoint = try named("checkpoint", step) { (step) throws(RoutingError) in
                try Checkpoint(step: step, providerReference: row[15])
            }
        }
        var lease: Lease?
        if let worker = row[16] as String? {
            lease = Lease(
                worker: try named("worker", worker, WorkerName.init(parsing:)), until: row.instant(17))
        }
        let standing = DeliveryStanding(
            try named("state", row[7], StateName.init(parsing:)), detail: row.bytes(8),
            due: row.instantOrNil(9), pausesChannel: row[20], warnsAt: row.instantOrNil(21))
        let record = DeliveryRecord(
            reference: try named("delivery reference", row[3], DeliveryReference.init(parsing:)),
            caseReference: try named("case reference", row[4], CaseReference.init(parsing:)),
            key: try named("idempotency key", row[5], IdempotencyKey.init(parsing:)),
            channel: try named("channel", row[6], ChannelName.init(parsing:)), standing: standing,
            latest: row.instant(10), createdAt: row.instant(11), claims: row[12], rescues: row[13],
            checkpoint: checkpoint, lease: lease, revision: row[18],
            forgotten: row.instantOrNil(19) != nil)
        return DeliveryRow(id: row[0], caseID: row[1], token: row[2], record: record)
    }
}

extension DeliveryRecord {
    func changed(
        standing: DeliveryStanding? = nil, lease: Lease?, claims: Int = 0, rescues: Int = 0, writes: Int = 1
    ) -> DeliveryRecord {
        DeliveryRecord(
            reference: reference, caseReference: caseReference, key: key, channel: channel,
            standing: standing ?? self.standing, latest: latest, createdAt: createdAt,
            claims: self.claims + claims, rescues: self.rescues + rescues, checkpoint: checkpoint,
            lease: lease, revision: revision + writes, forgotten: forgotten)
    }
}

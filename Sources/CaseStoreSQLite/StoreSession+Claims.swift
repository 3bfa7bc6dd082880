internal import CaseStore
internal import CivilCalendar
internal import ContactRouting
internal import GRDB

extension StoreSession {
    /// What a claim may take, nearest deadline first.
    func due(_ request: ClaimRequest) throws -> [DeliveryRow] {
        try deliveries(
            request, where: "d.due IS NOT NULL AND d.due <= ?", order: "d.latest, d.due, d.id")
    }

    /// What a rescue may take, the one that ran out first before the others.
    func expired(_ request: ClaimRequest) throws -> [DeliveryRow] {
        try deliveries(
            request, where: "d.lease_until IS NOT NULL AND d.lease_until <= ?", order: "d.lease_until, d.id")
    }

    private func deliveries(
        _ request: ClaimRequest, where condition: String, order: String
    ) throws -> [DeliveryRow] {
        let (channels, names): (String, [DatabaseValue]) =
            switch request.channels {
            case .all: ("", [])
            case .only(let names): ("AND d.channel IN (\(marks(names.count)))", sorted(names))
            case .except(let names): ("AND d.channel NOT IN (\(marks(names.count)))", sorted(names))
            }
        let only = request.only.map { [$0.text.databaseValue] } ?? []
        return try rows(
            """
            SELECT \(Self.deliveryColumns) FROM \(Self.deliveryTables) WHERE \(condition) \(channels)
            \(only.isEmpty ? "" : "AND d.reference = ?")
            ORDER BY \(order) LIMIT ?
            """, [request.now.sql] + names + only + [request.limit.databaseValue]
        ).map(deliveryRow(from:))
    }

    private func sorted(_ names: Set<ChannelName>) -> [DatabaseValue] {
        names.map(\.text).sorted().map(\.databaseValue)
    }

    /// Gives deliveries to one worker, each with a new token.
    func take(
        _ deliveries: [DeliveryRow], for request: ClaimRequest, rescue: Bool,
        _ begin: (DeliveryRecord) throws(CaseStoreError) -> ClaimStep
    ) throws -> [Claim] {
        let lease = Lease(worker: request.worker, until: request.leaseUntil)
        return try deliveries.map { delivery in
            let claimed = delivery.record.changed(
                lease: lease, claims: rescue ? 0 : 1, rescues: rescue ? 1 : 0)
            let step = try begin(claimed)
            try step.standing.checkLimits()
            let token = delivery.token + 1
            let record = claimed.changed(standing: step.standing.withoutDue, lease: lease, writes: 0)
            try run(
                """
                UPDATE deliveries SET state = ?, detail = ?, due = NULL, pauses_channel = 0, warns_at = NULL,
                    worker = ?, lease_until = ?, token = ?, claims = ?, rescues = ?, revision = ? WHERE id = ?
                """,
                [
                    record.standing.state.text.databaseValue, record.standing.detail.reveal().sql,
                    lease.worker.text.databaseValue, lease.until.sql, token.databaseValue,
                    record.claims.databaseValue, record.rescues.databaseValue,
                    record.revision.databaseValue, delivery.id.databaseValue,
                ])
            if let entry = step.entry {
                _ = try append([entry], to: caseRow(id: delivery.caseID), facts: nil)
            }
            return Claim(
                ticket: ClaimTicket(reference: record.reference, token: token), record: record)
        }
    }

    func extend(_ ticket: ClaimTicket, until: Instant) throws -> Bool {
        try run(
            """
            UPDATE deliveries SET lease_until = ?, revision = revision + 1
            WHERE reference = ? AND token = ? AND lease_until IS NOT NULL
            """, [until.sql, ticket.reference.text.databaseValue, ticket.token.databaseValue])
        return database.changesCount == 1
    }

    func remember(_ progress: ClaimProgress, for ticket: ClaimTicket) throws {
        // What is nil stays: COALESCE for the state, and the two parts of a checkpoint go together.
        try run(
            """
            UPDATE deliveries SET state = coalesce(?1, state), detail = coalesce(?2, detail),
                checkpoint_reference = CASE WHEN ?3 IS NULL THEN checkpoint_reference ELSE ?4 END,
                checkpoint_step = coalesce(?3, checkpoint_step), revision = revision + 1
            WHERE reference = ?5 AND token = ?6 AND lease_until IS NOT NULL
            """,
            [
                progress.standing?.state.text.databaseValue ?? .null,
                progress.standing?.detail.reveal().sql ?? .null,
                progress.checkpoint?.step.text.databaseValue ?? .null,
                progress.checkpoint?.providerReference?.databaseValue ?? .null,
                ticket.reference.text.databaseValue, ticket.token.databaseValue,
            ])
        guard database.changesCount == 1 else { throw CaseStoreError.superseded(ticket.reference) }
    }

    func settle(_ settlement: Settlement) throws -> SettlementResult {
        guard let delivery = try delivery(settlement.ticket.reference),
            delivery.isHeld(by: settlement.ticket)
        else { return .superseded }
        if let entry = settlement.entry {
            let stored = try caseRow(id: delivery.caseID)
            if let facts = settlement.facts, facts.revision != stored.factsRevision { return .factsChanged }
            _ = try append([entry], to: stored, facts: settlement.facts)
        }
        return .settled(try write(settlement.standing, of: delivery))
    }

    func nextMoment() throws -> Instant? {
        try row(
            """
            SELECT min(moment) FROM (
                SELECT min(due) AS moment FROM deliveries WHERE due IS NOT NULL
                UNION ALL SELECT min(lease_until) FROM deliveries WHERE lease_until IS NOT NULL
                UNION ALL SELECT min(due) FROM reminders WHERE fired_at IS NULL)
            """, [])?.instantOrNil(0)
    }

    func hold() throws -> Hold? {
        guard let row = try row("SELECT hold_reason, hold_since, hold_each FROM store", []),
            let text = row[0] as String?
        else { return nil }
        guard let reason = HoldReason(rawValue: text) else { throw damaged("reason of a hold") }
        return Hold(reason, since: row.instant(1), isOnEachDelivery: row[2] as Int != 0)
    }

    func setHold(_ hold: Hold?) throws {
        try run(
            "UPDATE store SET hold_reason = ?, hold_since = ?, hold_each = ?",
            [
                hold?.reason.rawValue.databaseValue ?? .null, (hold?.since).sql,
                (hold?.isOnEachDelivery == true ? 1 : 0).databaseValue,
            ])
    }
}

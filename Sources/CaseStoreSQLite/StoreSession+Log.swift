internal import CaseStore
internal import CivilCalendar
internal import ContactRouting
internal import Digests
internal import Foundation
internal import GRDB

extension StoreSession {
    private static let columns = "sequence, at, kind, payload, salt, payload_digest, facts_digest, hash"

    /// Adds entries, and changes the facts with the first one that is new.
    ///
    /// - Parameter deliveries: how many the case has from now on.
    func append(
        _ drafts: [LogDraft], to stored: CaseRow, facts: FactsChange?, deliveries: Int? = nil
    ) throws -> [LogEntry] {
        if let facts {
            try StoreLimits.checkFacts(facts.facts.reveal())
            guard facts.revision == stored.factsRevision else {
                throw CaseStoreError.factsChanged(stored.summary.reference)
            }
        }
        var facts = facts
        var entries: [LogEntry] = []
        var end = LogEnd(of: stored)
        for draft in drafts {
            try draft.checkLimits()
            let once = try onceDigest(draft)
            if let once, let known = try entry(of: stored, once: once) {
                entries.append(known)
                continue
            }
            let entry = try LogChain.entry(
                draft, of: stored.summary.reference, after: end.head, facts: facts?.facts, salt: salt())
            try insert(entry, caseID: stored.id, once: once)
            if let facts { try replaceFacts(of: stored, by: facts) }
            end.take(entry)
            facts = nil
            entries.append(entry)
        }
        if let deliveries { end.deliveries = deliveries }
        try write(end, of: stored)
        return entries
    }

    /// Where a case stands after entries were added.
    private struct LogEnd: Equatable {
        var head: LogHead
        var changedAt: Instant
        var factsRevision: Int
        var deliveries: Int

        init(of stored: CaseRow) {
            head = stored.head
            changedAt = stored.summary.changedAt
            factsRevision = stored.factsRevision
            deliveries = stored.deliveries
        }

        mutating func take(_ entry: LogEntry) {
            head = LogHead(sequence: entry.sequence, hash: entry.hash)
            changedAt = entry.at
            if entry.factsDigest != nil { factsRevision += 1 }
        }
    }

    private func write(_ end: LogEnd, of stored: CaseRow) throws {
        guard end != LogEnd(of: stored) else { return }
        try run(
            """
            UPDATE cases SET changed_at = ?, facts_revision = ?, entries = ?, head = ?, deliveries = ? WHERE id = ?
            """,
            [
                end.changedAt.sql, end.factsRevision.databaseValue, end.head.sequence.databaseValue,
                end.head.hash.sql, end.deliveries.databaseValue, stored.id.databaseValue,
            ])
    }

    private func replaceFacts(of stored: CaseRow, by change: FactsChange) throws {
        try run(
            "UPDATE facts SET facts = ? WHERE case_id = ?",
            [change.facts.reveal().sql, stored.id.databaseValue])
    }

    func insert(_ entry: LogEntry, caseID: Int64, once: SHA256Digest?) throws {
        try run(
            """
            INSERT INTO log (case_id, sequence, at, kind, payload, salt, payload_digest, facts_digest, hash, once)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                caseID.databaseValue, entry.sequence.databaseValue, entry.at.sql,
                entry.kind.text.databaseValue, entry.payload?.reveal().sql ?? .null,
                entry.salt?.bytes.sql ?? .null, entry.payloadDigest.sql, entry.factsDigest?.sql ?? .null,
                entry.hash.sql, once?.sql ?? .null,
            ])
    }

    /// The digest that stands for what is to be recorded once.
    func onceDigest(_ draft: LogDraft) throws -> SHA256Digest? {
        try draft.once.map { try SHA256.digest(of: $0.reveal()) }
    }

    /// A stretch of a log, oldest first.
    func entries(of stored: CaseRow, after sequence: Int, limit: Int) throws -> [LogEntry] {
        var previous = try hash(of: stored, sequence: sequence)
        return try rows(
            """
            SELECT \(Self.columns) FROM log WHERE case_id = ? AND sequence > ? ORDER BY sequence LIMIT ?
            """, [stored.id.databaseValue, sequence.databaseValue, limit.databaseValue]
        ).map { row in
            let entry = try entry(from: row, of: stored, previous: previous)
            previous = entry.hash
            return entry
        }
    }

    private func entry(of stored: CaseRow, once: SHA256Digest) throws -> LogEntry? {
        let row = try row(
            "SELECT \(Self.columns) FROM log WHERE case_id = ? AND once = ?",
            [stored.id.databaseValue, once.sql])
        guard let row else { return nil }
        return try entry(from: row, of: stored, previous: hash(of: stored, sequence: row[0] - 1))
    }

    private func hash(of stored: CaseRow, sequence: Int) throws -> SHA256Digest? {
        try row(
            "SELECT hash FROM log WHERE case_id = ? AND sequence = ?",
            [stored.id.databaseValue, sequence.databaseValue]
        ).map { try digest($0[0]) }
    }

    private func entry(from row: Row, of stored: CaseRow, previous: SHA256Digest?) throws -> LogEntry {
        let salt = try row.bytesOrNil(4).map { bytes in
            guard let salt = LogSalt(bytes: bytes) else { throw damaged("salt") }
            return salt
        }
        return LogEntry(
            caseReference: stored.summary.reference, sequence: row[0], at: row.instant(1),
            kind: try named("kind of a log entry", row[2], LogKind.init(parsing:)),
            payload: row.bytesOrNil(3), salt: salt, payloadDigest: try digest(row[5]),
            factsDigest: try (row[6] as Data?).map { try digest($0) }, previous: previous,
            hash: try digest(row[7]))
    }
}

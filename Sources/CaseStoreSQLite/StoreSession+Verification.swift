internal import CaseStore
internal import ContactRouting
internal import Digests
internal import GRDB

extension StoreSession {
    /// Reads everything: pages, chains, facts, files.
    func report() throws -> StoreReport {
        var findings = try engineFindings()
        var entries = 0
        var last: CaseReference?
        while true {
            let page = try summaries(.all, after: last, limit: StoreLimits.rowsMax)
            for summary in page where findings.count < StoreReport.findingsMax {
                findings += try self.findings(of: summary.reference)
            }
            entries += page.reduce(0) { $0 + $1.entries }
            last = page.last?.reference
            if page.count < StoreLimits.rowsMax { break }
        }
        findings += try fileFindings()
        return StoreReport(
            cases: try count("cases"), entries: entries, deliveries: try count("deliveries"),
            findings: Array(findings.prefix(StoreReport.findingsMax)))
    }

    private func engineFindings() throws -> [StoreFinding] {
        let checks = ["PRAGMA integrity_check(\(StoreReport.findingsMax))", "PRAGMA foreign_key_check"]
        return try checks.flatMap { check in
            try Row.fetchAll(database, sql: check).compactMap { row in
                // foreign_key_check names a table; neither check quotes what a row holds.
                let text = String.fromDatabaseValue(row[0]) ?? "a row points nowhere"
                return text == "ok" ? nil : .engine(text)
            }
        }
    }

    private func findings(of reference: CaseReference) throws -> [StoreFinding] {
        guard let stored = try caseRow(reference) else { return [] }
        var head: LogHead?
        var lastFacts: LogEntry?
        while true {
            let page = try entries(of: stored, after: head?.sequence ?? 0, limit: StoreLimits.rowsMax)
            for entry in page {
                guard try LogChain.holds(entry, after: head) else {
                    return [.chain(reference, sequence: entry.sequence)]
                }
                if entry.factsDigest != nil { lastFacts = entry }
                head = LogHead(sequence: entry.sequence, hash: entry.hash)
            }
            if page.count < StoreLimits.rowsMax { break }
        }
        guard head == stored.head else { return [.logEnd(reference)] }
        return stored.summary.forgottenAt == nil
            ? try factsFindings(stored, lastFacts) : try leftovers(stored)
    }

    /// The facts must be the ones of the newest entry that changed them.
    private func factsFindings(_ stored: CaseRow, _ entry: LogEntry?) throws -> [StoreFinding] {
        let reference = stored.summary.reference
        guard let entry, let salt = entry.salt, let facts = try facts(of: stored),
            try LogChain.digest(Private(facts), salt: salt) == entry.factsDigest
        else { return [.facts(reference)] }
        return []
    }

    private func leftovers(_ stored: CaseRow) throws -> [StoreFinding] {
        let left: Int =
            try row(
                """
                SELECT (SELECT count(*) FROM facts WHERE case_id = ?1)
                    + (SELECT count(*) FROM log WHERE case_id = ?1 AND payload IS NOT NULL)
                    + (SELECT count(*) FROM reminders WHERE case_id = ?1)
                    + (SELECT count(*) FROM preparations WHERE delivery_id IN
                        (SELECT id FROM deliveries WHERE case_id = ?1))
                """, [stored.id.databaseValue])?[0] ?? 0
        return left == 0 ? [] : [.notForgotten(stored.summary.reference)]
    }

    private func fileFindings() throws -> [StoreFinding] {
        let cursor = try Row.fetchCursor(
            database,
            sql: """
                SELECT f.digest, f.bytes, (
                    SELECT d.reference FROM delivery_files AS p JOIN deliveries AS d ON d.id = p.delivery_id
                    WHERE p.file_id = f.id LIMIT 1
                ) FROM files AS f
                """)
        var findings: [StoreFinding] = []
        while let row = try cursor.next(), findings.count < StoreReport.findingsMax {
            let isSound = try SHA256.digest(of: row.bytes(1)) == digest(row[0])
            guard !isSound, let text = row[2] as String? else { continue }
            findings.append(
                .file(try named("delivery reference", text, DeliveryReference.init(parsing:))))
        }
        return findings
    }

    private func count(_ table: String) throws -> Int {
        try row("SELECT count(*) FROM \(table)", [])?[0] ?? 0
    }
}

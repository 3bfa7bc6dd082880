internal import CaseStore
internal import GRDB

/// The tables, and how an older file comes to have them.
///
/// Not GRDB's own migrator, which knows migrations by name in a table of its own: a number in the head of the file
/// says at once, and to every other program, which version wrote it.
package struct StoreSchema: Sendable {
    /// The number of the tables that a new file is made with; files of earlier ones are refused.
    private let oldest: Int
    /// What makes those tables, and then one step from each version to the next.
    private let steps: [String]

    /// What this version writes.
    ///
    /// Files with the number 1 were made before the first release, with tables that differ among themselves.
    package static let current = StoreSchema(oldest: 2, steps: [tables])

    /// The number of what is written.
    package var version: Int { oldest + steps.count - 1 }

    /// The version after this one.
    ///
    /// - Parameter step: SQL that takes a file from this version to the next.
    package func followed(by step: String) -> StoreSchema {
        StoreSchema(oldest: oldest, steps: steps + [step])
    }

    /// - Throws: `CaseStoreError.foreign`, `.olderSchema`, `.newerSchema`.
    func bringUpToDate(_ database: Database, path: String) throws {
        let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        if application != StoreEngine.applicationID {
            let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
            guard application == 0, found == 0, tables == 0 else { throw CaseStoreError.foreign(path: path) }
        } else {
            guard found >= oldest else {
                throw CaseStoreError.olderSchema(path: path, found: found, known: oldest)
            }
        }
        guard found <= version else {
            throw CaseStoreError.newerSchema(path: path, found: found, known: version)
        }
        guard found < version else { return }
        try database.inTransaction(.immediate) {
            // Another process may have been faster while this one waited.
            let current = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
            for step in steps.dropFirst(current == 0 ? 0 : current - oldest + 1) {
                try database.execute(sql: step)
            }
            try database.execute(sql: "PRAGMA application_id = \(StoreEngine.applicationID)")
            try database.execute(sql: "PRAGMA user_version = \(version)")
            return .commit
        }
    }
}

extension StoreSchema {
    private static let tables = """
        CREATE TABLE store (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            hold_reason TEXT, hold_since INTEGER, hold_each INTEGER NOT NULL DEFAULT 0,
            worker TEXT, worker_until INTEGER,
            -- Drawn when a copy is opened; until then it is one that nobody has opened.
            mark TEXT, is_unopened_copy INTEGER NOT NULL DEFAULT 0,
            agenda_revision INTEGER NOT NULL DEFAULT 0, agenda_chance TEXT,
            CHECK ((hold_reason IS NULL) = (hold_since IS NULL)),
            CHECK ((worker IS NULL) = (worker_until IS NULL))
        ) STRICT;
        INSERT INTO store (id) VALUES (1);

        CREATE TABLE cases (
            id INTEGER PRIMARY KEY,
            reference TEXT NOT NULL UNIQUE,
            opened_at INTEGER NOT NULL, changed_at INTEGER NOT NULL, closed_at INTEGER, forgotten_at INTEGER,
            facts_revision INTEGER NOT NULL,
            entries INTEGER NOT NULL,
            head BLOB NOT NULL CHECK (length(head) = 32),
            deliveries INTEGER NOT NULL DEFAULT 0
        ) STRICT;

        -- Apart from the case, so that a new entry does not write the facts anew.
        CREATE TABLE facts (
            case_id INTEGER PRIMARY KEY REFERENCES cases (id),
            facts BLOB NOT NULL
        ) STRICT;

        CREATE TABLE log (
            case_id INTEGER NOT NULL REFERENCES cases (id),
            sequence INTEGER NOT NULL,
            at INTEGER NOT NULL,
            kind TEXT NOT NULL,
            payload BLOB, salt BLOB,
            payload_digest BLOB NOT NULL CHECK (length(payload_digest) = 32),
            facts_digest BLOB CHECK (length(facts_digest) = 32),
            hash BLOB NOT NULL CHECK (length(hash) = 32),
            once BLOB CHECK (length(once) = 32),
            PRIMARY KEY (case_id, sequence),
            CHECK ((payload IS NULL) = (salt IS NULL))
        ) STRICT, WITHOUT ROWID;
        CREATE UNIQUE INDEX log_once ON log (case_id, once) WHERE once IS NOT NULL;

        CREATE TABLE deliveries (
            id INTEGER PRIMARY KEY,
            reference TEXT NOT NULL UNIQUE,
            case_id INTEGER NOT NULL REFERENCES cases (id),
            key TEXT NOT NULL UNIQUE,
            channel TEXT NOT NULL,
            state TEXT NOT NULL, detail BLOB NOT NULL,
            due INTEGER, pauses_channel INTEGER NOT NULL DEFAULT 0, warns_at INTEGER,
            latest INTEGER NOT NULL, created_at INTEGER NOT NULL,
            claims INTEGER NOT NULL, rescues INTEGER NOT NULL,
            checkpoint_step TEXT, checkpoint_reference TEXT,
            worker TEXT, lease_until INTEGER,
            token INTEGER NOT NULL,
            revision INTEGER NOT NULL,
            CHECK ((worker IS NULL) = (lease_until IS NULL)),
            CHECK (due IS NULL OR lease_until IS NULL)
        ) STRICT;
        CREATE INDEX deliveries_case ON deliveries (case_id);
        -- Nearest deadline first; what is not due yet is passed over.
        CREATE INDEX deliveries_due ON deliveries (latest, due) WHERE due IS NOT NULL;
        CREATE INDEX deliveries_pausing ON deliveries (channel, due) WHERE pauses_channel = 1;
        CREATE INDEX deliveries_warning ON deliveries (warns_at, reference) WHERE warns_at IS NOT NULL;
        CREATE INDEX deliveries_lease ON deliveries (lease_until) WHERE lease_until IS NOT NULL;

        -- Apart from the delivery, so that a new state does not write the preparation anew.
        CREATE TABLE preparations (
            delivery_id INTEGER PRIMARY KEY REFERENCES deliveries (id),
            manifest BLOB NOT NULL
        ) STRICT;
        CREATE TABLE files (
            id INTEGER PRIMARY KEY,
            digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
            bytes BLOB NOT NULL
        ) STRICT;
        CREATE TABLE delivery_files (
            delivery_id INTEGER NOT NULL REFERENCES deliveries (id),
            position INTEGER NOT NULL,
            file_id INTEGER NOT NULL REFERENCES files (id),
            PRIMARY KEY (delivery_id, position)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX delivery_files_file ON delivery_files (file_id);

        CREATE TABLE reminders (
            case_id INTEGER NOT NULL REFERENCES cases (id),
            name TEXT NOT NULL,
            due INTEGER NOT NULL,
            fired_at INTEGER,
            PRIMARY KEY (case_id, name, due)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX reminders_due ON reminders (due) WHERE fired_at IS NULL;

        -- What is planned for a case; the text comes last, so that looking for what is to be planned does not read it.
        CREATE TABLE agenda (
            case_id INTEGER PRIMARY KEY REFERENCES cases (id),
            entries INTEGER NOT NULL,
            basis BLOB NOT NULL CHECK (length(basis) = 32),
            changes_at INTEGER,
            text BLOB NOT NULL
        ) STRICT;
        """
}

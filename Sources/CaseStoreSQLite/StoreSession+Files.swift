internal import CaseStore
internal import ContactRouting
internal import Digests
internal import Foundation
internal import GRDB

extension StoreSession {
    /// Stores what goes out; a file that is there already is not stored twice.
    func insert(_ preparation: StoredPreparation, deliveryID: Int64) throws {
        try run(
            "INSERT INTO preparations (delivery_id, manifest) VALUES (?, ?)",
            [deliveryID.databaseValue, preparation.manifest.reveal().sql])
        for (position, file) in preparation.files.enumerated() {
            try run(
                "INSERT INTO delivery_files (delivery_id, position, file_id) VALUES (?, ?, ?)",
                [deliveryID.databaseValue, position.databaseValue, try identifier(of: file).databaseValue])
        }
    }

    private func identifier(of file: StoredFile) throws -> Int64 {
        if let known = try row("SELECT id FROM files WHERE digest = ?", [file.digest.sql]) {
            return known[0]
        }
        try run(
            "INSERT INTO files (digest, bytes) VALUES (?, ?)", [file.digest.sql, file.bytes.reveal().sql])
        return database.lastInsertedRowID
    }

    func preparation(of reference: DeliveryReference) throws -> StoredPreparation? {
        guard let delivery = try delivery(reference),
            let manifest = try row(
                "SELECT manifest FROM preparations WHERE delivery_id = ?", [delivery.id.databaseValue])
        else { return nil }
        let files = try rows(
            """
            SELECT f.digest, f.bytes FROM delivery_files AS p JOIN files AS f ON f.id = p.file_id
            WHERE p.delivery_id = ? ORDER BY p.position
            """, [delivery.id.databaseValue]
        ).map { row in
            let file = try StoredFile(row.bytes(1))
            guard file.digest == (try digest(row[0])) else { throw damaged("file of a delivery") }
            return file
        }
        return try StoredPreparation(
            reference: reference, channel: delivery.record.channel, manifest: manifest.bytes(0), files: files)
    }

    /// Erases what is about a person in the deliveries of a case.
    func forgetDeliveries(of stored: CaseRow) throws {
        let id = [stored.id.databaseValue]
        let ours = "(SELECT id FROM deliveries WHERE case_id = ?)"
        try run("DELETE FROM preparations WHERE delivery_id IN \(ours)", id)
        let files = try rows(
            "SELECT DISTINCT file_id FROM delivery_files WHERE delivery_id IN \(ours)", id)
        try run("DELETE FROM delivery_files WHERE delivery_id IN \(ours)", id)
        for file in files {
            // Another case may have prepared the same bytes.
            try run(
                """
                DELETE FROM files WHERE id = ?1
                AND NOT EXISTS (SELECT 1 FROM delivery_files WHERE file_id = ?1)
                """, [file[0]])
        }
        try run(
            """
            UPDATE deliveries SET detail = x'', checkpoint_step = NULL, checkpoint_reference = NULL,
                revision = revision + 1 WHERE case_id = ?
            """, id)
    }
}

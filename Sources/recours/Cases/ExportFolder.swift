import Assembly
import CaseFlow
import CaseStore
import ChannelPluginKit
import CivilCalendar
import ContactRouting
import Digests
import Glibc
import JSONText

/// Everything that is kept of a case, as files that anybody can read and check.
struct ExportFolder {
    let cases: CaseDesk
    let stored: StoredCase
    let now: Instant

    /// What was written.
    struct Index {
        /// Paths in the folder with their digests, sorted.
        let files: [(path: String, digest: SHA256Digest)]
        /// `export.json`.
        let json: [UInt8]
    }

    /// - Throws: `CommandFailure`; nothing has the folder's name then.
    func write(to path: String) async throws -> Index {
        let tree: TreeWriter
        do throws(WriteFault) { tree = try TreeWriter(path) } catch { throw error.failure(in: path) }
        do {
            let index = try await write(into: Tree(writer: tree))
            try tree.finish()
            return index
        } catch {
            tree.abandon()
            if let fault = error as? WriteFault { throw fault.failure(in: path) }
            throw error
        }
    }

    /// Writes files and keeps their digests.
    private struct Tree {
        let writer: TreeWriter
        var files: [(path: String, digest: SHA256Digest)] = []

        mutating func add(_ path: String, _ bytes: [UInt8]) throws {
            try writer.add(path, bytes)
            do throws(DigestError) { files.append((path, try SHA256.digest(of: bytes))) } catch {
                throw CommandFailure(.unavailable, error.description)
            }
        }
    }

    private func write(into tree: Tree) async throws -> Index {
        var tree = tree
        let line = [UInt8(ascii: "\n")]
        try tree.add("case.json", stored.json() + line)
        // The very bytes that the log covers.
        if let facts = stored.record.facts?.reveal() { try tree.add("facts.json", facts) }
        // Whole, whatever the moment: a chain with a gap cannot be checked.
        let entries = try await cases.store.wholeLog(of: stored.reference)
        try tree.add("log.jsonl", CaseJSON().log(entries))
        try tree.add("deliveries.json", CaseJSON().deliveries(of: stored))
        for delivery in stored.deliveries { try await add(delivery, to: &tree) }
        try addFiles(to: &tree)
        let index = json(entries)
        try tree.add("export.json", index)
        let files = tree.files.sorted { $0.path < $1.path }
        let sums = files.map { "\($0.digest.hex)  \($0.path)\n" }.joined()
        try tree.writer.add("SHA256SUMS", Array(sums.utf8))
        return Index(files: files, json: index)
    }

    /// What goes out, byte for byte, and its description.
    private func add(_ delivery: DeliveryRecord, to tree: inout Tree) async throws {
        guard let preparation = try await cases.store.preparation(of: delivery.reference) else { return }
        let folder = "deliveries/\(delivery.reference)"
        try tree.add("\(folder)/preparation.json", preparation.manifest.reveal())
        for artifact in try preparation.prepared().artifacts {
            try tree.add("\(folder)/\(artifact.fileName.text)", artifact.bytes.reveal())
        }
    }

    /// The copied files, at the paths that `case.json` names.
    private func addFiles(to tree: inout Tree) throws {
        let files = AttachedFiles(folder: cases.folder.files(of: stored.reference))
        var written: Set<String> = []
        let facts = stored.facts
        for (attachment, file) in zip(facts.attachments, try files.read(facts.attachments))
        where written.insert(attachment.path.text).inserted {
            try tree.add(attachment.path.text, file.bytes.reveal())
        }
        if let path = facts.consumer.signature, let picture = try files.signature(path),
            written.insert(path.text).inserted
        {
            try tree.add(path.text, picture.reveal())
        }
    }

    private func json(_ entries: [LogEntry]) -> [UInt8] {
        var writer = JSONWriter(.pretty)
        writer.beginObject()
        writer.key("reference")
        writer.string(stored.reference.text)
        writer.key("exportedAt")
        writer.string(stored.zone.text(now))
        writer.key("program")
        writer.string(programVersion)
        writer.key("entries")
        writer.int(entries.count)
        writer.key("head")
        if let last = entries.last { writer.string(last.hash.hex) } else { writer.null() }
        writer.key("deliveries")
        writer.int(stored.deliveries.count)
        writer.endObject()
        writer.endLine()
        return writer.bytes
    }
}

extension CaseJSON {
    /// The deliveries of a case.
    func deliveries(of stored: StoredCase) -> [UInt8] {
        var writer = JSONWriter(.pretty, capacity: 4096)
        writer.beginArray()
        for delivery in stored.deliveries { write(delivery, in: stored.zone, to: &writer) }
        writer.endArray()
        writer.endLine()
        return writer.bytes
    }
}

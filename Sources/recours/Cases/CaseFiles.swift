import Assembly
import CaseFlow
import CaseStore
import ChannelPluginKit
import ContactRouting
import Digests
import Glibc

/// The copies of what cases name: attachments and signatures, in the state folder.
///
/// A copy is named by its content and never changed, so that facts of any age find what they name, and nothing is lost
/// when a run is cut off.
struct CaseFiles {
    let folder: StateFolder

    /// Copies what a case names from beside its file.
    ///
    /// - Parameter source: the folder of the case file.
    /// - Throws: `CommandFailure` that names the fact, never its content; copies that were made before stay.
    func keep(
        _ facts: ContactCase, from source: String, for reference: CaseReference
    ) throws -> KeptFiles {
        let files = AttachedFiles(folder: source)
        let attachments = try files.read(facts.attachments)
        let signature = try files.signature(facts.consumer.signature)
        guard !attachments.isEmpty || signature != nil else { return KeptFiles() }
        let path = folder.files(of: reference)
        try folder.make(path)
        let open = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard open >= 0 else { throw WriteFault.last.failure(in: path) }
        defer { close(open) }
        do throws(WriteFault) {
            let kept = KeptFiles(
                attachments: try keep(attachments, in: open),
                signature: try keep(signature, as: facts.consumer.signature, in: open))
            guard fsync(open) == 0 else { throw WriteFault.last }
            return kept
        } catch {
            throw error.failure(in: path)
        }
    }

    /// Removes every copy and every draft of a case.
    ///
    /// - Returns: whether there were any.
    /// - Throws: `CommandFailure` when something is left.
    func remove(_ reference: CaseReference) throws(CommandFailure) -> Bool {
        var found = false
        for path in [folder.files(of: reference), folder.drafts(of: reference)] {
            do throws(WriteFault) { if try FolderTree.remove(path) { found = true } } catch {
                throw error.failure(in: path)
            }
        }
        return found
    }

    private func keep(
        _ attachments: [RequestAttachment], in folder: Int32
    ) throws(WriteFault) -> [KeptFile] {
        var kept: [KeptFile] = []
        for attachment in attachments {
            kept.append(
                try Self.keep(attachment.bytes.reveal(), named: attachment.fileName.text, in: folder))
        }
        return kept
    }

    private func keep(
        _ picture: Private<[UInt8]>?, as path: TextLine?, in folder: Int32
    ) throws(WriteFault) -> KeptFile? {
        guard let picture, let path else { return nil }
        let name = path.text.lastIndex(of: "/").map { String(path.text[path.text.index(after: $0)...]) }
        return try Self.keep(picture.reveal(), named: name ?? path.text, in: folder)
    }

    private static func keep(
        _ bytes: [UInt8], named name: String, in folder: Int32
    ) throws(WriteFault) -> KeptFile {
        guard let digest = try? SHA256.digest(of: bytes) else { throw WriteFault(number: ENOSYS) }
        let file = KeptFile(name: name, digest: digest, byteCount: bytes.count)
        guard mkdirat(folder, file.folder, 0o700) == 0 || errno == EEXIST else { throw WriteFault.last }
        let place = FolderEntries.open(file.folder, in: folder)
        guard place >= 0 else { throw WriteFault.last }
        defer { close(place) }
        // Under another name first: a copy that has its name is whole.
        let unfinished = ".unfinished"
        unlinkat(place, unfinished, 0)
        try FileWriting.write(bytes, to: unfinished, in: place)
        guard renameat(place, unfinished, place, name) == 0, fsync(place) == 0 else { throw WriteFault.last }
        return file
    }
}

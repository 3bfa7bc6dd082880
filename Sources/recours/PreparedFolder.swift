import Assembly
import CaseFormat
import ContactRouting
import Glibc

/// A file of a preparation, by the name it has in its folder.
struct PreparedFile {
    let name: String
    let bytes: [UInt8]

    /// The name of the file that names the others with their digests.
    static let index = "prepared.json"

    /// The files in the order in which a person reads them, `prepared.json` last.
    static func all(of prepared: PreparedDelivery, index: [UInt8]) -> [PreparedFile] {
        prepared.artifacts.map { PreparedFile(name: $0.fileName.text, bytes: $0.bytes.reveal()) }
            + [PreparedFile(name: Self.index, bytes: index + [UInt8(ascii: "\n")])]
    }
}

/// Writes a preparation into a folder that may hold other things: every file first in the ``StagingArea``, then all
/// moved in.
///
/// `prepared.json` names the others with their digests. The old one goes first and the new one comes last, so that it
/// never stands beside files that it does not describe.
struct PreparedFolder {
    private let path: String

    /// The folder of the files in the staging area.
    private static let staged = "files"

    init(_ path: String) { self.path = path }

    /// Writes the files; those of the same names are replaced, those that only an earlier preparation there had are
    /// removed, and others in the folder are left alone.
    ///
    /// - Returns: their paths, in their order.
    /// - Throws: `CommandFailure`, also while another run writes there; nothing in the folder has changed unless moving
    ///   itself failed.
    func write(_ files: [PreparedFile]) throws(CommandFailure) -> [String] {
        let area = try StagingArea(path)
        do throws(WriteFault) {
            try area.stage(files, as: Self.staged) { staged throws(WriteFault) in
                for file in files where FolderEntries.kind(of: file.name, in: area.folder) == .folder {
                    throw WriteFault(number: EISDIR)
                }
                let earlier = Self.fileNames(listedIn: path)
                unlinkat(area.folder, PreparedFile.index, 0)
                for name in earlier.subtracting(files.map(\.name))
                where FolderEntries.kind(of: name, in: area.folder) == .file {
                    unlinkat(area.folder, name, 0)
                }
                for file in files {
                    guard renameat(staged, file.name, area.folder, file.name) == 0 else {
                        throw WriteFault.last
                    }
                }
            }
            try area.sync()
        } catch {
            throw error.failure(in: path)
        }
        return files.map { "\(path)/\($0.name)" }
    }

    /// The files that the preparation in a folder names; none where there is none.
    static func fileNames(listedIn folder: String) -> Set<String> {
        guard
            let index = try? FileReading.bytes(
                of: "\(folder)/\(PreparedFile.index)", bytesMax: PreparedReader.bytesMax, isRegular: true)
        else { return [] }
        return Set(PreparedReader().fileNames(in: index).map(\.text))
    }
}

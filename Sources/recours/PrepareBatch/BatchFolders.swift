import Assembly
import CaseFormat
import ContactRouting
import Glibc

/// The folder of a batch: one folder for each case in it, complete or not there at all.
///
/// A case's files are written into a folder in the ``StagingArea``, and synced, before it gets its name; so a folder
/// never holds files of two preparations, whatever ends the program. One run at a time works in it.
final class BatchFolders: Sendable {
    /// What stands in the way of one case, or of all.
    enum Fault: Error {
        /// This case alone cannot be written; what stands in its place was left alone.
        case line(CommandFailure)
        /// Nothing more can be written.
        case stopped(CommandFailure)
    }

    private let area: StagingArea

    /// - Throws: `CommandFailure` when it cannot be written, or another run works in it.
    init(_ path: String) throws(CommandFailure) { area = try StagingArea(path) }

    /// Puts a preparation into its folder.
    ///
    /// - Returns: false when the folder holds exactly these files already, which it then keeps untouched.
    func write(_ files: [PreparedFile], into name: String) throws(Fault) -> Bool {
        let target = "\(area.path)/\(name)"
        let isEarlier: Bool
        switch state(of: name, at: target, files) {
        case .same: return false
        case .taken:
            throw .line(
                CommandFailure(
                    .wrongUse,
                    "\(target) holds something else than a preparation: move it away, or name another folder with --out."
                ))
        case .absent: isEarlier = false
        case .earlier: isEarlier = true
        }
        do throws(WriteFault) {
            try area.stage(files, as: name) { _ throws(WriteFault) in
                try area.move(name, replacing: isEarlier)
            }
        } catch {
            throw error.isOfDisk
                ? .stopped(error.failure(in: area.path)) : .line(error.failure(in: target))
        }
        return true
    }

    /// Waits until the names of the folders are on the disk.
    func sync() throws(CommandFailure) {
        do throws(WriteFault) { try area.sync() } catch { throw error.failure(in: area.path) }
    }

    // MARK: What is there

    private enum State {
        case absent, same
        /// Nothing but the files of a preparation, whole or not.
        case earlier
        case taken
    }

    private func state(of name: String, at target: String, _ files: [PreparedFile]) -> State {
        switch FolderEntries.kind(of: name, in: area.folder) {
        case .absent: return .absent
        case .file, .other: return .taken
        case .folder: break
        }
        let folder = FolderEntries.open(name, in: area.folder)
        guard folder >= 0 else { return .taken }
        defer { close(folder) }
        guard let names = FolderEntries.names(in: folder) else { return .taken }
        if files.allSatisfy({ $0.isWritten(in: target) }) { return .same }
        let ours = PreparedFolder.fileNames(listedIn: target).union(files.map(\.name))
        let isOurs = names.allSatisfy {
            ours.contains($0) && FolderEntries.kind(of: $0, in: folder) == .file
        }
        return isOurs ? .earlier : .taken
    }

    fileprivate static func bytes(of file: String, max: Int) -> [UInt8]? {
        try? FileReading.bytes(of: file, bytesMax: max, isRegular: true)
    }
}

extension PreparedFile {
    /// Whether a folder holds this file, byte for byte.
    fileprivate func isWritten(in folder: String) -> Bool {
        BatchFolders.bytes(of: "\(folder)/\(name)", max: bytes.count) == bytes
    }
}

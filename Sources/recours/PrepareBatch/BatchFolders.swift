import Assembly
import CaseFormat
import ContactRouting
import Glibc

/// The folder of a batch: one folder for each case in it, complete or not there at all.
///
/// A case's files are written into a folder beside the others, and synced, before it gets its name; so a folder never
/// holds files of two preparations, whatever ends the program. One run at a time works in it.
final class BatchFolders: Sendable {
    /// What stands in the way of one case, or of all.
    enum Fault: Error {
        /// A folder or file of this name holds what no preparation made; it was left alone.
        case taken(String)
        /// Nothing more can be written.
        case stopped(CommandFailure)
    }

    private static let staged = ".preparing-"

    private let path: String
    private let writing: FileWriting
    private let descriptor: Int32

    /// Makes the folder, and clears away what a run that was cut off has left.
    ///
    /// - Throws: `CommandFailure` when it cannot be written, or another run works in it.
    init(_ path: String) throws(CommandFailure) {
        self.path = path
        writing = FileWriting(folder: path)
        try writing.makeFolder()
        descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw writing.failure() }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw CommandFailure(
                .unavailable, "Another run is writing into \(path): wait for its end, or name another folder."
            )
        }
        for name in Self.names(in: path) ?? [] where name.hasPrefix(Self.staged) {
            Self.remove("\(path)/\(name)")
        }
    }

    deinit { close(descriptor) }

    /// Puts a preparation into its folder.
    ///
    /// - Returns: false when the folder holds exactly these files already, which it then keeps untouched.
    func write(_ files: [PreparedFile], into name: String) throws(Fault) -> Bool {
        let target = "\(path)/\(name)"
        let state = state(of: target, files)
        switch state {
        case .same: return false
        case .taken:
            throw .taken(
                "\(target) holds something else than a preparation: move it away, or name another folder with --out."
            )
        case .absent, .earlier: break
        }
        let staging = "\(path)/\(Self.staged)\(name)"
        do throws(CommandFailure) {
            try stage(files, in: staging)
            if case .earlier = state { try move(target, to: staging + ".old") }
            try move(staging, to: target)
        } catch {
            Self.remove(staging)
            throw .stopped(error)
        }
        Self.remove(staging + ".old")
        return true
    }

    /// Waits until the names of the folders are on the disk.
    func sync() throws(CommandFailure) {
        guard fsync(descriptor) == 0 else { throw writing.failure() }
    }

    // MARK: What is there

    private enum State {
        case absent, same
        /// Nothing but the files of a preparation, whole or not.
        case earlier
        case taken
    }

    private func state(of target: String, _ files: [PreparedFile]) -> State {
        var status = stat()
        guard lstat(target, &status) == 0 else { return .absent }
        guard status.st_mode & S_IFMT == S_IFDIR, let names = Self.names(in: target) else { return .taken }
        if files.allSatisfy({ $0.isWritten(in: target) }) { return .same }
        var ours = Set(files.map(\.name))
        if let index = Self.bytes(of: "\(target)/\(PreparedFile.index)", max: PreparedReader.bytesMax) {
            ours.formUnion(PreparedReader().fileNames(in: index).map(\.text))
        }
        let isOurs = names.allSatisfy { ours.contains($0) && Self.isFile("\(target)/\($0)") }
        return isOurs ? .earlier : .taken
    }

    private static func isFile(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// The names in a folder, without `.` and `..`; nil when it cannot be read.
    private static func names(in folder: String) -> [String]? {
        guard let stream = opendir(folder) else { return nil }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            // Proof: readdir(3) ends the name with NUL inside the entry, which lives until the next call.
            let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
                field.withMemoryRebound(to: CChar.self, capacity: Int(entry.pointee.d_reclen)) {
                    String(cString: $0)
                }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    // MARK: Writing

    private func stage(_ files: [PreparedFile], in staging: String) throws(CommandFailure) {
        guard mkdir(staging, 0o700) == 0 else { throw writing.failure() }
        for file in files { try writing.write(file.bytes, to: "\(staging)/\(file.name)") }
        let folder = open(staging, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw writing.failure() }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw writing.failure() }
    }

    private func move(_ source: String, to target: String) throws(CommandFailure) {
        guard rename(source, target) == 0 else { throw writing.failure() }
    }

    /// Removes a folder of files; one that is not there is none.
    private static func remove(_ folder: String) {
        for name in names(in: folder) ?? [] { unlink("\(folder)/\(name)") }
        rmdir(folder)
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

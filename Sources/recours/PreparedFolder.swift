import ContactRouting
import Glibc

/// Writes a preparation into a folder: every file first beside the others, then all moved in.
///
/// `prepared.json` names the others with their digests. The old one goes first and the new one comes last, so that it
/// never stands beside files that it does not describe. Letters are for their writer alone: folders are made 0700,
/// files 0600.
struct PreparedFolder {
    private static let index = "prepared.json"

    private let path: String

    init(_ path: String) { self.path = path }

    /// Writes the files; those of the same names are replaced, others in the folder are left alone.
    ///
    /// - Returns: the paths, in the order in which a person reads them, `prepared.json` last.
    /// - Throws: `CommandFailure`; nothing in the folder has changed unless moving itself failed.
    func write(_ prepared: PreparedDelivery, index: [UInt8]) throws -> [String] {
        var files = prepared.artifacts.map { (name: $0.fileName.text, bytes: $0.bytes.reveal()) }
        files.append((name: Self.index, bytes: index + [UInt8(ascii: "\n")]))
        try makeFolder()
        let staging = try makeStaging()
        defer { removeStaging(staging, files.map(\.name)) }
        for file in files { try write(file.bytes, to: "\(staging)/\(file.name)") }
        unlink("\(path)/\(Self.index)")
        for file in files {
            guard rename("\(staging)/\(file.name)", "\(path)/\(file.name)") == 0 else { throw failure() }
        }
        return files.map { "\(path)/\($0.name)" }
    }

    /// Makes the folder and those above it.
    private func makeFolder() throws {
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += made.isEmpty || made.hasSuffix("/") ? part : "/\(part)"
            guard mkdir(made, 0o700) == 0 || errno == EEXIST else { throw failure() }
        }
    }

    /// A folder of this run's own, beside the files.
    private func makeStaging() throws -> String {
        // mkdtemp(3) asks for these six letters and replaces them.
        var template = Array("\(path)/.preparing-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw failure() }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private func removeStaging(_ staging: String, _ names: [String]) {
        for name in names { unlink("\(staging)/\(name)") }
        rmdir(staging)
    }

    private func write(_ bytes: [UInt8], to file: String) throws {
        let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure() }
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            guard count >= 0 else {
                if errno == EINTR { continue }
                throw failure()
            }
            written += count
        }
        guard fsync(descriptor) == 0 else { throw failure() }
    }

    /// What the last call of the system said.
    private func failure() -> CommandFailure {
        switch errno {
        case ENOSPC, EDQUOT:
            CommandFailure(.unavailable, "There is no space left for \(path): free some and try again.")
        case EIO:
            CommandFailure(.unavailable, "The disk of \(path) does not work: write into another folder.")
        case ENOTDIR, EEXIST:
            CommandFailure(.wrongUse, "\(path) is not a folder: name another one with --out.")
        default:  // tidy-allow: numbers of the system
            CommandFailure(.wrongUse, "The folder \(path) cannot be written: check its permissions.")
        }
    }
}

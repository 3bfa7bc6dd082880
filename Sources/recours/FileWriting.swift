import Glibc

/// Writes files that are on the disk when it returns, for their writer alone: folders 0700, files 0600.
struct FileWriting {
    /// The folder that the person named, for error texts.
    let folder: String

    /// Makes the folder and those above it.
    ///
    /// - Throws: `CommandFailure` when it cannot be made, or something else bears its name.
    func makeFolder() throws(CommandFailure) {
        var made = folder.hasPrefix("/") ? "/" : ""
        for part in folder.split(separator: "/") {
            made += made.isEmpty || made.hasSuffix("/") ? part : "/\(part)"
            guard mkdir(made, 0o700) == 0 || errno == EEXIST else { throw failure() }
        }
    }

    /// Writes a new file and waits until it is on the disk.
    ///
    /// - Throws: `CommandFailure`; a part of the file may then lie there.
    func write(_ bytes: [UInt8], to file: String) throws(CommandFailure) {
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
    func failure() -> CommandFailure {
        switch errno {
        case ENOSPC, EDQUOT, EFBIG:
            CommandFailure(.unavailable, "There is no space left for \(folder): free some and try again.")
        case EIO:
            CommandFailure(.unavailable, "The disk of \(folder) does not work: write into another folder.")
        case ENOTDIR, EEXIST:
            CommandFailure(.wrongUse, "\(folder) is not a folder: name another one with --out.")
        default:  // tidy-allow: numbers of the system
            CommandFailure(.wrongUse, "The folder \(folder) cannot be written: check its permissions.")
        }
    }
}

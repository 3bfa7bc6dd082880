import Glibc

/// What the system refused while a folder was written.
struct WriteFault: Error {
    /// The number of the system's error (errno).
    let number: Int32

    /// What the last call of the system said; to be asked before the next one.
    static var last: WriteFault { WriteFault(number: errno) }

    /// Whether nothing else can be written either: the disk is full or broken, or no more files can be opened.
    var isOfDisk: Bool {
        [ENOSPC, EDQUOT, EFBIG, EIO, EROFS, EMFILE, ENFILE, ENOMEM].contains(number)
    }

    /// The fault for a person.
    ///
    /// - Parameter folder: the folder that the person named.
    func failure(in folder: String) -> CommandFailure {
        switch number {
        case ENOSPC, EDQUOT, EFBIG:
            CommandFailure(.unavailable, "There is no space left for \(folder): free some and try again.")
        case EIO:
            CommandFailure(.unavailable, "The disk of \(folder) does not work: write into another folder.")
        case EMFILE, ENFILE, ENOMEM:
            CommandFailure(.unavailable, "This machine is too busy to write \(folder): try again.")
        case ENOTDIR, ELOOP:
            CommandFailure(.wrongUse, "\(folder) is not a folder: name another one with --out.")
        case EEXIST, ENOTEMPTY, EISDIR:
            CommandFailure(
                .wrongUse,
                "In \(folder) something stands where a file must go: move it away, or name another folder with --out."
            )
        case EBUSY:
            CommandFailure(
                .wrongUse,
                "An earlier run has left something in \(StagingArea.name) that cannot be removed: delete that folder."
            )
        case EROFS, EACCES, EPERM:
            CommandFailure(.wrongUse, "The folder \(folder) cannot be written: check its permissions.")
        default:  // tidy-allow: numbers of the system
            CommandFailure(
                .wrongUse,
                "The folder \(folder) cannot be written (\(String(cString: strerror(number)))): name another one."
            )
        }
    }
}

/// Writes files that are on the disk when it returns, for their writer alone: folders 0700, files 0600.
enum FileWriting {
    /// Makes a folder and those above it; what is there already stays.
    ///
    /// - Throws: `WriteFault`.
    static func makeFolder(_ path: String) throws(WriteFault) {
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += made.isEmpty || made.hasSuffix("/") ? part : "/\(part)"
            guard mkdir(made, 0o700) != 0 else { continue }
            let fault = WriteFault.last
            guard fault.number != EEXIST else { continue }
            // A folder above that may only be looked into is no fault, as long as it is there.
            var status = stat()
            guard stat(made, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { throw fault }
        }
    }

    /// Writes a new file and waits until it is on the disk.
    ///
    /// - Parameter folder: the open folder that it is written into.
    /// - Throws: `WriteFault`; a part of the file may then lie there.
    static func write(_ bytes: [UInt8], to name: String, in folder: Int32) throws(WriteFault) {
        let descriptor = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw WriteFault.last }
        defer { close(descriptor) }
        try append(bytes, to: descriptor)
        guard fsync(descriptor) == 0 else { throw WriteFault.last }
    }

    /// Writes at the end of an open file, and does not wait for the disk.
    ///
    /// - Throws: `WriteFault`; a part may then stand there.
    static func append(_ bytes: [UInt8], to descriptor: Int32) throws(WriteFault) {
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            guard count >= 0 else {
                let fault = WriteFault.last
                if fault.number == EINTR { continue }
                throw fault
            }
            written += count
        }
    }
}

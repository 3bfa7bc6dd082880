import Glibc

/// Replaces files so that a reader finds the old one or the new one, whatever happens in between.
enum SyncedFile {
    /// What the system refused.
    struct Fault: Error, Hashable {
        /// The number of the system's error (errno).
        let number: Int32
    }

    /// Writes a file under a name of its own, and gives it its name once it is on the disk.
    ///
    /// Without a mode it is its owner's alone.
    ///
    /// One process at a time: what an earlier one left half written is removed.
    ///
    /// - Throws: `Fault`; the old file stands then.
    static func replace(
        _ path: String, with bytes: [UInt8], mode: mode_t = 0o600
    ) throws(Fault) {
        let unfinished = "\(path).unfinished"
        unlink(unfinished)
        do throws(Fault) {
            try write(bytes, to: unfinished, mode: mode)
            guard rename(unfinished, path) == 0 else { throw last }
        } catch {
            unlink(unfinished)
            throw error
        }
        try syncFolder(of: path)
    }

    /// Removes a file; one that is not there is no fault.
    static func remove(_ path: String) throws(Fault) {
        guard unlink(path) == 0 else {
            guard errno == ENOENT else { throw last }
            return
        }
        try syncFolder(of: path)
    }

    private static var last: Fault { Fault(number: errno) }

    private static func write(_ bytes: [UInt8], to path: String, mode: mode_t) throws(Fault) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw last }
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            guard count >= 0 else {
                if errno == EINTR { continue }
                throw last
            }
            written += count
        }
        guard fsync(descriptor) == 0 else { throw last }
    }

    private static func syncFolder(of path: String) throws(Fault) {
        let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw last }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw last }
    }
}

import Glibc

/// A file, or standard input, read piece by piece.
public final class FileStream {
    private let descriptor: Int32
    private let name: String
    private var buffer = [UInt8](repeating: 0, count: 1 << 18)

    /// - Parameter path: a path, or `-` for standard input.
    /// - Throws: `FileFault`.
    public init(_ path: String) throws(FileFault) {
        name = path
        if path == "-" {
            descriptor = STDIN_FILENO
            return
        }
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw errno == ENOENT ? .notFound(path: path) : .notReadable(path: path)
        }
    }

    deinit { if descriptor != STDIN_FILENO { close(descriptor) } }

    /// Waits until there is something to read, or the end.
    ///
    /// - Returns: false when nothing came in that time.
    public func isReady(withinMilliseconds limit: Int32) -> Bool {
        var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        // What is wrong with it, reading will say.
        return poll(&wait, 1, limit) != 0
    }

    /// The next piece, at most 256 KiB; nil at the end.
    ///
    /// - Throws: `FileFault`.
    public func next() throws(FileFault) -> [UInt8]? {
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count > 0 { return Array(buffer[..<count]) }
            if count == 0 { return nil }
            guard errno == EINTR else {
                throw errno == EISDIR ? .notAFile(path: name) : .notReadable(path: name)
            }
        }
    }
}

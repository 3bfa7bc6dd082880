import Glibc

/// Why a file cannot be read.
public enum FileFault: Error, Hashable, Sendable {
    case notFound(path: String)
    case notReadable(path: String)
    /// A folder, a device or a pipe where a file is expected.
    case notAFile(path: String)
    case tooLarge(path: String, bytesMax: Int)
    /// A link or a path that leads out of the folder it must lie in.
    case outside(path: String)
}

extension FileFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notFound(let path): "There is no file \(path): check the name."
        case .notReadable(let path): "The file \(path) cannot be read: check its permissions."
        case .notAFile(let path): "\(path) is not a file: name a file, or - for standard input."
        case .outside(let path): "The file \(path) does not lie in the folder of the case: copy it there."
        case .tooLarge(let path, let bytesMax):
            "The file \(path) is larger than \(bytesMax) bytes, the most allowed: make it smaller."
        }
    }
}

extension FileFault {
    /// What is wrong, without the path: for a file that a case names, whose name may be a person's.
    public var reason: String {
        switch self {
        case .notFound: "there is no such file: check the name"
        case .notReadable: "the file cannot be read: check its permissions"
        case .notAFile: "this is not a file: name a file"
        case .outside: "the file does not lie in the folder of the case: copy it there"
        case .tooLarge(_, let bytesMax):
            "the file is larger than \(bytesMax) bytes, the most allowed: make it smaller"
        }
    }
}

/// Reads whole files with a limit.
public enum FileReading {
    /// The bytes of a file.
    ///
    /// - Parameters:
    ///   - bytesMax: one byte more is an error; nothing is cut.
    ///   - isRegular: refuses pipes and devices, for files that a case names.
    /// - Throws: `FileFault`.
    public static func bytes(
        of path: String, bytesMax: Int, isRegular: Bool = false
    ) throws(FileFault) -> [UInt8] {
        // Opening a pipe that nobody writes to would wait for ever.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | (isRegular ? O_NONBLOCK : 0))
        guard descriptor >= 0 else {
            throw errno == ENOENT ? .notFound(path: path) : .notReadable(path: path)
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .notReadable(path: path) }
        let kind = status.st_mode & S_IFMT
        guard kind != S_IFDIR, !isRegular || kind == S_IFREG else { throw .notAFile(path: path) }
        return try bytes(from: descriptor, named: path, bytesMax: bytesMax)
    }

    /// Whether a path leads to a file that can be read more than once: no pipe, no device, no folder.
    public static func isRegular(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// The bytes of a file that a case names, which must lie in the case's own folder.
    ///
    /// A case may come from somebody else: neither `..` nor a symbolic link leads out of its folder.
    ///
    /// - Throws: `FileFault`.
    public static func bytes(of path: String, inside folder: String, bytesMax: Int) throws(FileFault)
        -> [UInt8]
    {
        try bytes(of: place(of: path, inside: folder), bytesMax: bytesMax, isRegular: true)
    }

    /// Where a file lies that a case names, without symbolic links.
    private static func place(of path: String, inside folder: String) throws(FileFault) -> String {
        let full = "\(folder)/\(path)"
        guard let home = resolved(folder), let place = resolved(full) else { throw .notFound(path: full) }
        guard place.hasPrefix(home == "/" ? home : home + "/") else { throw .outside(path: full) }
        return place
    }

    /// How many bytes a file has that a case names, without reading it.
    ///
    /// - Throws: `FileFault`, as reading it would.
    public static func size(of path: String, inside folder: String) throws(FileFault) -> Int {
        let place = try place(of: path, inside: folder)
        var status = stat()
        guard stat(place, &status) == 0 else { throw .notReadable(path: place) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path: place) }
        return Int(status.st_size)
    }

    /// The path without symbolic links; nil when there is nothing there.
    private static func resolved(_ path: String) -> String? {
        guard let buffer = realpath(path, nil) else { return nil }
        defer { free(buffer) }
        return String(cString: buffer)
    }

    /// Everything that comes on standard input.
    ///
    /// - Throws: `FileFault`.
    public static func standardInput(bytesMax: Int) throws(FileFault) -> [UInt8] {
        try bytes(from: STDIN_FILENO, named: "-", bytesMax: bytesMax)
    }

    private static func bytes(
        from descriptor: Int32, named path: String, bytesMax: Int
    ) throws(FileFault) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            guard count >= 0 else {
                if errno == EINTR { continue }
                throw .notReadable(path: path)
            }
            guard count > 0 else { return bytes }
            guard bytes.count + count <= bytesMax else { throw .tooLarge(path: path, bytesMax: bytesMax) }
            bytes.append(contentsOf: chunk[..<count])
        }
    }
}

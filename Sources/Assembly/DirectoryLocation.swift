import CaseFormat
import CivilCalendar
import Glibc

/// Finds and loads the directory: the one that was named, else the file beside the program, else the copy inside it.
public enum DirectoryLocation: Hashable, Sendable {
    case named(path: String)
    case shared(path: String)
    case embedded

    /// Largest directory, in bytes.
    public static let bytesMax = 8 * 1024 * 1024

    /// - Parameters:
    ///   - named: what `--directory` or `RECOURS_DIRECTORY` says; it outranks everything.
    ///   - executable: the path of the running program; its `../share/recours/channels.json` comes next.
    public init(named: String?, executable: String?) {
        if let named {
            self = .named(path: named)
        } else if let path = executable.flatMap(Self.shareFile), access(path, R_OK) == 0 {
            self = .shared(path: path)
        } else {
            self = .embedded
        }
    }

    /// What errors call it.
    public var name: String {
        switch self {
        case .named(let path), .shared(let path): path
        case .embedded: "channels.json"
        }
    }

    /// - Throws: `FileFault`.
    public func bytes() throws(FileFault) -> [UInt8] {
        switch self {
        case .named(let path), .shared(let path): try FileReading.bytes(of: path, bytesMax: Self.bytesMax)
        case .embedded: PackageResources.channels_json
        }
    }

    private static func shareFile(beside executable: String) -> String? {
        guard let slash = executable.lastIndex(of: "/") else { return nil }
        return executable[..<slash] + "/../share/recours/channels.json"
    }

    /// The path of the running program, as the kernel knows it.
    public static var runningExecutable: String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        guard count > 0 else { return nil }
        return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

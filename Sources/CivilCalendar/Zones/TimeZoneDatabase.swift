import Glibc

/// The system's time zone files.
///
/// Reads the file at every call and keeps nothing: whoever needs a zone often keeps the rules.
public struct TimeZoneDatabase: Sendable {
    private let folder: String

    /// Largest zone file that is read, in bytes; the largest of tzdata 2026 has fewer than 4,000.
    public static let fileSizeMax = 262_144

    /// - Parameter folder: where the compiled files lie, without a slash at the end.
    public init(folder: String = "/usr/share/zoneinfo") { self.folder = folder }

    /// Reads a zone.
    ///
    /// - Parameter identifier: an IANA name such as `Europe/Paris`.
    /// - Throws: `malformedZoneName`, `unknownZone`, `zoneDatabaseMissing`, `zoneFileUnreadable`,
    ///   `zoneFileTooLarge` or `malformedZoneFile` of `CivilCalendarError`.
    public func rules(for identifier: String) throws(CivilCalendarError) -> TimeZoneRules {
        guard Self.isWellFormed(identifier) else {
            throw .malformedZoneName(String(identifier.unicodeScalars.prefix(64)))
        }
        let bytes = try contents(ofFile: identifier, for: identifier)
        return try TimeZoneRules(identifier: identifier, tzif: bytes)
    }

    /// What the database calls itself, such as `# version 2026a`; nil where it does not say so.
    public var edition: String? {
        guard let bytes = try? contents(ofFile: "tzdata.zi", for: "tzdata.zi") else { return nil }
        return String(decoding: bytes.prefix(while: { $0 != 10 }).prefix(64), as: UTF8.self)
    }

    /// Names are paths below the folder, so nothing may lead out of it: each part begins with a letter and
    /// goes on with letters, digits, `_`, `+` and `-`.
    static func isWellFormed(_ identifier: String) -> Bool {
        guard (1...64).contains(identifier.utf8.count) else { return false }
        return identifier.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            .allSatisfy { part in
                part.first.map(isLetter) ?? false
                    && part.allSatisfy { isLetter($0) || "0123456789_+-".utf8.contains($0) }
            }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    /// The bytes of a file below the folder, read for the sake of a zone that an error can name.
    func contents(ofFile name: String, for identifier: String) throws(CivilCalendarError) -> [UInt8] {
        let path = "\(folder)/\(name)"
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw failure(errno, of: identifier, at: path) }
        defer { close(descriptor) }
        var facts = stat()
        guard fstat(descriptor, &facts) == 0 else { throw failure(errno, of: identifier, at: path) }
        // A folder such as "Europe" is a name without a zone.
        guard facts.st_mode & S_IFMT == S_IFREG else { throw .unknownZone(identifier) }
        guard facts.st_size <= Self.fileSizeMax else {
            throw .zoneFileTooLarge(
                zone: identifier, bytes: Int(facts.st_size), bytesMax: Self.fileSizeMax)
        }
        return try bytes(of: descriptor, size: Int(facts.st_size), zone: identifier, path: path)
    }

    private func bytes(
        of descriptor: Int32, size: Int, zone: String, path: String
    ) throws(CivilCalendarError) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: size)
        var filled = 0
        while filled < size {
            let count = buffer.withUnsafeMutableBytes { raw in
                // `filled < size` keeps the rest of the buffer not empty.
                Glibc.read(
                    descriptor, UnsafeMutableRawBufferPointer(rebasing: raw[filled...]).baseAddress,
                    size - filled)
            }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw failure(errno, of: zone, at: path) }
            guard count > 0 else { break }
            filled += count
        }
        return Array(buffer[..<filled])
    }

    private func failure(_ code: Int32, of zone: String, at path: String) -> CivilCalendarError {
        guard code == ENOENT || code == ENOTDIR else {
            return .zoneFileUnreadable(zone: zone, path: path, errno: code)
        }
        return access(folder, F_OK) == 0 ? .unknownZone(zone) : .zoneDatabaseMissing(folder: folder)
    }
}

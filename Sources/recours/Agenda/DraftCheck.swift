import Assembly
import CaseFormat
import Digests
import JSONText

/// Whether somebody has worked on a draft: then it is theirs, and no new one takes its place.
struct DraftCheck {
    private let path: String

    /// Largest file of a draft that is looked at, in bytes.
    private static let fileBytesMax = 100_000_000

    init(_ path: String) { self.path = path }

    /// True when a file is not the one that `prepared.json` names, or is gone.
    var wasChanged: Bool {
        guard
            let index = try? FileReading.bytes(
                of: "\(path)/\(PreparedFile.index)", bytesMax: PreparedReader.bytesMax, isRegular: true)
        else { return false }
        guard let files = try? JSONDocument(parsing: index).root["artifacts"]?.elements else { return true }
        return files.contains { file in
            guard let name = file["file"]?.string, let digest = file["sha256"]?.string,
                let bytes = try? FileReading.bytes(
                    of: name, inside: path, bytesMax: Self.fileBytesMax),
                let actual = try? SHA256.digest(of: bytes)
            else { return true }
            return actual.hex != digest
        }
    }
}

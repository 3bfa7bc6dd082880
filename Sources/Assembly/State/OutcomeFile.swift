import Foundation
import Outbox

/// Outcomes that the store could not take, in a file beside it (mode 0600).
///
/// Written under another name, synced and renamed, so that it is there as a whole or not at all.
struct OutcomeFile: OutcomeJournal {
    let path: String

    /// Largest file that is read, in bytes.
    private static let bytesMax = 64 << 20

    func replace(with outcomes: [UnstoredOutcome]) async throws {
        guard !outcomes.isEmpty else {
            try SyncedFile.remove(path)
            return
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        try SyncedFile.replace(path, with: Array(try encoder.encode(outcomes)))
    }

    func outcomes() async throws -> [UnstoredOutcome] {
        let bytes: [UInt8]
        do throws(FileFault) {
            bytes = try FileReading.bytes(of: path, bytesMax: Self.bytesMax, isRegular: true)
        } catch .notFound {
            return []
        }
        return try JSONDecoder().decode([UnstoredOutcome].self, from: Data(bytes))
    }
}

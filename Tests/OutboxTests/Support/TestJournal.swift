import Foundation
import Outbox
import Synchronization

/// A journal as bytes, like the file of a program: it outlives the process.
final class TestJournal: OutcomeJournal {
    struct Unusable: Error {}

    private let state = Mutex((bytes: [UInt8](), isUnusable: false))

    var isEmpty: Bool { state.withLock { $0.bytes.isEmpty } }

    func setUnusable(_ isUnusable: Bool) { state.withLock { $0.isUnusable = isUnusable } }

    func replace(with outcomes: [UnstoredOutcome]) async throws {
        let bytes = outcomes.isEmpty ? [] : Array(try JSONEncoder().encode(outcomes))
        try state.withLock { state in
            guard !state.isUnusable else { throw Unusable() }
            state.bytes = bytes
        }
    }

    func outcomes() async throws -> [UnstoredOutcome] {
        let bytes = try state.withLock { state in
            guard !state.isUnusable else { throw Unusable() }
            return state.bytes
        }
        return bytes.isEmpty ? [] : try JSONDecoder().decode([UnstoredOutcome].self, from: Data(bytes))
    }
}

/// The journal as one process sees it: what is over writes nothing.
struct ProcessJournal: OutcomeJournal {
    let base: TestJournal
    let life: ProcessLife

    func replace(with outcomes: [UnstoredOutcome]) async throws {
        guard !life.isOver else { throw TestJournal.Unusable() }
        try await base.replace(with: outcomes)
    }

    func outcomes() async throws -> [UnstoredOutcome] { try await base.outcomes() }
}

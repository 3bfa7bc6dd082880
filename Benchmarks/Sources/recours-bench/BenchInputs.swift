import Assembly
import CaseFormat
import CivilCalendar
import ContactRouting
import Foundation

/// The cases that are decided, and their moments.
struct BenchInputs {
    struct Item {
        let facts: ContactCase
        let moment: Instant
    }

    let program: Program
    let items: [Item]

    /// Fewest cases: fewer would fit into a cache that no real batch fits into.
    static let itemsMin = 1000

    /// - Parameter folder: a folder of case files; without one the package's own variations are used.
    init(folder: String?) throws {
        program = try Program(
            config: Self.repository.appending(path: "Benchmarks/settings.json").path,
            directory: Self.repository.appending(path: "channels.json").path, environment: [:])
        let texts = try folder.map(Self.files) ?? CaseVariations.all(count: 1200)
        var items: [Item] = []
        for (index, text) in texts.enumerated() {
            let moment = Instant(secondsSinceEpoch: 1_795_000_000 + Int64(index % 97) * 5_003)
            let loaded = try program.reader.read(Array(text.utf8), decidedAt: moment)
            items.append(Item(facts: loaded.facts, moment: moment))
        }
        guard !items.isEmpty else { throw WrongResult(description: "there is no case to decide") }
        while items.count < Self.itemsMin { items += items }
        self.items = items
    }

    static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static func files(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".json") }.sorted()
            .map { try String(contentsOf: URL(filePath: folder).appending(path: $0), encoding: .utf8) }
    }
}

import Foundation
import Testing

/// Compares `actual` with `Goldens/<name>` beside the tests.
///
/// `RECORD_GOLDENS=1` writes the file and then fails, so that a recording run never passes by mistake.
func expectGolden(_ actual: String, named name: String, file: String = #filePath) throws {
    let folder = URL(filePath: file).deletingLastPathComponent().appending(path: "Goldens")
    let golden = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != nil {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(actual.utf8).write(to: golden)
        Issue.record("recorded \(name): look at the diff, then run again without RECORD_GOLDENS")
        return
    }
    let expected = try String(contentsOf: golden, encoding: .utf8)
    #expect(actual == expected, "differs from Goldens/\(name); RECORD_GOLDENS=1 writes it anew")
}

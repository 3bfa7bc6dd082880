import Foundation
public import Testing

/// Compares `actual` with `Goldens/<name>` next to the calling test file.
///
/// `RECORD_GOLDENS=1` writes the file and then fails, so that a recording run never passes by mistake.
public func expectGolden(
    _ actual: String, named name: String, file: String = #filePath,
    at location: SourceLocation = #_sourceLocation
) throws {
    let folder = URL(filePath: file).deletingLastPathComponent().appending(path: "Goldens")
    let golden = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != nil {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(actual.utf8).write(to: golden)
        Issue.record(
            "recorded \(name): look at the diff, then run again without RECORD_GOLDENS",
            sourceLocation: location)
        return
    }
    guard let expected = try? String(contentsOf: golden, encoding: .utf8) else {
        Issue.record("there is no golden \(name): RECORD_GOLDENS=1 writes it", sourceLocation: location)
        return
    }
    #expect(
        actual == expected, "differs from \(name); RECORD_GOLDENS=1 writes it anew", sourceLocation: location)
}

/// The text of a golden file, for tests that compare in another way than byte by byte; nil when there is none, or while
/// goldens are recorded.
public func golden(named name: String, file: String = #filePath) -> String? {
    guard ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == nil else { return nil }
    let folder = URL(filePath: file).deletingLastPathComponent().appending(path: "Goldens")
    return try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
}

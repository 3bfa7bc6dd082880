import Foundation
import TestSupport
import Testing

/// The built program, running beside the test.
final class BackgroundRun {
    private let process: ProgramRun
    private let files: [URL]

    /// - Parameter folder: where its output is kept while it runs.
    init(_ arguments: [String], settings: [String: String], in folder: URL) throws {
        let name = UUID().uuidString
        files = ["out", "err"].map { folder.appending(path: "\(name).\($0)") }
        for file in files { try Data().write(to: file) }
        process = try ProgramRun(
            [try CommandLineRun.program().path] + arguments,
            environment: CommandLineRun.environment(settings), in: CommandLineRun.root.path,
            output: files[0].path, errors: files[1].path)
    }

    var output: String { text(files[0]) }
    var errors: String { text(files[1]) }

    private func text(_ file: URL) -> String {
        (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// Waits until something is so.
    ///
    /// - Returns: false when it was not within half a minute, or the program ended.
    func waits(until isSo: () -> Bool) -> Bool {
        let end = Date(timeIntervalSinceNow: 30)
        while !isSo() {
            guard Date() < end, process.isRunning else { return false }
            usleep(20_000)
        }
        return true
    }

    func signal(_ number: Int32) { process.signal(number) }

    /// Asks it to end, and waits.
    ///
    /// - Returns: its exit status; nil when it did not end in time.
    func terminate(withinSeconds seconds: Double) -> Int32? {
        signal(SIGTERM)
        let end = Date(timeIntervalSinceNow: seconds)
        while process.isRunning {
            guard Date() < end else { return nil }
            usleep(20_000)
        }
        return process.status
    }

    func kill() { signal(SIGKILL) }
}

extension CaseHome {
    func recours(
        _ arguments: [String], settings: [String: String], through wrapper: [String] = []
    ) throws -> CommandLineRun {
        try CommandLineRun(
            arguments, settings: settings.merging(["RECOURS_HOME": state]) { $1 }, through: wrapper)
    }

    /// Runs the program beside the test.
    func start(_ arguments: [String], settings: [String: String]) throws -> BackgroundRun {
        try BackgroundRun(
            arguments, settings: settings.merging(["RECOURS_HOME": state]) { $1 },
            in: URL(filePath: place("")))
    }

    /// Puts a copy in the place of the store, as docs/running.md says.
    func restore(_ copy: String) throws {
        let files = FileManager.default
        try files.removeItem(atPath: state + "/cases.sqlite")
        try files.copyItem(atPath: copy, toPath: state + "/cases.sqlite")
        try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: state + "/cases.sqlite")
    }
}

import Foundation

/// Examples as if they were written now: every day in them is as far away as it is from 23 November 2026 in the example.
///
/// The program prepares for the clock of this machine, and nothing goes out that was written for a day too far back.
enum RecentExample {
    /// The moment of the examples, less than a day ago.
    static var moment: String { moment(daysAgo: 0) }

    /// The moment of examples that were written some days ago.
    static func moment(daysAgo: Int) -> String { moved("2026-11-23T10:00:00+01:00", daysAgo: daysAgo) }

    /// The text of an example.
    static func text(of name: String, daysAgo: Int = 0) throws -> String {
        let url = CommandLineRun.root.appending(path: "Examples/\(name).json")
        return moved(try String(contentsOf: url, encoding: .utf8), daysAgo: daysAgo)
    }

    /// A text with its days moved.
    private static func moved(_ text: String, daysAgo: Int) -> String {
        let written = Date(timeIntervalSince1970: 1_795_424_400)
        let days = (Date().timeIntervalSince(written) / 86_400).rounded(.down) - Double(daysAgo)
        let style = Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day()
        return text.replacing(/[0-9]{4}-[0-9]{2}-[0-9]{2}/) { match in
            let day = try? Date(String(match.output), strategy: style)
            return day.map { $0.addingTimeInterval(days * 86_400).formatted(style) } ?? String(match.output)
        }
    }
}

extension CaseHome {
    /// Lays such an example, with what it names, beside the state folder.
    func recent(_ name: String, daysAgo: Int = 0) throws -> String {
        let files = place("attachments")
        if !FileManager.default.fileExists(atPath: files) {
            let examples = CommandLineRun.root.appending(path: "Examples/attachments").path
            try FileManager.default.copyItem(atPath: examples, toPath: files)
        }
        let file = place("\(name).json")
        try Data(try RecentExample.text(of: name, daysAgo: daysAgo).utf8).write(to: URL(filePath: file))
        return file
    }
}

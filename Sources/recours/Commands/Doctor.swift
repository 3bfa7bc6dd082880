import ArgumentParser
import Assembly
import CaseStore
import ChannelPluginKit
import ContactRouting
import JSONText

/// `recours doctor`: what is configured, what works, what is missing.
struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Check settings, files, the store, clocks, servers and plugins.",
        discussion: """
            A finding a line: severity (good, warning, error), topic, sentence. Nothing is sent and nothing is changed, \
            except that the state folder and an empty store are made where there are none. A mail relay is asked to log \
            in; of other servers only the connection is tried.

            Exit status: 0 all well, or only warnings; 69 something that is needed does not work; 78 bad configuration.
            """)

    @Flag(help: "Do not connect to any server.")
    var offline = false

    @OptionGroup var options: DirectoryOptions

    func run() async throws {
        let words = DoctorWords(language: try options.chosenLanguage() ?? .french)
        let findings = try await Examination(options: options, isOffline: offline, words: words).findings()
        if options.json { Self.printJSON(findings) } else { Self.print(findings) }
        if let worst = findings.compactMap(\.status).max(by: { $0.rawValue < $1.rawValue }) { leave(worst) }
    }

    private static func print(_ findings: [DoctorFinding]) {
        for finding in findings {
            Output.standardOutput(
                "\(finding.severity.rawValue)\t\(finding.topic.rawValue)\t\(finding.text)\n")
        }
    }

    private static func printJSON(_ findings: [DoctorFinding]) {
        var writer = JSONWriter(.pretty, capacity: 4096)
        writer.beginArray()
        for finding in findings {
            writer.beginObject()
            writer.key("severity")
            writer.string(finding.severity.rawValue)
            writer.key("topic")
            writer.string(finding.topic.rawValue)
            writer.key("text")
            writer.string(finding.text)
            writer.endObject()
        }
        writer.endArray()
        writer.endLine()
        Output.standardOutput(writer.bytes)
    }
}

import ArgumentParser
import Assembly
import ChannelPluginKit
import ContactRouting
import JSONText

extension Plugins {
    /// Tells which channels can deliver with the settings there are.
    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: "Check which channels can deliver with the settings there are.",
            discussion: """
                A finding a line: channel, severity (good, warning, error), setting, sentence. A channel without a \
                finding needs no setting: it prepares what you do yourself. Nothing is sent. Exit status 0, or 78 when \
                a channel that is configured cannot deliver.
                """)

        @OptionGroup var options: DirectoryOptions

        func run() async throws {
            let language = try options.chosenLanguage() ?? .french
            let registry = try Desk(options).program.registry
            let findings = await registry.findings()
            if options.json {
                var writer = JSONWriter(.pretty, capacity: 4096)
                writer.beginArray()
                for finding in findings { finding.write(in: language, to: &writer) }
                writer.endArray()
                writer.endLine()
                Output.standardOutput(writer.bytes)
            } else {
                for finding in findings {
                    Output.standardOutput(
                        "\(finding.channel)\t\(finding.severity.rawValue)\t\(finding.setting ?? "-")\t\(finding.text[language])\n"
                    )
                }
            }
            if findings.contains(where: { $0.severity == .error }) { leave(.configuration) }
        }
    }
}

extension ChannelRegistry {
    /// What every plugin says about its settings, in order of the channels' names.
    func findings() async -> [Diagnostic] {
        var findings: [Diagnostic] = []
        for descriptor in descriptors {
            let said = await self[descriptor.channel]?.check() ?? []
            findings += said.filter { $0.channel == descriptor.channel }
        }
        return findings
    }
}

extension Diagnostic {
    func write(in language: Language, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("channel")
        writer.string(channel.text)
        writer.key("severity")
        writer.string(severity.rawValue)
        writer.key("setting")
        if let setting { writer.string(setting) } else { writer.null() }
        writer.key("text")
        writer.string(text[language])
        writer.endObject()
    }
}

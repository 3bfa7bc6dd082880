import ArgumentParser
import Assembly
import CaseFlow
import ChannelPluginKit
import ContactRouting
import JSONText

/// `recours plugins`: the channel plugins of this build.
struct Plugins: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plugins", abstract: "Show the channel plugins of this build.",
        subcommands: [List.self, Check.self])

    /// Lists the channels that this build can prepare.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "List the channels that this build prepares.",
            discussion:
                "A channel a line: name, proof it can leave, whether it costs money, settings it reads.")

        @OptionGroup var options: DirectoryOptions

        func run() async throws {
            let descriptors = try Desk(options).program.registry.descriptors
            guard options.json else {
                Output.standardOutput(descriptors.map { Self.line($0) + "\n" }.joined())
                return
            }
            var writer = JSONWriter(.pretty, capacity: 4096)
            writer.beginArray()
            for descriptor in descriptors { Self.write(descriptor, to: &writer) }
            writer.endArray()
            writer.endLine()
            Output.standardOutput(writer.bytes)
        }

        private static func line(_ descriptor: ChannelDescriptor) -> String {
            let settings = descriptor.settings.map(\.name).joined(separator: " ")
            let cost = descriptor.effects.costsMoney ? "costs money" : "free"
            return
                "\(descriptor.channel)\t\(descriptor.evidence.rawValue)\t\(cost)\t\(settings.isEmpty ? "-" : settings)"
        }

        private static func write(_ descriptor: ChannelDescriptor, to writer: inout JSONWriter) {
            writer.beginObject()
            writer.key("channel")
            writer.string(descriptor.channel.text)
            writer.key("evidence")
            writer.string(descriptor.evidence.rawValue)
            writer.key("costsMoney")
            writer.bool(descriptor.effects.costsMoney)
            writer.key("settings")
            writer.beginArray()
            for setting in descriptor.settings { writer.string(setting.name) }
            writer.endArray()
            writer.endObject()
        }
    }
}

import ArgumentParser
import Assembly
import CaseFormat
import ContactRouting
import JSONText

extension DirectoryCommand {
    /// Names every merchant, institution, closed service and distrusted host.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "List merchants, institutions, closed services and distrusted sites.",
            discussion: "A line each: kind, identifier, name, channels, and from which file it comes.")

        @OptionGroup var options: DirectoryOptions

        func run() async throws {
            let rows = Self.rows(of: try Desk(options).program.directory)
            guard options.json else {
                Output.standardOutput(rows.map { $0.line + "\n" }.joined())
                return
            }
            var writer = JSONWriter(.pretty, capacity: 16_384)
            writer.beginArray()
            for row in rows { row.write(to: &writer) }
            writer.endArray()
            writer.endLine()
            Output.standardOutput(writer.bytes)
        }

        private static func rows(of loaded: LoadedDirectory) -> [Row] {
            let directory = loaded.directory
            let origin = loaded.overlay
            return directory.merchants.map {
                Row(
                    kind: "merchant", id: $0.id.text, name: $0.name, channels: names($0.channels),
                    origin: origin?.origin(of: $0.id) ?? .directory)
            }
                + directory.institutions.map {
                    Row(
                        kind: $0.kind.rawValue, id: $0.id.text, name: $0.name, channels: names($0.channels),
                        origin: origin?.origin(of: $0.id) ?? .directory)
                }
                + directory.closed.map {
                    Row(
                        kind: "closed", id: $0.id.text, name: "since \($0.since)", channels: [],
                        origin: origin?.origin(ofClosed: $0.id) ?? .directory)
                }
                + directory.distrusted.map {
                    Row(
                        kind: $0.kind.rawValue, id: $0.host.text,
                        name: $0.imitates.map { "copies \($0)" } ?? "distrusted", channels: [],
                        origin: origin?.origin(of: $0.host) ?? .directory)
                }
        }

        /// A channel that is offered so on some days and otherwise on others stands once.
        private static func names(_ entries: [ChannelEntry]) -> [String] {
            var seen: Set<ChannelName> = []
            return entries.map(\.channel).filter { seen.insert($0).inserted }.map(\.text)
        }
    }

    private struct Row {
        let kind: String
        let id: String
        let name: String
        let channels: [String]
        let origin: OverlayOrigin.Origin

        /// For people and for `cut`.
        var line: String {
            let channels = channels.isEmpty ? "-" : channels.joined(separator: " ")
            return "\(kind)\t\(id)\t\(name)\t\(channels)\t\(origin.words)"
        }

        func write(to writer: inout JSONWriter) {
            writer.beginObject()
            for (key, value) in [
                ("kind", kind), ("id", id), ("name", name), ("origin", origin.rawValue),
            ] as [(StaticString, String)] {
                writer.key(key)
                writer.string(value)
            }
            writer.key("channels")
            writer.beginArray()
            for channel in channels { writer.string(channel) }
            writer.endArray()
            writer.endObject()
        }
    }
}

extension OverlayOrigin.Origin {
    /// Where an entry comes from, in words.
    var words: String {
        switch self {
        case .directory: "directory"
        case .overlay: "overlay"
        case .replaced: "overlay, in place of the directory's"
        }
    }
}

import ArgumentParser
import Assembly
import JSONText

extension DirectoryCommand {
    /// Shows one entry as it stands in its file.
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Show one entry as it stands in the directory or its overlay.")

        @Argument(help: ArgumentHelp("The entry's identifier, such as amazon-fr.", valueName: "id"))
        var id: String

        @OptionGroup var options: DirectoryOptions

        func run() async throws {
            // Nothing of a directory that cannot be used is shown.
            _ = try Desk(options)
            let files = try DirectoryFiles(options)
            let below = try Entries(of: files.base)
            let above = try files.overlay.map(Entries.init)
            if let above, let entry = above.entry(id) {
                let place = below.entry(id) == nil ? "" : ", in place of the entry of \(files.base.name)"
                Output.standardError("\(id): from the overlay \(above.name)\(place)\n")
                Self.show(entry)
            } else if let entry = below.entry(id) {
                Self.show(entry)
            } else {
                throw CommandFailure.unknown(
                    "entry \(id)", in: "the directory",
                    nearest: nearestName(to: id, among: below.names + (above?.names ?? [])))
            }
        }

        private static func show(_ entry: JSONValue) {
            var writer = JSONWriter(.pretty, capacity: 65_536)
            writer.value(entry)
            writer.endLine()
            Output.standardOutput(writer.bytes)
        }
    }

    /// The entries of one file as they stand in it.
    private struct Entries {
        let name: String
        private let entries: [(id: String, value: JSONValue)]

        /// - Throws: `CommandFailure` when the file cannot be read.
        init(of location: DirectoryLocation) throws {
            name = location.name
            let bytes = try DirectoryFiles.bytes(of: location)
            let root: JSONValue
            do throws(JSONError) { root = try JSONDocument(parsing: bytes).root } catch {
                throw CommandFailure(.wrongUse, "\(location.name): \(error.description)")
            }
            let groups: [(list: StaticString, id: StaticString)] = [
                ("merchants", "id"), ("institutions", "id"), ("closed", "id"), ("distrusted", "host"),
            ]
            entries = groups.flatMap { group in
                (root[group.list]?.elements.map { Array($0) } ?? []).compactMap { value in
                    value[group.id]?.string.map { ($0, value) }
                }
            }
        }

        var names: [String] { entries.map(\.id) }

        func entry(_ id: String) -> JSONValue? { entries.first { $0.id == id }?.value }
    }
}

import ArgumentParser
import Assembly
import CaseFormat
import CivilCalendar
import ContactRouting
import Foundation
import JSONText

/// `recours directory`: checks `channels.json` and shows what it knows.
struct DirectoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "directory", abstract: "Check the directory and show what it knows.",
        subcommands: [Check.self, List.self, Show.self, Stale.self])

    /// Reports every fault with its place.
    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Report every fault of a channels.json with its place.",
            discussion: "Exit status 0 without a fault, else 2.")

        @OptionGroup var options: DirectoryOptions

        func run() async throws {
            let settings: Settings
            do throws(SettingsError) {
                settings = try Settings(
                    file: options.config, environment: ProcessInfo.processInfo.environment)
            } catch {
                throw CommandFailure(.configuration, error.description)
            }
            let location = Program.location(settings, named: options.directory)
            let bytes: [UInt8]
            do { bytes = try location.bytes() } catch { throw CommandFailure(.wrongUse, error.description) }
            let faults = DirectoryReader().check(bytes)
            if options.json {
                var writer = JSONWriter(.pretty, capacity: 4096)
                writer.beginArray()
                for fault in faults { fault.write(to: &writer) }
                writer.endArray()
                writer.endLine()
                Output.standardOutput(writer.bytes)
            } else if faults.isEmpty {
                Output.standardOutput("\(location.name): no fault.\n")
            } else {
                for fault in faults { Output.standardError("\(location.name): \(fault.description)\n") }
                Output.standardError(
                    "\(location.name): \(faults.count == 1 ? "1 fault" : "\(faults.count) faults"); nothing of it can be used.\n"
                )
            }
            if !faults.isEmpty { leave(.wrongUse) }
        }
    }

    /// Names every merchant, institution and closed service.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List merchants, institutions and closed services.")

        @OptionGroup var options: DirectoryOptions

        func run() async throws {
            let directory = try Desk(options).program.directory.directory
            var text = ""
            for merchant in directory.merchants {
                text += "merchant\t\(merchant.id)\t\(merchant.name)\t\(Self.channels(merchant.channels))\n"
            }
            for institution in directory.institutions {
                text += "\(institution.kind.rawValue)\t\(institution.id)\t\(institution.name)\t"
                text += "\(Self.channels(institution.channels))\n"
            }
            for service in directory.closed { text += "closed\t\(service.id)\tsince \(service.since)\t-\n" }
            Output.standardOutput(text)
        }

        private static func channels(_ entries: [ChannelEntry]) -> String {
            entries.map(\.channel.text).joined(separator: " ")
        }
    }

    /// Shows one entry as it stands in the file.
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show one entry as it stands in the directory.")

        @Argument(help: ArgumentHelp("The entry's identifier, such as amazon-fr.", valueName: "id"))
        var id: String

        @OptionGroup var options: DirectoryOptions

        func run() async throws {
            let desk = try Desk(options)
            let location = Program.location(desk.program.settings, named: options.directory)
            do {
                let root = try JSONDocument(parsing: try location.bytes()).root
                let groups = ["merchants", "institutions", "closed"].compactMap {
                    root.member(named: $0)?.elements
                }
                let entries = groups.flatMap { Array($0) }
                guard let entry = entries.first(where: { $0["id"]?.string == id }) else {
                    let names = entries.compactMap { $0["id"]?.string }
                    throw CommandFailure.unknown(
                        "entry \(id)", in: "the directory", nearest: nearestName(to: id, among: names))
                }
                var writer = JSONWriter(.pretty, capacity: 65_536)
                writer.value(entry)
                writer.endLine()
                Output.standardOutput(writer.bytes)
            } catch let error as FileFault {
                throw CommandFailure(.wrongUse, error.description)
            } catch let error as JSONError {
                throw CommandFailure(.wrongUse, error.description)
            }
        }
    }

    /// Lists the facts whose day to be checked again is over.
    struct Stale: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the facts that must be checked again.", discussion: "Oldest first, a fact a line."
        )

        @OptionGroup var moment: MomentOption
        @OptionGroup var options: DirectoryOptions

        func run() async throws {
            let now = try moment.instant()
            let desk = try Desk(options)
            let today = TimeZoneRules.utc.day(at: now)
            let stale = StaleFacts(desk.program.directory.directory).list(on: today)
            Output.standardOutput(stale.map { $0.line + "\n" }.joined())
        }
    }
}

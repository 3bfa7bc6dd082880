import ArgumentParser
import Assembly
import CaseFormat
import CivilCalendar
import ContactRouting
import JSONText

extension DirectoryCommand {
    /// Lists the facts that must be checked again.
    struct Stale: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "stale",
            abstract: "List the facts that must be checked again.",
            discussion: """
                The longest stale first, a line each: the last day it was shown without a warning, the fact, its source. \
                A fact that no longer holds is not listed. Exit status 0, whether anything is listed or not.
                """)

        @Option(
            help: ArgumentHelp("List also what becomes stale within so many days.", valueName: "days"))
        var within = 0

        @OptionGroup var moment: MomentOption
        @OptionGroup var options: DirectoryOptions

        /// Furthest look ahead, in days.
        private static let withinMax = 3650

        func run() async throws {
            guard (0...Self.withinMax).contains(within) else {
                throw CommandFailure(
                    .wrongUse, "--within \(within): write a number of days from 0 to \(Self.withinMax).")
            }
            let now = try moment.instant()
            let directory = try Desk(options).program.directory.directory
            let list = StaleList(directory, on: Self.day(at: now), within: within)
            Output.standardOutput(options.json ? list.json : Array(list.lines.utf8))
        }

        /// The directory's days are those of Paris.
        private static func day(at now: Instant) -> CivilDay {
            let paris = try? TimeZoneDatabase().rules(for: "Europe/Paris")
            return (paris ?? .utc).day(at: now)
        }
    }
}

/// The facts of a directory that are stale on a day, or soon will be.
struct StaleList {
    private let facts: [SourcedFact]
    private let day: CivilDay

    /// - Parameter within: days ahead; 0 lists only what is stale on the day.
    init(_ directory: Directory, on day: CivilDay, within: Int) {
        self.day = day
        let horizon = day.adding(days: within)
        var seen: Set<SourcedFact> = []
        // The postal tariff stands in the program, and grows old like the facts of the directory.
        facts = (directory.facts + [PostalTariff.fact])
            .filter { $0.source.isStale(on: horizon) && !$0.validity.isOver(before: day) }
            // Several conditions of a channel often rest on one source.
            .filter { seen.insert($0).inserted }
            .sorted { ($0.source.staleAfter, $0.name) < ($1.source.staleAfter, $1.name) }
    }

    /// One line each, for people and for `cut`.
    var lines: String {
        facts.map { fact in
            "\(fact.source.staleAfter)\t\(fact.name)\t\(fact.source.url?.text ?? fact.source.title ?? "-")\n"
        }.joined()
    }

    /// An array of objects.
    var json: [UInt8] {
        var writer = JSONWriter(.pretty, capacity: 16_384)
        writer.beginArray()
        for fact in facts { write(fact, to: &writer) }
        writer.endArray()
        writer.endLine()
        return writer.bytes
    }

    private func write(_ fact: SourcedFact, to writer: inout JSONWriter) {
        let source = fact.source
        writer.beginObject()
        for (key, value) in [
            ("entry", fact.entry), ("fact", fact.subject.description), ("checkedOn", "\(source.checkedOn)"),
            ("staleAfter", "\(source.staleAfter)"), ("confidence", source.confidence.rawValue),
        ] as [(StaticString, String)] {
            writer.key(key)
            writer.string(value)
        }
        writer.key("stale")
        writer.bool(source.isStale(on: day))
        for (key, value) in [("url", source.url?.text), ("title", source.title)] as [(StaticString, String?)]
        {
            writer.key(key)
            if let value { writer.string(value) } else { writer.null() }
        }
        writer.endObject()
    }
}

extension SourcedFact {
    /// Whose fact it is: `amazon-fr phone`.
    fileprivate var name: String { "\(entry) \(subject)" }
}

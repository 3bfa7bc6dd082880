import ArgumentParser
import CaseStore
import ContactRouting
import JSONText
import Outbox

/// `recours delivery`: what waits to go out, what went out, and what a person decides about it.
struct DeliveryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delivery", abstract: "Show deliveries, and decide about them.",
        subcommands: [List.self, Show.self, Files.self, Decide.self, Cancel.self, Release.self])

    /// Lists deliveries.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List deliveries that are not done.",
            discussion:
                "A delivery a line: reference, channel, where it stands. With --json one object a line.")

        @Flag(help: "Also those that are done.")
        var all = false

        @Option(help: ArgumentHelp("Only those of this case.", valueName: "reference"))
        var `case`: String?

        @Option(
            help: ArgumentHelp(
                "Only those in this state: \(DeliveryState.Kind.allCases.map(\.rawValue).joined(separator: ", ")).",
                valueName: "name"))
        var state: [String] = []

        @OptionGroup var options: DirectoryOptions

        func run() async throws {
            let language = try options.chosenLanguage()
            let kinds = try self.kinds()
            let desk = try Desk(options)
            let reference = try self.case.map { try desk.caseReference($0) }
            try await desk.withDeliveries(language) { counter in
                let records = try await counter.all(in: kinds).filter {
                    // Of a forgotten case nothing is left that anybody could decide about.
                    (reference ?? $0.caseReference) == $0.caseReference && (all || !$0.forgotten)
                }
                options.json ? try print(records) : try await print(records, counter)
            }
        }

        private func kinds() throws -> [DeliveryState.Kind] {
            if state.isEmpty { return DeliveryState.Kind.allCases.filter { all || !$0.isFinal } }
            return try state.map { name in
                guard let kind = DeliveryState.Kind(rawValue: name) else {
                    throw CommandFailure.unknown(
                        "state \(name)", in: "the life of a delivery",
                        nearest: nearestName(to: name, among: DeliveryState.Kind.allCases.map(\.rawValue)))
                }
                return kind
            }
        }

        private func print(_ records: [DeliveryRecord]) throws {
            let json = DeliveryJSON(zone: try DeliveryCounter.homeZone())
            var writer = JSONWriter()
            for record in records {
                json.write(record, to: &writer)
                writer.endLine()
            }
            Output.standardOutput(writer.bytes)
        }

        private func print(_ records: [DeliveryRecord], _ counter: DeliveryCounter) async throws {
            let words = try counter.generalWords()
            if let hold = try await counter.store.hold() {
                Output.standardError("recours: \(words.onHold(hold))\n")
            }
            guard !records.isEmpty else {
                Output.standardOutput((all ? words.noneAtAll : words.none) + "\n")
                return
            }
            for record in records {
                Output.standardOutput(
                    "\(record.reference)\t\(record.channel)\t\(words.state(record))\n")
            }
        }
    }

    /// Shows one delivery.
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Show one delivery: where it stands, and how it came there.")

        @Argument(help: ArgumentHelp("The delivery, such as lamp-1.", valueName: "reference"))
        var delivery: String

        @OptionGroup var options: DirectoryOptions

        func run() async throws {
            let language = try options.chosenLanguage()
            try await Desk(options).withDeliveries(language) { counter in
                let record = try await counter.record(delivery)
                let history = try await counter.history(of: record)
                if options.json {
                    let json = DeliveryJSON(zone: try await counter.words(for: record).zone)
                    var writer = JSONWriter(.pretty, capacity: 4096)
                    writer.beginObject()
                    json.writeMembers(of: record, to: &writer)
                    json.write(history, to: &writer)
                    writer.endObject()
                    writer.endLine()
                    Output.standardOutput(writer.bytes)
                } else {
                    var page = Page(columns: Output.columns, isStyled: Output.isStyled)
                    DeliveryPage(
                        record: record, prepared: try await counter.prepared(record), history: history,
                        words: try await counter.words(for: record), standing: try await counter.standing(),
                        lapsed: await counter.lapsed(record),
                        isOutrun: await counter.isOutrun(record)
                    ).write(to: &page)
                    Output.standardOutput(page.text)
                }
            }
        }
    }

    /// Writes the bytes of a delivery.
    struct Files: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "files", abstract: "Write exactly what went or goes out into a folder.")

        @Argument(help: ArgumentHelp("The delivery, such as lamp-1.", valueName: "reference"))
        var delivery: String

        @Option(
            help: ArgumentHelp(
                "The folder to write into; it is made when it is not there.", valueName: "folder"))
        var out: String

        @OptionGroup var options: DirectoryOptions

        func run() async throws {
            let language = try options.chosenLanguage()
            try await Desk(options).withDeliveries(language) { counter in
                let record = try await counter.record(delivery)
                guard let prepared = try await counter.prepared(record) else {
                    throw CommandFailure(.caseForgotten(record.caseReference))
                }
                for path in try DeliveryFiles(prepared).write(to: out) { Output.standardOutput(path + "\n") }
            }
        }
    }
}

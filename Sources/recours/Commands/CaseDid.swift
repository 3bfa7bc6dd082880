import ArgumentParser
import Assembly
import CaseFlow
import CaseFormat
import CaseStore
import CivilCalendar
import ContactRouting
import JSONText

extension CaseCommand {
    /// Records what happened.
    struct Did: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "did",
            abstract: "Record what happened: a call, an answer, a promise, a letter posted.",
            discussion: """
                The outcome belongs to the newest contact of the channel that can still have it: an answer to the mail \
                that was sent, a promise that was not kept to the call in which it was made. What the program handed \
                to you to do is done by saying so. Otherwise it is a contact of its own.

                OUTCOME is one of \(PastContact.Outcome.allCases.map(\.rawValue).joined(separator: ", ")).
                """)

        @Argument(help: ArgumentHelp("The case.", valueName: "reference"))
        var name: String

        @Option(help: ArgumentHelp("How: phone, email, registered-mail and so on.", valueName: "name"))
        var channel: String

        @Option(help: ArgumentHelp("What came of it.", valueName: "outcome"))
        var outcome: String

        @Option(
            help: ArgumentHelp(
                "When it happened, instead of now: 2026-11-26, or 2026-11-26T09:00:00+01:00; \(ReportedMoment.help).",
                valueName: "day or moment"))
        var at: String?

        @Option(help: ArgumentHelp("The day that they promised.", valueName: "day"))
        var by: String?

        @Option(help: ArgumentHelp("The last day that you gave them.", valueName: "day"))
        var deadline: String?

        @Option(help: ArgumentHelp("What was said, in your words.", valueName: "text"))
        var note: String?

        @Option(help: ArgumentHelp("The carrier's number, or theirs.", valueName: "number"))
        var tracking: String?

        @Flag(help: "The transcript of the chat was kept.")
        var transcriptKept = false

        @Option(help: ArgumentHelp("The delivery that it belongs to.", valueName: "delivery"))
        var delivery: String?

        @Option(
            help: ArgumentHelp(
                "The contact that it belongs to, by its number in `case show`.", valueName: "number"))
        var contact: Int?

        @OptionGroup var moment: RecordingMoment
        @OptionGroup var options: DirectoryOptions

        func validate() throws {
            if delivery != nil, contact != nil {
                throw ValidationError("--delivery and --contact name the same thing: leave one out.")
            }
        }

        func run() async throws {
            let now = try moment.instant()
            let language = try options.chosenLanguage()
            let desk = try Desk(options)
            let report = try report(desk, now: now)
            let happened = try at.map { try ReportedMoment(typed: $0, after: "--at") }
            try await desk.withCases { cases in
                let reference = try await cases.reference(name)
                var report = report
                if let happened {
                    report.at = happened.instant(in: try await cases.stored(name, asOf: now).zone, now: now)
                }
                let told = report
                let recorded = try await cases.flow { () async throws(CaseFlowError) in
                    try await cases.recording.did(told, in: reference, now: now)
                }
                try await cases.refreshAgenda(reference, at: now, language: language)
                let stored = try await cases.stored(name, asOf: now)
                if options.json {
                    Output.standardOutput(CaseJSON().recorded(recorded, of: stored))
                } else {
                    let words = cases.words(stored, language)
                    var page = Page(columns: Output.columns, isStyled: false)
                    page.paragraph(words.recorded(recorded), indent: 0)
                    for line in words.gaveNoTime(
                        recorded, in: stored, try desk.decide(stored.facts, at: now))
                    { page.advice(line, indent: 0) }
                    page.advice(words.next(reference), indent: 0)
                    Output.standardOutput(page.text)
                }
            }
        }

        private func report(_ desk: Desk, now: Instant) throws -> ContactReport {
            let outcomes = PastContact.Outcome.allCases.map(\.rawValue)
            guard let outcome = PastContact.Outcome(rawValue: outcome) else {
                throw CommandFailure(
                    .wrongUse,
                    nearestName(to: outcome, among: outcomes).map {
                        "There is no outcome \(outcome): did you mean \($0)?"
                    } ?? "There is no outcome \(outcome): use \(outcomes.joined(separator: ", ")).")
            }
            var report = ContactReport(
                channel: try desk.channel(channel), outcome: outcome, at: now)
            report.promisedOn = try by.map { try CivilDay(typed: $0, after: "--by") }
            report.deadline = try deadline.map { try CivilDay(typed: $0, after: "--deadline") }
            report.transcriptKept = transcriptKept ? true : nil
            report.note = try note.map { try Self.note($0) }
            report.tracking = try tracking.map { try Self.tracking($0) }
            if let delivery {
                report.subject = .delivery(try desk.deliveryReference(delivery))
            } else if let contact {
                report.subject = .contact(contact)
            }
            return report
        }

        private static func tracking(_ text: String) throws -> Private<TextLine> {
            do throws(RoutingError) { return Private(try TextLine(parsing: text)) } catch {
                throw CommandFailure(.wrongUse, "--tracking: \(error.description)")
            }
        }

        private static func note(_ text: String) throws -> Private<String> {
            do throws(CaseFormatError) { return try CaseReader.note(text) } catch {
                throw CommandFailure(.wrongUse, "--note: \(error.message)")
            }
        }
    }

    /// Takes back what was recorded by mistake.
    struct Undo: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "undo", abstract: "Take back what was recorded with `case did` by mistake.",
            discussion: "The log keeps both: what was recorded, and that it was taken back.")

        @Argument(help: ArgumentHelp("The case.", valueName: "reference"))
        var name: String

        @Argument(help: ArgumentHelp("The contact, by its number in `case show`.", valueName: "number"))
        var contact: Int

        @OptionGroup var moment: RecordingMoment
        @OptionGroup var options: DirectoryOptions

        func run() async throws {
            let now = try moment.instant()
            let language = try options.chosenLanguage()
            try await Desk(options).withCases { cases in
                let reference = try await cases.reference(name)
                let entry = try await cases.flow { () async throws(CaseFlowError) in
                    try await cases.recording.takeBack(contact: contact, of: reference, now: now)
                }
                try await cases.refreshAgenda(reference, at: now, language: language)
                let stored = try await cases.stored(name, asOf: now)
                Output.standardOutput(
                    options.json
                        ? CaseJSON().page(of: stored)
                        : Array((cases.words(stored, language).takenBack(entry) + "\n").utf8))
            }
        }
    }
}

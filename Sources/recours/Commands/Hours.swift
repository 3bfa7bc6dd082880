import ArgumentParser
import CivilCalendar
import ContactRouting
import JSONText
import OpeningHours

/// `recours hours`: what opening hours mean now, next, and in the coming week.
struct Hours: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hours", abstract: "Say what opening hours mean: now, next, and in the coming week.",
        discussion: """
            EXPR is a value of OpenStreetMap's opening_hours language, such as "Mo-Fr 09:00-18:00; PH off". \
            What is ambiguous is refused with what to write instead; what is only doubtful is told on standard error.

            With --batch, EXPR is a JSON Lines file (or -, which is the default) whose lines are \
            {"expr", "tz", "country", "region", "from", "to"}. Each line is answered by one line, in order: \
            {"intervals": [{"from", "to", "state", "comment"}]} with what is open or unknown in [from, to), \
            or {"error": {"message", "offset"}}, the offset in UTF-8 bytes of the expression.
            """)

    @Argument(
        help: ArgumentHelp("The opening hours; with --batch, a JSON Lines file or -.", valueName: "expr"))
    var expression: String?

    @Option(help: ArgumentHelp("The time zone, such as Europe/Paris.", valueName: "zone"))
    var tz: String?

    @Option(help: ArgumentHelp("The country whose holidays PH and SH mean, such as FR.", valueName: "code"))
    var country: String?

    @Option(
        help: ArgumentHelp(
            "The part of France whose holidays are meant, such as alsace-moselle; zone-a, zone-b, zone-c or corse for school holidays.",
            valueName: "region"))
    var region: String?

    @Flag(help: "Answer a JSON Lines file, a line each.")
    var batch = false

    @Flag(help: "Print JSON for programs.")
    var json = false

    @Option(
        name: .customLong("lang"), help: ArgumentHelp("The language of what is printed.", valueName: "fr|en"))
    var language: String?

    @OptionGroup var moment: MomentOption

    func validate() throws {
        if batch {
            guard tz == nil, country == nil, region == nil, moment.at == nil else {
                throw ValidationError(
                    "With --batch every line names its own zone, country, region and range: leave --tz, --country, --region and --at out."
                )
            }
            return
        }
        guard expression != nil else {
            throw ValidationError(
                "Write the opening hours in quotes, such as \"Mo-Fr 09:00-18:00; PH off\".")
        }
        guard tz != nil else {
            throw ValidationError("Name the time zone of the place, such as --tz Europe/Paris.")
        }
    }

    func run() throws {
        let language = try language.map { try Language(typed: $0) } ?? .french
        guard !batch else {
            var run = HoursBatch()
            let status = try run.run(expression ?? "-")
            if status != .done { leave(status) }
            return
        }
        let report = try report(of: expression ?? "", zone: tz ?? "", at: try moment.instant())
        if json {
            var writer = JSONWriter(.pretty, capacity: 4096)
            report.write(zone: tz ?? "", country: country, region: region, to: &writer)
            writer.endLine()
            Output.standardOutput(writer.bytes)
            return
        }
        for diagnostic in report.diagnostics {
            Output.standardError("recours: \(diagnostic.severity.label): \(diagnostic.description)\n")
        }
        var page = Page(columns: Output.columns, isStyled: Output.isStyled)
        HoursPage(report: report, words: HoursWords(language)).write(to: &page)
        Output.standardOutput(page.text)
    }

    private func report(of text: String, zone: String, at now: Instant) throws -> HoursReport {
        var places = HoursPlaces()
        do throws(HoursFault) {
            return try HoursReport(text, at: now) { (schedule) throws(HoursFault) in
                try places.place(
                    zone: zone, country: country, region: region, usesSun: schedule.usesSunEvents)
            }
        } catch {
            throw CommandFailure(.wrongUse, error.message)
        }
    }
}

extension Diagnostic.Severity {
    fileprivate var label: String {
        switch self {
        case .warning: "warning"
        case .note: "note"
        }
    }
}

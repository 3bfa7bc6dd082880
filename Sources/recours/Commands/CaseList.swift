import ArgumentParser
import Assembly
import CaseFlow
import CaseStore
import CivilCalendar
import ContactRouting
import JSONText
import Outbox
import Texts

extension CaseCommand {
    /// Lists stored cases.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List the open cases, or --closed ones, or --all.")

        @Flag(help: "The closed cases.")
        var closed = false

        @Flag(help: "All cases, the forgotten ones too.")
        var all = false

        @OptionGroup var moment: MomentOption
        @OptionGroup var options: DirectoryOptions

        private static let pageRows = 500

        func validate() throws {
            if closed, all { throw ValidationError("--all lists the closed cases too: leave one out.") }
        }

        func run() async throws {
            let now = try moment.instant()
            let language = try options.chosenLanguage() ?? .french
            let selection: CaseSelection = all ? .all : closed ? .closed : .open
            try await Desk(options).withCases { cases in
                var writer = JSONWriter(.pretty, capacity: 16_384)
                writer.beginArray()
                var page = Page(columns: Output.columns, isStyled: Output.isStyled)
                var last: CaseReference?
                var count = 0
                repeat {
                    let summaries = try await cases.store.cases(selection, after: last, limit: Self.pageRows)
                    for summary in summaries {
                        let stored = try? await cases.shelf.stored(summary.reference, asOf: now)
                        if options.json {
                            CaseJSON().write(summary, stored, to: &writer)
                        } else {
                            CaseRow(summary: summary, stored: stored, cases: cases, language: language)
                                .write(to: &page)
                        }
                    }
                    count += summaries.count
                    last = summaries.count < Self.pageRows ? nil : summaries.last?.reference
                } while last != nil
                writer.endArray()
                writer.endLine()
                if options.json {
                    Output.standardOutput(writer.bytes)
                } else if count == 0 {
                    Output.standardOutput(CaseWords(language, zone: .utc).noCases + "\n")
                } else {
                    Output.standardOutput(page.text)
                }
            }
        }
    }
}

/// A case in a list: its name and state, what it is about, and what waits for the person.
private struct CaseRow {
    let summary: CaseSummary
    /// Nil when the case is forgotten or cannot be read.
    let stored: StoredCase?
    let cases: CaseDesk
    let language: Language

    func write(to page: inout Page) {
        let words = CaseWords(language, zone: stored?.zone ?? .utc)
        page.line("\(summary.reference) — \(words.state(of: summary))")
        guard let stored else { return }
        let issue = words.vocabulary.name(of: stored.facts.issue.kind)
        page.paragraph("\(cases.merchant(of: stored.facts)) · \(issue)")
        for task in stored.deliveriesAwaitingPerson() {
            page.item(words.line(task, at: stored.asOf))
        }
    }
}

import ArgumentParser
import Assembly
import CaseFlow
import CaseFormat
import CaseStore
import CivilCalendar
import ContactRouting

extension CaseCommand {
    /// Shows what is kept of a case.
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Show a case: what happened, what is awaited, what went out.")

        @Argument(help: ArgumentHelp("The case.", valueName: "reference"))
        var name: String

        @OptionGroup var moment: MomentOption
        @OptionGroup var options: DirectoryOptions

        func run() async throws {
            let now = try moment.instant()
            let language = try options.chosenLanguage()
            try await Desk(options).withCases { cases in
                let stored = try await cases.stored(name, asOf: now)
                if options.json {
                    Output.standardOutput(CaseJSON().page(of: stored))
                    return
                }
                var page = Page(columns: Output.columns, isStyled: Output.isStyled)
                CasePage(
                    stored: stored, merchant: cases.merchant(of: stored.facts),
                    words: cases.words(stored, language)
                ).write(to: &page)
                Output.standardOutput(page.text)
            }
        }
    }

    /// Prints the log of a case.
    struct Log: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "log", abstract: "Print the log of a case, oldest entry first.",
            discussion: """
                With --json one object a line, with the hash of each entry and everything that it is made of, so \
                that anybody can check the chain: docs/cases.md says how.
                """)

        @Argument(help: ArgumentHelp("The case.", valueName: "reference"))
        var name: String

        @OptionGroup var options: DirectoryOptions

        func run() async throws {
            let language = try options.chosenLanguage()
            try await Desk(options).withCases { cases in
                let reference = try await cases.reference(name)
                let entries = try await cases.store.wholeLog(of: reference)
                if options.json {
                    Output.standardOutput(CaseJSON().log(entries))
                    return
                }
                let facts = try await cases.factsForWords(reference)
                let words = CaseWords(
                    language ?? facts.language, zone: facts.zone)
                var page = Page(columns: Output.columns, isStyled: Output.isStyled)
                page.title(words.title(reference))
                for entry in entries {
                    let sentence = words.sentence(of: entry, cases.desk.program.reader)
                    page.item(
                        "\(words.moment(entry.at).capitalisedFirst) — \(sentence)",
                        mark: "\(entry.sequence).")
                }
                Output.standardOutput(page.text)
            }
        }
    }
}

extension CaseDesk {
    /// The language and the zone of a case's person; those of France when the case is forgotten or unreadable.
    func factsForWords(_ reference: CaseReference) async throws -> (language: Language, zone: TimeZoneRules) {
        guard let bytes = try await store.caseRecord(reference)?.facts?.reveal(),
            let loaded = try? desk.program.reader.read(bytes)
        else {
            let zone = try? TimeZoneDatabase().rules(for: FrenchRegion.metropole.timeZone)
            return (.french, zone ?? .utc)
        }
        let facts = loaded.facts
        return (facts.consumer.effectiveLanguage, try desk.flow { try desk.program.deciding.zone(of: facts) })
    }
}

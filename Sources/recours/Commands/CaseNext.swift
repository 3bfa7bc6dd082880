import ArgumentParser
import Assembly
import CaseFlow
import CaseFormat
import CivilCalendar
import ContactRouting
import JSONText

extension CaseCommand {
    /// Decides a stored case with everything that happened so far.
    struct Next: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "next",
            abstract: "Say what comes next: the decision with everything that happened so far.",
            discussion: """
                The decision as decide prints it, and with it what is awaited: promised days, days that you gave, \
                things that wait for you. With --json the decision alone. Exit status 0: contact or wait; 1: \
                nothing helps.
                """)

        @Argument(help: ArgumentHelp("The case.", valueName: "reference"))
        var name: String

        @OptionGroup var moment: MomentOption
        @OptionGroup var options: DirectoryOptions

        func run() async throws {
            let now = try moment.instant()
            let language = try options.chosenLanguage()
            let desk = try Desk(options)
            let stored = try await desk.withCases { try await $0.stored(name, asOf: now) }
            let decision = try desk.decide(stored.facts, at: now)
            if options.json {
                var writer = JSONWriter(.pretty, capacity: 32_768)
                try desk.flow {
                    try desk.rendering.write(
                        decision, of: stored.loaded, isFull: true, language: language, to: &writer)
                }
                writer.endLine()
                Output.standardOutput(writer.bytes)
            } else {
                Output.standardOutput(try page(stored, decision, desk, language))
            }
            if !decision.helps { leave(.refused) }
        }

        private func page(
            _ stored: StoredCase, _ decision: Decision, _ desk: Desk, _ language: Language?
        ) throws -> String {
            let facts = stored.facts
            let alternatives = try desk.flow {
                try desk.program.deciding.alternatives(to: decision, of: facts)
            }
            let explaining = Explaining(
                decision, of: facts, in: desk.program.directory.directory, zone: stored.zone,
                language: language)
            var page = Page(columns: Output.columns, isStyled: Output.isStyled)
            DecisionPage(
                decision: decision, facts: facts, alternatives: alternatives,
                phrasebook: explaining.phrasebook
            ) { page in
                AwaitedPart(
                    stored: stored,
                    words: CaseWords(language ?? facts.consumer.effectiveLanguage, zone: stored.zone),
                    namesDeliveriesUnderway: true
                ).write(to: &page)
            }.write(to: &page)
            return page.text
        }
    }
}

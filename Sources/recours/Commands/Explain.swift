import ArgumentParser
import Assembly
import CaseFlow
import CaseFormat
import CivilCalendar
import ContactRouting
import JSONText

/// `recours explain`: one channel with everything that is said of it, or an earlier decision made again.
struct Explain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say why a channel is usable or not, or what changed since an earlier decision.",
        discussion: """
            With --channel. Usable: every term of its score, so that the sum can be checked with a pencil. \
            Refused: every objection with its source, and when it ends. With --json the whole decision, whose \
            `asked` answers for the channel. Exit status 0 when it is usable now, else 1.

            With --replay. Decides the case again, for the moment of a decision that decide --json printed, with \
            today's rules and directory, and shows what is not the same and what may have caused it. Contacts \
            that came later are left out. Exit status 0, whether anything changed or not.
            """)

    @Argument(
        help: ArgumentHelp(
            "A case file, the reference of a stored case, or - for standard input.", valueName: "case"))
    var input: String

    @Option(help: ArgumentHelp("The channel to explain, such as mediator.", valueName: "name"))
    var channel: String?

    @Option(help: ArgumentHelp("A decision to make again, or - for standard input.", valueName: "decision"))
    var replay: String?

    @OptionGroup var moment: MomentOption
    @OptionGroup var options: DirectoryOptions

    func validate() throws {
        guard (channel == nil) != (replay == nil) else {
            throw ValidationError("Say what to explain: --channel NAME, or --replay DECISION.json.")
        }
        if replay != nil, moment.at != nil {
            throw ValidationError("--replay decides for the moment of that decision: leave --at out.")
        }
        if input == "-", replay == "-" {
            throw ValidationError("Standard input can be read once: write - once.")
        }
    }

    func run() async throws {
        if let channel { try await explain(channel) }
        if let replay {
            try await ReplayRun(language: try options.chosenLanguage(), options: options).run(
                replay, of: input)
        }
    }

    private func explain(_ channel: String) async throws {
        let now = try moment.instant()
        let language = try options.chosenLanguage()
        let desk = try Desk(options)
        let name = try desk.channel(channel)
        let loaded = try desk.read(
            try await CaseInput.find(input, with: desk, asOf: now), decidedAt: now)
        // The answer of the decision itself, asked by name: yes, not yet, no longer, never.
        var facts = loaded.facts
        facts.preferences.askedChannel = name
        let decision = try desk.decide(facts, at: now)
        let zone = try desk.flow { try desk.program.deciding.zone(of: facts) }
        let explaining = Explaining(
            decision, of: facts, in: desk.program.directory.directory, zone: zone, language: language)
        if options.json {
            var writer = JSONWriter(.pretty, capacity: 32_768)
            try desk.flow {
                try desk.rendering.write(decision, of: loaded, isFull: true, language: language, to: &writer)
            }
            writer.endLine()
            Output.standardOutput(writer.bytes)
        } else {
            var page = Page(columns: Output.columns, isStyled: Output.isStyled)
            ChannelPage(channel: name, decision: decision, facts: facts, phrasebook: explaining.phrasebook)
                .write(to: &page)
            Output.standardOutput(page.text)
        }
        if !decision.usable.contains(where: { $0.channel == name }) { leave(.refused) }
    }
}

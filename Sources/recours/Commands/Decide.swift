import ArgumentParser
import Assembly
import CaseFlow
import CaseFormat
import CivilCalendar
import ContactRouting
import JSONText

/// `recours decide`: the best channel, why, and why not the others.
struct Decide: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide", abstract: "Choose the best channel for a case, and say why.",
        discussion: """
            Prints the decision for a person, or with --json for a program. Several cases print one JSON \
            decision a line. With --batch, FILE is a JSON Lines file (or -) whose lines are cases, or \
            {"at", "case"}; a bad line gives an error object with its line number, and the rest goes on.
            """)

    @Argument(
        help: ArgumentHelp(
            "Case files, references of stored cases, or - for standard input.", valueName: "case"))
    var cases: [String]

    @Flag(help: "Read a JSON Lines file of cases, and write a decision a line.")
    var batch = false

    @Flag(help: "In a batch, also write texts, questions and flips.")
    var full = false

    @OptionGroup var moment: MomentOption
    @OptionGroup var options: DirectoryOptions

    func validate() throws {
        if batch, cases.count != 1 { throw ValidationError("--batch takes one JSON Lines file, or -.") }
        if full, !batch {
            throw ValidationError("--full goes with --batch: other decisions are always full.")
        }
        if cases.filter({ $0 == "-" }).count > 1 {
            throw ValidationError("Standard input can be read once: write - once.")
        }
    }

    func run() async throws {
        let now = try moment.instant()
        let language = try options.chosenLanguage()
        let desk = try Desk(options)
        if batch {
            let status = try BatchRun(desk: desk, isFull: full, language: language, now: now).run(cases[0])
            if status != .done { leave(status) }
            return
        }
        var inputs: [CaseInput] = []
        for name in cases { inputs.append(try await CaseInput.find(name, with: desk, asOf: now)) }
        var decided: [(loaded: LoadedCase, decision: Decision)] = []
        for input in inputs {
            let loaded = try desk.read(input, decidedAt: now)
            decided.append((loaded, try desk.decide(loaded.facts, at: now)))
        }
        try print(decided, language: language, desk: desk)
        if decided.contains(where: { $0.decision.helps == false }) { leave(.refused) }
    }

    private func print(
        _ decided: [(loaded: LoadedCase, decision: Decision)], language: Language?, desk: Desk
    ) throws {
        guard options.json || decided.count > 1 else {
            for item in decided {
                try printPage(item.loaded.facts, item.decision, language: language, desk: desk)
            }
            return
        }
        var output: [UInt8] = []
        for item in decided {
            var writer = JSONWriter(decided.count > 1 ? .compact : .pretty, capacity: 32_768)
            try desk.flow {
                try desk.rendering.write(
                    item.decision, of: item.loaded, isFull: true, language: language, to: &writer)
            }
            output += writer.bytes + [UInt8(ascii: "\n")]
        }
        Output.standardOutput(output)
    }

    private func printPage(
        _ facts: ContactCase, _ decision: Decision, language: Language?, desk: Desk
    ) throws {
        let zone = try desk.flow { try desk.program.deciding.zone(of: facts) }
        let alternatives = try desk.flow { try desk.program.deciding.alternatives(to: decision, of: facts) }
        let explaining = Explaining(
            decision, of: facts, in: desk.program.directory.directory, zone: zone, language: language)
        var page = Page(columns: Output.columns, isStyled: Output.isStyled)
        DecisionPage(
            decision: decision, facts: facts, alternatives: alternatives, phrasebook: explaining.phrasebook
        ).write(to: &page)
        Output.standardOutput(page.text)
    }
}

extension Decision {
    /// Contact and wait are answers; none is an honest refusal.
    var helps: Bool {
        switch outcome {
        case .contact, .wait: true
        case .none: false
        }
    }
}

import ArgumentParser
import CivilCalendar
import ContactRouting
import Texts

/// `recours prepare`: makes what would go out, and sends nothing.
struct Prepare: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prepare", abstract: "Make the files that would go out. Nothing is sent.",
        discussion: """
            Without --channel the best channel is taken. A channel that the decision refuses is not \
            prepared, unless --draft asks for it. When something is missing, nothing is written and the \
            list is printed. `recours plugins list` names the channels that can be prepared. Exit status 1 when it \
            is refused or something is missing. The same case and the same --at give the same bytes.

            With --batch, CASE is a JSON Lines file (or -) whose lines are cases, or {"at", "case"}. Each case gets a \
            folder of its own in --out, named by its reference or its line; a bad line is reported and the rest goes \
            on. A folder that is complete is left alone, so that the same command with the same --at goes on where it \
            was stopped. Exit status 2 when a line was not prepared.
            """)

    @Argument(
        help: ArgumentHelp(
            "A case file, the reference of a stored case, or - for standard input.", valueName: "case"))
    var input: String

    @Option(help: ArgumentHelp("The channel; without it the best.", valueName: "name"))
    var channel: String?

    @Option(
        help: ArgumentHelp("The folder to write into; it is made when it is not there.", valueName: "folder"))
    var out: String

    @Flag(help: "Prepare every case of a JSON Lines file, each into a folder of its own.")
    var batch = false

    @Flag(help: "In a batch, show no progress.")
    var quiet = false

    @Flag(help: "Also prepare a channel that the decision refuses, as a draft.")
    var draft = false

    @Flag(inversion: .prefixedNo, help: "In a mail, attach the letter as PDF.")
    var attachLetter = true

    @Flag(
        help:
            "Put the attachments into the PDF for a bank, a mediator, the ECC, a conciliator or a court, to send one file online. Not every reader shows them: where several files are taken, give them one by one."
    )
    var carryAttachments = false

    @Option(
        help: ArgumentHelp(
            "The language of a letter or a message to a merchant or a seller. Without it the language that the recipient is known to read, else French.",
            valueName: "fr|en"))
    var letterLanguage: String?

    @OptionGroup var moment: MomentOption
    @OptionGroup var options: DirectoryOptions

    func validate() throws {
        if out.isEmpty { throw ValidationError("--out is empty: name a folder.") }
        if quiet, !batch { throw ValidationError("--quiet goes with --batch: nothing else shows progress.") }
    }

    func run() async throws {
        let now = try moment.instant()
        let language = try options.chosenLanguage()
        let desk = try Desk(options)
        let preparation = CasePreparation(
            desk: desk, channel: try channel.map { try desk.channel($0) }, attachLetter: attachLetter,
            carriesAttachments: carryAttachments, isDraft: draft,
            letterLanguage: try letterLanguage.map { try Language(typed: $0, after: "--letter-language") },
            language: language)
        if batch {
            try await runBatch(preparation, at: now)
            return
        }
        let source = try await CaseInput.find(input, with: desk, asOf: now)
        let ready = try await preparation.prepare(
            try desk.read(source, decidedAt: now), at: now, attachmentsIn: source.folder)
        let paths = try PreparedFolder(out).write(ready.files)
        if options.json {
            Output.standardOutput(ready.index + [UInt8(ascii: "\n")])
        } else {
            var page = Page(columns: Output.columns, isStyled: Output.isStyled)
            PreparedPage(prepared: ready.prepared, paths: paths, phrasebook: ready.phrasebook)
                .write(
                    to: &page)
            Output.standardOutput(page.text)
        }
    }

    private func runBatch(_ preparation: CasePreparation, at now: Instant) async throws {
        let showsProgress = !quiet && Output.hasTerminalForErrors
        let progress = ProgressLine(
            total: showsProgress ? CaseLines.count(in: input) : nil, isShown: showsProgress,
            columns: Output.columns)
        var report = BatchReport(
            input: input == "-" ? "standard input" : input, isJSON: options.json, progress: progress)
        Interruption.listen()
        try await PreparationBatch(preparation: preparation, now: now, input: input, out: out).run(&report)
        if Interruption.isWished {
            Output.standardError(
                "recours: Stopped after line \(report.lines); what is there is complete. The same command with "
                    + "the same --at goes on.\n")
            Interruption.end()
        }
        if !options.json {
            var page = Page(columns: Output.columns, isStyled: Output.isStyled)
            BatchPage(
                report: report, folder: out, vocabulary: Vocabulary(preparation.language ?? .french)
            ).write(to: &page)
            Output.standardOutput(page.text)
        }
        if report.failed > 0 { leave(.wrongUse) }
    }
}

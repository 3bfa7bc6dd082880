import ArgumentParser
import Assembly
import CaseFlow
import CaseFormat
import ChannelPluginKit
import CivilCalendar
import ContactRouting
import Digests
import Texts

/// `recours prepare`: makes what would go out, and sends nothing.
struct Prepare: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prepare", abstract: "Make the files that would go out. Nothing is sent.",
        discussion: """
            Without --channel the best channel is taken. A channel that the decision refuses is not \
            prepared, unless --draft asks for it. When something is missing, nothing is written and the \
            list is printed. Prepared today: registered-mail, callback, email. Exit status 1 when it is refused or something is missing. The same case and the same --at give the same bytes.
            """)

    @Argument(help: ArgumentHelp("A case file, or - for standard input.", valueName: "case"))
    var input: String

    @Option(help: ArgumentHelp("The channel; without it the best.", valueName: "name"))
    var channel: String?

    @Option(
        help: ArgumentHelp("The folder to write into; it is made when it is not there.", valueName: "folder"))
    var out: String

    @Flag(help: "Also prepare a channel that the decision refuses, as a draft.")
    var draft = false

    @Flag(inversion: .prefixedNo, help: "In a mail, attach the letter as PDF.")
    var attachLetter = true

    @OptionGroup var moment: MomentOption
    @OptionGroup var options: DirectoryOptions

    func validate() throws {
        if out.isEmpty { throw ValidationError("--out is empty: name a folder.") }
    }

    func run() async throws {
        let now = try moment.instant()
        let language = try options.chosenLanguage()
        let desk = try Desk(options)
        let name = try channel.map { try desk.channel($0) }
        let source = try CaseInput(input)
        let loaded = try desk.read(source, decidedAt: now)
        let facts = loaded.facts
        let decision = try desk.decide(facts, at: now)
        let reader = language ?? facts.consumer.effectiveLanguage
        let files = AttachedFiles(folder: source.folder)
        let wishes = PreparationWishes(
            attachLetter: attachLetter, attachments: try files.read(facts.attachments),
            signature: try files.signature(facts.consumer.signature), draft: draft)
        let prepared: PreparedDelivery
        do throws(CaseFlowError) {
            prepared = try await desk.program.preparing.prepare(
                loaded, decision: decision, through: name, wishes: wishes, language: reader)
        } catch {
            throw try explained(error, of: decision, facts: facts, desk: desk, language: language)
        }
        let zone = try desk.flow { try desk.program.deciding.zone(of: facts) }
        let index: [UInt8]
        do { index = try PreparedWriter().json(prepared, preparedAt: now, zone: zone) } catch {
            throw CommandFailure(.unavailable, error.description)
        }
        let paths = try PreparedFolder(out).write(prepared, index: index)
        if options.json {
            Output.standardOutput(index + [UInt8(ascii: "\n")])
        } else {
            var page = Page(columns: Output.columns, isStyled: Output.isStyled)
            PreparedPage(prepared: prepared, paths: paths, vocabulary: Vocabulary(reader)).write(to: &page)
            Output.standardOutput(page.text)
        }
    }

    /// A refusal in the reader's words: the objections, the moment to wait for, or what is missing.
    private func explained(
        _ error: CaseFlowError, of decision: Decision, facts: ContactCase, desk: Desk, language: Language?
    ) throws -> CommandFailure {
        let zone = try desk.flow { try desk.program.deciding.zone(of: facts) }
        let phrasebook = Explaining(
            decision, of: facts, in: desk.program.directory.directory, zone: zone, language: language
        ).phrasebook
        switch error {
        case .refused(let channel):
            let why = channel.objections.map { phrasebook.text(of: $0, on: channel.offer) }.joined(
                separator: " ")
            return CommandFailure(.refused, "\(channel.channel): \(why)")
        case .nothingToPrepare(let decision):
            return CommandFailure(.refused, phrasebook.explanation(of: decision))
        case .plugin(.missing(let channel, let fields)):
            let questions = fields.map { field in
                let question = FactPath(rawValue: field.path).map { phrasebook.question(for: $0) }
                return "\n  \(field.path)" + (question.map { ": \($0)" } ?? "")
            }
            return CommandFailure(.refused, "\(channel):\(questions.joined())")
        case .timeZones, .digests, .notOffered, .noPlugin, .plugin, .notReplayable:
            return CommandFailure(error)
        }
    }
}

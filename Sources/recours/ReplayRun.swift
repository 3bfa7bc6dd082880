import Assembly
import CaseFlow
import CaseFormat
import ContactRouting
import JSONText
import Texts

/// `recours explain --replay`: makes a decision of the past again and prints what is not the same.
struct ReplayRun {
    let language: Language?
    let options: DirectoryOptions

    /// - Throws: `CommandFailure` with status 2 when the decision or the case cannot be read.
    func run(_ decision: String, of input: String) async throws {
        let desk = try Desk(options)
        let recorded = try Self.read(CaseInput(decision))
        let source = try await CaseInput.find(input, with: desk, asOf: recorded.decidedAt)
        let loaded = try desk.read(source, asOf: recorded.decidedAt)
        let replay = try desk.flow {
            try Replaying(desk.program.deciding, desk.rendering).replay(recorded, of: loaded)
        }
        guard options.json else {
            let phrasebook = Phrasebook(
                for: replay.facts, at: recorded.decidedAt, in: desk.program.directory.directory,
                zone: replay.zone, language: language)
            var page = Page(columns: Output.columns, isStyled: Output.isStyled)
            ReplayPage(replay: replay, phrasebook: phrasebook).write(to: &page)
            Output.standardOutput(page.text)
            return
        }
        var writer = JSONWriter(.pretty, capacity: 8192)
        replay.write(to: &writer)
        writer.endLine()
        Output.standardOutput(writer.bytes)
    }

    private static func read(_ input: CaseInput) throws -> DecisionRecord {
        do throws(CaseFormatError) {
            return try DecisionReader().read(input.bytes)
        } catch {
            throw CommandFailure(error, in: input.name)
        }
    }
}

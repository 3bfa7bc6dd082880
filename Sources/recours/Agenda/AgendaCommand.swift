import ArgumentParser
import Assembly
import CaseFlow
import CivilCalendar
import ContactRouting
import Texts

/// `recours agenda`: what is due over all open cases.
struct AgendaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agenda", abstract: "Show what is due in all open cases.",
        discussion: """
            What can be done now, with its draft when there is one, then what is due in the coming days, nearest first. \
            `recours run` tells of it in time and drafts the next step; calendar.ics in the state folder is the same \
            list for a calendar. Nothing is changed and nothing is sent.
            """)

    @Option(help: ArgumentHelp("How many days to look ahead.", valueName: "days"))
    var days = 30

    @OptionGroup var moment: MomentOption
    @OptionGroup var options: DirectoryOptions

    /// Furthest look ahead, in days.
    private static let daysMax = 3650

    func run() async throws {
        guard (0...Self.daysMax).contains(days) else {
            throw CommandFailure(
                .wrongUse, "--days \(days): write a number of days from 0 to \(Self.daysMax).")
        }
        let now = try moment.instant()
        let language = try options.chosenLanguage()
        let desk = try Desk(options)
        let folder = try desk.stateFolder()
        let board = try await desk.withStore { store in
            try await AgendaBoard(desk.shelf(store), at: now, days: days, language: language)
        }
        let page = AgendaPage(board: board, days: days, folder: folder)
        if options.json {
            Output.standardOutput(page.json)
        } else {
            var text = Page(columns: Output.columns, isStyled: Output.isStyled)
            page.write(to: &text, language: language)
            Output.standardOutput(text.text)
        }
        for (_, reason) in board.unreadable { Output.standardError("recours: \(reason)\n") }
        if !board.unreadable.isEmpty { leave(.wrongUse) }
    }
}

extension Desk {
    /// - Throws: `CommandFailure` with status 78 where there is no state folder.
    func stateFolder() throws -> StateFolder {
        do throws(ProgramError) { return try program.stateFolder() } catch { throw CommandFailure(error) }
    }
}

import ArgumentParser
import Assembly
import CaseFlow
import CaseFormat
import CaseStore
import CivilCalendar
import ContactRouting

extension CaseCommand {
    /// Closes a case.
    struct Close: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "close",
            abstract: "Close a case: nothing is recorded in it and nobody is reminded any more.")

        @Argument(help: ArgumentHelp("The case.", valueName: "reference"))
        var name: String

        @Option(help: ArgumentHelp("What came of it, in your words.", valueName: "text"))
        var note: String?

        @OptionGroup var moment: RecordingMoment
        @OptionGroup var options: DirectoryOptions

        func run() async throws {
            let now = try moment.instant()
            let note = try note.map { try CaseCommand.note($0) }
            try await CaseCommand.end(name, options) { cases, reference in
                try await cases.flow { () async throws(CaseFlowError) in
                    try await cases.recording.close(reference, note: note, now: now)
                }
                try await cases.refreshAgenda(reference, at: now, language: try options.chosenLanguage())
                return { $0.closed(reference) }
            }
        }
    }

    /// Opens a closed case again.
    struct Reopen: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "reopen", abstract: "Open a closed case again.")

        @Argument(help: ArgumentHelp("The case.", valueName: "reference"))
        var name: String

        @Option(help: ArgumentHelp("Why, in your words.", valueName: "text"))
        var note: String?

        @OptionGroup var moment: RecordingMoment
        @OptionGroup var options: DirectoryOptions

        func run() async throws {
            let now = try moment.instant()
            let note = try note.map { try CaseCommand.note($0) }
            try await CaseCommand.end(name, options) { cases, reference in
                try await cases.flow { () async throws(CaseFlowError) in
                    try await cases.recording.reopen(reference, note: note, now: now)
                }
                try await cases.refreshAgenda(reference, at: now, language: try options.chosenLanguage())
                return { $0.reopened(reference) }
            }
        }
    }

    /// Erases what a case holds about a person.
    struct Forget: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "forget", abstract: "Erase everything about a person in a case, for good.",
            discussion: """
                Facts, notes, letters, replies and copied files are erased. References, moments, kinds and digests \
                stay, so that the log can still be checked. Export the case first if you may need it. At a terminal \
                the reference has to be typed once more; elsewhere --yes has to be given.
                """)

        @Argument(help: ArgumentHelp("The case.", valueName: "reference"))
        var name: String

        @Flag(help: "Do not ask.")
        var yes = false

        @OptionGroup var moment: RecordingMoment
        @OptionGroup var options: DirectoryOptions

        func run() async throws {
            let now = try moment.instant()
            try await CaseCommand.end(name, options) { cases, reference in
                let person = try await cases.factsForWords(reference).language
                let words = CaseWords(try options.chosenLanguage() ?? person, zone: .utc)
                try confirm(reference, words)
                try await cases.forget(reference, now: now)
                return { $0.forgotten(reference) }
            }
        }

        private func confirm(_ reference: CaseReference, _ words: CaseWords) throws(CommandFailure) {
            guard !yes else { return }
            guard Input.isTerminal, Output.hasTerminalForErrors else {
                throw CommandFailure(
                    .wrongUse,
                    "Forgetting case \(reference) cannot be undone: give --yes if you mean it.")
            }
            Output.standardError(words.forgetQuestion(reference))
            guard readLine() == reference.text else {
                throw CommandFailure(.refused, "Nothing was erased: the reference was not typed.")
            }
        }
    }

    fileprivate static func note(_ text: String) throws -> Private<String> {
        do throws(CaseFormatError) { return try CaseReader.note(text) } catch {
            throw CommandFailure(.wrongUse, "--note: \(error.message)")
        }
    }

    /// Ends or begins a case and says so.
    fileprivate static func end(
        _ name: String, _ options: DirectoryOptions,
        _ work: (CaseDesk, CaseReference) async throws -> (CaseWords) -> String
    ) async throws {
        let language = try options.chosenLanguage()
        try await Desk(options).withCases { cases in
            let reference = try await cases.reference(name)
            // Asked before: afterwards nothing may be left that tells the language.
            let person = try await cases.factsForWords(reference)
            let sentence = try await work(cases, reference)
            if options.json {
                guard let record = try await cases.store.caseRecord(reference) else { return }
                Output.standardOutput(CaseJSON().line(record.summary))
            } else {
                Output.standardOutput(
                    sentence(CaseWords(language ?? person.language, zone: person.zone)) + "\n")
            }
        }
    }
}

extension CaseDesk {
    /// Erases a case in the store, then its files, then its entries in the calendar; goes on where an earlier run was cut
    /// off.
    ///
    /// - Throws: `CommandFailure`, also when something of it is left in the calendar.
    fileprivate func forget(_ reference: CaseReference, now: Instant) async throws {
        let files = CaseFiles(folder: folder)
        // Asked before: afterwards nothing tells by which names the calendar knows the case.
        let sheet = try await store.sheet(of: reference)
        do throws(CaseFlowError) {
            try await recording.forget(reference, now: now)
        } catch {
            guard case .store(.caseForgotten) = error else { throw CommandFailure(error) }
            let hadFiles = try files.remove(reference)
            let wasShown = try await isCalendarOld()
            guard hadFiles || wasShown else { throw CommandFailure(error) }
        }
        _ = try files.remove(reference)
        try await strikeOut(reference, leaving: sheet, at: now)
    }

    private func strikeOut(
        _ reference: CaseReference, leaving sheet: AgendaSheet?, at now: Instant
    ) async throws {
        let notices = await (try desk.reminding(store)).forget(reference, leaving: sheet, at: now)
        guard let notice = notices.first else { return }
        throw CommandFailure(
            .unavailable,
            "Case \(reference) is erased, but \(folder.calendar) may still show it: give the command again. \(notice.description)"
        )
    }

    private func isCalendarOld() async throws -> Bool {
        let shown = try await AgendaFolder(desk: desk, folder: folder).calendarRevision()
        return try await store.agendaRevision() != shown
    }
}

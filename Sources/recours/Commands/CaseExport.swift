import ArgumentParser
import Assembly
import CaseFlow
import CivilCalendar
import ContactRouting

extension CaseCommand {
    /// Writes everything that is kept of a case into a folder.
    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "export", abstract: "Write everything that is kept of a case into a new folder.",
            discussion: """
                case.json with the whole history, the log with its hashes, what was sent byte for byte, the copied \
                files, and SHA256SUMS. Nothing of this program is needed to read or to check it: docs/cases.md.
                """)

        @Argument(help: ArgumentHelp("The case.", valueName: "reference"))
        var name: String

        @Option(
            help: ArgumentHelp("The folder to make; it must not be there, or be empty.", valueName: "folder"))
        var out: String

        @OptionGroup var moment: RecordingMoment
        @OptionGroup var options: DirectoryOptions

        func validate() throws {
            if out.isEmpty { throw ValidationError("--out is empty: name a folder.") }
        }

        func run() async throws {
            let now = try moment.instant()
            let language = try options.chosenLanguage()
            try await Desk(options).withCases { cases in
                let stored = try await cases.stored(name, asOf: now)
                let index = try await ExportFolder(cases: cases, stored: stored, now: now).write(to: out)
                try await cases.flow { () async throws(CaseFlowError) in
                    try await cases.recording.noteExport(of: stored, now: now)
                }
                if options.json {
                    Output.standardOutput(index.json)
                } else {
                    Output.standardOutput(
                        cases.words(stored, language).exported(
                            stored.reference, to: out, files: index.files.count + 1) + "\n")
                }
            }
        }
    }
}

import ArgumentParser
import Assembly
import CaseStore
import ContactRouting

/// `recours backup`: a consistent copy of the store.
struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Write a consistent copy of all cases and deliveries into a new file.",
        discussion: """
            Works while everything else runs. The copy is checked, for its owner alone, and on hold: restored, it sends \
            nothing until `recours delivery release --store`. docs/running.md says how to restore it. The copies of attachments \
            beside the store are not in it: back up the folder `files` too.
            """)

    @Argument(help: ArgumentHelp("The file to write; there must be none of this name.", valueName: "file"))
    var file: String

    @OptionGroup var options: DirectoryOptions

    func run() async throws {
        let language = try options.chosenLanguage()
        try await Desk(options).withDeliveries(language) { counter in
            try await counter.store.backUp(to: file, now: counter.now)
            let words = try counter.generalWords()
            Output.standardOutput(
                words.say(
                    "\(file) : copie vérifiée. Restaurée, elle n’envoie rien avant recours delivery release --store",
                    "\(file): a copy, checked. Restored, it sends nothing before recours delivery release --store"
                )
                    + "\n")
        }
    }
}

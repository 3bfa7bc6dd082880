import ArgumentParser
import Assembly
import CaseFlow
import CaseFormat
import CaseStore
import CivilCalendar
import ContactRouting
import Digests
import Outbox

extension CaseCommand {
    /// Takes case files into the store.
    struct Open: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "open", abstract: "Open a case from its file; attachments are copied.",
            discussion: """
                The case is kept under the reference that its file states, else under one that is made from its \
                content. A reference is taken once and for ever.
                """)

        @Argument(help: ArgumentHelp("Case files, or - for standard input.", valueName: "file"))
        var files: [String]

        @Option(help: ArgumentHelp("The name of the case, instead of the file's.", valueName: "name"))
        var reference: String?

        @OptionGroup var moment: MomentOption
        @OptionGroup var options: DirectoryOptions

        func validate() throws {
            if files.isEmpty { throw ValidationError("Name a case file, or -.") }
            if reference != nil, files.count != 1 {
                throw ValidationError("--reference names one case: open one file with it.")
            }
            if files.filter({ $0 == "-" }).count > 1 {
                throw ValidationError("Standard input can be read once: write - once.")
            }
        }

        func run() async throws {
            let now = try moment.instant()
            let language = try options.chosenLanguage()
            let desk = try Desk(options)
            let named = try reference.map { try desk.caseReference($0) }
            // All are read before the first is stored, so that a fault in one leaves nothing behind.
            var read: [(input: CaseInput, loaded: LoadedCase, reference: CaseReference)] = []
            for file in files {
                let input = try CaseInput(file)
                let loaded = try desk.read(input, decidedAt: now)
                read.append((input, loaded, try named ?? Self.reference(of: loaded)))
            }
            try await desk.withCases { cases in
                for item in read { try await cases.refuseIfThere(item.reference) }
                var opened: [CaseReference] = []
                do {
                    for item in read {
                        let stored = try await cases.open(
                            item.loaded, as: item.reference, from: item.input.folder, at: now)
                        opened.append(item.reference)
                        say(stored, cases.words(stored, language))
                    }
                } catch {
                    try await cases.refreshAgenda(opened, at: now, language: language)
                    throw error
                }
                // Once for all: each time costs as much as there are cases.
                try await cases.refreshAgenda(opened, at: now, language: language)
            }
        }

        private func say(_ stored: StoredCase, _ words: CaseWords) {
            if options.json {
                Output.standardOutput(CaseJSON().line(stored))
            } else {
                Output.standardOutput(
                    words.opened(stored.reference, files: stored.filesNamed) + "\n"
                        + words.next(stored.reference) + "\n")
            }
        }

        private static func reference(of loaded: LoadedCase) throws -> CaseReference {
            do throws(DigestError) { return try loaded.reference() } catch {
                throw CommandFailure(.unavailable, error.description)
            }
        }
    }

    /// Puts a changed case file in the place of the stored facts.
    struct Update: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "update", abstract: "Put a changed case file in the place of the stored facts.",
            discussion: """
                The log stays: what happened is not undone by new facts. Where the file's history speaks of a \
                contact that the log knows, the file counts from now on. What was prepared before goes out as it is. Prints \
                what changed, and what is still to go out.
                """)

        @Argument(help: ArgumentHelp("The case.", valueName: "reference"))
        var name: String

        @Argument(help: ArgumentHelp("The changed case file, or - for standard input.", valueName: "file"))
        var file: String

        @OptionGroup var moment: MomentOption
        @OptionGroup var options: DirectoryOptions

        func run() async throws {
            let now = try moment.instant()
            let language = try options.chosenLanguage()
            let desk = try Desk(options)
            let input = try CaseInput(file)
            let loaded = try desk.read(input, decidedAt: now)
            try await desk.withCases { cases in
                let reference = try await cases.reference(name)
                let changed = try await cases.update(reference, to: loaded, from: input.folder, at: now)
                try await cases.refreshAgenda(reference, at: now, language: language)
                let waiting = changed.isEmpty ? [] : try await cases.prepared(for: reference)
                if options.json {
                    Output.standardOutput(CaseJSON().changes(of: reference, changed, waiting: waiting))
                } else {
                    let words = cases.words(try await cases.stored(name, asOf: now), language)
                    let lines = [words.updated(reference, changed)] + waiting.map(words.goesOutAsItWas)
                    Output.standardOutput(lines.map { $0 + "\n" }.joined())
                }
            }
        }
    }
}

extension CaseDesk {
    /// - Throws: `CommandFailure` when a case has this reference.
    func refuseIfThere(_ reference: CaseReference) async throws {
        guard try await store.caseRecord(reference) == nil else {
            throw CommandFailure(
                .wrongUse,
                "There is a case \(reference) already: change it with `recours case update`, or give the new one another name with --reference."
            )
        }
    }

    /// Stores a case with copies of its files; nothing is left of it when that fails.
    func open(
        _ loaded: LoadedCase, as reference: CaseReference, from source: String, at now: Instant
    ) async throws -> StoredCase {
        let files = CaseFiles(folder: folder)
        do {
            let kept = try files.keep(loaded.facts, from: source, for: reference)
            _ = try await flow { () async throws(CaseFlowError) in
                try await CaseIntake(shelf).open(loaded, as: reference, files: kept, at: now)
            }
        } catch {
            // Somebody else may have opened it in the meantime, and then the copies are theirs.
            if try await store.caseRecord(reference) == nil { _ = try files.remove(reference) }
            throw error
        }
        return try await stored(reference.text, asOf: now)
    }

    /// Changes the facts of a case, with copies of the files that they name.
    ///
    /// Of a case that is forgotten no copy is left.
    func update(
        _ reference: CaseReference, to loaded: LoadedCase, from source: String, at now: Instant
    ) async throws -> [String] {
        let files = CaseFiles(folder: folder)
        try await refuseUnlessOpen(reference)
        do {
            let kept = try files.keep(loaded.facts, from: source, for: reference)
            return try await flow { () async throws(CaseFlowError) in
                try await CaseIntake(shelf).update(reference, to: loaded, files: kept, at: now)
            }
        } catch {
            // It may have been forgotten in the meantime.
            if try await store.caseRecord(reference)?.summary.forgottenAt != nil {
                _ = try files.remove(reference)
            }
            throw error
        }
    }

    /// What was prepared of a case and has not gone out, oldest first.
    func prepared(for reference: CaseReference) async throws -> [DeliveryRecord] {
        try await store.deliveries(of: reference).filter { delivery in
            switch delivery.life.state {
            case .queued, .waiting, .needsPerson, .held, .quarantined: true
            case .sending, .unknown, .accepted, .failed, .cancelled: false
            }
        }
    }

    private func refuseUnlessOpen(_ reference: CaseReference) async throws {
        guard let summary = try await store.caseRecord(reference)?.summary else { return }
        if summary.forgottenAt != nil { throw CommandFailure(CaseStoreError.caseForgotten(reference)) }
        if summary.closedAt != nil { throw CommandFailure(CaseStoreError.caseClosed(reference)) }
    }

    /// Does a step of the flow; its error becomes a failure with the right status.
    func flow<Result>(_ step: () async throws(CaseFlowError) -> Result) async throws -> Result {
        do throws(CaseFlowError) { return try await step() } catch { throw CommandFailure(error) }
    }
}

extension StoredCase {
    /// How many files the case names: attachments and signature.
    var filesNamed: Int { facts.attachments.count + (facts.consumer.signature == nil ? 0 : 1) }
}

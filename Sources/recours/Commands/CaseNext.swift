import ArgumentParser
import Assembly
import CaseFlow
import CaseFormat
import CaseStore
import CivilCalendar
import ContactRouting
import JSONText

extension CaseCommand {
    /// Decides a stored case with everything that happened so far.
    struct Next: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "next",
            abstract: "Say what comes next: the decision with everything that happened so far.",
            discussion: """
                The decision as decide prints it, and with it what is awaited: promised days, days that you gave, \
                things that wait for you. The last line is the command to go on with, or the delivery by which the \
                step is under way already. With --json the decision alone. Exit status 0: contact or wait; 1: \
                nothing helps.
                """)

        @Argument(help: ArgumentHelp("The case.", valueName: "reference"))
        var name: String

        @OptionGroup var moment: MomentOption
        @OptionGroup var options: DirectoryOptions

        func run() async throws {
            let now = try moment.instant()
            let language = try options.chosenLanguage()
            let desk = try Desk(options)
            let (stored, ordered) = try await desk.withCases { cases in
                let stored = try await cases.stored(name, asOf: now)
                return (stored, try await cases.ordersBefore(of: stored))
            }
            let decision = try desk.decide(stored.factsForNextStep, at: now)
            if options.json {
                var writer = JSONWriter(.pretty, capacity: 32_768)
                try desk.flow {
                    try desk.rendering.write(
                        decision, of: stored.loaded, isFull: true, language: language, to: &writer)
                }
                writer.endLine()
                Output.standardOutput(writer.bytes)
            } else {
                let isReady = try await isReady(decision, of: stored, desk)
                Output.standardOutput(try page(stored, decision, ordered, isReady: isReady, desk, language))
            }
            if !decision.helps { leave(.refused) }
        }

        /// Whether the best step can be prepared from the case as it stands: what is missing may be a detail.
        private func isReady(_ decision: Decision, of stored: StoredCase, _ desk: Desk) async throws -> Bool {
            guard let best = decision.best, !best.missing.isEmpty else { return true }
            let preparation = CasePreparation(
                desk: desk, channel: best.channel, attachLetter: true, carriesAttachments: false,
                isDraft: false, letterLanguage: nil, language: nil)
            let folder = try desk.stateFolder().files(of: stored.reference)
            let ready = try? await preparation.prepare(
                stored.loaded, at: decision.decidedAt, attachmentsIn: folder)
            return ready != nil
        }

        private func page(
            _ stored: StoredCase, _ decision: Decision, _ ordered: Set<ChannelName>, isReady: Bool,
            _ desk: Desk, _ language: Language?
        ) throws -> String {
            let facts = stored.factsForNextStep
            let alternatives = try desk.flow {
                try desk.program.deciding.alternatives(to: decision, of: facts)
            }
            let explaining = Explaining(
                decision, of: facts, in: desk.program.directory.directory, zone: stored.zone,
                language: language)
            var page = Page(columns: Output.columns, isStyled: Output.isStyled)
            DecisionPage(
                decision: decision, facts: facts, alternatives: alternatives,
                phrasebook: explaining.phrasebook
            ) { page in
                AwaitedPart(
                    stored: stored,
                    words: CaseWords(language ?? facts.consumer.effectiveLanguage, zone: stored.zone),
                    namesDeliveriesUnderway: true
                ).write(to: &page)
            }.write(to: &page)
            GoingOnPart(
                stored: stored, decision: decision, ordered: ordered, isReady: isReady,
                registry: desk.program.registry,
                language: language ?? facts.consumer.effectiveLanguage
            ).write(to: &page)
            return page.text
        }
    }
}

extension CaseDesk {
    /// The channels of which the same order stands in the store already: another one takes `--again`.
    fileprivate func ordersBefore(of stored: StoredCase) async throws -> Set<ChannelName> {
        let sending = Sending(store, plugins: desk.program.registry)
        var channels: Set<ChannelName> = []
        for channel in Set(stored.deliveries.map(\.channel)) {
            let key = try desk.flow { try Sending.key(for: stored, through: channel) }
            if try await sending.ordered(key) != nil { channels.insert(channel) }
        }
        return channels
    }
}

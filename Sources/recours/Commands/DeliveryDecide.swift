import ArgumentParser
import Assembly
import CaseStore
import ChannelPluginKit
import CivilCalendar
import ContactRouting
import JSONText
import Outbox
import Texts

extension DeliveryCommand {
    /// Says what became of a delivery, or that it is to be sent.
    struct Decide: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "decide", abstract: "Say what became of a delivery, or that it is to be sent.",
            discussion: """
                For a delivery that may have gone out, waits for you, was set aside or is held. --send lets `recours \
                run` send it, again if it went out before: only you can know that it did not.
                """)

        @Argument(help: ArgumentHelp("The delivery, such as lamp-1.", valueName: "reference"))
        var delivery: String

        @Flag(help: "It went out.")
        var wentOut = false

        @Flag(help: "It did not go out, and is not to be sent this way.")
        var didNotGoOut = false

        @Flag(help: "Send it, now or again.")
        var send = false

        @Option(
            help: ArgumentHelp(
                "With --went-out: the number or reference that proves it.", valueName: "number"))
        var tracking: String?

        @Option(
            help: ArgumentHelp(
                "With --went-out: when, instead of now: 2026-11-26, or 2026-11-26T09:00:00+01:00; \(ReportedMoment.help).",
                valueName: "day or moment"))
        var at: String?

        @OptionGroup var options: DirectoryOptions

        func validate() throws {
            guard [wentOut, didNotGoOut, send].filter({ $0 }).count == 1 else {
                throw ValidationError("Say one: --went-out, --did-not-go-out or --send.")
            }
            if !wentOut, tracking != nil || at != nil {
                throw ValidationError("--tracking and --at go with --went-out.")
            }
        }

        func run() async throws {
            let language = try options.chosenLanguage()
            let now = LiveClock().moment
            let told = try at.map { try ReportedMoment(typed: $0, after: "--at") }
            let desk = try Desk(options)
            try await desk.withDeliveries(language) { counter in
                let record = try await counter.record(delivery)
                let sentAt = told?.instant(in: try await counter.words(for: record).zone, now: now) ?? now
                guard sentAt <= now else {
                    throw CommandFailure(
                        .wrongUse, "--at: \(at ?? "") is still to come: say when it went out.")
                }
                if wentOut { try await counter.refuseBeforeOrder(record, sentAt: sentAt) }
                if send {
                    try Self.refuseOutdated(record, at: now)
                    try Self.refuseEarly(record, at: now, in: try await counter.words(for: record).zone)
                }
                let changed = try await counter.deliveries.record(
                    .personDecided(try decision(desk, record.channel, sentAt)), of: record.reference, now: now
                )
                try await DeliveryAnswer(counter: counter, isJSON: options.json).print(changed)
            }
        }

        /// A text that is no longer true, or comes too late for the right at stake, is not sent: it would fail when its turn
        /// came.
        private static func refuseOutdated(_ record: DeliveryRecord, at now: Instant) throws {
            guard now > record.latest else { return }
            throw CommandFailure(
                .refused,
                "What delivery \(record.reference) holds was made to go out earlier, and is out of date: `recours send \(record.caseReference) --channel \(record.channel) --again` prepares it anew, once this one is done (`recours delivery decide \(record.reference) --did-not-go-out` or `recours delivery cancel \(record.reference)`)."
            )
        }

        /// A text that was made for a day to come bears its date, and says what is not true before.
        private static func refuseEarly(
            _ record: DeliveryRecord, at now: Instant, in zone: TimeZoneRules
        ) throws {
            let planned = record.life.notBefore
            guard now < planned, !record.life.state.kind.isFinal else { return }
            let held = record.life.state.kind == .held
            let goes =
                held
                ? "once it is let go (`recours delivery release \(record.reference)`), it goes out then"
                : "it goes out then"
            throw CommandFailure(
                .refused,
                "What delivery \(record.reference) holds was made for \(Formats(.english).moment(planned, in: zone)), and says what is not true before: \(goes). For another day, call it off (`recours delivery cancel \(record.reference)`) and prepare it anew."
            )
        }

        private func decision(
            _ desk: Desk, _ channel: ChannelName, _ sentAt: Instant
        ) throws -> PersonDecision {
            if didNotGoOut { return .didNotGoOut }
            if send { return .send(latest: nil) }
            let number = try tracking.map { text in
                guard let line = try? TextLine(parsing: text),
                    text.utf8.count <= Checkpoint.providerReferenceBytesMax
                else {
                    throw CommandFailure(.wrongUse, "--tracking: write one line of at most 200 bytes.")
                }
                return line.text
            }
            let grade = desk.program.registry.descriptors.first { $0.channel == channel }?.evidence ?? .trace
            // Without a number that somebody else keeps, it is the person's word.
            return .wentOut(
                Receipt(
                    evidence: number == nil ? min(grade, .trace) : grade, acceptedAt: sentAt,
                    providerReference: number))
        }
    }

    /// Calls a delivery off.
    struct Cancel: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "cancel", abstract: "Call a delivery off.",
            discussion: "One that is being sent cannot be called off: wait for what becomes of it.")

        @Argument(help: ArgumentHelp("The delivery, such as lamp-1.", valueName: "reference"))
        var delivery: String

        @OptionGroup var options: DirectoryOptions

        func run() async throws {
            let language = try options.chosenLanguage()
            try await Desk(options).withDeliveries(language) { counter in
                let record = try await counter.record(delivery)
                let changed = try await counter.deliveries.record(
                    .cancelled, of: record.reference, now: counter.now)
                try await DeliveryAnswer(counter: counter, isJSON: options.json).print(changed)
            }
        }
    }

    /// Lets go what is held.
    struct Release: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "release", abstract: "Let deliveries go that are held, or the whole store.",
            discussion: """
                After a backup was restored, and after the clock jumped, nothing goes out until a person confirms. \
                --store confirms for the store; deliveries that are held one by one are released by their name, or \
                with --all. Look at each first: what went out since the backup is not in it.
                """)

        @Argument(help: ArgumentHelp("Deliveries, such as lamp-1.", valueName: "reference"))
        var deliveries: [String] = []

        @Flag(help: "Every delivery that is held.")
        var all = false

        @Flag(help: "The store: deliveries go out again.")
        var store = false

        @OptionGroup var options: DirectoryOptions

        func validate() throws {
            if deliveries.isEmpty, !all, !store {
                throw ValidationError("Say what to release: deliveries, --all or --store.")
            }
            if !deliveries.isEmpty, all {
                throw ValidationError("--all names every delivery: leave the names out.")
            }
        }

        func run() async throws {
            let language = try options.chosenLanguage()
            try await Desk(options).withDeliveries(language) { counter in
                let words = try counter.generalWords()
                if store {
                    let hold = try await counter.store.hold()
                    if hold?.reason == .restored { try await holdEachDelivery(counter) }
                    try await counter.store.setHold(nil)
                    Output.standardOutput((hold != nil ? words.storeReleased : words.storeWasFree) + "\n")
                }
                guard all || !deliveries.isEmpty else {
                    let held = try await counter.all(in: [.held]).filter { !$0.forgotten }
                    for line in words.stillHeld(held) { Output.standardOutput(line + "\n") }
                    return
                }
                var held: [DeliveryRecord] = []
                for name in deliveries { held.append(try await counter.record(name)) }
                if all { held = try await counter.all(in: [.held]) }
                let released = try await release(held, counter)
                Output.standardOutput(words.released(released.count) + "\n")
                let planned = released.filter { $0.life.notBefore > counter.now }
                for record in planned {
                    let words = try await counter.words(for: record)
                    Output.standardOutput(words.labelled(record.reference.text, words.state(record)) + "\n")
                }
                let standing = try await counter.standing()
                if let hold = standing.hold {
                    Output.standardOutput(words.onHold(hold) + "\n")
                } else if planned.count < released.count, !standing.isWorking {
                    Output.standardOutput(words.goOutByRun(released.count - planned.count) + "\n")
                }
            }
        }

        /// - Returns: the deliveries as they stand then.
        private func release(
            _ held: [DeliveryRecord], _ counter: DeliveryCounter
        ) async throws -> [DeliveryRecord] {
            var released: [DeliveryRecord] = []
            for record in held {
                released.append(
                    try await counter.deliveries.record(
                        .released(from: counter.now), of: record.reference, now: counter.now))
            }
            return released
        }

        /// Sees to it that nothing goes out of a restored store of which nobody knows whether it went out since.
        ///
        /// - Throws: `CommandFailure` while something is still claimed as it was when the copy was made.
        private func holdEachDelivery(_ counter: DeliveryCounter) async throws {
            let worker = try counter.desk.worker(
                counter.store, tell: Desk.tellingShortage(in: counter.language))
            defer { worker.close() }
            do throws(OutboxError) {
                try await DeliveryRun(worker: worker).work(worker.runner(), once: true)
            } catch {
                // The worker that runs has held them.
                guard error.isOtherWorker else { throw error }
            }
            guard let inFlight = try await counter.all(in: [.sending]).first else { return }
            throw CommandFailure(
                .refused,
                "Delivery \(inFlight.reference) was on its way when the backup was made, and may be looked after in five minutes at the latest: try again then."
            )
        }
    }
}

/// Says where a delivery stands after a person decided.
struct DeliveryAnswer {
    let counter: DeliveryCounter
    let isJSON: Bool

    func print(_ record: DeliveryRecord) async throws {
        try await counter.refreshAgenda(record.caseReference)
        let words = try await counter.words(for: record)
        guard !isJSON else {
            var writer = JSONWriter()
            DeliveryJSON(zone: words.zone).write(record, to: &writer)
            writer.endLine()
            Output.standardOutput(writer.bytes)
            return
        }
        Output.standardOutput(words.labelled(record.reference.text, words.state(record)) + "\n")
        let lapsed = await counter.lapsed(record).map { words.gaveNoTime($0, record) } ?? []
        let lines = words.advice(record) + words.goesOn(record, try await counter.standing()) + lapsed
        for line in lines { Output.standardOutput(line + "\n") }
    }
}

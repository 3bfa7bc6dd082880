import ArgumentParser
import Assembly
import CaseFlow
import CaseStore
import ChannelPluginKit
import CivilCalendar
import ContactRouting
import JSONText
import Outbox

/// `recours send`: stores a delivery durably, then delivers it.
struct Send: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "send", abstract: "Send a stored case through a channel, or get ready what you must do.",
        discussion: """
            Prepares from the case as it stands, stores exactly what goes out, and only then delivers it. What cannot \
            be delivered by a machine becomes a task for you, with its files. Given twice while nothing else happened, \
            it sends once. When a worker (`recours run`) is running, that one delivers, and this command waits for it.

            Exit status: 0 handed over, or a task for you; 1 refused, nothing went out; 3 it may have gone out: look; \
            75 stored, `recours run` goes on; 78 something is not configured, nothing was stored.
            """)

    @Argument(help: ArgumentHelp("The case.", valueName: "reference"))
    var name: String

    @Option(help: ArgumentHelp("The channel, such as email.", valueName: "name"))
    var channel: String

    @Option(
        help: ArgumentHelp(
            "The moment to prepare for, instead of now; when it is to come, it goes out then.",
            valueName: "moment"))
    var at: String?

    @Flag(help: "You agree to what costs money and cannot be called back.")
    var consent = false

    @Option(
        help: ArgumentHelp("The most it may cost, in euros; above it nothing goes out.", valueName: "12.00"))
    var priceMax: String?

    @Flag(help: "Order once more although nothing happened since the last time.")
    var again = false

    @Option(
        help: ArgumentHelp(
            "For programs: a key of your own, 1 to 32 of a-z, 0-9 and -. One key, one delivery.",
            valueName: "key"))
    var key: String?

    @Flag(help: "Only store it: `recours run` sends it.")
    var later = false

    @Option(help: ArgumentHelp("How long to wait for a running worker, 0 to 3600.", valueName: "seconds"))
    var wait = 60

    @Flag(inversion: .prefixedNo, help: "In a mail, attach the letter as PDF.")
    var attachLetter = true

    @Flag(help: "Put the attachments into the PDF for a bank, a mediator, the ECC, a conciliator or a court.")
    var carryAttachments = false

    @Option(
        help: ArgumentHelp(
            "The language of a letter or a message to a merchant or a seller.", valueName: "fr|en"))
    var letterLanguage: String?

    @OptionGroup var options: DirectoryOptions

    func validate() throws {
        if key != nil, again { throw ValidationError("--again makes a key of its own: leave --key out.") }
        guard (0...3600).contains(wait) else { throw ValidationError("--wait takes 0 to 3600 seconds.") }
    }

    func run() async throws {
        var moment = MomentOption()
        moment.at = at
        let order = SendingOrder(
            caseName: name, moment: try moment.instant(), hasConsent: consent,
            priceMax: try priceMax.map { try Money(typedEuros: $0, after: "--price-max") }, isAgain: again,
            key: try key.map { try IdempotencyKey(typed: $0) },
            letterLanguage: try letterLanguage.map {
                try Language(typed: $0, after: "--letter-language")
            }, attachLetter: attachLetter, carriesAttachments: carryAttachments,
            language: try options.chosenLanguage())
        let desk = try Desk(options)
        let status = try await desk.withDeliveries(order.language) { counter in
            let channel = try desk.channel(channel)
            let placed = try await SendingDesk(counter: counter, folder: try desk.stateFolder()).place(
                order, through: channel)
            let record = try await deliver(placed.record, counter)
            try await SentReport(counter: counter, placed: placed, record: record, isJSON: options.json)
                .print(
                    in: try desk.stateFolder())
            try await counter.refreshAgenda(record.caseReference)
            return record.life.state.kind.exitStatus
        }
        if status != .done { leave(status) }
    }

    private func deliver(_ record: DeliveryRecord, _ counter: DeliveryCounter) async throws -> DeliveryRecord
    {
        guard !later else { return record }
        let worker = try counter.desk.worker(
            counter.store, tell: Desk.tellingShortage(in: counter.language))
        defer { worker.close() }
        return try await DeliveryRun(worker: worker).deliver(
            record.reference, in: counter.store, waitSeconds: wait)
    }
}

extension Desk {
    /// Says why nothing goes out when there is too little room for what follows.
    static func tellingShortage(in language: Language?) -> @Sendable (OutboxNotice) -> Void {
        let words = RoomWords(language ?? .french)
        return { notice in
            guard case .roomShort(let shortage) = notice else { return }
            Output.reportError("recours: \(words.missing(shortage))\n")
        }
    }

    /// The worker of this process.
    func worker(
        _ store: any CaseStore, tell: @escaping @Sendable (OutboxNotice) -> Void
    ) throws -> DeliveryWorker {
        let folder = try stateFolder()
        do throws(ProgramError) {
            return try DeliveryWorker(program, store: store, in: folder, tell: tell)
        } catch {
            throw CommandFailure(error)
        }
    }
}

extension Money {
    /// Euros as they were typed after an option.
    init(typedEuros text: String, after option: String) throws {
        do { self = try Money(parsing: text, currency: .euro) } catch {
            throw CommandFailure(.wrongUse, "\(option) \(text): write euros and cents, such as 12.00.")
        }
    }
}

extension IdempotencyKey {
    /// A key as it was typed after `--key`.
    init(typed text: String) throws {
        do throws(RoutingError) { try self.init(parsing: text) } catch {
            throw CommandFailure(.wrongUse, "--key \(text): write 1 to 32 of a-z, 0-9 and -.")
        }
    }
}

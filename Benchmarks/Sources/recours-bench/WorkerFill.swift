import ArgumentParser
import Assembly
import CaseFlow
import CaseFormat
import CaseStore
import ChannelPluginKit
import CivilCalendar
import ContactRouting
import Foundation
import Outbox

/// Fills a state folder with mails that wait to go out, as `recours send --later` would order them.
struct WorkerFill: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker-fill",
        abstract: "Order many mails in a state folder, for a worker that is measured.",
        discussion:
            "Every mail is prepared by itself. What a worker does with them, Benchmarks/worker_memory.py measures."
    )

    @Option(help: ArgumentHelp("A folder that is not there yet.", valueName: "folder"))
    var home: String

    @Option(help: "Mails.")
    var count = 100_000

    @Option(help: "Cases that they are spread over.")
    var cases = 1000

    /// Mails stored in one call.
    private static let together = 500

    func run() async throws {
        guard !FileManager.default.fileExists(atPath: home) else {
            throw WrongResult(description: "\(home) is there already")
        }
        let program = try Program(
            config: BenchInputs.repository.appending(path: "Benchmarks/settings.json").path,
            directory: BenchInputs.repository.appending(path: "channels.json").path,
            environment: ["RECOURS_HOME": home, "RECOURS_MAIL_FROM": "banc@exemple.example"])
        let store = try program.openStore()
        let now = Instant(secondsSinceEpoch: Int64(Date().timeIntervalSince1970))
        let intake = CaseIntake(CaseShelf(store, reader: program.reader, deciding: program.deciding))
        let desk = DeliveryDesk(store: store, plugins: program.registry)
        var orders: [DeliveryOrder] = []
        for number in 0..<min(cases, count) {
            let reference = try CaseReference(parsing: "banc-\(number)")
            let loaded = try program.reader.read(Array(Self.facts(number).utf8), decidedAt: now)
            _ = try await intake.open(loaded, as: reference, files: KeptFiles(), at: now)
            let decision = try program.deciding.decide(loaded.facts, at: now)
            for mail in 0..<Self.share(of: number, cases: cases, count: count) {
                let prepared = try await program.preparing.prepare(
                    loaded, decision: decision, through: ChannelName(parsing: "email"),
                    wishes: PreparationWishes(attachLetter: false), language: .french,
                    reference: DeliveryReference(parsing: "banc-\(number)-\(mail + 1)"))
                orders.append(
                    try desk.order(
                        prepared, in: reference, key: IdempotencyKey(parsing: "banc-\(number)-\(mail)"),
                        from: now,
                        latest: now.adding(hours: 48), now: now))
                guard orders.count == Self.together else { continue }
                _ = try await store.enqueue(orders)
                orders = []
            }
        }
        _ = try await store.enqueue(orders)
        await store.shutDown()
        print("{\"value\": \(count)}")
    }

    private static func share(of number: Int, cases: Int, count: Int) -> Int {
        count / cases + (number < count % cases ? 1 : 0)
    }

    private static func facts(_ number: Int) -> String {
        """
        {"reference": "banc-\(number)",
         "merchant": {"name": "Exemple SARL", "country": "FR", "email": "service\(number)@exemple.example",
                      "address": ["1 rue de l'Exemple", "59000 Lille"]},
         "seller": {"type": "own-website"},
         "issue": {"kind": "refund-not-received", "demand": "refund",
                   "description": "Le remboursement de la commande \(number) n'est pas arrivé."},
         "order": {"number": "A-\(number)", "orderedOn": "2026-09-01", "deliveredOn": "2026-09-05",
                   "withdrawalNotifiedOn": "2026-09-10", "returnShippedOn": "2026-09-11",
                   "returnReceivedOn": "2026-09-14", "deliveredIn": "FR",
                   "amount": {"amount": "59.90", "currency": "EUR"}, "payment": "card",
                   "item": {"name": "Lampe", "category": "homeware", "condition": "new"}},
         "consumer": {"name": "Camille Exemple", "address": ["12 rue des Lilas", "69003 Lyon"],
                      "email": "camille@exemple.example", "country": "FR", "region": "metropole",
                      "language": "fr", "professional": false}}
        """
    }
}

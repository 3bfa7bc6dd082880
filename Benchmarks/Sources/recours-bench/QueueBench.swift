import ArgumentParser
import CaseStore
import CaseStoreSQLite
import CivilCalendar
import ContactRouting
import Foundation

/// Deliveries stored a second: facts of the case untouched, one log entry, one description, one file each.
struct QueueEnqueueBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "queue-enqueue", abstract: "Deliveries a second that are stored durably.",
        discussion: "Callers at the same time share commits; --batch gives several deliveries to one call.")

    @OptionGroup var queue: QueueOptions

    @Option(help: "Deliveries in one call.")
    var batch = 1

    func run() async throws {
        let store = try await queue.open()
        let clock = ContinuousClock()
        let start = clock.now
        let end = start.advanced(by: .seconds(queue.seconds))
        let stored = try await withThrowingTaskGroup(of: Int.self) { group in
            for worker in 0..<queue.workers {
                group.addTask { [batch] in
                    var stored = 0
                    while clock.now < end {
                        let orders = try (0..<batch).map { offset in
                            try QueueOptions.order("w\(worker)-\(stored + offset)", number: stored + offset)
                        }
                        for case .created in try await store.enqueue(orders) { stored += 1 }
                    }
                    return stored
                }
            }
            return try await group.reduce(0, +)
        }
        let seconds = start.duration(to: clock.now) / .seconds(1)
        try await queue.check(store, deliveries: stored)
        print("{\"value\": \(Double(stored) / seconds)}")
    }
}

/// Deliveries claimed and settled a second.
struct QueueProcessBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "queue-process", abstract: "Deliveries a second from claim to settled.")

    @OptionGroup var queue: QueueOptions

    @Option(help: "Deliveries in one claim, settled in one call.")
    var claims = 10

    @Option(help: "Deliveries that wait at the start.")
    var count = 30_000

    func run() async throws {
        let store = try await queue.open()
        for start in stride(from: 0, to: count, by: 500) {
            _ = try await store.enqueue(
                (start..<min(count, start + 500)).map { try QueueOptions.order("d-\($0)", number: $0) })
        }
        let clock = ContinuousClock()
        let start = clock.now
        let end = start.advanced(by: .seconds(queue.seconds))
        let settled = try await withThrowingTaskGroup(of: Int.self) { group in
            for worker in 0..<queue.workers {
                let worker = try WorkerName(parsing: "w-\(worker)")
                group.addTask { [claims] in
                    try await Self.work(as: worker, on: store, claims: claims) { clock.now < end }
                }
            }
            return try await group.reduce(0, +)
        }
        let seconds = start.duration(to: clock.now) / .seconds(1)
        guard settled < count else {
            throw WrongResult(description: "there were too few: give a larger --count")
        }
        try await queue.check(store, deliveries: count)
        print("{\"value\": \(Double(settled) / seconds)}")
    }

    private static func work(
        as worker: WorkerName, on store: SQLiteCaseStore, claims: Int, while goesOn: () -> Bool
    ) async throws -> Int {
        let sending = ClaimStep(
            DeliveryStanding(try StateName(parsing: "sending"), detail: QueueOptions.detail, due: nil))
        let accepted = DeliveryStanding(
            try StateName(parsing: "accepted"), detail: QueueOptions.detail, due: nil)
        let request = ClaimRequest(
            worker: worker, now: QueueOptions.now, leaseUntil: QueueOptions.now.adding(seconds: 60),
            limit: claims)
        var settled = 0
        while goesOn() {
            let taken = try await store.claim(request) { _ in sending }
            if taken.isEmpty { break }
            let results = try await store.settle(
                taken.map {
                    Settlement($0.ticket, standing: accepted, entry: QueueOptions.entry("accepted", settled))
                })
            for case .settled in results { settled += 1 }
        }
        return settled
    }
}

/// What both verbs share: the store, and what is put into it.
struct QueueOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A file that is not there yet, on a disk.", valueName: "file"))
    var store: String

    @Option(help: "Callers at the same time.")
    var workers = 1

    @Option(help: "How long it is measured.")
    var seconds = 3.0

    static let now = Instant(secondsSinceEpoch: 1_795_422_600)
    static let detail = Array(#"{"attempts":0,"state":{"queued":{"from":1795422600}}}"#.utf8)
    /// Cases that the deliveries are spread over.
    static let cases = 1000

    /// Makes the store and its cases.
    func open() async throws -> SQLiteCaseStore {
        guard !FileManager.default.fileExists(atPath: store) else {
            throw WrongResult(description: "\(store) is there already")
        }
        let opened = try SQLiteCaseStore(path: store) {
            var chance = SystemRandomNumberGenerator()
            return LogSalt(using: &chance)
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<Self.cases {
                group.addTask {
                    _ = try await opened.open(
                        CaseOpening(
                            reference: CaseReference(parsing: "case-\(number)"),
                            facts: Array(repeating: 32, count: 1500), entry: Self.entry("opened", number)))
                }
            }
            try await group.waitForAll()
        }
        return opened
    }

    /// A wrong result is not measured.
    func check(_ store: SQLiteCaseStore, deliveries: Int) async throws {
        let report = try await store.verify()
        guard report.isSound, report.deliveries == deliveries else {
            throw WrongResult(
                description: "\(report.deliveries) of \(deliveries) are stored: \(report.findings)")
        }
        await store.shutDown()
    }

    static func order(_ name: String, number: Int) throws -> DeliveryOrder {
        let reference = try DeliveryReference(parsing: name)
        let message =
            Array("Message-ID: <\(name)@example.org>\r\n\r\n".utf8) + Array(repeating: 97, count: 1000)
        let manifest = Array(repeating: UInt8(32), count: 400)
        return DeliveryOrder(
            caseReference: try CaseReference(parsing: "case-\(number % cases)"),
            key: IdempotencyKey(reference),
            preparation: try StoredPreparation(
                reference: reference, channel: ChannelName(parsing: "email"), manifest: manifest,
                files: [StoredFile(message)]),
            standing: DeliveryStanding(try StateName(parsing: "queued"), detail: detail, due: now),
            latest: now.adding(hours: 48), entry: entry("queued", number))
    }

    static func entry(_ kind: StaticString, _ number: Int) -> LogDraft {
        LogDraft(LogKind(kind), at: now, payload: Array(#"{"channel":"email","number":\#(number)}"#.utf8))
    }
}

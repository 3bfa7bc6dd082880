internal import CaseStore
internal import CivilCalendar
internal import ContactRouting
internal import Digests

/// Everything that a `MemoryCaseStore` holds, as one value: a transaction is a copy of it.
struct MemoryContents {
    struct Case {
        var record: CaseRecord
        var log: [LogEntry] = []
        /// What was recorded once, and which entry it is.
        var once: [String: Int] = [:]
        var deliveries: [DeliveryReference] = []
        /// Reminders, and whether they fired.
        var reminders: [Reminder: Bool] = [:]
        /// What is planned; its reminders count as they stand above.
        var sheet: AgendaSheet?
    }

    struct Delivery {
        var record: DeliveryRecord
        var preparation: StoredPreparation?
        /// Tokens given out so far.
        var token = 0
    }

    var cases: [CaseReference: Case] = [:]
    var deliveries: [DeliveryReference: Delivery] = [:]
    var keys: [IdempotencyKey: DeliveryReference] = [:]
    var hold: Hold?
    var worker: Lease?
    var agendaRevision = AgendaRevision.beginning

    /// Reminders that have not fired, earliest first.
    var waitingReminders: [Reminder] {
        cases.values.flatMap { $0.reminders.filter { !$0.value }.keys }.sorted { $0.order < $1.order }
    }

    var nextMoment: Instant? {
        let records = deliveries.values.map(\.record)
        let moments =
            records.compactMap(\.standing.due) + records.compactMap(\.lease?.until)
            + waitingReminders.prefix(1).map(\.due)
        return moments.min()
    }

    func pauses(of channel: ChannelName?) -> [ChannelName: Instant] {
        var pauses: [ChannelName: Instant] = [:]
        for record in deliveries.values.map(\.record)
        where record.standing.pausesChannel && (channel ?? record.channel) == record.channel {
            guard let due = record.standing.due else { continue }
            pauses[record.channel] = max(pauses[record.channel] ?? due, due)
        }
        return pauses
    }

    /// Checks the chains; nothing else can go wrong in memory.
    func report() throws(CaseStoreError) -> StoreReport {
        var findings: [StoreFinding] = []
        for (reference, stored) in cases {
            var head: LogHead?
            for entry in stored.log {
                if try !LogChain.holds(entry, after: head) {
                    findings.append(.chain(reference, sequence: entry.sequence))
                }
                head = LogHead(sequence: entry.sequence, hash: entry.hash)
            }
        }
        return StoreReport(
            cases: cases.count, entries: cases.values.reduce(0) { $0 + $1.log.count },
            deliveries: deliveries.count, findings: Array(findings.prefix(StoreReport.findingsMax)))
    }
}

extension Reminder {
    var order: (Instant, CaseReference, String) { (due, caseReference, name.text) }
}

extension LogSalt {
    /// One byte, sixteen times.
    init(repeating byte: UInt8) {
        // Sixteen bytes are a salt; the other branch cannot be reached.
        var generator = ConstantGenerator(byte: byte)
        self.init(using: &generator)
    }
}

/// Gives one byte again and again.
private struct ConstantGenerator: RandomNumberGenerator {
    let byte: UInt8

    mutating func next() -> UInt64 { UInt64(byte) * 0x0101_0101_0101_0101 }
}

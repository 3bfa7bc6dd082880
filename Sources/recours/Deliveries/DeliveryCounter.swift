import Assembly
import CaseFlow
import CaseStore
import CivilCalendar
import ContactRouting
import Outbox

/// Looks deliveries up in a store, and says how to speak about them.
struct DeliveryCounter {
    let desk: Desk
    let store: any CaseStore
    /// Nil follows the case.
    let language: Language?
    let now: Instant

    /// - Throws: `CommandFailure` with status 2 when there is none.
    func record(_ name: String) async throws -> DeliveryRecord {
        let reference = try desk.deliveryReference(name)
        guard let record = try await store.delivery(reference) else {
            throw CommandFailure(.deliveryUnknown(reference))
        }
        return record
    }

    /// The words for a delivery: in the language and the zone of its case.
    func words(for record: DeliveryRecord) async throws -> DeliveryWords {
        guard let stored = try? await shelf.stored(record.caseReference, asOf: now) else {
            return try generalWords()
        }
        return DeliveryWords(
            language ?? stored.facts.consumer.effectiveLanguage, zone: stored.zone, now: now)
    }

    /// The words for deliveries of several cases, or of one that nobody can read any more.
    func generalWords() throws -> DeliveryWords {
        DeliveryWords(language ?? .french, zone: try Self.homeZone(), now: now)
    }

    /// The zone in which the program counts when no case says another one.
    static func homeZone() throws -> TimeZoneRules {
        do throws(CivilCalendarError) { return try TimeZoneDatabase().rules(for: "Europe/Paris") } catch {
            throw CommandFailure(.unavailable, error.description)
        }
    }

    /// What the log of the case says of a delivery, oldest first.
    func history(of record: DeliveryRecord) async throws -> [(entry: LogEntry, state: DeliveryLogEntry)] {
        try await store.wholeLog(of: record.caseReference).compactMap { entry in
            guard let told = DeliveryLogEntry(entry), told.delivery == record.reference else { return nil }
            return (entry, told)
        }
    }

    /// What went or goes out; nil once the case is forgotten.
    func prepared(_ record: DeliveryRecord) async throws -> PreparedDelivery? {
        try await store.preparation(of: record.reference)?.prepared()
    }

    /// The last day that a delivery gave the other side, when that was over as it went out; nil else.
    func lapsed(_ record: DeliveryRecord) async -> LapsedText? {
        guard record.life.state.kind == .accepted else { return nil }
        let now = LiveClock().moment
        guard let stored = try? await shelf.stored(record.caseReference, asOf: now) else { return nil }
        return LapsedText(record, in: stored, try? desk.decide(stored.facts, at: now))
    }

    /// - Throws: `CommandFailure` for a day before that of the order.
    func refuseBeforeOrder(_ record: DeliveryRecord, sentAt moment: Instant) async throws {
        guard let stored = try? await shelf.stored(record.caseReference, asOf: now) else { return }
        do throws(ReportFault) { try stored.checkOrdered(record.reference, by: moment) } catch {
            throw CommandFailure(.report(error))
        }
    }

    /// Whether the facts of the case changed after this was prepared, while it can still be called off.
    func isOutrun(_ record: DeliveryRecord) async -> Bool {
        guard !record.life.state.kind.isFinal else { return false }
        let stored = try? await shelf.stored(record.caseReference, asOf: LiveClock().moment)
        return stored?.isOutrun(record) ?? false
    }

    /// Deliveries in some states, in the order of their references.
    func all(in kinds: [DeliveryState.Kind]) async throws -> [DeliveryRecord] {
        let names = try Set(kinds.map { try StateName(parsing: $0.rawValue) })
        var records: [DeliveryRecord] = []
        while true {
            let page = try await store.deliveries(
                in: names, after: records.last?.reference, limit: StoreLimits.rowsMax)
            records += page
            guard page.count == StoreLimits.rowsMax else { return records }
        }
    }

    /// Plans a case anew after a delivery of it moved on, and brings the calendar up to date; what that brings about is said.
    func refreshAgenda(_ reference: CaseReference) async throws {
        try await desk.refreshAgenda([reference], in: store, at: LiveClock().moment, language: language)
    }

    var deliveries: DeliveryDesk { DeliveryDesk(store: store, plugins: desk.program.registry) }

    var shelf: CaseShelf { desk.shelf(store) }
}

extension Desk {
    /// Opens the store for a command about deliveries.
    func withDeliveries<Result>(
        _ language: Language?, at now: Instant = LiveClock().moment,
        _ work: (DeliveryCounter) async throws -> Result
    ) async throws -> Result {
        try await withStore { store in
            try await work(DeliveryCounter(desk: self, store: store, language: language, now: now))
        }
    }
}

public import CaseFormat
public import CaseStore
public import CivilCalendar
public import ContactRouting
internal import JSONText
internal import Outbox

/// Reads cases of the store as the rest of the flow takes them.
public struct CaseShelf: Sendable {
    let store: any CaseStore
    let reader: CaseReader
    let deciding: Deciding

    public init(_ store: any CaseStore, reader: CaseReader, deciding: Deciding) {
        self.store = store
        self.reader = reader
        self.deciding = deciding
    }

    /// Reads a case as it stood at a moment.
    ///
    /// - Throws: `CaseFlowError.store` with `.caseUnknown`, or `.caseForgotten` when nothing of it is left to read;
    ///   `.unreadable` when the facts do not fit the directory of today.
    /// - Complexity: O(bytes of facts and log).
    public func stored(
        _ reference: CaseReference, asOf moment: Instant
    ) async throws(CaseFlowError) -> StoredCase {
        let (record, entries, deliveries) = try await contents(of: reference)
        let mark: StoreMark?
        do throws(CaseStoreError) { mark = try await store.mark() } catch { throw .store(error) }
        guard let bytes = record.facts?.reveal() else { throw .store(.caseForgotten(reference)) }
        let told = entries.filter { $0.at <= moment }
        let made = deliveries.filter { $0.createdAt <= moment }
        let facts = try readable(reference) { () throws(CaseFormatError) in try reader.read(bytes) }
        let zone = try deciding.zone(of: facts.facts)
        let deadlines = Self.deadlines(in: told)
        let contacts = try readable(reference) { () throws(CaseFormatError) in
            try merged(facts.facts.history, told, made, deadlines, until: moment, in: zone)
        }
        let whole = facts.json(
            reference: reference, history: contacts.map(\.entry.contact), in: zone)
        let loaded = try readable(reference) { () throws(CaseFormatError) in
            try reader.read(whole, asOf: moment)
        }
        return StoredCase(
            asOf: moment, record: record, loaded: loaded, zone: zone, contacts: contacts,
            entries: told, deliveries: made, deadlines: deadlines,
            deliveryNumber: deliveries.count, mark: mark)
    }

    /// What is said of contacts until a moment, put together.
    ///
    /// The facts stand where they were told: after the entries that were there, before those that came.
    private func merged(
        _ history: [PastContact], _ entries: [LogEntry], _ deliveries: [DeliveryRecord],
        _ deadlines: [DeliveryReference: CivilDay], until moment: Instant, in zone: TimeZoneRules
    ) throws(CaseFormatError) -> [StoredContact] {
        var merging = ContactMerging()
        for delivery in deliveries {
            guard let entry = delivery.contact(deadline: deadlines[delivery.reference], in: zone) else {
                continue
            }
            if entry.contact.at <= moment { merging.add(entry, from: .delivery) }
        }
        let withdrawn = Set(entries.compactMap(\.withdrawnEntry))
        let factsTold = entries.last { $0.factsDigest != nil }?.sequence ?? 0
        let told = entries.filter { $0.kind == .contact && !withdrawn.contains($0.sequence) }
        try add(told.filter { $0.sequence < factsTold }, to: &merging)
        for contact in history where contact.at <= moment { merging.add(ContactEntry(contact), from: .facts) }
        try add(told.filter { $0.sequence > factsTold }, to: &merging)
        return merging.inOrder
    }

    private func add(_ told: [LogEntry], to merging: inout ContactMerging) throws(CaseFormatError) {
        for entry in told {
            guard let payload = entry.payload?.reveal() else { continue }
            merging.add(try reader.contactEntry(payload), from: .log(entry.sequence))
        }
    }

    /// The last days that deliveries give the other side, from the entries of their orders.
    private static func deadlines(in entries: [LogEntry]) -> [DeliveryReference: CivilDay] {
        var deadlines: [DeliveryReference: CivilDay] = [:]
        for entry in entries {
            guard let order = DeliveryLogEntry(entry), let day = order.deadline else { continue }
            deadlines[order.delivery] = day
        }
        return deadlines
    }

    // MARK: Trying what is new

    /// Checks that the history stays a history with what is said of one contact.
    ///
    /// - Throws: `CaseFlowError.report` with `.contradicts`.
    func check(_ entry: ContactEntry, in stored: StoredCase) throws(CaseFlowError) {
        var merging = ContactMerging(contacts: stored.contacts)
        merging.add(entry, from: .log(stored.record.summary.entries + 1))
        do throws(CaseFormatError) {
            _ = try whole(stored.loaded, merging.inOrder, of: stored, asOf: stored.asOf)
        } catch {
            throw .report(.contradicts(error))
        }
    }

    /// What is another fact in a file than in a stored case, after checking that it fits what happened.
    ///
    /// - Throws: `CaseFlowError.unreadable`.
    func changes(of stored: StoredCase, to bytes: [UInt8]) throws(CaseFlowError) -> [String] {
        let facts = stored.record.facts?.reveal() ?? []
        return try readable(stored.reference) { () throws(CaseFormatError) in
            let new = try reader.read(bytes)
            var merging = ContactMerging(contacts: stored.contacts.filter { $0.origin != .facts })
            for contact in new.facts.history { merging.add(ContactEntry(contact), from: .facts) }
            _ = try whole(new, merging.inOrder, of: stored, asOf: stored.asOf)
            return new.changes(since: try reader.read(facts))
        }
    }

    private func whole(
        _ facts: LoadedCase, _ contacts: [StoredContact], of stored: StoredCase, asOf moment: Instant
    ) throws(CaseFormatError) -> LoadedCase {
        try reader.read(
            facts.json(
                reference: stored.reference, history: contacts.map(\.entry.contact), in: stored.zone),
            decidedAt: moment)
    }

    // MARK: The store

    /// The case with its log and its deliveries, all of one moment.
    private func contents(
        of reference: CaseReference
    ) async throws(CaseFlowError) -> (CaseRecord, [LogEntry], [DeliveryRecord]) {
        // Another process may write between two reads; the number of entries tells.
        for _ in 1..<Self.readingsMax {
            let read = try await readOnce(reference)
            if read.0.summary.entries == read.1.count { return read }
        }
        return try await readOnce(reference)
    }

    private static let readingsMax = 5

    private func readOnce(
        _ reference: CaseReference
    ) async throws(CaseFlowError) -> (CaseRecord, [LogEntry], [DeliveryRecord]) {
        do throws(CaseStoreError) {
            guard let record = try await store.caseRecord(reference) else { throw .caseUnknown(reference) }
            let deliveries = try await store.deliveries(of: reference)
            return (record, try await store.wholeLog(of: reference), deliveries)
        } catch {
            throw .store(error)
        }
    }

    /// Makes a fault of the stored bytes one of the case.
    private func readable<Value>(
        _ reference: CaseReference, _ body: () throws(CaseFormatError) -> Value
    ) throws(CaseFlowError) -> Value {
        do { return try body() } catch { throw .unreadable(reference, error) }
    }
}

extension CaseStore {
    /// The log of a case, oldest entry first.
    public func wholeLog(of reference: CaseReference) async throws(CaseStoreError) -> [LogEntry] {
        var entries: [LogEntry] = []
        while true {
            let page = try await log(of: reference, after: entries.count, limit: StoreLimits.rowsMax)
            entries += page
            guard page.count == StoreLimits.rowsMax else { return entries }
        }
    }
}

extension LogEntry {
    /// The sequence of the contact that this entry takes back; nil when it takes back none.
    var withdrawnEntry: Int? {
        guard kind == .contactWithdrawn, let payload = payload?.reveal(),
            let document = try? JSONDocument(parsing: payload)
        else { return nil }
        return document.root["entry"]?.int.map { Int($0) }
    }
}

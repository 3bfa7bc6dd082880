public import CaseFormat
internal import CaseStore
public import ChannelPluginKit
public import CivilCalendar
public import ContactRouting
internal import JSONText
internal import Outbox

/// The arrow from what happened back into the case: what people tell, and the ends of a case.
public struct Recording: Sendable {
    private let shelf: CaseShelf
    private let plugins: ChannelRegistry
    private let desk: DeliveryDesk
    private var store: any CaseStore { shelf.store }

    public init(_ shelf: CaseShelf, plugins: ChannelRegistry) {
        self.shelf = shelf
        self.plugins = plugins
        desk = DeliveryDesk(store: shelf.store, plugins: plugins)
    }

    /// Records what a person tells of a contact.
    ///
    /// A delivery that waits for the person is settled by it. Otherwise the outcome belongs to the newest contact of
    /// the channel that can still have it, else it is a contact of its own. Telling the same twice writes nothing.
    ///
    /// - Throws: `CaseFlowError.report`, `.store`, `.outbox`.
    public func did(
        _ report: ContactReport, in reference: CaseReference, now: Instant
    ) async throws(CaseFlowError) -> RecordedContact {
        let stored = try await shelf.stored(reference, asOf: now)
        guard stored.record.summary.isOpen else { throw .store(.caseClosed(reference)) }
        let reading: ReportReading
        do throws(ReportFault) { reading = try ReportReading(report, in: stored, now: now) } catch {
            throw .report(error)
        }
        let entry = reading.entry
        try shelf.check(entry, in: stored)
        let draft = LogDraft(.contact, at: report.at, payload: entry.json(in: stored.zone))
        if let awaiting = reading.awaiting {
            let receipt = Receipt(
                evidence: evidence(of: report.channel), acceptedAt: entry.contact.at,
                providerReference: report.tracking?.reveal().text)
            do throws(OutboxError) {
                // One transaction: told in part, the rest could not be told again.
                _ = try await desk.record(
                    .personDecided(.wentOut(receipt)), of: awaiting, now: now, with: [draft])
            } catch {
                throw .outbox(error)
            }
        } else if reading.isKnown {
            return RecordedContact(
                entry: entry, before: reading.before?.contact.outcome, settled: nil, wasKnown: true)
        } else {
            try await append(draft, to: reference)
        }
        return RecordedContact(
            entry: entry, before: reading.before?.contact.outcome, settled: reading.awaiting, wasKnown: false)
    }

    /// Takes back what was told of a contact by mistake: what was known before stands again.
    ///
    /// - Parameter number: the contact in the order of time, counted from 1.
    /// - Returns: what was taken back.
    /// - Throws: `CaseFlowError.report` for a contact that was not told with ``did(_:in:now:)``, `.store`.
    public func takeBack(
        contact number: Int, of reference: CaseReference, now: Instant
    ) async throws(CaseFlowError) -> ContactEntry {
        let stored = try await shelf.stored(reference, asOf: now)
        guard let contact = stored.contact(number: number) else {
            throw .report(.noSuchContact(number, count: stored.contacts.count))
        }
        guard case .log(let sequence) = contact.origin else {
            throw .report(.notInLog(number, contact.origin))
        }
        try await append(
            LogDraft(.contactWithdrawn, at: now, payload: Array(#"{"entry":\#(sequence)}"#.utf8)),
            to: reference)
        return contact.entry
    }

    /// Closes a case.
    ///
    /// - Parameter note: what came of it, in the person's words.
    /// - Throws: `CaseFlowError.store` with `.deliveryUnderway` while something waits to go out.
    public func close(
        _ reference: CaseReference, note: Private<String>?, now: Instant
    ) async throws(CaseFlowError) {
        do throws(CaseStoreError) {
            _ = try await store.close(
                reference, with: LogDraft(.closed, at: now, payload: Self.payload(note)))
        } catch {
            throw .store(error)
        }
    }

    /// Opens a closed case again.
    public func reopen(
        _ reference: CaseReference, note: Private<String>?, now: Instant
    ) async throws(CaseFlowError) {
        do throws(CaseStoreError) {
            _ = try await store.reopen(
                reference, with: LogDraft(.reopened, at: now, payload: Self.payload(note)))
        } catch {
            throw .store(error)
        }
    }

    /// Erases everything in the store that is about a person; the files beside the store are the caller's.
    public func forget(_ reference: CaseReference, now: Instant) async throws(CaseFlowError) {
        do throws(CaseStoreError) {
            try await store.forget(reference, with: LogDraft(.forgotten, at: now, payload: Array("{}".utf8)))
        } catch {
            throw .store(error)
        }
    }

    /// Notes that the whole case was handed out; a closed case takes no note.
    public func noteExport(of stored: StoredCase, now: Instant) async throws(CaseFlowError) {
        guard stored.record.summary.isOpen else { return }
        try await append(LogDraft(.exported, at: now, payload: Array("{}".utf8)), to: stored.reference)
    }

    private func append(_ draft: LogDraft, to reference: CaseReference) async throws(CaseFlowError) {
        do throws(CaseStoreError) {
            _ = try await store.append([draft], to: reference, changing: nil)
        } catch {
            throw .store(error)
        }
    }

    /// The strongest proof that the channel leaves, as its plugin says.
    private func evidence(of channel: ChannelName) -> EvidenceGrade {
        plugins.descriptors.first { $0.channel == channel }?.evidence ?? ChannelProfile.of(channel).evidence
    }

    private static func payload(_ note: Private<String>?) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        if let note {
            writer.key("note")
            writer.string(note.reveal())
        }
        writer.endObject()
        return writer.bytes
    }
}

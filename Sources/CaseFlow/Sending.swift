public import CaseStore
public import ChannelPluginKit
public import CivilCalendar
public import ContactRouting
import Digests
internal import Outbox

/// The arrow from a stored case to a delivery that waits to go out: nothing leaves the machine here.
public struct Sending: Sendable {
    private let store: any CaseStore
    private let plugins: ChannelRegistry

    public init(_ store: any CaseStore, plugins: ChannelRegistry) {
        self.store = store
        self.plugins = plugins
    }

    /// The key of a delivery of this case through a channel, as the person left the case.
    ///
    /// It follows from the newest entry of the log that a person made, and not from what deliveries, reminders and drafts
    /// add: a command that is given twice orders once, also when the first was cut off and the worker has delivered since.
    ///
    /// - Parameter isAgain: asks for another delivery although the person told nothing new.
    /// - Throws: `CaseFlowError.digests`.
    public static func key(
        for stored: StoredCase, through channel: ChannelName, isAgain: Bool = false
    ) throws(CaseFlowError) -> IdempotencyKey {
        var lines = ["send-v1", stored.reference.text, channel.text]
        if let told = stored.entries.last(where: { $0.kind.isOfPerson }) { lines.append(told.hash.hex) }
        if isAgain { lines.append("\(stored.deliveryNumber)") }
        do {
            let digest = try SHA256.digest(of: lines.joined(separator: "\n"))
            return try IdempotencyKey(parsing: "send-\(digest.hex.prefix(24))")
        } catch let error as DigestError {
            throw .digests(error)
        } catch {
            preconditionFailure("29 of a-z, 0-9 and - are a key")
        }
    }

    /// The delivery that was ordered with this key before; nil when none was.
    ///
    /// - Throws: `CaseFlowError.store`.
    public func ordered(_ key: IdempotencyKey) async throws(CaseFlowError) -> DeliveryRecord? {
        do { return try await store.delivery(key: key) } catch { throw .store(error) }
    }

    /// What the person must agree to before this goes out.
    ///
    /// Money that the program would spend. Nil for anything else.
    ///
    /// What the person does with their own hands needs no word of theirs.
    public func consentNeeded(for prepared: PreparedDelivery) -> ConsentNeeded? {
        switch prepared.payload {
        case .person: return nil
        case .mail, .http: break
        }
        let effects = plugins[prepared.channel]?.channels.first { $0.channel == prepared.channel }?.effects
        return effects?.costsMoney ?? true || prepared.consent.price != nil ? prepared.consent : nil
    }

    /// Stores a delivery that waits to go out: its bytes, its place in the queue and the entry of the log, together.
    ///
    /// - Parameters:
    ///   - prepared: made from this case, with its next delivery reference.
    ///   - from: it goes out from this moment on.
    ///   - agreed: what the person agreed to; kept in the log.
    /// - Throws: `CaseFlowError.store` with `.deliveryExists` when another delivery took the reference meanwhile,
    ///   `.factsChanged` when the facts did, `.deliveryOpen` when another delivery through the channel is not done: read
    ///   the case again. `.outOfDate` when its text was made for a day too far back. `.outbox`.
    public func place(
        _ prepared: PreparedDelivery, of stored: StoredCase, decision: Decision, key: IdempotencyKey,
        from: Instant, agreed: ConsentNeeded?, now: Instant
    ) async throws(CaseFlowError) -> Enqueued {
        let desk = DeliveryDesk(store: store, plugins: plugins)
        let latest = try latest(of: prepared, in: stored, decision, from: max(from, now))
        let order: DeliveryOrder
        do throws(OutboxError) {
            order = try desk.order(
                prepared, in: stored.reference, key: key, from: from,
                latest: latest, now: now, agreed: agreed, preparedFrom: stored.record.factsRevision)
        } catch {
            throw .outbox(error)
        }
        do throws(CaseStoreError) {
            guard let enqueued = try await store.enqueue([order]).first else {
                preconditionFailure("a store gives one result for each order")
            }
            return enqueued
        } catch {
            throw .store(error)
        }
    }

    /// The moment after which it must not go out any more: it would come too late for the right at stake, or leave the other
    /// side too little of the time that its text gives.
    ///
    /// - Throws: `CaseFlowError.outOfDate` when that is over already.
    private func latest(
        of prepared: PreparedDelivery, in stored: StoredCase, _ decision: Decision, from: Instant
    ) throws(CaseFlowError) -> Instant {
        if let lastDay = prepared.deadline {
            let time = GivenTime(from: stored.zone.day(at: decision.decidedAt), through: lastDay)
            guard stored.zone.endOfDay(time.lastDayToSend) > from else {
                throw .outOfDate(lastDayToSend: time.lastDayToSend)
            }
        }
        return decision.goodUntil(giving: prepared.deadline, from: from, in: stored.zone)
    }
}

extension LogKind {
    /// True for what a person told, in contrast to what the program did.
    fileprivate var isOfPerson: Bool {
        [.opened, .factsChanged, .contact, .contactWithdrawn, .reopened].contains(self)
    }
}

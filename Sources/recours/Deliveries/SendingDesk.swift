import Assembly
import CaseFlow
import CaseStore
import ChannelPluginKit
import CivilCalendar
import ContactRouting
import Outbox
import Texts

/// What was asked of `recours send`.
struct SendingOrder {
    let caseName: String
    /// The moment that it is prepared for.
    let moment: Instant
    let hasConsent: Bool
    let priceMax: Money?
    let isAgain: Bool
    /// Nil follows from the case.
    let key: IdempotencyKey?
    let letterLanguage: Language?
    let attachLetter: Bool
    let carriesAttachments: Bool
    /// Nil follows the case.
    let language: Language?
}

/// A delivery that is stored now.
struct PlacedDelivery {
    let record: DeliveryRecord
    /// False when an earlier command ordered it.
    let isNew: Bool
    let language: Language
    /// What the person looks at, when it was prepared just now.
    let doubts: [String]
}

/// Makes a stored delivery out of a stored case.
struct SendingDesk {
    let counter: DeliveryCounter
    let folder: StateFolder

    /// How often the case is read anew when others write to it at the same time.
    private static let triesMax = 5

    private var sending: Sending { Sending(counter.store, plugins: counter.desk.program.registry) }

    /// Stores what goes out, unless it was ordered before.
    ///
    /// - Throws: `CommandFailure` in the person's words; nothing is stored then.
    func place(_ order: SendingOrder, through channel: ChannelName) async throws -> PlacedDelivery {
        let desk = counter.desk
        let reference = try desk.caseReference(order.caseName)
        for _ in 1...Self.triesMax {
            // What was told since the moment it is prepared for makes the order another one all the same.
            let present = try await counter.shelf.stored(reference, asOf: max(order.moment, counter.now))
            let language = order.language ?? present.facts.consumer.effectiveLanguage
            let key = try key(of: order, for: present, through: channel)
            if let earlier = try await sending.ordered(key) {
                guard earlier.caseReference == reference, earlier.channel == channel else {
                    throw CommandFailure(
                        .wrongUse,
                        "--key \(key) names delivery \(earlier.reference) of case \(earlier.caseReference): take another key."
                    )
                }
                return PlacedDelivery(record: earlier, isNew: false, language: language, doubts: [])
            }
            if let open = present.openDelivery(by: channel) {
                guard !present.isOutrun(open) else { throw Self.outrun(open) }
                guard order.key == nil, !order.isAgain else { throw Self.notDone(open) }
                return PlacedDelivery(record: open, isNew: false, language: language, doubts: [])
            }
            guard present.record.summary.isOpen else { throw CaseStoreError.caseClosed(reference) }
            let stored = try await counter.shelf.stored(reference, asOf: order.moment)
            let ready = try await prepare(order, stored, through: channel)
            try await refuseUnconfigured(ready.prepared)
            let agreed = try agreed(to: ready, order)
            do throws(CaseFlowError) {
                let enqueued = try await sending.place(
                    ready.prepared, of: stored, decision: ready.decision, key: key,
                    from: max(order.moment, counter.now), agreed: agreed, now: counter.now)
                return PlacedDelivery(
                    record: enqueued.record, isNew: enqueued.isNew, language: language,
                    doubts: ready.prepared.doubts.map { ready.phrasebook.text(of: $0) })
            } catch {
                // Somebody else ordered something of this case meanwhile, or changed its facts.
                switch error {
                case .store(.deliveryExists), .store(.deliveryOpen), .store(.factsChanged): continue
                default: throw error  // tidy-allow: everything else is no change in between
                }
            }
        }
        throw CommandFailure(.unavailable, "Others write to case \(reference) all the time: try again.")
    }

    private func key(
        of order: SendingOrder, for stored: StoredCase, through channel: ChannelName
    ) throws -> IdempotencyKey {
        if let key = order.key { return key }
        return try counter.desk.flow {
            try Sending.key(for: stored, through: channel, isAgain: order.isAgain)
        }
    }

    private static func notDone(_ open: DeliveryRecord) -> CommandFailure {
        CommandFailure(
            .refused,
            "Delivery \(open.reference) is not done yet: decide or cancel it first (`recours delivery show \(open.reference)`)."
        )
    }

    /// The person believes that what goes out is what the case says now.
    private static func outrun(_ open: DeliveryRecord) -> CommandFailure {
        let goesAsItWas =
            switch open.life.state.kind {
            case .needsPerson:
                "`recours delivery show \(open.reference)` shows what was prepared, if that is to be sent"
            case .queued, .sending, .waiting, .unknown, .accepted, .failed, .cancelled, .quarantined, .held:
                "`recours delivery decide \(open.reference) --send` lets it go as it was"
            }
        return CommandFailure(
            .refused,
            "Delivery \(open.reference) was prepared before the facts of the case changed: `recours delivery cancel \(open.reference)` calls it off, and then this command prepares it anew; \(goesAsItWas)."
        )
    }

    /// What a person does needs no setting.
    ///
    /// - Throws: `CommandFailure` with status 78 that names the setting.
    private func refuseUnconfigured(_ prepared: PreparedDelivery) async throws {
        let channel = prepared.channel
        switch prepared.payload {
        case .person: return
        case .mail, .http: break
        }
        if let missing = counter.desk.program.missingSettings(of: channel).first {
            throw CommandFailure(
                .configuration,
                "\(missing.name) is not set, and without it \(channel) delivers nothing: set it, or use `recours prepare` and send it yourself."
            )
        }
        let findings = await counter.desk.program.registry[channel]?.check() ?? []
        if let fault = findings.first(where: { $0.channel == channel && $0.severity == .error }) {
            throw CommandFailure(.configuration, fault.text.english)
        }
    }

    private func prepare(
        _ order: SendingOrder, _ stored: StoredCase, through channel: ChannelName
    ) async throws -> CasePreparation.Ready {
        let preparation = CasePreparation(
            desk: counter.desk, channel: channel, attachLetter: order.attachLetter,
            carriesAttachments: order.carriesAttachments, isDraft: false,
            letterLanguage: order.letterLanguage, language: order.language,
            reference: try stored.nextDeliveryReference(), priceMax: order.priceMax)
        return try await preparation.prepare(
            stored.loaded, at: order.moment, attachmentsIn: folder.files(of: stored.reference))
    }

    /// What the person agrees to; nil when nothing must be asked.
    ///
    /// - Throws: `CommandFailure` with status 1 when they did not, or the price is above their limit.
    private func agreed(
        to ready: CasePreparation.Ready, _ order: SendingOrder
    ) throws -> ConsentNeeded? {
        let prepared = ready.prepared
        guard let needed = sending.consentNeeded(for: prepared) else { return nil }
        let formats = Formats(ready.phrasebook.language)
        if let max = order.priceMax, let price = needed.price, price.currency == max.currency,
            price.hundredths > max.hundredths
        {
            throw CommandFailure(
                .refused,
                "\(prepared.channel): it costs \(formats.money(price)), and --price-max allows \(formats.money(max))."
            )
        }
        guard order.hasConsent else {
            let cost = needed.price.map { formats.money($0) } ?? "money"
            throw CommandFailure(
                .refused,
                "\(prepared.channel): sending it costs \(cost) and cannot be called back: add --consent, and --price-max for a limit."
            )
        }
        return needed
    }
}

extension Enqueued {
    /// False when the key was known.
    var isNew: Bool {
        switch self {
        case .created: true
        case .alreadyThere: false
        }
    }
}

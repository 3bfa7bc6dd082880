public import CaseFormat
public import ChannelPluginKit
import CivilCalendar
public import ContactRouting
import Digests
import PhoneNumbers
import Texts

/// The arrow from a decision to what would go out: gathers everything a plugin needs, and asks it.
///
/// It chooses, computes times and checks; a plugin only formats. Nothing is sent and nothing is written here.
public struct Preparing: Sendable {
    private let deciding: Deciding
    private let registry: ChannelRegistry
    private let mailFrom: EmailAddress?
    private let callbackTarget: HTTPTarget?
    private let webhookTarget: HTTPTarget?

    /// - Parameters:
    ///   - mailFrom: the address that mails are sent from, when it is not the person's own.
    ///   - callbackTarget: where callback requests are posted, when somebody takes them.
    ///   - webhookTarget: the person's own system, when there is one.
    public init(
        _ deciding: Deciding, registry: ChannelRegistry, mailFrom: EmailAddress? = nil,
        callbackTarget: HTTPTarget? = nil, webhookTarget: HTTPTarget? = nil
    ) {
        self.deciding = deciding
        self.registry = registry
        self.mailFrom = mailFrom
        self.callbackTarget = callbackTarget
        self.webhookTarget = webhookTarget
    }

    /// Prepares what goes out through a channel.
    ///
    /// - Parameters:
    ///   - decision: the decision of the same case at the same moment.
    ///   - channel: nil takes the best.
    ///   - wishes: as a draft, a channel that the decision refuses is prepared all the same, unless the service has
    ///     ended.
    ///   - reference: the delivery's, in a stored case; nil makes one from case, channel and moment.
    /// - Throws: `CaseFlowError.refused`, `.nothingToPrepare`, `.notOffered`, `.noPlugin`, `.plugin`.
    public func prepare(
        _ loaded: LoadedCase, decision: Decision, through channel: ChannelName?,
        wishes: PreparationWishes = PreparationWishes(), language: Language,
        reference: DeliveryReference? = nil
    ) async throws(CaseFlowError) -> PreparedDelivery {
        let chosen = try choose(channel, in: decision, isDraft: wishes.draft)
        guard let plugin = registry[chosen.offer.channel] else { throw .noPlugin(chosen.offer.channel) }
        let phone = loaded.facts.consumer.phone?.reveal()
        var request = try request(
            for: loaded, decision: decision, offer: chosen.offer, missing: chosen.missing, wishes: wishes,
            language: language, reference: reference)
        if Self.asksForCheckedPhone(request.channel) { request.phone = phone.flatMap(Self.checked) }
        let deadline = Self.deadline(in: request)
        request.goodUntil = decision.goodUntil(
            giving: deadline, from: decision.decidedAt, in: request.timeZone)
        let prepared: PreparedDelivery
        do { prepared = try await plugin.prepare(request) } catch { throw .plugin(error) }
        // The first check of a number takes as long as a letter: one that nobody is given is left alone.
        if request.phone == nil, let phone, prepared.tells(phone) { request.phone = Self.checked(phone) }
        let doubts = Doubts(
            facts: loaded.facts, decision: decision, offer: chosen.offer, request: request,
            prepared: prepared, directory: deciding.directory.directory)
        // Whoever reads on while a card or an account is in danger loses time, whatever the channel.
        let safety = SafetySteps(loaded.facts, through: request.channel, in: language)
        return prepared.withDoubts(DoubtMerging.merged(doubts.found, with: prepared.doubts))
            .preceded(by: safety.text)
            .giving(deadline)
    }

    /// The last day that what goes out gives the other side.
    ///
    /// A letter and a mail give one whenever they claim a right, a message to a seller when it is a formal notice: until
    /// then the marketplace's own time to answer counts.
    private static func deadline(in request: PreparationRequest) -> CivilDay? {
        guard let letter = request.letter else { return nil }
        switch (request.channel, letter.force) {
        case (.registeredMail, .request), (.registeredMail, .notice), (.email, .request), (.email, .notice),
            (.sellerMessaging, .notice):
            return letter.dueBy
        default: return nil  // tidy-allow: an open set of names
        }
    }

    // MARK: Choosing

    private func choose(
        _ channel: ChannelName?, in decision: Decision, isDraft: Bool
    ) throws(CaseFlowError) -> (offer: ChannelOffer, missing: [FactPath]) {
        guard let channel else {
            guard let best = decision.best else { throw .nothingToPrepare(decision) }
            return (best.offer, best.missing)
        }
        if let usable = decision.usable.first(where: { $0.channel == channel }) {
            return (usable.offer, usable.missing)
        }
        // Nobody but the person offers it, so no decision speaks of it.
        if channel == .webhook {
            return (ChannelOffer.ownSystem(on: deciding.directory.directory.updatedOn), [])
        }
        guard let refused = decision.refused.first(where: { $0.channel == channel }) else {
            throw .notOffered(channel)
        }
        // Nobody takes anything there any more, so that a draft would be of no use.
        if case .closed = refused.offer.owner { throw .refused(refused) }
        guard isDraft else { throw .refused(refused) }
        return (refused.offer, [])
    }

    // MARK: The request

    private func request(
        for loaded: LoadedCase, decision: Decision, offer: ChannelOffer, missing: [FactPath],
        wishes: PreparationWishes, language: Language, reference: DeliveryReference?
    ) throws(CaseFlowError) -> PreparationRequest {
        let facts = loaded.facts
        let zone = try deciding.zone(of: facts)
        let correspondence = Correspondence(
            facts, offer: offer, side: decision.side, directory: deciding.directory.directory,
            on: zone.day(at: decision.decidedAt))
        let names = try references(
            of: loaded, channel: offer.channel, at: decision.decidedAt, stored: reference)
        var request = PreparationRequest(
            channel: offer.channel, caseReference: names.case, deliveryReference: names.delivery,
            now: decision.decidedAt, timeZone: zone, language: language, contactCase: facts,
            letter: LetterPlan(
                for: facts, through: offer.channel, deadlines: decision.deadlines,
                mediator: correspondence.mediatorName,
                mediatorIsUnconfirmed: correspondence.mediatorIsUnconfirmed,
                listedCountry: correspondence.trader.country,
                today: zone.day(at: decision.decidedAt),
                holidays: facts.consumer.publicHolidays, zone: zone))
        request.recipient = correspondence.recipient
        request.trader = correspondence.trader
        request.referral = referral(request, correspondence, deadlines: decision.deadlines)
        request.link = correspondence.link
        request.counterOpen = deciding.counterOpen(for: facts, from: decision.decidedAt)
        request.menu = correspondence.menu
        request.merchantName = facts.merchantName(in: deciding.directory.directory)
        request.networks = offer.entry.networks
        let reading = RecipientReading(
            facts: facts, offer: offer, side: decision.side, address: request.recipient.address,
            directory: deciding.directory.directory)
        request.recipientLanguage =
            request.referral?.language ?? wishes.letterLanguage ?? reading.language
        request.mailSender = mailFrom ?? facts.consumer.email?.reveal()
        request.httpTarget = target(of: offer.channel)
        if offer.profile.isVoice {
            request.slots = try slots(for: loaded, offer: offer, at: decision.decidedAt)
        }
        if offer.profile.isCall {
            request.call = try callLine(
                of: offer, for: facts, number: request.recipient.phone, at: decision.decidedAt,
                in: zone, language: language)
            request.recipientLanguage = Self.spoken(on: offer, by: language)
        }
        request.limits.textCharactersMax = offer.entry.charactersMax
        request.wishes = wishes
        let carriesFiles = registry.descriptors.contains {
            $0.channel == offer.channel && $0.limits.attachmentsMax != nil
        }
        request.wishes.attachLetter = wishes.attachLetter && carriesFiles
        return request
    }

    private func target(of channel: ChannelName) -> HTTPTarget? {
        switch channel {
        case .callback: callbackTarget
        case .webhook: webhookTarget
        default: nil  // tidy-allow: an open set of names
        }
    }

    /// The plan of a paper for somebody who is not the other side; nil for channels that carry none.
    private func referral(
        _ request: PreparationRequest, _ correspondence: Correspondence, deadlines: [Deadline]
    ) -> ReferralPlan? {
        guard let kind = ReferralKind(through: request.channel), let claim = request.letter else {
            return nil
        }
        return ReferralPlan(
            kind, for: request.contactCase, claim: claim, deadlines: deadlines,
            traderName: correspondence.trader.name,
            hasTraderAddress: correspondence.trader.address != nil,
            readerName: correspondence.recipient.name, language: correspondence.language,
            now: request.now, holidays: request.contactCase.consumer.publicHolidays,
            zone: request.timeZone)
    }

    private func slots(
        for loaded: LoadedCase, offer: ChannelOffer, at now: Instant
    ) throws(CaseFlowError) -> [CallSlot] {
        guard let hours = deciding.hours(of: offer) else { return [] }
        return CallSlots(channel: hours, person: try deciding.reachable(loaded)).slots(from: now)
    }

    private func callLine(
        of offer: ChannelOffer, for facts: ContactCase, number: PhoneNumber?, at now: Instant,
        in zone: TimeZoneRules, language: Language
    ) throws(CaseFlowError) -> CallLine {
        let line = CallLines(
            offer: offer, facts: facts, directory: deciding.directory.directory, recipientNumber: number,
            language: language)
        guard let hours = deciding.hours(of: offer) else { return line.line(hours: nil) }
        let lineZone = try deciding.zone(ofHoursOf: offer) ?? zone
        return line.line(hours: CallHours(hours, in: lineZone, for: zone, at: now))
    }

    /// The language of a call: the person's when the line is known to take it, else French.
    private static func spoken(on offer: ChannelOffer, by language: Language) -> Language {
        offer.entry.languages.contains(language.rawValue) ? language : .french
    }

    /// The reference of the case, and one of the delivery: a digest of case, channel and moment unless a store has one.
    private func references(
        of loaded: LoadedCase, channel: ChannelName, at now: Instant, stored: DeliveryReference?
    ) throws(CaseFlowError) -> (case: CaseReference, delivery: DeliveryReference) {
        do {
            if let stored { return (try loaded.reference(), stored) }
            let content = try loaded.digest().hex + " " + channel.text + " " + String(now.secondsSinceEpoch)
            let digest = try SHA256.digest(of: content)
            return (try loaded.reference(), try DeliveryReference(parsing: "d-\(digest.hex.prefix(24))"))
        } catch let error as DigestError {
            throw .digests(error)
        } catch {
            preconditionFailure("26 of a-z, 0-9 and - are a reference")
        }
    }

    /// A letter and a mail write the number as it was given, and need not wait for the check.
    private static func asksForCheckedPhone(_ channel: ChannelName) -> Bool {
        switch channel {
        case .registeredMail, .email: false
        default: true  // tidy-allow: an open set of names
        }
    }

    /// The person's number as it is written in its own country; nil when it is not known how.
    private static func checked(_ number: PhoneNumber) -> CheckedPhone? {
        guard let parsed = try? ParsedPhoneNumber(parsing: number.text, region: .france),
            let national = try? TextLine(parsing: parsed.national)
        else { return nil }
        return CheckedPhone(number: number, nationalForm: national, rangeUnknown: !parsed.isValid)
    }
}

internal import CaseFormat
internal import CaseStore
internal import CivilCalendar
internal import ContactRouting
internal import Outbox

/// Finds out what a person's report is about, and what the contact is from then on.
struct ReportReading {
    /// The contact as it stands from now on.
    let entry: ContactEntry
    /// What was known of it; nil for a new contact.
    let before: ContactEntry?
    /// The delivery that waited for the person.
    let awaiting: DeliveryReference?

    /// True when the report says nothing new.
    var isKnown: Bool {
        guard let before else { return false }
        return before.contact == entry.contact
    }

    private enum Subject {
        case awaiting(DeliveryReference)
        case contact(ContactEntry)
        case new
    }

    init(_ report: ContactReport, in stored: StoredCase, now: Instant) throws(ReportFault) {
        guard report.at <= now else { throw .later }
        if report.promisedOn != nil, !report.outcome.mayPromise {
            throw .promisedDayWithout(report.outcome)
        }
        if let promised = report.promisedOn, promised < stored.zone.day(at: report.at) {
            throw .promisedBefore(promised)
        }
        switch try Self.subject(of: report, in: stored) {
        case .awaiting(let delivery):
            try stored.checkOrdered(delivery, by: report.at)
            awaiting = delivery
            before = nil
        case .contact(let known):
            awaiting = nil
            before = known
        case .new:
            awaiting = nil
            before = nil
        }
        var contact = PastContact(
            channel: report.channel, at: before?.contact.at ?? report.at, outcome: report.outcome)
        let known = before?.contact
        contact.deliveredOn =
            report.outcome == .delivered ? stored.zone.day(at: report.at) : known?.deliveredOn
        contact.promisedOn = report.promisedOn ?? known?.promisedOn
        // A letter says itself until when it gives time.
        let given = awaiting.flatMap { stored.deadlines[$0]?.given(at: report.at, in: stored.zone) }
        contact.deadline = report.deadline ?? known?.deadline ?? given
        contact.transcriptKept = report.transcriptKept ?? known?.transcriptKept
        contact.note = report.note ?? known?.note
        contact.tracking = report.tracking ?? known?.tracking
        entry = ContactEntry(contact, delivery: awaiting ?? before?.delivery, recordedAt: now)
    }

    // MARK: What it is about

    private static func subject(
        of report: ContactReport, in stored: StoredCase
    ) throws(ReportFault) -> Subject {
        switch report.subject {
        case .delivery(let reference): try subject(reference, report, in: stored)
        case .contact(let number): .contact(try contact(number, report, in: stored))
        case nil: try subjectThatTheCaseTells(report, in: stored)
        }
    }

    private static func subject(
        _ reference: DeliveryReference, _ report: ContactReport, in stored: StoredCase
    ) throws(ReportFault) -> Subject {
        guard let delivery = stored.deliveries.first(where: { $0.reference == reference }) else {
            throw .deliveryOfOtherCase(reference)
        }
        guard delivery.channel == report.channel else {
            throw .deliveryOfOtherChannel(reference, delivery.channel)
        }
        switch delivery.life.state.kind {
        case .needsPerson, .unknown, .held:
            guard report.outcome.showsThatItWentOut else { throw .mayNotHaveGoneOut(reference) }
            return .awaiting(reference)
        case .accepted:
            guard let known = stored.contacts.first(where: { $0.entry.delivery == reference }) else {
                return .new
            }
            return .contact(known.entry)
        case .queued, .sending, .waiting, .failed, .cancelled, .quarantined:
            throw .deliveryNotOut(reference, delivery.life.state.kind)
        }
    }

    private static func contact(
        _ number: Int, _ report: ContactReport, in stored: StoredCase
    ) throws(ReportFault) -> ContactEntry {
        guard let contact = stored.contact(number: number) else {
            throw .noSuchContact(number, count: stored.contacts.count)
        }
        guard contact.entry.contact.channel == report.channel else {
            throw .contactOfOtherChannel(number, contact.entry.contact.channel)
        }
        return contact.entry
    }

    /// The one delivery that waits for the person, else the newest contact that can still have this outcome.
    ///
    /// When an outcome may belong to either, nobody but the person can tell.
    private static func subjectThatTheCaseTells(
        _ report: ContactReport, in stored: StoredCase
    ) throws(ReportFault) -> Subject {
        if let same = stored.contacts.first(where: { $0.entry.isAt(report) }) { return .contact(same.entry) }
        let awaiting = stored.deliveriesAwaitingPerson(by: report.channel).map(\.reference)
        let open = stored.contacts.last { $0.entry.contact.canHave(report) }
        switch (awaiting.count, open) {
        case (0, let contact?): return .contact(contact.entry)
        case (0, nil): return .new
        // Nobody was reached: that is a contact of its own, and what waits goes on waiting.
        case (_, nil) where report.outcome == .notReached: return .new
        case (1, nil):
            // No answer is also what follows from a message that never went out.
            guard report.outcome.showsThatItWentOut else { throw .mayNotHaveGoneOut(awaiting[0]) }
            return .awaiting(awaiting[0])
        default: throw .ambiguous(report.channel, awaiting)  // tidy-allow: a number and an optional
        }
    }
}

extension ContactEntry {
    fileprivate func isAt(_ report: ContactReport) -> Bool {
        contact.channel == report.channel && contact.at == report.at
    }
}

extension PastContact {
    /// Whether a report tells the outcome of this contact, and not of one of its own.
    ///
    /// What was written is answered later; a call or a chat is over when it is over, and only its promise lives on.
    fileprivate func canHave(_ report: ContactReport) -> Bool {
        guard channel == report.channel, at <= report.at else { return false }
        let isOver = channel == .chat || ChannelProfile.of(channel).isConversation
        switch report.outcome {
        case .sent, .notReached: return false
        case .promiseNotKept: return outcome.mayPromise
        case .noReply, .bounced, .delivered, .unclaimed: return !isOver && outcome.isOpen
        case .answered, .promised, .refused, .partlyAccepted, .accepted:
            return !isOver && (outcome.isOpen || outcome == .refused)
        }
    }
}

extension PastContact.Outcome {
    /// Whether the other side may have named a day.
    var mayPromise: Bool {
        switch self {
        case .promised, .accepted, .partlyAccepted, .answered: true
        case .sent, .noReply, .promiseNotKept, .refused, .bounced, .notReached, .delivered, .unclaimed: false
        }
    }

    /// Whether only what went out can have it.
    fileprivate var showsThatItWentOut: Bool {
        switch self {
        case .sent, .answered, .promised, .refused, .partlyAccepted, .accepted, .bounced, .delivered,
            .unclaimed:
            true
        case .noReply, .promiseNotKept, .notReached: false
        }
    }

    /// Whether more may come of it.
    fileprivate var isOpen: Bool {
        switch self {
        case .sent, .noReply, .answered, .promised, .promiseNotKept, .partlyAccepted, .accepted, .delivered:
            true
        case .refused, .bounced, .notReached, .unclaimed: false
        }
    }
}

extension ChannelProfile {
    /// Two sides talk, and it is over when they stop; a request to be called is answered later.
    fileprivate var isConversation: Bool { isCall && channel != .callback }
}

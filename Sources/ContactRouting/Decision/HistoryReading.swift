import CivilCalendar

/// What the earlier contacts come to, in a few words of bits: most rules ask no more.
struct TriedChannels {
    /// Channels with any contact.
    var used: ChannelSet = []
    /// Channels of which a contact failed.
    var failed: ChannelSet = []
    /// Channels of which a contact is still running.
    var pending: ChannelSet = []
    /// The highest rung of the ladder on which a contact failed.
    var highestFailedRung: Rung?

    /// A mediation or conciliation has ended without a result: CPC 750-1 is satisfied.
    var amicableAttemptEnded: Bool { failed.contains(.mediator) || failed.contains(.conciliator) }
}

/// What the earlier contacts have come to at one moment: which failed, which are still running.
struct HistoryReading {
    enum State: Hashable {
        /// Failed at this moment.
        case failed(Instant)
        /// The other side's time runs until then.
        case pending(until: Instant)
    }

    struct Entry {
        let channel: ChannelName
        let at: Instant
        let outcome: PastContact.Outcome
        /// The last day that was given them, in a formal notice.
        let deadline: CivilDay?
        let hasPromisedDay: Bool
        /// In writing, and it has reached the other side.
        let isWrittenComplaint: Bool
        let known: KnownChannel?
        let rung: Rung
        let state: State
    }

    /// In the order of time.
    private(set) var entries: [Entry] = []
    private(set) var tried = TriedChannels()

    /// - Complexity: O(n log n) in the contacts, and O(n · channels) to find their answering times.
    init(_ facts: BorrowedCase, side: SellerSide, offers: OffersForIssue) {
        guard !facts.history.isEmpty else { return }
        entries.reserveCapacity(facts.history.count)
        for contact in Self.inOrder(facts.history) {
            let profile = ChannelProfile.of(contact.channel)
            let known = profile.known
            let time = Self.answerTime(
                of: contact, profile, about: facts.issueKind, side: side, offers: offers)
            let entry = Entry(
                channel: contact.channel, at: contact.at, outcome: contact.outcome,
                deadline: contact.deadline, hasPromisedDay: contact.promisedOn != nil,
                isWrittenComplaint: contact.isWrittenComplaint && !contact.hasNotArrived, known: known,
                rung: Self.rung(of: contact, profile, about: facts.issueKind, after: entries),
                state: Self.state(
                    of: contact, about: facts.issueKind, answerTime: time, in: facts.surroundings))
            entries.append(entry)
            note(entry)
        }
    }

    private static func inOrder(_ contacts: [PastContact]) -> [PastContact] {
        let isInOrder = zip(contacts, contacts.dropFirst()).allSatisfy { $0.at <= $1.at }
        guard !isInOrder else { return contacts }
        return contacts.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map(\.element)
    }

    private mutating func note(_ entry: Entry) {
        if entry.isFailed, entry.rung.isOnLadder, !entry.isLostAttempt {
            tried.highestFailedRung = max(tried.highestFailedRung ?? entry.rung, entry.rung)
        }
        guard let known = entry.known, !entry.isLostAttempt else { return }
        tried.used.insert(known)
        if entry.isFailed { tried.failed.insert(known) } else { tried.pending.insert(known) }
    }

    /// How long the other side may take: a marketplace seller 48 clock hours, also after a return request, because
    /// the marketplace asks for one as the first contact; whoever is asked for personal data one month (GDPR 12 (3)).
    private static func answerTime(
        of contact: PastContact, _ profile: ChannelProfile, about kind: IssueKind, side: SellerSide,
        offers: OffersForIssue
    ) -> TimeLimit.Length {
        if profile.known == .onlineReturn, side == .marketplaceSeller { return .hours(48) }
        if kind == .personalDataRequest { return .months(1) }
        return offers.answerTime(of: profile.known) ?? profile.answerTime
    }

    /// An e-mail is a written complaint once an informal contact has failed before it, or when it gave the time to deliver
    /// on which the end of the contract stands; any other first mail is an informal contact, whatever day it names.
    ///
    /// One that came back has told the other side nothing. A policy of ours: the rules name e-mail on both rungs.
    ///
    /// - Source: C. conso. L216-6.
    private static func rung(
        of contact: PastContact, _ profile: ChannelProfile, about kind: IssueKind, after earlier: [Entry]
    ) -> Rung {
        let isWritten = profile.known == .email || profile.known == .registeredMail
        if isWritten, contact.hasNotArrived { return .informal }
        guard profile.known == .email else { return profile.rung }
        if contact.deadline != nil, IssueSet.notArrived.contains(kind) { return .formal }
        let followsFailure = earlier.contains { entry in
            guard entry.rung <= .guarantee, case .failed(let moment) = entry.state else { return false }
            return moment <= contact.at
        }
        return followsFailure ? .formal : .informal
    }

    /// A notice to deliver that nobody fetched was given all the same, and its time runs: the end of the contract stands
    /// on it.
    ///
    /// - Source: C. conso. L216-6.
    private static func state(
        of contact: PastContact, about kind: IssueKind, answerTime: TimeLimit.Length,
        in surroundings: Surroundings
    ) -> State {
        switch contact.outcome {
        case .unclaimed where contact.deadline != nil && IssueSet.notArrived.contains(kind):
            let end = answerEnds(for: contact, answerTime: answerTime, in: surroundings)
            return end <= surroundings.now ? .failed(end) : .pending(until: end)
        case .refused, .promiseNotKept, .bounced, .notReached, .unclaimed, .partlyAccepted:
            return .failed(contact.at)
        case .sent, .noReply, .answered, .promised, .accepted, .delivered:
            let end = answerEnds(for: contact, answerTime: answerTime, in: surroundings)
            return end <= surroundings.now ? .failed(end) : .pending(until: end)
        }
    }

    /// When the other side's time is over: its promise, our deadline, else the channel's time.
    private static func answerEnds(
        for contact: PastContact, answerTime: TimeLimit.Length, in surroundings: Surroundings
    ) -> Instant {
        if let day = contact.promisedOn ?? contact.deadline { return surroundings.zone.endOfDay(day) }
        return TimeLimit(answerTime, end: .fixed).ends(
            after: contact.at, holidays: surroundings.holidays, zone: surroundings.zone)
    }
}

extension HistoryReading.Entry {
    var isFailed: Bool { failedAt != nil }

    var failedAt: Instant? {
        switch state {
        case .failed(let moment): moment
        case .pending: nil
        }
    }

    var pendingEnd: Instant? {
        switch state {
        case .failed: nil
        case .pending(let end): end
        }
    }

    /// A request to a mediator or a conciliator who never had it: no attempt has begun.
    ///
    /// - Source: CPC 750-1.
    var isLostAttempt: Bool { (known == .mediator || known == .conciliator) && outcome.isUnreceived }

    /// They said what they will do, and their time for it runs.
    var isRunningPromise: Bool {
        guard !isFailed else { return false }
        switch outcome {
        case .promised, .accepted: return true
        case .sent, .noReply, .answered, .promiseNotKept, .refused, .partlyAccepted, .bounced, .notReached,
            .delivered, .unclaimed:
            return hasPromisedDay
        }
    }
}

extension PastContact {
    /// It never reached anybody.
    var hasNotArrived: Bool {
        switch outcome {
        case .bounced, .notReached: true
        case .sent, .noReply, .answered, .promised, .promiseNotKept, .refused, .partlyAccepted, .accepted,
            .delivered, .unclaimed:
            false
        }
    }
}

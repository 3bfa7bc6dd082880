import CivilCalendar

/// What the earlier contacts have come to at one moment: which failed, which are still running.
struct HistoryReading {
    enum State: Hashable {
        /// Failed at this moment.
        case failed(Instant)
        /// The other side's time runs until then.
        case pending(until: Instant)
    }

    struct Entry {
        let contact: PastContact
        let rung: Rung
        let state: State
    }

    let entries: [Entry]

    /// - Complexity: O(n) in the contacts, and O(n · channels) to find their answering times.
    init(_ facts: ContactCase, offers: [ChannelOffer], in surroundings: Surroundings) {
        guard !facts.history.isEmpty else {
            entries = []
            return
        }
        var result: [Entry] = []
        result.reserveCapacity(facts.history.count)
        for contact in facts.history {
            let offer = offers.first { $0.channel == contact.channel }
            let time = offer?.answerTime ?? ChannelProfile.of(contact.channel).answerTime
            result.append(
                Entry(
                    contact: contact, rung: Self.rung(of: contact, after: result),
                    state: Self.state(of: contact, answerTime: time, in: surroundings)))
        }
        entries = result
    }

    /// An e-mail is a written complaint once an informal contact has failed before it, or when it set a deadline.
    private static func rung(of contact: PastContact, after earlier: [Entry]) -> Rung {
        guard contact.channel == .email else { return ChannelProfile.of(contact.channel).rung }
        if contact.deadline != nil { return .formal }
        let followsFailure = earlier.contains { entry in
            guard entry.rung <= .guarantee, case .failed(let moment) = entry.state else { return false }
            return moment <= contact.at
        }
        return followsFailure ? .formal : .informal
    }

    private static func state(
        of contact: PastContact, answerTime: TimeLimit.Length, in surroundings: Surroundings
    ) -> State {
        switch contact.outcome {
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

    // MARK: Questions that the rules ask

    /// The highest rung of the ladder on which a contact failed.
    var highestFailedRung: Rung? {
        entries.filter { $0.isFailed && Rung.ladder.contains($0.rung) }.map(\.rung).max()
    }

    func hasFailed(on rungs: ClosedRange<Rung>) -> Bool {
        entries.contains { $0.isFailed && rungs.contains($0.rung) }
    }

    func hasFailed(_ channel: ChannelName) -> Bool {
        entries.contains { $0.isFailed && $0.contact.channel == channel }
    }

    func isPending(_ channel: ChannelName) -> Bool { pendingEnd(channel) != nil }

    func pendingEnd(_ channel: ChannelName) -> Instant? {
        entries.lazy.filter { $0.contact.channel == channel }.compactMap(\.pendingEnd).max()
    }

    /// The latest end of what still runs on this rung or above.
    func pendingEnd(from rung: Rung) -> (entry: Entry, end: Instant)? {
        entries.compactMap { entry in entry.pendingEnd.map { (entry, $0) } }
            .filter { $0.0.rung >= rung && $0.0.rung <= .court }
            .max { $0.1 < $1.1 }
    }

    /// The first contact with the seller: a message to it, or the merchant's return form.
    var firstSellerContact: Entry? { entries.filter(\.isWithSeller).min { $0.contact.at < $1.contact.at } }

    var sellerRefused: Entry? { entries.first { $0.isWithSeller && $0.contact.outcome == .refused } }

    /// The seller's answering time has run out, or it refused.
    var sellerHasFailed: Bool { entries.contains { $0.isWithSeller && $0.isFailed } }

    /// The latest written complaint, failed or not.
    var latestComplaint: Entry? {
        entries.filter { $0.contact.isWrittenComplaint && $0.rung <= .formal }.max {
            $0.contact.at < $1.contact.at
        }
    }

    /// A written complaint that was refused or not answered in its time.
    var failedComplaint: Entry? {
        entries.filter { $0.contact.isWrittenComplaint && $0.isFailed && $0.rung <= .formal }
            .max { $0.contact.at < $1.contact.at }
    }
}

extension HistoryReading.Entry {
    var isFailed: Bool {
        switch state {
        case .failed: true
        case .pending: false
        }
    }

    var pendingEnd: Instant? {
        switch state {
        case .failed: nil
        case .pending(let end): end
        }
    }

    fileprivate var isWithSeller: Bool {
        contact.channel == .sellerMessaging || contact.channel == .onlineReturn
    }
}

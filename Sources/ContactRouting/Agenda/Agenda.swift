public import CivilCalendar

/// What is due in a case, and when somebody is told: a function of the facts and of their decision.
///
/// Nothing of it is kept as the truth: days come from the rights and the history each time, and moments from the days, in
/// the person's zone.
///
/// - Source: docs/agenda.md.
public struct Agenda: Hashable, Sendable {
    /// Nearest first; those of one moment in the order of their names.
    public let items: [AgendaItem]

    /// Days before a last day on which somebody is told.
    public static let daysBefore = [30, 7, 3, 1]
    /// Days before the last day of something that the person sends with their own hands.
    public static let daysBeforeTask = [3, 1]
    /// When somebody is told on such a day: 09:00 on the clock of the person, in seconds.
    public static let tellingSecondOfDay = 9 * 3600

    /// Works out what is due after the moment of a decision.
    ///
    /// - Parameters:
    ///   - facts: the facts that were decided.
    ///   - zone: the person's zone.
    ///   - tasks: what lies ready for the person to send.
    /// - Complexity: O(n log n) in deadlines, contacts, next steps and tasks.
    public init(
        _ facts: ContactCase, decision: Decision, zone: TimeZoneRules, tasks: [AgendaTask] = []
    ) {
        let reading = AgendaReading(facts: facts, decision: decision, zone: zone, tasks: tasks)
        items = reading.items.sorted { ($0.moment, $0.name) < ($1.moment, $1.name) }
    }

    /// What is due first of all.
    public var nearest: AgendaItem? { items.first }
}

/// Finds the items of one case.
struct AgendaReading {
    let facts: ContactCase
    let decision: Decision
    let zone: TimeZoneRules
    let tasks: [AgendaTask]

    private var now: Instant { decision.decidedAt }

    var items: [AgendaItem] {
        let timed = rights + promises
        // What follows the end of the other side's time is told with that end.
        let told = Set(timed.filter(\.matter.isOwedByTheOtherSide).map(\.moment))
        let waiting = waiting(unless: told)
        return timed + waiting + steps(unless: told.union(waiting.map(\.moment)))
            + tasks.compactMap(item(of:))
    }

    // MARK: Days

    private var rights: [AgendaItem] {
        decision.deadlines.compactMap { deadline in
            guard let last = deadline.lastDay, let closes = deadline.closes, closes > now,
                !facts.hasUsed(deadline.right)
            else { return nil }
            return AgendaItem(
                matter: .right(deadline.right), day: last, safeDay: deadline.safeLastDay, moment: closes,
                reminders: reminders(
                    Agenda.daysBefore, before: deadline.safeLastDay ?? last, from: deadline.opens)
                    + [AgendaReminder(.over, due: closes)])
        }
    }

    /// At 09:00 so many days before, as long as the right can be used, or the task be done, by then.
    private func reminders(
        _ daysBefore: [Int], before day: CivilDay, from opens: Instant?
    ) -> [AgendaReminder] {
        daysBefore.compactMap { days in
            let due = zone.instant(of: day.adding(days: -days), secondOfDay: Agenda.tellingSecondOfDay)
            guard opens.map({ $0 <= due }) ?? true else { return nil }
            return AgendaReminder(.before(days: days), due: due)
        }
    }

    /// What they promised, and the days that notices gave them, unless it is known how it ended.
    ///
    /// Two notices that give one day through one channel say the same, and are told as the first of them.
    private var promises: [AgendaItem] {
        var told: Set<GivenDay> = []
        return facts.history.sorted { $0.at < $1.at }.compactMap { contact in
            guard contact.at <= now, !contact.hasEnded, let day = contact.promisedOn ?? contact.deadline
            else { return nil }
            let end = zone.endOfDay(day)
            let isNotice = contact.promisedOn == nil
            guard end > now, !isNotice || told.insert(GivenDay(channel: contact.channel, day: day)).inserted
            else { return nil }
            let matter: AgendaItem.Matter =
                isNotice
                ? .notice(contact.channel, at: contact.at) : .promise(contact.channel, at: contact.at)
            return AgendaItem(
                matter: matter, day: day, safeDay: nil, moment: end,
                reminders: [AgendaReminder(.over, due: end)])
        }
    }

    /// Until when something may be sent; nil once that is over.
    private func item(of task: AgendaTask) -> AgendaItem? {
        guard task.latest > now else { return nil }
        let end = zone.civilTime(at: task.latest)
        let lastDay = end.secondOfDay == 0 ? end.day.adding(days: -1) : end.day
        return AgendaItem(
            matter: .task(task.channel, at: task.orderedAt), day: end.secondOfDay == 0 ? lastDay : nil,
            safeDay: nil, moment: task.latest,
            reminders: reminders(Agenda.daysBeforeTask, before: lastDay, from: task.orderedAt)
                + [AgendaReminder(.over, due: task.latest)])
    }

    // MARK: Moments

    /// The end of the wait, unless it is the end of something that has a name of its own.
    private func waiting(unless told: Set<Instant>) -> [AgendaItem] {
        guard case .wait(let until, let reason) = decision.outcome, until > now, !told.contains(until) else {
            return []
        }
        switch reason {
        case .answerPending(let channel): return [moment(.answer(channel), until)]
        // A time of the law is an item of its own.
        case .performanceDue: return []
        case .nextStepOpens(let channel):
            let opening = opening(at: until)
            return [moment(.steps(opening.isEmpty ? [channel] : opening), until)]
        }
    }

    /// One item for all channels that become possible at the same moment.
    private func steps(unless told: Set<Instant>) -> [AgendaItem] {
        let moments = Set(decision.next.compactMap(\.notBefore)).filter { $0 > now && !told.contains($0) }
        return moments.map { moment(.steps(opening(at: $0)), $0) }
    }

    private func opening(at moment: Instant) -> [ChannelName] {
        decision.next.filter { $0.notBefore == moment }.map(\.channel)
    }

    private func moment(_ matter: AgendaItem.Matter, _ moment: Instant) -> AgendaItem {
        AgendaItem(
            matter: matter, day: nil, safeDay: nil, moment: moment,
            reminders: [AgendaReminder(.over, due: moment)])
    }
}

/// The last day that a notice gave, and the way that it took.
private struct GivenDay: Hashable {
    let channel: ChannelName
    let day: CivilDay
}

extension ContactCase {
    /// Whether the person has done what this right is for, so that its end is no news.
    fileprivate func hasUsed(_ right: RightName) -> Bool {
        switch right {
        case .withdrawal: order.withdrawalNotifiedOn != nil
        case .merchantReturn: order.returnShippedOn != nil || order.returnReceivedOn != nil
        case .unauthorisedPayment: history.contains { $0.channel == .bankClaim && !$0.outcome.isUnreceived }
        case .goodsReturn, .delivery, .refundAfterWithdrawal, .refundAfterTermination, .refundAfterReturn,
            .repair, .conformityGuarantee, .defectPresumption, .hiddenDefects, .marketplaceGuarantee,
            .mediation, .mediationOutcome, .eccNet, .smallClaims, .limitation:
            // The rights themselves leave out what was used, or it goes on.
            false
        }
    }
}

extension PastContact {
    /// It is known how it ended, so that nothing more falls due.
    fileprivate var hasEnded: Bool {
        switch outcome {
        case .promiseNotKept, .refused, .bounced, .notReached, .unclaimed, .partlyAccepted: true
        case .sent, .noReply, .answered, .promised, .accepted, .delivered: false
        }
    }
}

import CivilCalendar

/// The facts of a case as a referral needs them.
struct ReferralReading {
    let kind: ReferralKind
    let facts: ContactCase
    let claim: LetterPlan
    let deadlines: [Deadline]
    let now: Instant
    let zone: TimeZoneRules
    let today: CivilDay
    /// Every contact, oldest first.
    private let contacts: [PastContact]

    /// A policy of ours where the reader is asked for an answer and no law sets a day.
    private static let answer = TimeLimit(.days(14), end: .nextWorkingDay)
    /// - Source: CMF L133-18: the end of the first working day after the bank was told.
    private static let bankRefund = TimeLimit(.workedDays(1))

    init(
        kind: ReferralKind, facts: ContactCase, claim: LetterPlan, deadlines: [Deadline], now: Instant,
        zone: TimeZoneRules
    ) {
        self.kind = kind
        self.facts = facts
        self.claim = claim
        self.deadlines = deadlines
        self.now = now
        self.zone = zone
        today = zone.day(at: now)
        contacts = facts.history.enumerated()
            .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
    }

    func deadline(_ right: RightName) -> Deadline? { deadlines.first { $0.right == right } }

    private func told(_ contact: PastContact) -> LetterContact {
        LetterContact(
            day: zone.day(at: contact.at), channel: contact.channel, outcome: contact.outcome,
            promisedOn: contact.promisedOn, deadline: contact.deadline)
    }

    // MARK: What comes first

    /// Written complaints that have reached the other side, oldest first.
    private var complaints: [PastContact] { contacts.filter { $0.isWrittenComplaint && !$0.hasNotArrived } }

    /// The complaint that a paper rests on.
    ///
    /// A mediator may count the year from the first: that one, unless only the latest is in time. The Centre counts its
    /// three weeks from the first, or takes a refusal.
    var complaint: LetterContact? {
        switch kind {
        case .mediation: (isSafe ? complaints.first : complaints.last).map(told)
        case .crossBorderHelp: (complaints.first { $0.outcome == .refused } ?? complaints.first).map(told)
        case .unauthorisedOperation, .chargeback, .conciliation, .courtRequest: nil
        }
    }

    /// Whether the year of the first of several complaints still runs.
    private var isSafe: Bool { deadline(.mediation)?.safeLastDay.map { today <= $0 } ?? false }

    /// The last day by the law, whether it is over or not; the safe one of two while it lasts.
    var lastDay: CivilDay? {
        switch kind {
        case .mediation: isSafe ? deadline(.mediation)?.safeLastDay : deadline(.mediation)?.lastDay
        case .unauthorisedOperation: deadline(.unauthorisedPayment)?.lastDay
        case .chargeback, .crossBorderHelp, .conciliation, .courtRequest: nil
        }
    }

    private var isInTime: Bool { lastDay.map { $0 >= today } ?? false }

    var amicableAttempt: AmicableAttempt {
        let attempts = contacts.filter { contact in
            (contact.channel == .mediator || contact.channel == .conciliator)
                && !contact.outcome.isUnreceived
        }.map(told)
        if deadline(.smallClaims) != nil, let latest = attempts.last {
            return attempts.last { $0.hasEnded(by: today) }.map { .ended($0) } ?? .unfinished(latest)
        }
        return isAbove(Situation.amicableAmountMax) ? .notRequired : .missing
    }

    /// What the court is asked for, in hundredths of a euro; nil when it is unknown or in another currency.
    ///
    /// Of a lower price, only the person's words say how much.
    private var claimedHundredths: Int64? {
        guard let amount = facts.order.amount, amount.currency == .euro,
            claim.demand != .priceReduction, claim.demand != .perform(.refund),
            claim.demand != .perform(.priceReduction)
        else { return nil }
        let (sum, overflow) = amount.hundredths.addingReportingOverflow(
            claim.surcharge?.sum?.hundredths ?? 0)
        return overflow ? nil : sum
    }

    /// Whether more than so many euro cents are claimed; unknown is not more.
    func isAbove(_ hundredths: Int64) -> Bool { claimedHundredths.map { $0 > hundredths } ?? false }

    /// How the court is seised of this claim.
    var courtAccess: CourtAccess {
        if isAbove(CourtAccess.withoutLawyerMax) { return .summonsWithLawyer }
        return isAbove(CourtAccess.requestMax) ? .summons : .request
    }

    /// The first letter or mail that demanded the money and gave them a last day for it.
    ///
    /// - Source: C. civ. 1231-6: interest on a sum runs from the notice to pay it.
    var interestFrom: CivilDay? {
        guard claim.surcharge == nil, isMoney else { return nil }
        return contacts.first { contact in
            (contact.channel == .registeredMail || contact.channel == .email) && contact.deadline != nil
                && !contact.hasNotArrived && demandedMoney(on: zone.day(at: contact.at))
        }.map { zone.day(at: $0.at) }
    }

    /// Whether a notice of that day can have demanded what is claimed now.
    ///
    /// Before a contract has ended, notices ask for the goods or a remedy; what ends it is no notice to pay yet.
    private func demandedMoney(on day: CivilDay) -> Bool {
        let order = facts.order
        if let orderedOn = order.orderedOn, day < orderedOn { return false }
        switch claim.matter {
        case .refundOverdue: return order.withdrawalNotifiedOn.map { $0 < day } ?? false
        case .refundAfterTermination: return order.terminatedOn.map { $0 < day } ?? false
        case .refundAfterReturn:
            return (order.terminatedOn ?? order.returnShippedOn ?? order.returnReceivedOn).map { $0 < day }
                ?? false
        case .deliveryNotice, .deliveryTermination, .withdrawal, .conformityRemedy, .guaranteeRefused,
            .priceReductionOrTermination, .wrongOrMissingItem:
            return false
        case .generalNotice, .reminder, .complaintBeforeMediation:
            return !IssueSet.notArrived.contains(facts.issue.kind)
        case .counterfeit, .hiddenDefect, .unorderedItem, .unduePayment, .subscriptionTermination,
            .dataAccess, .dataErasure:
            return true
        }
    }

    private var isMoney: Bool {
        if case .refund = claim.demand { true } else { false }
    }

    /// Whether money is claimed as if the contract had ended, of which nothing is known.
    ///
    /// - Source: C. conso. L216-6, L216-7: the refund follows the termination.
    var lacksTermination: Bool { !kind.isForBank && claim.matter == .deliveryTermination }

    /// Whether the court is asked to end the contract itself.
    ///
    /// - Source: C. civ. 1227, 1228.
    var asksForDissolution: Bool { kind == .courtRequest && lacksTermination }

    /// Whatever the bank answered.
    var cardBlockAskedOn: CivilDay? {
        contacts.first { $0.channel == .bankCardBlock && !$0.hasNotArrived }.map { zone.day(at: $0.at) }
    }

    /// A block that the bank refused, promised or left without an answer is none.
    var cardBlockedOn: CivilDay? {
        contacts.first { $0.channel == .bankCardBlock && $0.outcome == .accepted }
            .map { zone.day(at: $0.at) }
    }

    // MARK: What it stands on

    /// What a letter to the other side cites, without what only such a letter needs: the form of a notice, and what
    /// it announces for later.
    var claimArticles: [LetterArticle] {
        (asksForDissolution ? [.civil1227, .civil1228] : [])
            + claim.articles.filter { article in
                switch article {
                case .consoL6121, .consoL6122, .civil1344: false
                case .consoL21714: isMoney || claim.demand == .priceReduction
                case .consoL2167: claim.matter != .deliveryNotice && !lacksTermination
                case .consoL2414, .consoL2424: claim.surcharge != nil
                default: true  // tidy-allow: whatever else the claim stands on
                }
            }
    }

    var articles: [LetterArticle] {
        switch kind {
        case .unauthorisedOperation:
            [.financialL13318] + (isInTime ? [.financialL13324] : [])
                + (facts.consumer.professional == true ? [] : [.consoL6121])
        case .chargeback, .crossBorderHelp: []
        case .mediation: [.consoL6121] + (complaint != nil && isInTime ? [.consoL6122] : [])
        case .conciliation: [.procedure1536]
        case .courtRequest:
            (amicableAttempt == .missing ? [] : [.procedure7501])
                + (facts.consumer.professional == true ? [] : [.consoR6313])
                + (interestFrom == nil ? [] : [.civil12316])
        }
    }

    func dueBy(receipt: CivilDay, holidays: PublicHolidays) -> CivilDay? {
        switch kind {
        case .unauthorisedOperation: Self.bankRefund.lastDay(from: receipt, holidays: holidays)
        case .chargeback: Self.answer.lastDay(from: today, holidays: holidays)
        case .mediation, .crossBorderHelp, .conciliation, .courtRequest: nil
        }
    }

    // MARK: What happened

    var chronology: [ReferralEvent] {
        let events =
            orderEvents + contacts.map { ReferralEvent(day: zone.day(at: $0.at), fact: .contact(told($0))) }
        return events.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
            .map(\.element)
    }

    /// Everything but the contacts; on one day these come first.
    ///
    /// Of an operation that the person did not make, only the debit is told, and only beside what
    /// followed: it belongs to no order of theirs.
    private var orderEvents: [ReferralEvent] {
        let order = facts.order
        if kind == .unauthorisedOperation {
            guard !contacts.isEmpty, let debited = order.debitedOn else { return [] }
            return [ReferralEvent(day: debited, fact: .debited)]
        }
        let isMarked = facts.issue.kind == .markedDeliveredNotReceived
        let hasArrived = !IssueSet.notArrived.contains(facts.issue.kind) || claim.lateArrival != nil
        let single: [(CivilDay?, ReferralEvent.Fact)] = [
            (order.orderedOn, .ordered), (order.debitedOn, .debited),
            (hasArrived ? order.deliveredOn : nil, .delivered),
            (isMarked ? order.deliveredOn : nil, .markedDelivered),
            (order.defectFoundOn, .defectFound), (order.repairRequestedOn, .repairRequested),
            (order.repairedOn, .repaired), (order.withdrawalNotifiedOn, .withdrawalNotified),
            (order.returnShippedOn, .returnShipped), (order.returnReceivedOn, .returnReceived),
            (order.terminatedOn.flatMap { $0 <= today ? $0 : nil }, .terminated),
        ]
        return single.compactMap { day, fact in day.map { ReferralEvent(day: $0, fact: fact) } }
            + order.parcelsDeliveredOn.filter { $0 != order.deliveredOn }
            .map { ReferralEvent(day: $0, fact: .parcelDelivered) }
    }
}

extension LetterContact {
    /// Whether an amicable attempt has come to an end without a solution, as far as its outcome says.
    ///
    /// Silence does not say that it ended.
    fileprivate func hasEnded(by today: CivilDay) -> Bool {
        switch outcome {
        case .refused, .promiseNotKept, .partlyAccepted: true
        case .accepted: promisedOn.map { $0 < today } ?? false
        case .sent, .noReply, .answered, .promised, .delivered, .bounced, .notReached, .unclaimed: false
        }
    }
}

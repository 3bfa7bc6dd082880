import CivilCalendar

/// The facts of a case as a letter needs them: which kind of letter fits, and what it stands on.
struct LetterReading {
    let facts: ContactCase
    /// How the letter goes out.
    let channel: ChannelName
    let deadlines: [Deadline]
    let today: CivilDay
    let contacts: [LetterContact]
    /// Whether the trader has a mediator whose name is not sure enough to be written.
    var mediatorIsUnconfirmed = false
    /// Where the directory says that the trader stands.
    var listedCountry: CountryCode?

    var order: Order { facts.order }
    var issue: Issue { facts.issue }

    init(
        facts: ContactCase, channel: ChannelName, deadlines: [Deadline], today: CivilDay, zone: TimeZoneRules
    ) {
        self.facts = facts
        self.channel = channel
        self.deadlines = deadlines
        self.today = today
        contacts = facts.history.filter { Self.isWithTrader($0.channel) }
            .sorted { $0.at < $1.at }
            .map { contact in
                LetterContact(
                    day: zone.day(at: contact.at), channel: contact.channel, outcome: contact.outcome,
                    promisedOn: contact.promisedOn, deadline: contact.deadline)
            }
    }

    /// Whether the other end is the merchant, its marketplace or the seller; a letter to them tells only of those.
    private static func isWithTrader(_ channel: ChannelName) -> Bool {
        switch channel {
        case .selfService, .onlineReturn, .withdrawalButton, .chat, .callback, .phone, .accessiblePhone,
            .email,
            .socialDM, .sellerMessaging, .marketplaceGuarantee, .registeredMail:
            true
        default: false  // tidy-allow: an open set of names
        }
    }

    func lastDay(of right: RightName) -> CivilDay? { deadlines.first { $0.right == right }?.lastDay }

    /// Whether the consumer code binds the other side: a consumer faces a trader.
    var isConsumerSale: Bool { facts.consumer.professional != true && facts.seller.kind != .privatePerson }

    // MARK: What has been tried

    var hasFailedContact: Bool { contacts.contains { !isBeforeOrder($0) && $0.hasFailed(on: today) } }

    /// Whether a contact is older than the order: it can have asked for nothing of it.
    func isBeforeOrder(_ contact: LetterContact) -> Bool {
        guard IssueSet.ofAnOrder.contains(issue.kind) else { return false }
        return order.orderedOn.map { contact.day < $0 } ?? false
    }

    /// The latest notice to deliver whose day is over.
    ///
    /// - Source: C. conso. L216-6: the further time comes after the seller's own.
    var failedNotice: LetterContact? {
        contacts.last { isExpiredNotice($0) && !endsBeforeDelivery($0) }
    }

    /// A notice whose day is over, and lay before the seller owed the delivery: it opens nothing.
    var earlyNotice: LetterContact? {
        contacts.last { isExpiredNotice($0) && endsBeforeDelivery($0) }
    }

    private func isExpiredNotice(_ contact: LetterContact) -> Bool {
        (contact.channel == .registeredMail || contact.channel == .email) && !isBeforeOrder(contact)
            && contact.outcome != .bounced && contact.outcome != .notReached
            && contact.deadline.map { $0 < today } ?? false
    }

    /// Whether the day of a notice lies before the day on which the delivery was due.
    func endsBeforeDelivery(_ contact: LetterContact) -> Bool {
        guard let deadline = contact.deadline, let due = legalDay(of: .deliveryNotice) else { return false }
        return deadline < due
    }

    /// The latest notice to deliver that the seller refused: its day need not be awaited.
    ///
    /// - Source: C. conso. L216-6.
    var refusedNotice: LetterContact? {
        contacts.last { contact in
            (contact.channel == .registeredMail || contact.channel == .email)
                && contact.deadline != nil && contact.outcome == .refused && !isBeforeOrder(contact)
        }
    }

    var hasRefusal: Bool { contacts.contains { $0.outcome == .refused } }

    func force(of kind: LetterKind) -> LetterForce {
        if kind == .generalNotice && !claimsRight { return .goodwill }
        // No law gives a repair for a hidden defect: it can be asked for, not demanded.
        if kind == .hiddenDefect, issue.demand == .repair || issue.demand == .replacement { return .request }
        if isFirstWord(kind) { return .request }
        return channel == .registeredMail || hasFailedContact ? .notice : .request
    }

    /// Whether the other side could not owe anything before this letter.
    private func isFirstWord(_ kind: LetterKind) -> Bool {
        switch kind {
        case .subscriptionTermination, .dataAccess, .dataErasure: unanswered(about: kind) == nil
        case .unorderedItem: issue.demand != .refund && unanswered(about: kind) == nil
        case .generalNotice: issue.kind == .unsolicitedSalesCall && issue.demand != .refund
        case .deliveryNotice, .deliveryTermination, .withdrawal, .refundOverdue, .refundAfterTermination,
            .conformityRemedy, .guaranteeRefused, .priceReductionOrTermination, .counterfeit, .hiddenDefect,
            .wrongOrMissingItem, .refundAfterReturn, .unduePayment, .reminder, .complaintBeforeMediation:
            false
        }
    }

    /// Whether a general letter stands on any right: not on a withdrawal or a guarantee that the case does not give.
    ///
    /// A refused warranty may still bind by its own contract.
    var claimsRight: Bool {
        if isChangeOfMind || isWish { return false }
        if hasLostHiddenDefect { return false }
        return !(isDefect && isConsumerSale && guaranteeIsOver) || issue.kind == .warrantyRefused
    }

    /// Whether a general letter tells a wish or a question, for which no law gives a right.
    var isWish: Bool {
        if IssueSet.wishes.contains(issue.kind) { return true }
        switch issue.demand {
        case .information: return !IssueSet.fraud.contains(issue.kind) && issue.kind != .invoiceMissing
        case .other, nil: return issue.kind == .orderTracking || issue.kind == .contactInEnglish
        case .refund, .replacement, .repair, .delivery, .cancellation, .priceReduction: return false
        }
    }

    var isChangeOfMind: Bool { issue.kind == .changeOfMind || issue.kind == .orderCancellation }

    // MARK: What the goods have been through

    /// What was promised, else the latest day of the seller's estimate.
    ///
    /// - Source: C. conso. L216-1: the day told to the consumer; thirty days only without one.
    var announcedDelivery: CivilDay? { order.promisedOn ?? order.latestEstimatedDelivery }

    var lateArrival: CivilDay? {
        guard issue.kind == .lateDelivery || issue.kind == .notDelivered, order.deliveredOn != nil else {
            return nil
        }
        return order.lastDeliveredOn
    }

    var isPartlyDelivered: Bool {
        IssueSet.notArrived.contains(issue.kind) && lateArrival == nil && !order.parcelsDeliveredOn.isEmpty
    }

    /// Whether the person bears the risk of the way, on which a delivery is then not demanded.
    ///
    /// - Source: C. conso. L216-3.
    var hasOwnCarrier: Bool {
        IssueSet.notArrived.contains(issue.kind) && order.carrierChosenByConsumer == true
    }

    /// Whether nothing that a private person or a business sold has come, and no notice to deliver has failed.
    ///
    /// - Source: C. civ. 1226: before a contract is ended by a letter, a notice comes that announces it.
    var needsCivilNotice: Bool {
        guard !isConsumerSale, IssueSet.notArrived.contains(issue.kind), lateArrival == nil, !hasOwnCarrier
        else { return false }
        return (issue.demand == .refund || issue.demand == .cancellation) && failedNotice == nil
            && refusedNotice == nil
    }

    /// The first day on which the goods, or the proof that they were sent, were back.
    var goodsBackOn: CivilDay? { [order.returnReceivedOn, order.returnShippedOn].compactMap { $0 }.min() }

    /// When the goods came back later than the fourteen days, the seller could wait for them.
    ///
    /// - Source: C. conso. L221-24.
    var refundDeferredTo: CivilDay? {
        guard let notified = order.withdrawalNotifiedOn, let back = goodsBackOn else { return nil }
        return notified.adding(days: 14) < back ? back : nil
    }

    // MARK: Withdrawal

    var withdrawalExclusion: WithdrawalExclusion {
        WithdrawalExclusion.of(order.item, digitalWaiver: order.digitalWaiver)
    }

    /// Whether a withdrawal can still be declared; nil when that is unknown.
    ///
    /// Before the goods are there the right exists already (C. conso. L221-18).
    var withdrawalIsOpen: Bool? {
        guard isConsumerSale, withdrawalExclusion != .excluded else { return false }
        if let end = lastDay(of: .withdrawal) { return today <= end }
        return IssueSet.notArrived.contains(issue.kind) || issue.kind == .orderCancellation ? true : nil
    }
}

extension LetterContact {
    /// Whether the contact came to nothing: refused, not kept, not answered, or a day we gave has passed.
    func hasFailed(on today: CivilDay) -> Bool {
        switch outcome {
        case .refused, .promiseNotKept, .noReply, .bounced, .notReached, .unclaimed, .partlyAccepted: true
        case .sent, .answered, .promised, .delivered:
            [promisedOn, deadline].compactMap { $0 }.max().map { $0 < today } ?? false
        case .accepted: promisedOn.map { $0 < today } ?? false
        }
    }
}

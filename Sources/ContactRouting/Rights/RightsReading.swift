import CivilCalendar

/// Which rights and times a case has at one moment, each with its earliest and latest moment.
///
/// Recomputed from civil days every time; nothing here is stored.
struct RightsReading {
    let timeline: Timeline
    let side: SellerSide
    let offers: OffersForIssue
    let exclusion: WithdrawalExclusion
    /// Whoever must answer stands in another country in which the European Consumer Centres help.
    let isCrossBorder: Bool
    /// What stands in the way of rights in this case.
    private let bars: RightBars
    /// The day of the contract, when it is known.
    private let contractDay: CivilDay?

    init(
        timeline: Timeline, side: SellerSide, offers: OffersForIssue, exclusion: WithdrawalExclusion,
        isCrossBorder: Bool
    ) {
        self.timeline = timeline
        self.side = side
        self.offers = offers
        self.exclusion = exclusion
        self.isCrossBorder = isCrossBorder
        bars = RightBars(timeline.facts, side: side, exclusion: exclusion)
        contractDay = timeline.facts.orderedOn
    }

    private var facts: BorrowedCase { timeline.facts }
    var history: HistoryReading { _read { yield timeline.history } }
    var order: Order { _read { yield timeline.facts.order } }
    var zone: TimeZoneRules { timeline.surroundings.zone }

    /// Every deadline that the facts allow to compute, in the order in which a person meets them.
    var deadlines: [Deadline] {
        var found: [Deadline] = []
        found.reserveCapacity(8)
        let kind = facts.issueKind
        if IssueSet.aboutAnOrder.contains(kind) {
            append(withdrawal, to: &found)
            append(goodsReturn, to: &found)
            append(delivery, to: &found)
            append(refund, to: &found)
            append(deadline(.repair, from: order.repairRequestedOn), to: &found)
            if IssueSet.conformity.contains(kind) { appendDefects(to: &found) }
            for offer in offers.serving where !offer.policies.isEmpty {
                append(merchantReturn(offer), to: &found)
            }
            append(guarantee, to: &found)
        }
        if kind == .unauthorisedCharge {
            append(deadline(.unauthorisedPayment, from: order.debitedOn), to: &found)
        }
        if !history.entries.isEmpty { appendRecourse(to: &found) }
        return found
    }

    private func append(_ deadline: Deadline?, to found: inout [Deadline]) {
        if let deadline { found.append(deadline) }
    }

    // MARK: By the table

    func lastDay(_ rule: RightRule, from day: CivilDay) -> CivilDay {
        rule.limit.lastDay(from: day, holidays: timeline.surroundings.holidays)
    }

    /// What a rule gives from the day of its start; nil when the day is not known, or the rule does not apply.
    func deadline(_ rule: RightRule, from day: CivilDay?) -> Deadline? {
        guard let day else { return nil }
        return deadline(rule, until: lastDay(rule, from: day))
    }

    func deadline(_ rule: RightRule, opens: Instant? = nil, until lastDay: CivilDay?) -> Deadline? {
        guard applies(rule) else { return nil }
        return Deadline(
            rule.right, opens: opens, lastDay: lastDay, zone: zone, grounds: .law(rule.citation))
    }

    private func applies(_ rule: RightRule) -> Bool {
        rule.bars.isDisjoint(with: bars) && rule.applies(toContractOf: contractDay)
    }

    // MARK: Rights of every consumer

    /// From the receipt of the last item; twelve months more when the seller did not tell of the right.
    private var withdrawal: Deadline? {
        guard IssueSet.aboutAnItem.contains(facts.issueKind), let delivered = order.lastDeliveredOn,
            applies(.withdrawal)
        else { return nil }
        let holidays = timeline.surroundings.holidays
        let isInformed = order.withdrawalInformed != false
        let ends = { (holidays: PublicHolidays) -> CivilDay in
            let ordinary = RightRule.withdrawal.limit.lastDay(from: delivered, holidays: holidays)
            guard !isInformed else { return ordinary }
            return RightRule.withdrawalNotInformed.limit.lastDay(from: ordinary, holidays: holidays)
        }
        let last = ends(holidays)
        var found = deadline(isInformed ? .withdrawal : .withdrawalNotInformed, until: last)
        if facts.keepsHolidaysOfItsOwn {
            let safe = ends(.france(.metropole))
            if safe != last { found?.safeLastDay = safe }
        }
        return found
    }

    /// Until the goods are on their way.
    private var goodsReturn: Deadline? {
        guard order.returnShippedOn == nil, order.returnReceivedOn == nil else { return nil }
        return deadline(.goodsReturn, from: order.withdrawalNotifiedOn)
    }

    /// The day that was promised or announced, else thirty days from the order.
    private var delivery: Deadline? {
        guard IssueSet.notArrived.contains(facts.issueKind) else { return nil }
        if let announced = order.promisedOn ?? order.latestEstimatedDelivery {
            return deadline(.delivery, until: announced)
        }
        return deadline(.delivery, from: order.orderedOn)
    }

    /// When the money is due, by the text that fits how the contract ended.
    private var refund: Deadline? {
        let returned = earlier(order.returnReceivedOn, order.returnShippedOn)
        if let notified = order.withdrawalNotifiedOn {
            let due = lastDay(.refundAfterWithdrawal, from: notified)
            // The seller may wait for the goods or for the proof of their dispatch, whichever comes first.
            return deadline(.refundAfterWithdrawal, until: max(due, returned ?? due))
        }
        if let terminated = order.terminatedOn {
            return deadline(.refundAfterTermination, from: terminated)
        }
        guard IssueSet.refund.contains(facts.issueKind), facts.issueKind != .changeOfMind else { return nil }
        return deadline(.refundAfterReturn, from: returned)
    }

    private func earlier(_ one: CivilDay?, _ other: CivilDay?) -> CivilDay? {
        guard let one, let other else { return one ?? other }
        return min(one, other)
    }

    /// The guarantee, who must prove what, and the older right that private sellers answer for too.
    private func appendDefects(to found: inout [Deadline]) {
        if let delivered = order.lastDeliveredOn {
            let end = lastDay(.conformityGuarantee, from: delivered)
            append(
                order.repairedOn == nil
                    ? deadline(.conformityGuarantee, until: end)
                    : deadline(.conformityAfterRepair, from: end),
                to: &found)
            append(deadline(presumption, from: delivered), to: &found)
        }
        append(deadline(.hiddenDefects, from: order.defectFoundOn), to: &found)
    }

    /// A refurbished item counts as second-hand: a policy of ours, on the careful side.
    private var presumption: RightRule {
        switch order.item.condition {
        case .secondHand, .refurbished: .presumptionSecondHand
        case .new, nil: .presumptionNew
        }
    }

    // MARK: What the merchant or its marketplace gives

    private func merchantReturn(_ offer: ChannelOffer) -> Deadline? {
        guard side != .privateSeller,
            let policy = offer.policies.first,
            let event = CaseEvent.moment(policy.after, in: timeline)
        else { return nil }
        let ordinary = event.day(in: zone).adding(days: policy.days)
        let longer = policy.extensions.first { span in
            order.orderedOn.map { (span.orderedFrom...span.orderedTo).contains($0) } ?? false
        }
        return Deadline(
            .merchantReturn, lastDay: max(ordinary, longer?.until ?? ordinary), zone: zone,
            grounds: .directory(longer?.source ?? policy.source))
    }

    private var guarantee: Deadline? {
        guard side == .marketplaceSeller || side == .privateSeller,
            !history.entries.contains(where: { $0.known == .marketplaceGuarantee }),
            let offer = offers.traits.first(where: { $0.known == .marketplaceGuarantee })
        else { return nil }
        let window = TimeWindow(of: offer, among: offers, in: timeline)
        guard let closes = window.closes else { return nil }
        return Deadline(
            .marketplaceGuarantee, opens: window.opens, closes: closes, zone: zone,
            grounds: window.condition.map { offers.timeConditions[$0].grounds }
                ?? offers.serving[offer.place].grounds)
    }
}

extension RightBars {
    /// What stands in the way of rights in a case.
    init(_ facts: BorrowedCase, side: SellerSide, exclusion: WithdrawalExclusion) {
        self = []
        if facts.isProfessional { insert(.professional) }
        if side == .privateSeller { insert(.privateSeller) }
        if exclusion == .excluded { insert(.excludedGoods) }
        if facts.hasContractEnded { insert(.contractEnded) }
        if facts.isRepaired { insert(.repaired) }
    }
}

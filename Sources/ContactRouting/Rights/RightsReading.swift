import CivilCalendar

/// Which rights and times a case has at one moment, each with its earliest and latest moment.
///
/// Recomputed from civil days every time; nothing here is stored.
struct RightsReading {
    let timeline: Timeline
    let side: SellerSide
    let offers: OffersForIssue
    let exclusion: WithdrawalExclusion

    private var facts: BorrowedCase { timeline.facts }
    private var history: HistoryReading { _read { yield timeline.history } }
    private var order: Order { _read { yield timeline.facts.order } }
    private var zone: TimeZoneRules { timeline.surroundings.zone }

    /// Every deadline that the facts allow to compute, in the order in which a person meets them.
    var deadlines: [Deadline] {
        var found: [Deadline] = []
        found.reserveCapacity(8)
        let isConsumer = facts.consumer.professional != true && side != .privateSeller
        if IssueSet.aboutAnOrder.contains(facts.issue.kind) {
            if isConsumer {
                append(withdrawal, to: &found)
                append(delivery, to: &found)
                append(refund, to: &found)
                append(repair, to: &found)
                append(conformity, to: &found)
            }
            for offer in offers.serving where !offer.policies.isEmpty {
                append(merchantReturn(offer), to: &found)
            }
            append(guarantee, to: &found)
        }
        if isConsumer, !history.entries.isEmpty {
            append(mediation, to: &found)
            append(mediationOutcome, to: &found)
        }
        append(unauthorisedPayment, to: &found)
        return found
    }

    private func append(_ deadline: Deadline?, to found: inout [Deadline]) {
        if let deadline { found.append(deadline) }
    }

    private func lastDay(_ rule: RightRule, from day: CivilDay) -> CivilDay {
        rule.limit.lastDay(from: day, holidays: timeline.surroundings.holidays)
    }

    private func law(_ rule: RightRule, opens: Instant? = nil, lastDay: CivilDay) -> Deadline {
        Deadline(rule.right, opens: opens, lastDay: lastDay, zone: zone, grounds: .law(rule.citation))
    }

    // MARK: Rights of every consumer

    /// From the receipt of the last item; twelve months more when the seller did not tell of the right.
    private var withdrawal: Deadline? {
        guard IssueSet.aboutAnItem.contains(facts.issue.kind), let delivered = order.lastDeliveredOn,
            order.withdrawalNotifiedOn == nil, exclusion != .excluded
        else { return nil }
        let ordinary = lastDay(.withdrawal, from: delivered)
        guard order.withdrawalInformed == false else { return law(.withdrawal, lastDay: ordinary) }
        return law(.withdrawalNotInformed, lastDay: lastDay(.withdrawalNotInformed, from: ordinary))
    }

    /// The day that was promised or announced, else thirty days from the order.
    private var delivery: Deadline? {
        guard IssueSet.notArrived.contains(facts.issue.kind), order.terminatedOn == nil else { return nil }
        if let announced = order.promisedOn ?? order.latestEstimatedDelivery {
            return law(.delivery, lastDay: announced)
        }
        return order.orderedOn.map { law(.delivery, lastDay: lastDay(.delivery, from: $0)) }
    }

    /// When the money is due, by the text that fits how the contract ended.
    private var refund: Deadline? {
        guard
            IssueSet.refund.contains(facts.issue.kind) || order.withdrawalNotifiedOn != nil
                || order.terminatedOn != nil
        else { return nil }
        if let notified = order.withdrawalNotifiedOn {
            let due = lastDay(.refundAfterWithdrawal, from: notified)
            // The seller may wait for the goods or for the proof of their dispatch, whichever comes first.
            let goods = [order.returnReceivedOn, order.returnShippedOn].compactMap { $0 }.min()
            return law(.refundAfterWithdrawal, lastDay: max(due, goods ?? due))
        }
        if let terminated = order.terminatedOn {
            return law(.refundAfterTermination, lastDay: lastDay(.refundAfterTermination, from: terminated))
        }
        guard facts.issue.kind != .changeOfMind else { return nil }
        let returned = [order.returnReceivedOn, order.returnShippedOn].compactMap { $0 }.min()
        return returned.map { law(.refundAfterReturn, lastDay: lastDay(.refundAfterReturn, from: $0)) }
    }

    private var repair: Deadline? {
        guard order.repairedOn == nil else { return nil }
        return order.repairRequestedOn.map { law(.repair, lastDay: lastDay(.repair, from: $0)) }
    }

    private var conformity: Deadline? {
        guard IssueSet.conformity.contains(facts.issue.kind), let delivered = order.lastDeliveredOn else {
            return nil
        }
        let end = lastDay(.conformityGuarantee, from: delivered)
        guard order.repairedOn != nil else { return law(.conformityGuarantee, lastDay: end) }
        return law(.conformityAfterRepair, lastDay: lastDay(.conformityAfterRepair, from: end))
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
            let offer = offers.serving.first(where: { $0.known == .marketplaceGuarantee })
        else { return nil }
        let window = TimeWindow(of: offer, in: timeline)
        guard let closes = window.closes else { return nil }
        return Deadline(
            .marketplaceGuarantee, opens: window.opens, closes: closes, zone: zone, grounds: window.grounds)
    }

    // MARK: Recourse

    /// From the failure of a written complaint to one year after the latest was sent.
    ///
    /// The law does not say which of several complaints counts; the latest is taken, because an inadmissible request
    /// costs nothing and a right given up for nothing does.
    private var mediation: Deadline? {
        // One mediation: what was asked of a mediator is not asked again.
        guard let latest = history.latestComplaint,
            !history.entries.contains(where: { $0.known == .mediator })
        else { return nil }
        let opens = history.firstFailedComplaintAt ?? latest.pendingEnd
        let sent = zone.day(at: latest.at)
        return law(.mediation, opens: opens, lastDay: lastDay(.mediation, from: sent))
    }

    /// Ninety days from the request to the mediator, when there was one.
    private var mediationOutcome: Deadline? {
        let request = history.entries.last { $0.known == .mediator }
        return request.map {
            law(.mediationOutcome, lastDay: lastDay(.mediationOutcome, from: zone.day(at: $0.at)))
        }
    }

    private var unauthorisedPayment: Deadline? {
        guard facts.issue.kind == .unauthorisedCharge else { return nil }
        return order.debitedOn.map {
            law(.unauthorisedPayment, lastDay: lastDay(.unauthorisedPayment, from: $0))
        }
    }
}

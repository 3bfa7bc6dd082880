import CivilCalendar

/// From when until when a channel's own conditions let it be used in a case.
struct TimeWindow {
    /// The latest of the openings; nil when no condition sets one.
    private(set) var opens: Instant?
    /// The earliest of the ends; nil when no condition sets one that can be computed.
    private(set) var closes: Instant?
    /// An event from which an opening runs and that has not happened or is not stated.
    private(set) var opensAfterUnknown: CaseEventName?
    private(set) var grounds: Grounds

    init(of offer: ChannelOffer, in situation: Situation) {
        grounds = offer.grounds
        for condition in offer.conditions {
            if let issues = condition.issues, !issues.contains(situation.facts.issue.kind) { continue }
            switch condition.rule {
            case .opens(let rule):
                take(rule, in: situation)
            case .closes(let rule):
                guard let start = CaseEvent.moment(rule.after, in: situation) else { continue }
                let end = CaseEvent.end(of: rule.span, after: start, in: situation.surroundings)
                closes = min(closes ?? end, end)
            case .login, .fact, .blocks, .blockedBy: continue
            }
            grounds = condition.grounds
        }
    }

    private mutating func take(_ rule: OpensRule, in situation: Situation) {
        let moment: Instant
        if rule.unlessSellerRefused, let refusal = refusal(of: rule.after, in: situation) {
            moment = refusal.contact.at
        } else if let start = CaseEvent.moment(rule.after, in: situation) {
            moment = CaseEvent.end(of: rule.span, after: start, in: situation.surroundings)
        } else {
            opensAfterUnknown = opensAfterUnknown ?? rule.after
            return
        }
        opens = max(opens ?? moment, moment)
    }

    /// The refusal that makes waiting pointless: of the complaint where one is waited for, else the seller's.
    private func refusal(of event: CaseEventName, in situation: Situation) -> HistoryReading.Entry? {
        switch event {
        case .writtenComplaint: situation.history.refusedComplaint
        case .sellerContacted, .orderedOn, .promisedOn, .latestEstimatedDelivery, .deliveredOn, .debitedOn:
            situation.history.sellerRefused
        }
    }
}

/// When the events happened from which times run.
enum CaseEvent {
    /// The moment of an event, or the day on which it happened.
    enum Moment {
        case day(CivilDay)
        case instant(Instant)

        func day(in zone: TimeZoneRules) -> CivilDay {
            switch self {
            case .day(let day): day
            case .instant(let instant): zone.day(at: instant)
            }
        }
    }

    /// Nil when it has not happened or is not stated.
    ///
    /// Where no latest estimated day of delivery is stated, the promised day stands in for it: a policy of ours.
    static func moment(_ event: CaseEventName, in situation: Situation) -> Moment? {
        switch event {
        case .orderedOn: situation.facts.order.orderedOn.map { .day($0) }
        case .promisedOn: situation.facts.order.promisedOn.map { .day($0) }
        case .latestEstimatedDelivery:
            (situation.facts.order.latestEstimatedDelivery ?? situation.facts.order.promisedOn).map {
                .day($0)
            }
        case .deliveredOn: situation.facts.order.lastDeliveredOn.map { .day($0) }
        case .debitedOn: situation.facts.order.debitedOn.map { .day($0) }
        case .sellerContacted: situation.history.firstSellerContact.map { .instant($0.contact.at) }
        case .writtenComplaint: situation.history.firstComplaint.map { .instant($0.contact.at) }
        }
    }

    /// The end of a span after an event: to the second for clock hours, else 24:00 of the last day.
    static func end(of length: TimeLimit.Length, after moment: Moment, in surroundings: Surroundings)
        -> Instant
    {
        let limit = TimeLimit(length, end: .fixed)
        switch moment {
        case .day(let day):
            return limit.closes(from: day, holidays: surroundings.holidays, zone: surroundings.zone)
        case .instant(let instant):
            return limit.ends(after: instant, holidays: surroundings.holidays, zone: surroundings.zone)
        }
    }
}

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

    init(of offer: ChannelOffer, facts: ContactCase, history: HistoryReading, surroundings: Surroundings) {
        grounds = offer.grounds
        for condition in offer.entry.conditions {
            if let issues = condition.issues, !issues.contains(facts.issue.kind) { continue }
            switch condition.rule {
            case .opens(let rule):
                take(rule, facts: facts, history: history, surroundings: surroundings)
            case .closes(let rule):
                let start = CaseEvent.moment(
                    rule.after, in: facts, history: history, surroundings: surroundings)
                guard let start else { continue }
                let end = CaseEvent.end(of: rule.span, after: start, in: surroundings)
                closes = min(closes ?? end, end)
            case .login, .fact, .blocks, .blockedBy: continue
            }
            if let source = condition.source { grounds = .directory(source) }
        }
    }

    private mutating func take(
        _ rule: OpensRule, facts: ContactCase, history: HistoryReading, surroundings: Surroundings
    ) {
        let moment: Instant
        if rule.unlessSellerRefused, let refusal = history.sellerRefused {
            moment = refusal.contact.at
        } else if let start = CaseEvent.moment(
            rule.after, in: facts, history: history, surroundings: surroundings)
        {
            moment = CaseEvent.end(of: rule.span, after: start, in: surroundings)
        } else {
            opensAfterUnknown = opensAfterUnknown ?? rule.after
            return
        }
        opens = max(opens ?? moment, moment)
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

    static func moment(
        _ event: CaseEventName, in facts: ContactCase, history: HistoryReading, surroundings: Surroundings
    ) -> Moment? {
        switch event {
        case .orderedOn: facts.order.orderedOn.map { .day($0) }
        case .promisedOn: facts.order.promisedOn.map { .day($0) }
        case .latestEstimatedDelivery: facts.order.latestEstimatedDelivery.map { .day($0) }
        case .deliveredOn: facts.order.lastDeliveredOn.map { .day($0) }
        case .debitedOn: facts.order.debitedOn.map { .day($0) }
        case .sellerContacted: history.firstSellerContact.map { .instant($0.contact.at) }
        case .writtenComplaint: history.latestComplaint.map { .instant($0.contact.at) }
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

import CivilCalendar

/// From when until when a channel's own conditions let it be used in a case.
struct TimeWindow {
    /// The latest of the openings; nil when no condition sets one.
    private(set) var opens: Instant?
    /// The earliest of the ends; nil when no condition sets one that can be computed.
    private(set) var closes: Instant?
    /// An event from which an opening runs and that has not happened or is not stated.
    private(set) var opensAfterUnknown: CaseEventName?
    /// The last condition that set one of these, by its place in ``OffersForIssue/timeConditions``.
    private(set) var condition: Int?

    init(of offer: OfferTraits, among offers: OffersForIssue, in timeline: Timeline) {
        // By index, because a loop over the conditions would copy each.
        for index in offer.timeConditions {
            switch offers.timeConditions[index].rule {
            case .opens(let rule):
                take(rule, in: timeline)
            case .closes(let rule):
                guard let start = CaseEvent.moment(rule.after, in: timeline) else { continue }
                let end = CaseEvent.end(of: rule.span, after: start, in: timeline.surroundings)
                closes = min(closes ?? end, end)
            }
            condition = index
        }
    }

    private mutating func take(_ rule: OpensRule, in timeline: Timeline) {
        let moment: Instant
        if rule.unlessSellerRefused, let refusal = refusal(of: rule.after, in: timeline) {
            moment = refusal.at
        } else if let start = CaseEvent.moment(rule.after, in: timeline) {
            moment = CaseEvent.end(of: rule.span, after: start, in: timeline.surroundings)
        } else {
            opensAfterUnknown = opensAfterUnknown ?? rule.after
            return
        }
        opens = max(opens ?? moment, moment)
    }

    /// The refusal that makes waiting pointless: of the complaint where one is waited for, else the seller's.
    private func refusal(of event: CaseEventName, in timeline: Timeline) -> HistoryReading.Entry? {
        switch event {
        case .writtenComplaint: timeline.history.refusedComplaint
        case .sellerContacted, .orderedOn, .promisedOn, .latestEstimatedDelivery, .deliveredOn, .debitedOn:
            timeline.history.sellerRefused
        }
    }
}

/// What has happened in a case, and the calendar in which its times run.
struct Timeline {
    let facts: BorrowedCase
    let history: HistoryReading

    var surroundings: Surroundings { _read { yield facts.surroundings } }
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
    static func moment(_ event: CaseEventName, in timeline: Timeline) -> Moment? {
        switch event {
        case .orderedOn: timeline.facts.order.orderedOn.map { .day($0) }
        case .promisedOn: timeline.facts.order.promisedOn.map { .day($0) }
        case .latestEstimatedDelivery:
            (timeline.facts.order.latestEstimatedDelivery ?? timeline.facts.order.promisedOn).map {
                .day($0)
            }
        case .deliveredOn: timeline.facts.order.lastDeliveredOn.map { .day($0) }
        case .debitedOn: timeline.facts.order.debitedOn.map { .day($0) }
        case .sellerContacted: timeline.history.firstSellerContact.map { .instant($0.at) }
        case .writtenComplaint: timeline.history.firstComplaint.map { .instant($0.at) }
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

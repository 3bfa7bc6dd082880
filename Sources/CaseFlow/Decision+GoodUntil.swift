import CivilCalendar
import ContactRouting

extension Decision {
    /// How long before the first time limit ends a delivery is tried, so that another way remains: ours, no law's.
    static let marginSeconds: Int64 = 2 * 86_400
    /// How long a delivery is worth trying when no time limit runs.
    static let openEndedSeconds: Int64 = 30 * 86_400

    /// The moment after which another try would come too late: two days before the first time limit that still runs ends;
    /// within these two days its end.
    func latestMoment(from moment: Instant) -> Instant {
        guard let end = deadlines.compactMap(\.closes).filter({ $0 > moment }).min() else {
            return moment.adding(seconds: Self.openEndedSeconds)
        }
        let early = end.adding(seconds: -Self.marginSeconds)
        return early > moment ? early : end
    }

    /// Until when a text may go out: as long as it comes in time for the right at stake, and leaves the other side enough of
    /// the time that it gives.
    ///
    /// - Parameters:
    ///   - lastDay: the last day that the text gives the other side; nil when it gives none.
    ///   - from: the first moment at which it may go out.
    ///   - zone: the person's.
    func goodUntil(giving lastDay: CivilDay?, from: Instant, in zone: TimeZoneRules) -> Instant {
        let forRight = latestMoment(from: from)
        guard let lastDay else { return forRight }
        let time = GivenTime(from: zone.day(at: decidedAt), through: lastDay)
        return min(forRight, zone.endOfDay(time.lastDayToSend))
    }
}

/// The time that a text gives the other side: from the day on which it is written to the last day that it names.
struct GivenTime {
    let writtenOn: CivilDay
    let lastDay: CivilDay

    init(from writtenOn: CivilDay, through lastDay: CivilDay) {
        self.writtenOn = writtenOn
        self.lastDay = lastDay
    }

    /// The last day on which it may go out: half of the time is left to the other side, a policy of ours.
    var lastDayToSend: CivilDay { writtenOn.adding(days: max(0, writtenOn.days(until: lastDay)) / 2) }
}

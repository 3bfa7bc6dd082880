import CivilCalendar
import ContactRouting

extension Decision {
    /// Until when a text that is made now may go out: as long as it comes in time for the right at stake, and leaves the
    /// other side enough of the time that it gives.
    ///
    /// - Parameters:
    ///   - lastDay: the last day that the text gives the other side; nil when it gives none.
    ///   - zone: the person's.
    func goodUntil(giving lastDay: CivilDay?, in zone: TimeZoneRules) -> Instant {
        let forRight = latestMoment(from: decidedAt)
        guard let lastDay else { return forRight }
        let time = GivenTime(from: zone.day(at: decidedAt), through: lastDay)
        return min(forRight, zone.endOfDay(time.lastDayToSend))
    }
}

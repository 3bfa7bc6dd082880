public import CivilCalendar
import ContactRouting

/// Moments in a zone.
///
/// A midnight that opens or ends something is told by its day, because "at midnight" is read both ways.
extension Formats {
    /// A moment with its day: `jeudi 26 novembre 2026 à 9 h`, `Thursday 26 November 2026 at 9:00`.
    public func moment(_ instant: Instant, in zone: TimeZoneRules) -> String {
        let civil = zone.civilTime(at: instant)
        let time = time(secondOfDay: civil.secondOfDay)
        return longDate(civil.day) + pick(" à ", " at ") + time
    }

    /// From when: `à partir du jeudi 26 novembre 2026 à 9 h`, `from Thursday 26 November 2026 at 9:00`.
    ///
    /// A midnight is told by the day that begins: `à partir du jeudi 26 novembre 2026`.
    public func from(_ instant: Instant, in zone: TimeZoneRules) -> String {
        pick("à partir du ", "from ") + opening(instant, in: zone)
    }

    /// Until when: `jusqu’au jeudi 26 novembre 2026 à 9 h`, `until Thursday 26 November 2026 at 9:00`.
    ///
    /// A midnight is told by the day that ends: `jusqu’au mercredi 25 novembre 2026 inclus`.
    public func until(_ instant: Instant, in zone: TimeZoneRules) -> String {
        let civil = zone.civilTime(at: instant)
        guard civil.secondOfDay == 0 else { return pick("jusqu’au ", "until ") + moment(instant, in: zone) }
        return through(civil.day.adding(days: -1))
    }

    /// The last day on which something may be done: `jusqu’au lundi 23 novembre 2026 inclus`.
    public func through(_ lastDay: CivilDay) -> String {
        pick("jusqu’au \(longDate(lastDay)) inclus", "until the end of \(longDate(lastDay))")
    }

    /// The moment at which something opens: the day alone when it opens with the day.
    public func opening(_ instant: Instant, in zone: TimeZoneRules) -> String {
        let civil = zone.civilTime(at: instant)
        return civil.secondOfDay == 0 ? longDate(civil.day) : moment(instant, in: zone)
    }

    /// When something opens, seen from now: today and tomorrow are named, the date always stands beside.
    ///
    /// `aujourd’hui, dimanche 29 novembre 2026, à 10 h`; `tomorrow, Thursday 26 November 2026, at 9:00`.
    public func opening(_ instant: Instant, seenFrom now: Instant, in zone: TimeZoneRules) -> String {
        let civil = zone.civilTime(at: instant)
        guard let relative = relativeDay(civil.day, today: zone.day(at: now)) else {
            return pick("le ", "on ") + opening(instant, in: zone)
        }
        let named = "\(relative), \(longDate(civil.day))"
        guard civil.secondOfDay != 0 else { return named }
        return named + pick(", à ", ", at ") + time(secondOfDay: civil.secondOfDay)
    }

    /// When a place that is open closes: the time alone when it closes today.
    public func closing(_ instant: Instant, seenFrom now: Instant, in zone: TimeZoneRules) -> String {
        let civil = zone.civilTime(at: instant)
        let today = zone.day(at: now)
        if civil.day == today.adding(days: 1), civil.secondOfDay == 0 {
            return pick("jusqu’à minuit", "until midnight")
        }
        guard civil.day == today else { return until(instant, in: zone) }
        return pick("jusqu’à ", "until ") + time(secondOfDay: civil.secondOfDay)
    }

    private func relativeDay(_ day: CivilDay, today: CivilDay) -> String? {
        switch today.days(until: day) {
        case 0: pick("aujourd’hui", "today")
        case 1: pick("demain", "tomorrow")
        default: nil  // tidy-allow: a number of days
        }
    }
}

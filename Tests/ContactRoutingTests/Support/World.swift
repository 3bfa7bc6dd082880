import CivilCalendar
import ContactRouting

/// The shipped directory, a router for it, and what holds around it at any moment.
struct World: Sendable {
    let router: ContactRouter
    let zones: [String: TimeZoneRules]

    init(directory: Directory) throws {
        router = ContactRouter(directory)
        var zones: [String: TimeZoneRules] = [:]
        for name in Set(["Europe/Paris"] + FrenchRegion.allCases.map(\.timeZone)) {
            zones[name] = try TimeZoneDatabase().rules(for: name)
        }
        self.zones = zones
    }

    var paris: TimeZoneRules { zones["Europe/Paris"] ?? .utc }

    func decide(_ facts: ContactCase, at now: Instant) -> Decision {
        router.decide(facts, in: surroundings(for: facts, at: now))
    }

    func surroundings(for facts: ContactCase, at now: Instant) -> Surroundings {
        let zone = zones[facts.consumer.effectiveTimeZone] ?? paris
        let holidays = facts.consumer.publicHolidays
        return Surroundings(
            now: now, zone: zone, holidays: holidays,
            availability: router.directory.hours.map { availability(of: $0, at: now) },
            postCounterOpens: WeekHours.postCounter.next(after: now, zone: zone, holidays: holidays))
    }

    /// The two values that the directory holds; any other is unknown.
    private func availability(of key: HoursKey, at now: Instant) -> Availability {
        guard key.text != "24/7" else { return .open(until: nil) }
        let zone = zones[key.timeZone] ?? paris
        let holidays = key.holidays ?? .france(.metropole)
        guard !holidays.contains(zone.day(at: now)) else { return .unknown }
        let hours = WeekHours.customerService
        if let until = hours.until(at: now, zone: zone) { return .open(until: until) }
        return .closed(opensAt: hours.next(after: now, zone: zone, holidays: holidays))
    }
}

/// Opening hours by the day of the week, in seconds of the local day.
struct WeekHours: Sendable {
    let weekday: Range<Int>
    let saturday: Range<Int>
    let sunday: Range<Int>

    /// Mo-Sa 06:00-24:00; Su 10:00-19:00.
    static let customerService = WeekHours(
        weekday: 21_600..<86_400, saturday: 21_600..<86_400, sunday: 36_000..<68_400)
    /// Mo-Fr 09:00-17:00; Sa 09:00-12:00; PH off.
    static let postCounter = WeekHours(
        weekday: 32_400..<61_200, saturday: 32_400..<43_200, sunday: 0..<0)

    private func hours(of day: CivilDay) -> Range<Int> {
        switch day.weekday {
        case .saturday: saturday
        case .sunday: sunday
        case .monday, .tuesday, .wednesday, .thursday, .friday: weekday
        }
    }

    /// When it closes, if it is open now.
    func until(at now: Instant, zone: TimeZoneRules) -> Instant? {
        let time = zone.civilTime(at: now)
        let hours = hours(of: time.day)
        guard hours.contains(time.secondOfDay) else { return nil }
        return zone.instant(of: time.day, secondOfDay: hours.upperBound)
    }

    /// The first open moment from now on, public holidays closed.
    func next(after now: Instant, zone: TimeZoneRules, holidays: PublicHolidays) -> Instant {
        var day = zone.day(at: now)
        for _ in 0..<14 {
            let hours = hours(of: day)
            if !hours.isEmpty, !holidays.contains(day) {
                let opens = max(zone.instant(of: day, secondOfDay: hours.lowerBound), now)
                if opens < zone.instant(of: day, secondOfDay: hours.upperBound) { return opens }
            }
            day = day.adding(days: 1)
        }
        return zone.startOfDay(day)
    }
}

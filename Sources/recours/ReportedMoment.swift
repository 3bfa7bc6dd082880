import CivilCalendar

/// When something happened, as a person reports it: an instant, or a day of which nobody remembers the hour.
enum ReportedMoment {
    case instant(Instant)
    case day(CivilDay)

    /// - Throws: `CommandFailure` for anything but an instant with its offset or a day.
    init(typed text: String, after option: String) throws {
        if let day = CivilDay(text) {
            self = .day(day)
        } else {
            do { self = .instant(try Instant(parsing: text)) } catch {
                throw CommandFailure(
                    .wrongUse, "\(option) \(text): write a day such as 2026-12-05, or \(Self.example).")
            }
        }
    }

    private static let example = "an instant with its offset such as 2026-12-05T14:30:00+01:00"

    /// What both options of this kind say of their value.
    static let help = "a day counts as its noon, today as now"

    /// A day is its noon on the clock of the person, and today is now.
    func instant(in zone: TimeZoneRules, now: Instant) -> Instant {
        switch self {
        case .instant(let instant): instant
        case .day(zone.day(at: now)): now
        case .day(let day): zone.instant(of: day, secondOfDay: 12 * 3600)
        }
    }
}

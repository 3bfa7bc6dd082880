/// A time limit: how long it is, and what happens when its last day is not a working day.
///
/// In every way of counting, the day of the event is not counted and a limit ends at 24:00 of its last day
/// (code civil 2228 and 2229; CPC 641 and 642; C. conso. L221-19; Regulation 1182/71, article 3).
/// Which right counts how is not known here.
public struct TimeLimit: Hashable, Sendable {
    /// How long the limit is.
    ///
    /// A number below zero counts as zero. A limit that would end after the year 9999 ends there.
    public enum Length: Hashable, Sendable {
        /// Clock hours of 3600 seconds, whatever the calendar or the clock change.
        ///
        /// Ending in hours, a limit is never moved by a weekend (Regulation 1182/71, article 3 (4)).
        /// Counted from a day without a time, the hours begin with the end of that day and are rounded up
        /// to whole days.
        case hours(Int)
        /// Calendar days (CPC 641, first paragraph).
        case days(Int)
        /// Weeks of seven calendar days.
        case weeks(Int)
        /// Months: the day with the same number, else the last day of the month (CPC 641).
        case months(Int)
        /// Years: the same day and month, else the last day of the month (CPC 641).
        case years(Int)
        /// *Jours ouvrés*: Monday to Friday without public holidays.
        ///
        /// The days a business normally works; no text of law defines them.
        case workedDays(Int)
        /// *Jours ouvrables*: Monday to Saturday without public holidays.
        ///
        /// Every day but the weekly rest and the days not worked (code du travail, article L3141-3 and
        /// practice).
        case businessDays(Int)
    }

    /// What happens when the last day is a Saturday, a Sunday or a public holiday.
    public enum End: Hashable, Sendable {
        /// The limit ends that day all the same: prescription (code civil 2229) and most contracts.
        case fixed
        /// It runs to the end of the next working day.
        ///
        /// - Source: C. conso. L221-19; Regulation (EEC, Euratom) 1182/71, article 3 (4). Saturday is not a
        ///   working day (article 2 (2) of the regulation).
        case nextWorkingDay
        /// It runs to the end of the next working day, as limits of procedure do.
        ///
        /// - Source: code de procédure civile, article 642, second paragraph.
        case proceduralNextWorkingDay
    }

    /// How long the limit is.
    public let length: Length
    /// What happens at its end.
    public let end: End

    /// Makes a limit; fixed unless said otherwise.
    public init(_ length: Length, end: End = .fixed) {
        self.length = length
        self.end = end
    }
}

/// A time limit: how long it is, which of its end days count, and what happens when its last day is not a working day.
///
/// A limit of days or more ends at 24:00 of its last day (code civil 2229; CPC 642; C. conso. L221-19; Regulation
/// 1182/71, article 3 (2)). Which right counts how is not known here.
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
        /// Calendar days (CPC 641, first paragraph; C. conso. L221-18; Regulation 1182/71, article 3 (3)).
        case days(Int)
        /// Weeks of seven calendar days: the same day of the week (Regulation 1182/71, article 3 (2) (c)).
        case weeks(Int)
        /// Months: the day with the same number, else the last day of the month (CPC 641, second paragraph).
        case months(Int)
        /// Years: the same day and month, else the last day of the month (CPC 641, second paragraph).
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

    /// Which of the two days at the ends of a limit count.
    ///
    /// In hours there are no such days: a limit then runs from moment to moment.
    public enum Bounds: Hashable, Sendable {
        /// The day of the event does not count, the last day does: the rule.
        ///
        /// - Source: code civil 2228 and 2229; CPC 641 and 642; C. conso. L221-19; Regulation 1182/71, article 3 (1).
        case withoutFirst
        /// The day of the event is the first one counted (*dies a quo* included).
        ///
        /// Only where a contract or a text says so ("the day of delivery included"). A limit of months ends the day
        /// before the one with the same number; on the last day of a month too short to have it.
        case withFirst
        /// Neither counts, so that the act may still be done on the day after the last one: a *délai franc*.
        ///
        /// - Source: settled case law on appeals to administrative courts (code de justice administrative R421-1).
        ///   Limits of civil procedure are no longer of this kind (CPC 642, first paragraph).
        case withoutBoth
    }

    /// What happens when the last day is a Saturday, a Sunday or a public holiday.
    public enum End: Hashable, Sendable {
        /// The limit ends that day all the same: prescription (code civil 2229) and most contracts.
        case fixed
        /// It runs to the end of the next working day.
        ///
        /// - Source: C. conso. L221-19, which follows Regulation (EEC, Euratom) 1182/71, article 3 (4). Saturday is not
        ///   a working day (article 2 (2) of the regulation).
        case nextWorkingDay
        /// It runs to the end of the next working day, as limits of procedure do.
        ///
        /// - Source: code de procédure civile, article 642, second paragraph; the same in criminal matters, code de
        ///   procédure pénale, article 801.
        case proceduralNextWorkingDay
        /// It runs to the end of the next working day, and longer until it holds two working days.
        ///
        /// The second part is for limits of two days or more. For acts of the Union's institutions and what refers to
        /// the regulation.
        ///
        /// - Source: Regulation (EEC, Euratom) 1182/71, article 3 (4) and (5).
        case unionWorkingDay
    }

    /// How long the limit is.
    public let length: Length
    /// Which of its end days count.
    public let bounds: Bounds
    /// What happens at its end.
    public let end: End

    /// Makes a limit; fixed and without the day of the event unless said otherwise.
    public init(_ length: Length, bounds: Bounds = .withoutFirst, end: End = .fixed) {
        self.length = length
        self.bounds = bounds
        self.end = end
    }
}

import CivilCalendar

/// How long letters give: a policy of the program's own where no law says it.
///
/// The last day moves to the next working day, as a courtesy; no law requires it here.
enum LetterPolicy {
    /// To deliver or to perform, from the day of the letter.
    static let performance = TimeLimit(.days(14), end: .nextWorkingDay)
    /// To pay a refund that is already overdue, from the day of the letter.
    static let overdueRefund = TimeLimit(.days(8), end: .nextWorkingDay)
    /// What a reminder adds, from the day of the letter.
    static let reminder = TimeLimit(.days(8), end: .nextWorkingDay)
    /// One month from the receipt of a request about personal data.
    ///
    /// - Source: GDPR article 12 (3); the end moves by Regulation 1182/71, article 3 (4).
    static let dataRequest = TimeLimit(.months(1), end: .nextWorkingDay)
    /// How long a registered letter takes to arrive; a delay of the law that runs from receipt is dated from then.
    static let postage = TimeLimit(.workedDays(3))

    /// The day itself, or the next working day: nobody should have to act on a Sunday.
    static func workingDay(from day: CivilDay, holidays: PublicHolidays) -> CivilDay {
        TimeLimit(.days(0), end: .nextWorkingDay).lastDay(from: day, holidays: holidays)
    }

    /// When the other side will have the letter.
    static func expectedReceipt(
        through channel: ChannelName, sentOn day: CivilDay, holidays: PublicHolidays
    ) -> CivilDay {
        channel == .registeredMail ? postage.lastDay(from: day, holidays: holidays) : day
    }
}

/// One line of a list of holidays: which, when, in which years.
struct HolidayRule: Sendable {
    /// When a holiday falls.
    enum Rhythm: Sendable {
        /// The same date every year.
        case fixed(month: Int, day: Int)
        /// This many days after Easter Sunday, or before it when negative.
        ///
        /// - Unit: days, ``HolidaySet/easterOffsets``.
        case easter(Int)
    }

    let holiday: PublicHoliday
    let rhythm: Rhythm
    /// The name in the language of the country; nil says that it is the French one.
    let localName: String?
    /// The years in which the day is a holiday.
    let years: ClosedRange<Int>
    /// Whether the law leaves the day out in years when it is a Sunday.
    let isNoneOnSunday: Bool

    static func fixed(
        _ holiday: PublicHoliday, _ month: Int, _ day: Int, _ localName: String? = nil,
        years: ClosedRange<Int> = 1...9999, isNoneOnSunday: Bool = false
    ) -> HolidayRule {
        HolidayRule(
            holiday: holiday, rhythm: .fixed(month: month, day: day), localName: localName, years: years,
            isNoneOnSunday: isNoneOnSunday)
    }

    static func easter(_ holiday: PublicHoliday, _ offset: Int, _ localName: String? = nil) -> HolidayRule {
        HolidayRule(
            holiday: holiday, rhythm: .easter(offset), localName: localName, years: 1...9999,
            isNoneOnSunday: false)
    }

    var isFixed: Bool {
        switch rhythm {
        case .fixed: true
        case .easter: false
        }
    }

    func matches(_ day: CivilDay, year: Int, month: Int, dayOfMonth: Int) -> Bool {
        guard years.contains(year), !isNoneOnSunday || day.weekday != .sunday else { return false }
        return switch rhythm {
        case .fixed(let ownMonth, let ownDay): ownMonth == month && ownDay == dayOfMonth
        case .easter(let offset): CivilDay.easterSunday(ofYear: year).days(until: day) == offset
        }
    }
}

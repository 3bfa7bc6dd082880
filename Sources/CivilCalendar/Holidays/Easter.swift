extension CivilDay {
    /// Easter Sunday of the Gregorian calendar in that year; the year is clamped to 1...9999.
    ///
    /// - Source: the anonymous algorithm printed in Nature, 20 April 1876 (Meeus, Jones, Butcher).
    public static func easterSunday(ofYear year: Int) -> CivilDay {
        let year = min(max(year, 1), 9999)
        let (century, yearOfCentury) = (year / 100, year % 100)
        let goldenNumber = year % 19
        let moonCorrection = (century - (century + 8) / 25 + 1) / 3
        let epact = (19 * goldenNumber + century - century / 4 - moonCorrection + 15) % 30
        let sundays = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
        let lateness = (goldenNumber + 11 * epact + 22 * sundays) / 451
        // Days after 22 March; the full moon falls on 21 March at the earliest.
        let daysAfter = epact + sundays - 7 * lateness
        return CivilDay(dayNumber: firstDayNumber(ofYear: year) + (isLeap(year: year) ? 81 : 80))
            .adding(days: daysAfter)
    }
}

import CivilCalendar

/// The words of the language, and the ones that people write in their place.
enum Vocabulary {
    /// The language's own words, exactly as it writes them.
    static let canonical: [String: Word] = {
        var words: [String: Word] = [
            "PH": .holiday(.publicHoliday), "SH": .holiday(.schoolHoliday), "easter": .easter,
            "week": .week, "day": .day, "days": .day, "open": .state(.open), "off": .state(.closed),
            "closed": .state(.closed), "unknown": .state(.unknown), "dawn": .sunEvent(.dawn),
            "sunrise": .sunEvent(.sunrise), "sunset": .sunEvent(.sunset), "dusk": .sunEvent(.dusk),
        ]
        for (name, day) in zip(weekdayNames, Weekday.allCases) { words[name] = .weekday(day) }
        for (index, name) in monthNames.enumerated() { words[name] = .month(index + 1) }
        return words
    }()

    static let weekdayNames = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
    static let monthNames = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// The canonical spelling of a word.
    static func spelling(of word: Word) -> String {
        switch word {
        case .weekday(let day): weekdayNames[day.rawValue - 1]
        case .month(let month): monthNames[month - 1]
        case .holiday(.publicHoliday): "PH"
        case .holiday(.schoolHoliday): "SH"
        case .easter: "easter"
        case .week: "week"
        case .day: "days"
        case .state(.open): "open"
        case .state(.closed): "off"
        case .state(.unknown): "unknown"
        case .sunEvent(.dawn): "dawn"
        case .sunEvent(.sunrise): "sunrise"
        case .sunEvent(.sunset): "sunset"
        case .sunEvent(.dusk): "dusk"
        case .dash: "-"
        case .comma: ","
        }
    }

    /// Words in lower case that mean different things in the languages below.
    ///
    /// "di" is Dienstag or dimanche, "mar" is mardi or March.
    static let ambiguous: Set<String> = ["di", "mar"]

    /// What people write, in lower case: English, French and German.
    static let everyday: [String: Word] = {
        var words: [String: Word] = [:]
        for (text, word) in canonical { words[text.lowercased()] = word }
        for row in weekdayRows {
            for (text, day) in zip(row.split(separator: " "), Weekday.allCases) {
                words[String(text)] = .weekday(day)
            }
        }
        for row in monthRows {
            for (index, text) in row.split(separator: " ").enumerated() {
                words[String(text)] = .month(index + 1)
            }
        }
        for (row, word) in otherRows {
            for text in row.split(separator: " ") { words[String(text)] = word }
        }
        return words
    }()

    private static let weekdayRows = [
        "monday tuesday wednesday thursday friday saturday sunday",
        "mon tue wed thu fri sat sun", "mon tues wed thurs fri sat sun",
        "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "lun mardi mer jeu ven sam dim", "lu ma me je ve sa dim",
        "montag dienstag mittwoch donnerstag freitag samstag sonntag",
        "mo dienstag mi do fr sonnabend so",
    ]

    private static let monthRows = [
        "january february march april may june july august september october november december",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "janv fevrier mars avr mai juin juil aout sept oct nov decembre",
        "januar februar märz april mai juni juli august september oktober november dezember",
    ]

    private static let otherRows: [(String, Word)] = [
        ("férié fériés ferie feries feiertag feiertage", .holiday(.publicHoliday)),
        ("fermé fermée ferme geschlossen", .state(.closed)),
        ("ouvert ouverte geöffnet", .state(.open)),
        ("to à au bis", .dash), ("and et und", .comma),
    ]
}

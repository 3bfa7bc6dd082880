import CivilCalendar

extension Vocabulary {
    /// The languages whose everyday words are known.
    enum Language: Hashable, CaseIterable {
        case english, french, german

        /// Everything that people write in the language in place of the notation's own words, in lower case.
        var words: [(String, Word)] {
            var words: [(String, Word)] = []
            for row in weekdayRows {
                words += zip(row.split(separator: " "), Weekday.allCases).map { (String($0), .weekday($1)) }
            }
            for row in monthRows {
                words += row.split(separator: " ").enumerated().map { (String($1), .month($0 + 1)) }
            }
            for (row, word) in otherRows {
                words += row.split(separator: "|").map { (String($0), word) }
            }
            return words
        }

        private var weekdayRows: [String] {
            switch self {
            case .english:
                [
                    "monday tuesday wednesday thursday friday saturday sunday",
                    "mondays tuesdays wednesdays thursdays fridays saturdays sundays",
                    "mon tue wed thu fri sat sun", "mon tues weds thurs fri sat sun",
                    "mon tue wed thur fri sat sun",
                ]
            case .french:
                [
                    "lundi mardi mercredi jeudi vendredi samedi dimanche",
                    "lundis mardis mercredis jeudis vendredis samedis dimanches",
                    "lun mar mer jeu ven sam dim", "lu ma me je ve sa di",
                ]
            case .german:
                [
                    "montag dienstag mittwoch donnerstag freitag samstag sonntag",
                    "montags dienstags mittwochs donnerstags freitags samstags sonntags",
                    "mo di mi do fr sa so", "mo die mi don fr sonnabend so",
                ]
            }
        }

        private var monthRows: [String] {
            switch self {
            case .english:
                [
                    "january february march april may june july august september october november december",
                    "jan feb mar apr may jun jul aug sept oct nov dec",
                ]
            case .french:
                [
                    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
                    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
                    "janv févr mars avr mai juin juil août sept oct nov déc",
                ]
            case .german:
                [
                    "januar februar märz april mai juni juli august september oktober november dezember",
                    "jän feber mär apr mai jun jul aug sept okt nov dez",
                    "jänner feber maerz april mai juni juli august september oktober november dezember",
                ]
            }
        }

        private var otherRows: [(String, Word)] {
            switch self {
            case .english:
                [
                    ("public holiday|public holidays|bank holiday|bank holidays", .holiday(.publicHoliday)),
                    ("school holiday|school holidays", .holiday(.schoolHoliday)), ("close", .state(.closed)),
                    ("daily|everyday|every day|all days", .weekdays(.monday, .sunday)),
                    ("weekend|weekends|week-end|week-ends", .weekdays(.saturday, .sunday)),
                    ("weekday|weekdays", .weekdays(.monday, .friday)), ("noon", .clock(720)),
                    ("midnight", .clock(1440)), ("hours|hrs|hour", .hour), ("weeks", .week),
                    ("to|through|thru|till|til|until", .dash), ("and", .comma), ("from|at|on|the", .filler),
                ]
            case .french:
                [
                    (
                        "férié|fériés|ferie|feries|jour férié|jours fériés|jour ferie|jours feries",
                        .holiday(.publicHoliday)
                    ), ("vacances scolaires|vacances", .holiday(.schoolHoliday)),
                    ("fermé|fermée|fermés|fermées|ferme|fermee|fermeture", .state(.closed)),
                    ("ouvert|ouverte|ouverts|ouvertes", .state(.open)), ("inconnu", .state(.unknown)),
                    ("tous les jours|quotidien|quotidiennement", .weekdays(.monday, .sunday)),
                    ("midi", .clock(720)), ("minuit", .clock(1440)), ("heures|heure", .hour),
                    ("jour|jours|j", .day), ("pâques|paques", .easter), ("semaine|semaines", .week),
                    ("à|a|au|aux|jusqu|jusque", .dash), ("et", .comma), ("de|du|des|le|les", .filler),
                ]
            case .german:
                [
                    ("feiertag|feiertage|feiertags|feiertagen", .holiday(.publicHoliday)),
                    ("schulferien|ferien", .holiday(.schoolHoliday)),
                    ("geschlossen|zu|ruhetag", .state(.closed)), ("geöffnet|offen|geoeffnet", .state(.open)),
                    ("unbekannt", .state(.unknown)), ("täglich|taeglich", .weekdays(.monday, .sunday)),
                    ("wochenende|wochenends", .weekdays(.saturday, .sunday)), ("mitternacht", .clock(1440)),
                    ("uhr|stunden|std", .hour), ("tag|tage|tagen", .day), ("ostern", .easter),
                    ("woche|kw", .week),
                    ("bis", .dash), ("und", .comma), ("von|vom|am|der", .filler),
                ]
            }
        }
    }
}

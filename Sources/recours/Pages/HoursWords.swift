import CivilCalendar
import ContactRouting
import OpeningHours
import Texts

/// The words of the page about opening hours, in French and English.
struct HoursWords: Bilingual {
    let language: Language
    private let formats: Formats

    init(_ language: Language) {
        self.language = language
        formats = Formats(language)
    }

    var moment: String { say("Moment", "Moment") }
    var zone: String { say("Fuseau", "Time zone") }
    var rule: String { say("Règle", "Rule") }
    var comment: String { say("Remarque", "Comment") }
    var why: String { say("Pourquoi", "Why") }
    var week: String { say("Les sept jours à venir", "The coming week") }
    var skippedDay: String { say("ce jour n’existe pas ici", "this day does not exist here") }
    var closedAllDay: String { say("fermé", "closed") }
    var legend: String { say("█ ouvert   ▒ incertain   · fermé", "█ open   ▒ not known   · closed") }

    /// What holds now, until when, and what comes then.
    func answer(_ report: HoursReport) -> String {
        switch report.status.state {
        case .open:
            guard let until = report.status.until else {
                return say("Ouvert, sans changement prévu", "Open, with no change to come")
            }
            return say("Ouvert ", "Open ") + closing(until, report)
        case .closed: return say("Fermé", "Closed") + opening(report)
        case .unknown:
            let state = say("Peut-être ouvert", "Perhaps open")
            guard let until = report.status.until else { return state }
            return "\(state) \(closing(until, report))" + (until == report.nextOpening ? then(report) : "")
        }
    }

    private func closing(_ until: Instant, _ report: HoursReport) -> String {
        formats.closing(until, seenFrom: report.now, in: report.place.timeZone)
    }

    private func then(_ report: HoursReport) -> String { say(", puis ouvert", ", then open") }

    private func opening(_ report: HoursReport) -> String {
        guard let until = report.status.until else {
            return say(", sans ouverture prévue", ", with no opening to come")
        }
        let moment = formats.opening(until, seenFrom: report.now, in: report.place.timeZone)
        guard until == report.nextOpening else {
            return say("\u{A0}; peut-être ouvert \(moment)", "; perhaps open \(moment)")
        }
        return say("\u{A0}; ouvre \(moment)", "; opens \(moment)")
    }

    /// Why it is not known whether the place is open.
    func reason(_ state: State) -> String? {
        switch state {
        case .open, .closed: nil
        case .unknown(.declared):
            say("les horaires eux-mêmes ne le disent pas", "the hours themselves leave it open")
        case .unknown(.openEnd):
            say("l’heure de fermeture n’est pas indiquée", "the closing time is not given")
        case .unknown(.holidayCalendarMissing):
            say(
                "cela dépend de jours fériés ou de vacances que le programme ne connaît pas ici",
                "it depends on holidays that the program does not know here")
        case .unknown(.positionMissing):
            say(
                "cela dépend du soleil, et le fuseau ne dit pas où se trouve le lieu",
                "it depends on the sun, and the time zone does not say where the place is")
        }
    }

    /// Where the sun's times are taken from.
    func sunOf(_ zone: String) -> String {
        say(
            "Les heures du soleil sont celles de la ville principale du fuseau \(zone).",
            "The times of the sun are those of the principal town of the time zone \(zone).")
    }

    /// What to add when the holidays of the place are needed and not known.
    var holidaysMissing: String {
        say(
            "Les horaires dépendent de jours fériés ou de vacances qui ne sont pas connus\u{A0}: ajoutez --country FR si le lieu est en France, et --region zone-a, zone-b ou zone-c pour les vacances scolaires.",
            "The hours depend on holidays that are not known: add --country FR if the place is in France, and --region zone-a, zone-b or zone-c for school holidays."
        )
    }

    func moment(_ instant: Instant, in zone: TimeZoneRules) -> String { formats.moment(instant, in: zone) }

    /// A row's day, in eleven columns: `lun. 23/11`, `Mon 23 Nov`.
    func shortDay(_ day: CivilDay) -> String {
        let (_, month, number) = day.components
        let weekday = String(formats.weekdayName(day.weekday).prefix(3))
        switch language {
        case .french: return "\(weekday). \(twoDigits(number))/\(twoDigits(month))"
        case .english: return "\(weekday) \(number) \(Self.months[month - 1])"
        }
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    func name(of holiday: PublicHoliday) -> String { say(holiday.frenchName, holiday.englishName) }

    /// The hours of a day: `09:00–12:00, 14:00–18:00`, with what is not known and comments told.
    func hours(_ day: HoursReport.Day, in zone: TimeZoneRules) -> String {
        if day.range.isEmpty { return skippedDay }
        guard !day.parts.isEmpty else { return closedAllDay }
        return day.parts.map { part in
            let from = clock(part.range.lowerBound, in: zone)
            let isEnd = part.range.upperBound == day.range.upperBound
            let to = isEnd ? "24:00" : clock(part.range.upperBound, in: zone)
            let mark = part.isOpen ? "" : "\u{A0}?"
            let comment = part.comment.map { say(" «\u{A0}\($0)\u{A0}»", " “\($0)”") } ?? ""
            return "\(from)–\(to)\(mark)\(comment)"
        }.joined(separator: ", ")
    }

    private func clock(_ instant: Instant, in zone: TimeZoneRules) -> String {
        let time = zone.civilTime(at: instant)
        return "\(twoDigits(time.hour)):\(twoDigits(time.minute))"
    }
}

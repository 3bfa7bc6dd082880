import CaseFlow
import CaseStore
import CivilCalendar
import ContactRouting
import Outbox
import Texts

/// The words of the page that speak of no case.
struct AgendaWords: Bilingual {
    let language: Language

    init(_ language: Language) { self.language = language }

    var now: String { say("À faire maintenant", "To do now") }

    func coming(days: Int) -> String {
        guard days > 0 else { return say("Aujourd’hui", "Today") }
        return say(
            "D’ici \(Self.counted(days, "jour", "jours"))", "Within \(Self.counted(days, "day", "days"))")
    }

    func nothing(days: Int) -> String {
        guard days > 0 else { return say("Rien à faire aujourd’hui.", "Nothing to do today.") }
        return say(
            "Rien à faire, ni d’échéance d’ici \(Self.counted(days, "jour", "jours")).",
            "Nothing to do, and nothing due within \(Self.counted(days, "day", "days")).")
    }

    func how(_ reference: CaseReference) -> String {
        say("La suite\u{A0}: recours case next \(reference)", "Next: recours case next \(reference)")
    }

    func draft(_ path: String) -> String { say("Brouillon prêt\u{A0}: \(path)", "Draft ready: \(path)") }

    /// What the person is asked about a delivery, a line each.
    ///
    /// - Parameter words: of the delivery's case.
    func awaiting(_ record: DeliveryRecord, _ words: DeliveryWords) -> [String] {
        let name = words.vocabulary.name(of: record.channel)
        if record.isOutdated(at: words.now) {
            let head = say("Envoi \(record.reference) (\(name))", "Delivery \(record.reference) (\(name))")
            return ["\(head)."] + words.advice(record)
        }
        let until = record.taskLatest.map { words.formats.until($0, in: words.zone) }
        return [awaiting(record.reference, name, record.life.state.kind, until: until)]
    }

    private func awaiting(
        _ reference: DeliveryReference, _ channel: String, _ state: DeliveryState.Kind, until: String?
    ) -> String {
        let question =
            switch state {
            case .needsPerson:
                if let until {
                    say(
                        "à vous de le faire, \(until), puis de le noter",
                        "yours to do, \(until), then to record")
                } else {
                    say("à vous de le faire, puis de le noter", "yours to do, then to record")
                }
            case .unknown:
                say(
                    "personne ne sait s’il est parti\u{A0}: vérifiez",
                    "nobody knows whether it went out: check")
            case .quarantined: say("arrêté après trois pannes", "stopped after three breakdowns")
            case .held: say("retenu jusqu’à votre accord", "held until you agree")
            case .queued, .sending, .waiting, .accepted, .failed, .cancelled: state.rawValue
            }
        return say(
            "Envoi \(reference) (\(channel))\u{A0}: \(question).",
            "Delivery \(reference) (\(channel)): \(question).")
    }

    /// That a delivery takes long, and until when it is tried.
    func delayed(_ delay: DelayEntry, in zone: TimeZoneRules) -> String {
        let formats = Formats(language)
        let (since, latest) = (formats.moment(delay.since, in: zone), formats.moment(delay.latest, in: zone))
        return say(
            "envoi \(delay.delivery) (\(name(delay.channel)))\u{A0}: rien n’est parti depuis le \(since)\u{A0}; nouveaux essais jusqu’au \(latest) au plus tard. Pour le voir\u{A0}: recours delivery show \(delay.delivery)",
            "delivery \(delay.delivery) (\(name(delay.channel))): nothing went out since \(since); it is tried until \(latest) at the latest. To look at it: recours delivery show \(delay.delivery)"
        )
    }

    private static func counted(_ count: Int, _ one: String, _ many: String) -> String {
        "\(count)\u{A0}\(count == 1 ? one : many)"
    }

    // MARK: What the chore tells

    /// One line about what happened.
    func line(_ notice: AgendaNotice) -> String {
        switch notice {
        case .reminded(let told): AgendaWords(told.language).line(told)
        case .delayed(let told):
            AgendaWords(told.language).labelled(told.caseReference)
                + AgendaWords(told.language).delayed(told.delay, in: told.zone)
        case .drafted(let reference, let channel, let path):
            labelled(reference)
                + say(
                    "démarche suivante prête en brouillon (\(name(channel)))\u{A0}: \(path). Rien n’a été envoyé.",
                    "the next step lies drafted (\(name(channel))): \(path). Nothing was sent.")
        case .notDrafted(let reference, let channel, let reason):
            labelled(reference)
                + say(
                    "démarche suivante possible, sans brouillon (\(name(channel)))\u{A0}: \(reason)",
                    "the next step is possible, without a draft (\(name(channel))): \(reason)")
        case .withdrawn(let reference, let delivery, let path):
            labelled(reference)
                + say(
                    "l’appel demandé par \(delivery) n’est plus utile\u{A0}; ouvrez \(path) pour le retirer de votre agenda.",
                    "the call that \(delivery) asked for is needless now; open \(path) to take it out of your calendar."
                )
        case .unreadable(_, let reason): reason
        case .storeFailed(let error): error.description
        case .filesFailed(let fault): fault.description
        }
    }

    private func labelled(_ reference: CaseReference) -> String {
        say("\(reference)\u{A0}: ", "\(reference): ")
    }

    private func name(_ channel: ChannelName) -> String { Vocabulary(language).name(of: channel) }

    private func line(_ told: AgendaNotice.Reminded) -> String {
        "\(labelled(told.caseReference))\(told.title), \(told.distance)\(late(told))"
    }

    private func late(_ told: AgendaNotice.Reminded) -> String {
        guard told.entry.isLate else { return "" }
        let due = Formats(language).moment(told.entry.due, in: told.zone)
        return say(" (en retard\u{A0}: prévu le \(due))", " (late: it was due on \(due))")
    }

    /// Why a draft is left as it is.
    func changedDraft(_ path: String) -> String {
        say(
            "vous avez modifié \(path)\u{A0}; il reste tel quel. Déplacez-le pour en recevoir un nouveau.",
            "you changed \(path); it stays as it is. Move it away to get a new one.")
    }
}

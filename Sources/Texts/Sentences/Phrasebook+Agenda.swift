import CivilCalendar
public import ContactRouting

extension Phrasebook {
    /// What is due, in a few words, as an entry of a calendar: `Dernier jour : droit de rétractation`.
    public func title(of item: AgendaItem) -> String {
        switch item.matter {
        case .right(let right):
            let name = vocabulary.name(of: right)
            return right.isOwedByTheOtherSide
                ? say("Terme : \(name)", "Due: \(name)") : say("Dernier jour : \(name)", "Last day: \(name)")
        case .promise(let channel, _):
            let name = vocabulary.name(of: channel)
            return say("Promesse à vérifier : \(name)", "Promise to check: \(name)")
        case .notice(let channel, _):
            let name = vocabulary.name(of: channel)
            return say("Fin du délai donné : \(name)", "End of the time given: \(name)")
        case .answer(let channel):
            let name = vocabulary.name(of: channel)
            return say("Réponse attendue : \(name)", "Answer expected: \(name)")
        case .steps(let channels):
            let names = formats.choice(channels.map { vocabulary.name(of: $0) })
            return say("Démarche possible : \(names)", "Step possible: \(names)")
        case .task(let channel, _):
            let name = vocabulary.name(of: channel)
            return say("Dernier jour pour l’envoyer : \(name)", "Last day to send it: \(name)")
        }
    }

    /// What is due in one or two sentences, with what to do about it.
    ///
    /// - Parameter decision: where the right's own limit stands.
    public func text(of item: AgendaItem, in decision: Decision) -> String {
        switch item.matter {
        case .right(let right):
            guard let deadline = decision.deadlines.first(where: { $0.right == right }) else {
                return "\(title(of: item))."
            }
            return text(of: deadline)
        case .promise(let channel, _):
            let name = vocabulary.name(of: channel)
            let until = item.day.map(formats.longDate) ?? formats.moment(item.moment, in: zone)
            return say(
                "On vous a promis une suite au plus tard le \(until) (\(name)). Si rien ne vient, passez à la démarche suivante.",
                "You were promised something by \(until) (\(name)). If nothing comes, take the next step."
            )
        case .notice(let channel, _):
            let name = vocabulary.name(of: channel)
            let until = item.day.map(formats.through) ?? formats.until(item.moment, in: zone)
            return say(
                "Le délai que vous avez donné court \(until) (\(name)). Sans réponse, passez à la démarche suivante.",
                "The time you gave runs \(until) (\(name)). Without an answer, take the next step."
            )
        case .answer(let channel):
            let name = vocabulary.name(of: channel)
            let until = formats.until(item.moment, in: zone)
            return say(
                "Une réponse peut arriver \(until) (\(name)). Sans réponse, passez à la démarche suivante.",
                "An answer may come \(until) (\(name)). Without one, take the next step.")
        case .steps(let channels):
            let names = formats.choice(channels.map { vocabulary.name(of: $0, .definite) })
            let from = formats.from(item.moment, in: zone)
            return say(
                "Possible \(from), si rien n’est réglé d’ici là : \(names).",
                "Possible \(from), if nothing is settled by then: \(names).")
        case .task(let channel, _):
            let name = vocabulary.name(of: channel)
            let until = formats.until(item.moment, in: zone)
            return say(
                "Ce qui est préparé (\(name)) vaut \(until). Ensuite, ne l’envoyez plus, et préparez-le à nouveau.",
                "What is prepared (\(name)) is good \(until). Do not send it after that; prepare it anew.")
        }
    }

    /// How far away it is: `aujourd’hui`, `demain`, `dans 7 jours`, `passé depuis 2 jours`.
    public func distance(to item: AgendaItem) -> String {
        let days = zone.day(at: now).days(until: item.dayToAct(in: zone))
        switch days {
        case ..<0:
            return say(
                "passé depuis \(-days)\u{A0}\(days == -1 ? "jour" : "jours")",
                "over for \(-days)\u{A0}\(days == -1 ? "day" : "days")")
        case 0: return say("aujourd’hui", "today")
        case 1: return say("demain", "tomorrow")
        default:  // tidy-allow: numbers
            return say("dans \(days)\u{A0}jours", "in \(days)\u{A0}days")
        }
    }

    /// The merchant's name as people know it, or of the shop that the case describes.
    public var merchantName: String { merchant }
}

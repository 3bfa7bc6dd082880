internal import ChannelPluginKit
internal import CivilCalendar
internal import ContactRouting
internal import Texts

/// The number to dial, its cost and its hours, as they are where the person is.
extension CallBriefParts {
    /// Before closing time by less than this, the next opening is told as well, in seconds.
    private static let closingSoon: Int64 = 7200

    /// The line; nil when the request is for no call.
    ///
    /// - Parameter withAdvice: whether the directory's advice is shown, which may be long.
    public func line(withAdvice: Bool = true) -> CallBrief.Section? {
        guard let call = request.call else { return nil }
        let rows: [(String, String?, String)] = [
            (say("Numéro", "Number"), call.dialled?.text, "merchant.phone"),
            (say("Coût", "Cost"), call.number == nil ? nil : cost(of: call), "cost"),
            (say("Horaires", "Hours"), call.hours.map(hours) ?? unknown, "hours"),
            (say("Menu", "Menu"), request.menu?.text, "menu"),
            (say("Conseil", "Advice"), withAdvice ? call.advice : nil, "note"),
        ]
        let facts = rows.compactMap { label, value, field in
            value.map { CallBrief.Fact(label, $0, field: field) }
        }
        return CallBrief.Section(nil, [.facts(facts)])
    }

    private var unknown: String { say("inconnus", "unknown") }

    /// What the call costs, unknown where nobody says.
    func cost(of call: CallLine) -> String {
        switch call.cost {
        case .free: return say("appel gratuit", "free call")
        case .normalCall:
            return call.isAbroad
                ? say(
                    "prix d’un appel vers l’étranger, selon votre opérateur",
                    "the price of a call abroad, as your operator sets it")
                : say("prix d’un appel ordinaire", "the price of an ordinary call")
        case .premium:
            let price = call.price.map { formats.money($0) } ?? say("prix inconnu", "price unknown")
            return say(
                "surtaxé (\(price)) ; pour une réclamation, la loi l’interdit (C. conso. L. 121-16)",
                "premium rate (\(price)); for a complaint the law forbids that (C. conso. L. 121-16)")
        case nil: return say("inconnu", "unknown")
        }
    }

    private func hours(_ hours: CallHours) -> String {
        let parts = [now(hours), today(hours), later(hours)].compactMap { $0 }
        return parts.joined(separator: say(" ; ", "; ")) + zoneNote(hours)
    }

    private func now(_ hours: CallHours) -> String {
        switch hours.availability {
        case .open(let until):
            let end = until.map { " " + formats.closing($0, seenFrom: request.now, in: request.timeZone) }
            return say("ouvert maintenant", "open now") + (end ?? say(", sans interruption", ", all hours"))
        case .closed(let opens):
            guard let opens else {
                return say("fermé maintenant, réouverture inconnue", "closed now, next opening unknown")
            }
            let opening = formats.opening(opens, seenFrom: request.now, in: request.timeZone)
            return say("fermé maintenant, ouvre \(opening)", "closed now, opens \(opening)")
        case .unknown: return say("inconnus en ce moment", "unknown at this moment")
        }
    }

    /// The spans of the day, where they say more than whether it is open now.
    private func today(_ hours: CallHours) -> String? {
        let spans = hours.today.filter { $0.to > request.now }
        let isToldAlready =
            switch hours.availability {
            case .open: spans.count <= 1
            case .closed: spans.isEmpty
            case .unknown: spans.isEmpty
            }
        guard !isToldAlready else { return nil }
        return say("aujourd’hui ", "today ") + formats.list(spans.map(span))
    }

    private func span(_ slot: CallSlot) -> String {
        let from = request.timeZone.civilTime(at: slot.from).secondOfDay
        let to = request.timeZone.civilTime(at: slot.to).secondOfDay
        let end = to == 0 ? say("minuit", "midnight") : formats.time(secondOfDay: to)
        return say(
            "de \(formats.time(secondOfDay: from)) à \(end)", "\(formats.time(secondOfDay: from)) to \(end)")
    }

    /// When it opens again, told only shortly before it closes.
    private func later(_ hours: CallHours) -> String? {
        guard case .open(let until?) = hours.availability, let next = hours.nextOpening,
            request.now.seconds(until: until) < Self.closingSoon
        else { return nil }
        let opening = formats.opening(next, seenFrom: request.now, in: request.timeZone)
        return say("rouvre \(opening)", "opens again \(opening)")
    }

    /// Said where the line's clock shows another time than the person's.
    private func zoneNote(_ hours: CallHours) -> String {
        guard hours.zone.offset(at: request.now) != request.timeZone.offset(at: request.now) else {
            return ""
        }
        return say(
            " (à votre heure, \(request.timeZone.identifier))", " (your time, \(request.timeZone.identifier))"
        )
    }

    /// How a service with an interpreter or a transcription is reached.
    ///
    /// - Source: C. conso. L112-8.
    public var relayAccess: CallBrief.Section {
        let page =
            request.link.map { link in
                say("Ouvrez la page du service : \(link.text)", "Open the page of the service: \(link.text)")
            }
            ?? say(
                "L’adresse de ce service n’est pas connue : dans l’aide ou les contacts du site, cherchez « accessibilité » ou « sourd ou malentendant ».",
                "The address of this service is not known: in the help or contact pages of the site, look for “accessibilité” or “sourd ou malentendant”."
            )
        let law =
            request.call?.advice == nil
            ? say(
                "La loi impose ce service aux entreprises de plus de 250 millions d’euros de chiffre d’affaires (C. conso. L. 112-8).",
                "The law asks this service of companies with a turnover above 250 million euros (C. conso. L. 112-8)."
            ) : nil
        let writing = say(
            "Demandez que chaque promesse soit écrite dans la conversation.",
            "Ask for every promise to be written in the conversation.")
        return CallBrief.Section(
            say("Joindre le service", "How to reach the service"),
            [.points([page, law, writing].compactMap { $0 })])
    }
}

public import CivilCalendar
public import ContactRouting

extension Vocabulary {
    /// How far a fact is trusted.
    public func name(of confidence: Source.Confidence) -> String {
        switch confidence {
        case .high: say("fiable", "reliable")
        case .medium: say("assez fiable", "fairly reliable")
        case .low: say("à vérifier", "to be checked")
        }
    }

    /// What a call costs.
    public func name(of cost: Endpoint.CallCost) -> String {
        switch cost {
        case .free: say("appel gratuit", "free call")
        case .normalCall: say("prix d’un appel normal", "price of a normal call")
        case .premium: say("appel surtaxé", "premium-rate call")
        }
    }

    /// What using a channel costs; nil when that is not known.
    public func cost(_ money: Money?) -> String {
        guard let money else { return say("inconnu", "unknown") }
        return money.hundredths == 0 ? say("gratuit", "free of charge") : Formats(language).money(money)
    }

    /// Whether somebody is there, seen from now: `ouvert jusqu’à 19 h`, `ouvert en permanence`.
    public func availability(_ state: Availability, now: Instant, in zone: TimeZoneRules) -> String {
        let formats = Formats(language)
        switch state {
        case .open(nil): return say("ouvert en permanence", "always open")
        case .open(let until?):
            let end = formats.closing(until, seenFrom: now, in: zone)
            return say("ouvert \(end)", "open \(end)")
        case .closed(nil): return say("fermé", "closed")
        case .closed(let opensAt?):
            let start = formats.opening(opensAt, seenFrom: now, in: zone)
            return say("fermé ; ouvre \(start)", "closed; opens \(start)")
        case .unknown: return say("horaires inconnus", "hours unknown")
        }
    }

    /// A fact's age: `vérifié le 22 novembre 2026`, with a word when it is stale.
    public func checked(_ source: Source, today: CivilDay) -> String {
        let day = Formats(language).date(source.checkedOn)
        guard source.isStale(on: today) else { return say("vérifié le \(day)", "checked on \(day)") }
        return say("vérifié le \(day), à confirmer", "checked on \(day), to be confirmed")
    }

    /// On what a statement stands: an article of law, a source, an estimate, or what the person said.
    public func name(of grounds: Grounds) -> String {
        switch grounds {
        case .law(let citation): name(of: citation)
        case .directory(let source):
            source.title ?? source.url?.text ?? say("annuaire de ce programme", "this program’s directory")
        case .editorial: say("règle ou estimation de ce programme", "rule or estimate of this program")
        case .caseFacts: say("ce que vous avez indiqué", "what you stated")
        }
    }
}

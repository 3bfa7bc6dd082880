import CivilCalendar
import ContactRouting

/// Too early, too late.
extension Phrasebook {
    /// - Parameter head: the words before the colon; an answer to a question has its own.
    func tooEarly(_ objection: Objection, _ channel: ChannelName?, head: String? = nil) -> String {
        let start = head ?? say("Trop tôt", "Too early")
        let reason = say("\(start) : \(tooEarlyReason(channel))", "\(start): \(tooEarlyReason(channel))")
        guard let opens = objection.usableFrom else { return "\(reason)." }
        let from = formats.from(opens, in: zone)
        return say("\(reason). Possible \(from).", "\(reason). Possible \(from).")
    }

    private func tooEarlyReason(_ channel: ChannelName?) -> String {
        switch channel {
        case .marketplaceGuarantee:
            say(
                "le délai d’attente prévu par la garantie court encore",
                "the waiting time of the guarantee is still running")
        case .mediator:
            say(
                "votre réclamation écrite peut encore recevoir une réponse",
                "your written complaint may still be answered")
        case .eccNet:
            say(
                "le centre demande d’attendre trois semaines après la réclamation écrite",
                "the centre asks you to wait three weeks after the written complaint")
        default:  // tidy-allow: an open set of names
            say("un délai court encore", "a waiting time is still running")
        }
    }

    /// - Parameter head: the words before the colon; an answer to a question has its own.
    func tooLate(_ objection: Objection, _ channel: ChannelName?, head: String? = nil) -> String {
        let head = head ?? say("Trop tard", "Too late")
        guard case .since(let since) = objection.detail else {
            return say("\(head) : le délai est passé.", "\(head): the time limit is over.")
        }
        let last = formats.longDate(since.adding(days: -1))
        switch channel {
        case .withdrawalButton:
            return withLaw(
                say(
                    "\(head) : le délai de rétractation a pris fin le \(last).",
                    "\(head): the time to withdraw ended on \(last)."), objection.grounds)
        case .onlineReturn:
            return say(
                "\(head) : \(merchant) acceptait les retours jusqu’au \(last).",
                "\(head): \(merchant) accepted returns until \(last).")
        case .registeredMail: return tooLateForPost(head, since: since, last: last)
        case .mediator:
            return withLaw(
                say(
                    "\(head) : il fallait saisir le médiateur dans l’année qui suit la réclamation écrite, donc au plus tard le \(last).",
                    "\(head): the mediator had to be asked within a year of the written complaint, so by \(last)."
                ),
                objection.grounds)
        case .bankClaim:
            return withLaw(
                say(
                    "\(head) : il fallait prévenir la banque dans les treize mois qui suivent le débit, donc au plus tard le \(last).",
                    "\(head): the bank had to be told within thirteen months of the debit, so by \(last)."),
                objection.grounds)
        default:  // tidy-allow: an open set of names
            let day = formats.longDate(since)
            return say(
                "\(head) : ce n’est plus possible depuis le \(day).",
                "\(head): this has not been possible since \(day).")
        }
    }

    /// Before the right ends, no counter takes a letter any more; afterwards the right itself is over.
    private func tooLateForPost(_ head: String, since: CivilDay, last: String) -> String {
        if zone.startOfDay(since) <= now {
            return say(
                "\(head) : le délai de rétractation a pris fin le \(last).",
                "\(head): the time to withdraw ended on \(last).")
        }
        return say(
            "\(head) : aucun guichet de poste n’ouvre avant la fin du délai, le \(last) à minuit.",
            "\(head): no post counter opens before the time ends, at the end of \(last).")
    }
}

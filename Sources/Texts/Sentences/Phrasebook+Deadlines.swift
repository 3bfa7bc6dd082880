import CivilCalendar
public import ContactRouting

extension Phrasebook {
    /// A time limit in one sentence: until when the person can act, or by when the other side must.
    public func text(of deadline: Deadline) -> String {
        let isOver = deadline.isOver(at: now)
        switch deadline.right {
        case .withdrawal: return withdrawal(deadline, isOver)
        case .merchantReturn:
            return span(
                deadline, isOver,
                say("\(merchant) accepte les retours", "\(merchant) accepts returns").capitalisedFirst,
                say("\(merchant) a accepté les retours", "\(merchant) accepted returns").capitalisedFirst)
        case .delivery:
            return due(
                deadline, isOver, say("La livraison est prévue", "Delivery is due"),
                say("La livraison était prévue", "Delivery was due"))
        case .goodsReturn:
            return due(
                deadline, isOver, say("Vous devez renvoyer le produit", "You must send the goods back"),
                say("Vous deviez renvoyer le produit", "You had to send the goods back"))
        case .refundAfterWithdrawal, .refundAfterTermination, .refundAfterReturn:
            return due(
                deadline, isOver, say("Le remboursement est dû", "The refund is due"),
                say("Le remboursement était dû", "The refund was due")) + surcharge(deadline)
        case .repair:
            return due(
                deadline, isOver,
                say("La réparation ou le remplacement est dû", "The repair or replacement is due"),
                say("La réparation ou le remplacement était dû", "The repair or replacement was due"))
        case .conformityGuarantee:
            return span(
                deadline, isOver,
                say(
                    "La garantie légale couvre les défauts qui apparaissent",
                    "The legal guarantee covers defects that appear"),
                say(
                    "La garantie légale couvre les défauts apparus",
                    "The legal guarantee covers defects that appeared"))
        case .defectPresumption: return presumption(deadline, isOver)
        case .hiddenDefects:
            return span(
                deadline, isOver,
                say("Une action pour vice caché est possible", "A claim for a hidden defect is possible"),
                say("Une action pour vice caché était possible", "A claim for a hidden defect was possible"))
        case .marketplaceGuarantee:
            return span(
                deadline, isOver,
                say("La garantie du site peut être demandée", "The site’s guarantee can be claimed"),
                say("La garantie du site pouvait être demandée", "The site’s guarantee could be claimed"))
        case .mediation:
            return span(
                deadline, isOver,
                say("Le médiateur peut être saisi", "The mediator can be asked"),
                say("Le médiateur pouvait être saisi", "The mediator could be asked"))
                + safeDay(
                    deadline,
                    say(
                        "La loi ne dit pas laquelle de plusieurs réclamations compte :",
                        "The law does not say which of several complaints counts:"))
        case .mediationOutcome:
            return due(
                deadline, isOver,
                say("La réponse du médiateur est attendue", "The mediator’s answer is expected"),
                say("La réponse du médiateur était attendue", "The mediator’s answer was expected"))
        case .eccNet:
            return opening(
                deadline,
                say(
                    "Le Centre européen des consommateurs peut être saisi",
                    "The European Consumer Centre can be asked"))
        case .smallClaims:
            return opening(
                deadline,
                say(
                    "Le tribunal peut être saisi sans avocat, une tentative amiable ayant eu lieu,",
                    "The court can be asked without a lawyer, an amicable attempt having been made,"))
        case .limitation:
            return span(
                deadline, isOver,
                say("Le tribunal peut être saisi", "The court can be asked"),
                say("Le tribunal pouvait être saisi", "The court could be asked"))
        case .unauthorisedPayment:
            return span(
                deadline, isOver,
                say(
                    "Le débit peut être contesté auprès de la banque",
                    "The debit can be disputed with the bank"),
                say(
                    "Le débit pouvait être contesté auprès de la banque",
                    "The debit could be disputed with the bank"))
        }
    }

    private func withdrawal(_ deadline: Deadline, _ isOver: Bool) -> String {
        let sentence =
            span(
                deadline, isOver, say("Vous pouvez vous rétracter", "You can withdraw"),
                say("Vous pouviez vous rétracter", "You could withdraw"))
            + safeDay(
                deadline,
                say(
                    "Il n’est pas sûr que les jours fériés propres à votre région prolongent ce délai :",
                    "It is not certain that the public holidays of your region alone extend this time:"))
        guard deadline.grounds == .law(.consoL22120) else { return sentence }
        return sentence
            + say(
                " Ce délai est plus long parce que le vendeur n’a pas annoncé ce droit.",
                " This time is longer because the seller did not tell of the right.")
    }

    /// Who must prove what.
    private func presumption(_ deadline: Deadline, _ isOver: Bool) -> String {
        let end =
            deadline.lastDay.map(formats.through)
            ?? say("avant un jour qui n’est pas connu", "before a day that is not known")
        return isOver
            ? say(
                "Le vendeur devait prouver que le défaut n’existait pas à la livraison s’il est apparu \(end) ; "
                    + "pour un défaut apparu depuis, la preuve est à vous.",
                "The seller had to prove that the defect was not there on delivery if it appeared \(end); "
                    + "for one that appeared since, the proof is yours.")
            : say(
                "Le vendeur doit prouver que le défaut n’existait pas à la livraison s’il apparaît \(end).",
                "The seller must prove that the defect was not there on delivery if it appears \(end).")
    }

    /// By how much the law has raised a refund that is late.
    private func surcharge(_ deadline: Deadline) -> String {
        let kind: LateRefundSurcharge.Refund
        switch deadline.right {
        case .refundAfterWithdrawal: kind = .afterWithdrawal
        case .refundAfterTermination: kind = .afterTermination
        default: return ""  // tidy-allow: the law raises no other refund
        }
        guard let due = deadline.lastDay,
            let late = LateRefundSurcharge(of: kind, amount: nil, due: due, on: zone.day(at: now))
        else { return "" }
        switch late.increase {
        case .legalInterest:
            return say(
                " La somme porte depuis intérêt au taux légal.",
                " The sum has borne interest at the legal rate since.")
        case .percent(let percent):
            return say(
                " La loi majore aujourd’hui la somme de \(percent)\u{A0}%.",
                " Today the law raises the sum by \(percent)%.")
        case .wholePriceAndLegalInterest:
            return say(
                " La loi double aujourd’hui la somme, avec intérêt au taux légal.",
                " Today the law doubles the sum, with interest at the legal rate.")
        }
    }

    /// The last day by the stricter reading, after the reason why there are two.
    private func safeDay(_ deadline: Deadline, _ reason: String) -> String {
        guard let safe = deadline.safeLastDay, !deadline.isOver(at: now) else { return "" }
        let day = formats.longDate(safe)
        return zone.endOfDay(safe) <= now
            ? say(
                " \(reason) par prudence, il fallait agir au plus tard le \(day) ; faites-le maintenant.",
                " \(reason) to be safe, \(day) was the last day; act now.")
            : say(
                " \(reason) pour être sûr, agissez au plus tard le \(day).",
                " \(reason) to be safe, act by \(day).")
    }

    /// Something that may be done from a moment on, without an end of its own.
    private func opening(_ deadline: Deadline, _ verb: String) -> String {
        guard let opens = deadline.opens, opens > now else {
            return say("\(verb) dès maintenant.", "\(verb) from now on.")
        }
        return "\(verb) \(formats.from(opens, in: zone))."
    }

    /// Something that may be done: from when, until when.
    private func span(_ deadline: Deadline, _ isOver: Bool, _ now: String, _ before: String) -> String {
        let verb = isOver ? before : now
        let start = deadline.opens.flatMap { $0 > self.now ? formats.from($0, in: zone) : nil }
        let end = deadline.lastDay.map(formats.through)
        switch (start, end) {
        case (let start?, let end?): return say("\(verb) \(start) et \(end).", "\(verb) \(start) and \(end).")
        case (let start?, nil): return "\(verb) \(start)."
        case (nil, let end?): return "\(verb) \(end)."
        case (nil, nil): return say("\(verb), sans fin connue.", "\(verb), with no known end.")
        }
    }

    /// Something that the other side must have done by a day.
    private func due(_ deadline: Deadline, _ isOver: Bool, _ now: String, _ before: String) -> String {
        let verb = isOver ? before : now
        guard let last = deadline.lastDay else {
            return say("\(verb), à une date qui n’est pas connue.", "\(verb), on a day that is not known.")
        }
        let day = formats.longDate(last)
        return say("\(verb) au plus tard le \(day).", "\(verb) by \(day).")
    }
}

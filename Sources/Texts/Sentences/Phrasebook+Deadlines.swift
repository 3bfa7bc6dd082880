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
        case .refundAfterWithdrawal, .refundAfterTermination, .refundAfterReturn:
            return due(
                deadline, isOver, say("Le remboursement est dû", "The refund is due"),
                say("Le remboursement était dû", "The refund was due"))
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
        case .mediationOutcome:
            return due(
                deadline, isOver,
                say("La réponse du médiateur est attendue", "The mediator’s answer is expected"),
                say("La réponse du médiateur était attendue", "The mediator’s answer was expected"))
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
        let sentence = span(
            deadline, isOver, say("Vous pouvez vous rétracter", "You can withdraw"),
            say("Vous pouviez vous rétracter", "You could withdraw"))
        guard deadline.grounds == .law(.consoL22120) else { return sentence }
        return sentence
            + say(
                " Ce délai est plus long parce que le vendeur n’a pas annoncé ce droit.",
                " This time is longer because the seller did not tell of the right.")
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

internal import ContactRouting
internal import Texts

/// What is asked for, and by when.
struct DemandSentences {
    let facts: ContactCase
    let plan: LetterPlan
    let language: Language

    private var isFrench: Bool { language == .french }
    private var formats: Formats { Formats(language) }

    /// The claim; where the law gives another remedy first than the person wants, the wish stands before it.
    var claim: [MessageSentence?] {
        let line = MessageSentence(words: plan.demandLine(in: language, about: facts.issue.kind))
        guard plan.doubts.contains(.remedyComesFirst(.letter)), let preferred else {
            return [isFrench ? "Ma demande\u{A0}: \(line)." : "What I ask for: \(line)."]
        }
        return [
            preferred,
            isFrench ? "À défaut, ma demande\u{A0}: \(line)." : "Failing that, I ask for: \(line).",
        ]
    }

    /// A question has no claim, only a day.
    var answer: MessageSentence {
        let day = formats.date(plan.dueBy)
        return isFrench
            ? "Je vous remercie de me répondre au plus tard le \(day, "issue.demand")."
            : "Please answer me by \(day, "issue.demand") at the latest."
    }

    /// What the person named, for a form that decides by its own rules and not by the law's order of remedies.
    var wish: MessageSentence? {
        guard let demand = facts.issue.demand, demand != .other, demand != .information else { return nil }
        let name = MessageSentence(words: Vocabulary(language).name(of: demand))
        guard demand == .refund, let sum = facts.order.amount.map(formats.money) else {
            return isFrench ? "Ma demande\u{A0}: \(name)." : "What I ask for: \(name)."
        }
        return isFrench
            ? "Ma demande\u{A0}: \(name) de \(sum, "order.amount")."
            : "What I ask for: \(name) of \(sum, "order.amount")."
    }

    /// The wish for money, where the guarantee gives another remedy first.
    private var preferred: MessageSentence? {
        switch facts.issue.demand {
        case .refund: isFrench ? "Je préférerais un remboursement." : "I would prefer a refund."
        case .cancellation:
            isFrench ? "Je préférerais l’annulation de la vente." : "I would prefer the sale to be cancelled."
        case .priceReduction:
            isFrench ? "Je préférerais une baisse du prix." : "I would prefer a lower price."
        case .replacement, .repair, .delivery, .information, .other, nil: nil
        }
    }

    /// What the law adds to a late refund so far.
    var surcharge: MessageSentence? {
        guard let sum = plan.surcharge?.sum, sum.hundredths > 0 else { return nil }
        let money = formats.money(sum)
        return isFrench
            ? "La majoration légale de retard s’y ajoute\u{A0}: \(money, "order.amount") à ce jour."
            : "The legal increase for the delay comes on top: \(money, "order.amount") so far."
    }

    /// The articles help once a contact has failed, or a right was denied; before that they only sound like a threat.
    var law: MessageSentence? {
        let wasDenied = facts.issue.kind == .refundRefused || facts.issue.kind == .warrantyRefused
        guard plan.hasFailedContact || wasDenied || plan.kind == .withdrawal || plan.endsContract,
            let words = LegalHint.text(plan, in: language)
        else { return nil }
        return isFrench ? "En droit\u{A0}: \(words)." : "The law: \(words)."
    }
}

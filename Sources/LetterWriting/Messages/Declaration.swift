public import ContactRouting
internal import Texts

/// What a letter declares before it demands anything: that a contract ends, that a right is used.
///
/// A demand for the money back does not end a contract; the declaration does.
struct Declaration {
    let facts: ContactCase
    let plan: LetterPlan
    let language: Language

    private var isFrench: Bool { language == .french }

    /// Nil where the letter declares nothing, or where it is a withdrawal, which a message tells among the facts.
    ///
    /// - Parameter namesItem: whether the readers may know what it is about.
    func sentence(namingItem namesItem: Bool) -> MessageSentence? {
        if plan.endsContract { return termination }
        switch plan.matter {
        case .dataAccess:
            return isFrench
                ? "J’exerce mon droit d’accès (article\u{A0}15 du RGPD)\u{A0}: dites-moi si vous traitez des données personnelles qui me concernent et adressez-m’en une copie, avec les informations que prévoit cet article."
                : "I exercise my right of access (Article\u{A0}15 of the GDPR): tell me whether you process personal data about me, and send me a copy with the information that this article lists."
        case .dataErasure:
            return isFrench
                ? "J’exerce mon droit à l’effacement (article\u{A0}17 du RGPD)\u{A0}: effacez les données personnelles qui me concernent."
                : "I exercise my right to erasure (Article\u{A0}17 of the GDPR): erase the personal data about me."
        case .subscriptionTermination where plan.kind != .reminder:
            return endOfSubscription(
                namesItem ? facts.order.item.name?.text.insideQuotation(in: language) : nil)
        default: return nil  // tidy-allow: the letters that only demand
        }
    }

    /// Whether the declaration tells what the matter is.
    var tellsMatter: Bool {
        switch plan.matter {
        case .dataAccess, .dataErasure: true
        case .subscriptionTermination: plan.kind != .reminder
        default: false  // tidy-allow: the letters whose trouble is told first
        }
    }

    private func endOfSubscription(_ item: String?) -> MessageSentence {
        switch (language, item) {
        case (.french, let item?):
            "Je vous notifie la résiliation de mon abonnement «\u{A0}\(item, "order.item.name")\u{A0}», avec effet à la première date que permettent le contrat et la loi."
        case (.french, nil):
            "Je vous notifie la résiliation de mon abonnement, avec effet à la première date que permettent le contrat et la loi."
        case (.english, let item?):
            "I hereby terminate my subscription “\(item, "order.item.name")”, with effect from the first day that the contract and the law allow."
        case (.english, nil):
            "I hereby terminate my subscription, with effect from the first day that the contract and the law allow."
        }
    }

    private var termination: MessageSentence {
        guard let reason else { return isFrench ? "Je résous le contrat." : "I terminate the contract." }
        return isFrench
            ? "\(reason)\u{A0}; je résous le contrat." : "\(reason); I terminate the contract."
    }

    /// Why the contract may end, as the letter tells it.
    private var reason: MessageSentence? {
        if plan.kind == .deliveryTermination {
            guard let day = plan.failedNotice?.deadline.map(Formats(language).date) else { return nil }
            return isFrench
                ? "Le délai fixé au \(day, "history") est expiré"
                : "The time that I set until \(day, "history") is over"
        }
        if plan.kind == .counterfeit { return nil }
        switch plan.remedyGround {
        case .refused:
            return isFrench
                ? "La mise en conformité m’a été refusée" : "I was refused the repair or replacement"
        case .late:
            return isFrench
                ? "La mise en conformité n’a pas eu lieu dans les trente jours"
                : "No repair or replacement was made within thirty days"
        case .failed:
            return isFrench
                ? "La réparation n’a pas rendu le bien conforme"
                : "The repair did not bring the goods into conformity"
        case .grave: return isFrench ? "Ce défaut est grave" : "This defect is grave"
        case nil: return nil
        }
    }
}

/// What a message may declare, beside what it asks for.
public enum DeclaredMatter: Hashable, Sendable, CaseIterable {
    case withdrawal, endOfContract, endOfSubscription, dataRequest
}

extension LetterPlan {
    /// What the letter declares; nil for one that only demands, or repeats what was declared before.
    public func declares(in facts: ContactCase) -> DeclaredMatter? {
        if endsContract { return .endOfContract }
        switch matter {
        case .withdrawal: return facts.order.withdrawalNotifiedOn == nil ? .withdrawal : nil
        case .subscriptionTermination: return kind == .reminder ? nil : .endOfSubscription
        case .dataAccess, .dataErasure: return .dataRequest
        case .deliveryNotice, .deliveryTermination, .refundOverdue, .refundAfterTermination,
            .conformityRemedy, .guaranteeRefused, .priceReductionOrTermination, .counterfeit, .hiddenDefect,
            .wrongOrMissingItem, .unorderedItem, .refundAfterReturn, .unduePayment, .reminder,
            .complaintBeforeMediation, .generalNotice:
            return nil
        }
    }

    /// Whether the letter ends the contract, and does not only ask for the money.
    ///
    /// - Source: C. conso. L216-6, L217-14.
    var endsContract: Bool {
        switch kind {
        case .deliveryTermination: return true
        case .priceReductionOrTermination, .counterfeit:
            if case .refund = demand { return true }
            return false
        case .deliveryNotice, .withdrawal, .refundOverdue, .refundAfterTermination, .conformityRemedy,
            .guaranteeRefused, .hiddenDefect, .wrongOrMissingItem, .unorderedItem, .refundAfterReturn,
            .unduePayment, .subscriptionTermination, .dataAccess, .dataErasure, .reminder,
            .complaintBeforeMediation, .generalNotice:
            return false
        }
    }
}

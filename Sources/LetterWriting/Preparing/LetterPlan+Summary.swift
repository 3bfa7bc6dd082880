internal import CivilCalendar
public import ContactRouting
internal import Texts

extension LetterPlan {
    /// What is demanded and by when, in a few words: for a call, a form or a cover.
    ///
    /// - Parameter issue: the trouble, which tells what is meant where the demand alone does not.
    public func demandLine(in language: Language, about issue: IssueKind) -> String {
        let formats = Formats(language)
        let due = formats.date(dueBy)
        let line =
            switch language {
            case .french: "\(demandWords(in: language, about: issue)), au plus tard le \(due)"
            case .english: "\(demandWords(in: language, about: issue)), by \(due) at the latest"
            }
        // Until the goods or the proof that they were sent are back, no day binds.
        guard doubts.contains(.returnUnknown) else { return line }
        return switch language {
        case .french: "\(line) ou, si elle vient après, dès la preuve du renvoi du bien"
        case .english: "\(line) or, if this comes later, on proof that the goods were sent back"
        }
    }

    func demandWords(in language: Language, about issue: IssueKind) -> String {
        let isFrench = language == .french
        switch demand {
        case .deliver: return isFrench ? "livraison de la commande" : "delivery of the order"
        case .proveHandover:
            return isFrench
                ? "preuve de la remise au transporteur, sinon livraison"
                : "proof that the carrier was given the goods, or else delivery"
        case .deliverMissingPart:
            return isFrench ? "livraison de ce qui manque" : "delivery of what is missing"
        case .exchangeWrongItem:
            return isFrench
                ? "livraison de l’article commandé et reprise de l’autre"
                : "delivery of the item ordered, and collection of the other one"
        case .refund(let amount):
            let sum = amount.map { Formats(language).money($0) }
            return isFrench
                ? "remboursement " + (sum.map { "de \($0)" } ?? "de toutes les sommes versées")
                : "refund of " + (sum ?? "everything paid")
        case .repair: return isFrench ? "réparation gratuite" : "repair, free of charge"
        case .replacement: return isFrench ? "remplacement gratuit" : "replacement, free of charge"
        case .repairOrReplacement:
            return isFrench
                ? "réparation ou remplacement, sans frais" : "repair or replacement, free of charge"
        case .priceReduction: return isFrench ? "réduction du prix" : "a lower price"
        case .collectUnordered:
            return isFrench
                ? "confirmation écrite que rien n’est réclamé pour cet envoi"
                : "confirmation in writing that nothing is claimed for these goods"
        case .confirmTermination:
            return isFrench
                ? "confirmation écrite de la résiliation et de sa date"
                : "confirmation in writing of the termination and its day"
        case .dataCopy:
            return isFrench ? "copie de mes données personnelles" : "a copy of my personal data"
        case .eraseData:
            return isFrench ? "effacement de mes données personnelles" : "erasure of my personal data"
        case .perform(let named): return Self.words(of: named, about: issue)[language]
        }
    }
}

extension LetterPlan {
    /// What a letter without a law of its own demands: the same act as in the letter.
    private static func words(of named: Issue.Demand?, about issue: IssueKind) -> LocalText {
        switch named {
        case .refund:
            LocalText(
                french: "remboursement de la somme en cause", english: "a refund of the sum in question")
        case .cancellation where issue == .subscriptionCancellation:
            LocalText(
                french: "résiliation de mon abonnement, confirmée par écrit",
                english: "the end of my subscription, confirmed in writing")
        case .cancellation:
            LocalText(
                french: "annulation de la commande, confirmée par écrit",
                english: "cancellation of the order, confirmed in writing")
        case .delivery: LocalText(french: "livraison de la commande", english: "delivery of the order")
        case .replacement:
            LocalText(french: "remplacement de l’article", english: "replacement of the item")
        case .repair: LocalText(french: "réparation de l’article", english: "repair of the item")
        case .priceReduction: LocalText(french: "réduction du prix", english: "a lower price")
        case .information, .other, nil:
            issue == .invoiceMissing
                ? LocalText(french: "envoi de la facture", english: "the invoice")
                : issue == .contactInEnglish
                    ? LocalText(french: "une réponse en anglais", english: "an answer in English")
                    : LocalText(
                        french: "réponse et solution écrites", english: "an answer and a solution in writing")
        }
    }
}

extension LetterArticle.Code {
    /// The name of the code, as a citation has it after the article.
    public func name(in language: Language) -> String {
        switch (self, language) {
        case (.consumer, .french): "code de la consommation"
        case (.consumer, .english): "French consumer code (code de la consommation)"
        case (.civil, .french): "code civil"
        case (.civil, .english): "French civil code (code civil)"
        case (.gdpr, .french): "règlement (UE) 2016/679 (RGPD)"
        case (.gdpr, .english): "Regulation (EU) 2016/679 (GDPR)"
        case (.financial, .french): "code monétaire et financier"
        case (.financial, .english):
            "French monetary and financial code (code monétaire et financier)"
        case (.civilProcedure, .french): "code de procédure civile"
        case (.civilProcedure, .english): "French code of civil procedure (code de procédure civile)"
        }
    }
}

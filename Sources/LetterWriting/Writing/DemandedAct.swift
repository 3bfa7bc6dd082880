import ContactRouting

/// The act that a letter demands.
struct DemandedAct {
    /// After "Je vous demande": "de …", "d’…".
    let text: String
    /// What the words rest on: facts that the case must then give.
    let needs: Needs

    /// The facts without which an act would be empty words.
    enum Needs: Hashable, Sendable {
        case nothing
        /// Only the description says what is meant.
        case description
        /// Nothing says what is wanted.
        case demand
    }

    init(_ demand: LetterDemand, issue: IssueKind) {
        switch demand {
        case .refund(nil) where issue == .chargedTwice: self.init("de me rembourser la somme débitée en trop")
        case .refund(nil) where issue == .unorderedItem: self.init("de me rembourser la somme prélevée")
        case .refund(let amount): self.init("de me rembourser \(FrenchPhrases.sum(amount))")
        case .deliver: self.init("de livrer cette commande")
        case .proveHandover:
            self.init(
                "de m’adresser la preuve de la remise du bien au transporteur ou, si cette remise n’a pas eu lieu, "
                    + "de livrer cette commande")
        case .deliverMissingPart: self.init("de livrer ce qui manque")
        case .exchangeWrongItem: self.init("de livrer l’article commandé")
        case .repair: self.init("de réparer l’article")
        case .replacement, .repairOrReplacement: self.init("de remplacer l’article")
        case .priceReduction: self.init("de réduire le prix et de me restituer la différence")
        case .collectUnordered:
            self.init("de me confirmer par écrit que vous ne réclamez rien pour cet envoi")
        case .confirmTermination:
            self.init(
                "de me confirmer par écrit la réception de cette résiliation et la date à laquelle l’abonnement prend fin"
            )
        case .dataCopy:
            self.init("de m’adresser une copie des données personnelles qui me concernent")
        case .eraseData:
            self.init("d’effacer les données personnelles qui me concernent et de me le confirmer par écrit")
        case .perform(let named): self.init(named, issue: issue)
        }
    }

    private init(_ named: Issue.Demand?, issue: IssueKind) {
        switch named {
        case .refund: self.init("de me rembourser la somme exposée ci-dessus", needs: .description)
        case .cancellation where issue == .subscriptionCancellation:
            self.init("de résilier mon abonnement et de me le confirmer par écrit")
        case .cancellation: self.init("d’annuler cette commande et de me le confirmer par écrit")
        case .delivery: self.init("de livrer cette commande")
        case .replacement: self.init("de remplacer l’article")
        case .repair: self.init("de réparer l’article")
        case .priceReduction: self.init("de réduire le prix comme exposé ci-dessus", needs: .description)
        case .information, .other, nil:
            if issue == .invoiceMissing {
                self.init("de m’adresser la facture")
            } else {
                self.init(
                    "de donner suite à la demande exposée ci-dessus",
                    needs: named == nil ? .demand : .description)
            }
        }
    }

    private init(_ text: String, needs: Needs = .nothing) {
        self.text = text
        self.needs = needs
    }
}

import ContactRouting

/// The act that a letter demands.
struct DemandedAct {
    private let french: String
    private let english: String
    /// What the words rest on: facts that the case must then give.
    let needs: Needs

    /// The facts without which an act would be empty words.
    enum Needs: Hashable, Sendable {
        case nothing
        /// Only the description says what is meant.
        case description
        /// Only the description can say how much: it must hold a sum or a share.
        case sum
        /// Nothing says what is wanted.
        case demand
    }

    /// In French after "Je vous demande": "de …", "d’…"; in English after "I ask you to".
    func text(in language: Language) -> String {
        switch language {
        case .french: french
        case .english: english
        }
    }

    init(_ demand: LetterDemand, issue: IssueKind) {
        switch demand {
        case .refund(nil) where issue == .chargedTwice:
            self.init("de me rembourser la somme débitée en trop", "refund me the sum charged in excess")
        case .refund(nil) where IssueSet.withoutContract.contains(issue):
            self.init("de me rembourser la somme prélevée", "refund me the sum that was taken")
        case .refund(let amount):
            self.init(
                "de me rembourser \(FrenchPhrases.sum(amount))", "refund me \(EnglishPhrases.sum(amount))")
        case .deliver: self.init("de livrer ma commande", "deliver my order")
        case .proveHandover:
            self.init(
                "de m’adresser la preuve de la remise du bien au transporteur ou, si cette remise n’a pas eu lieu, "
                    + "de livrer ma commande",
                "send me proof that the goods were handed over to the carrier or, if they were not, deliver my order"
            )
        case .deliverMissingPart: self.init("de livrer ce qui manque", "deliver what is missing")
        case .exchangeWrongItem: self.init("de livrer l’article commandé", "deliver the item ordered")
        case .repair: self.init("de réparer l’article", "repair the item")
        case .replacement: self.init("de remplacer l’article", "replace the item")
        case .repairOrReplacement:
            self.init("de réparer ou de remplacer l’article", "repair or replace the item")
        case .priceReduction:
            self.init(
                "de réduire le prix et de me restituer la différence",
                "reduce the price and refund me the difference")
        case .collectUnordered:
            self.init(
                "de me confirmer par écrit que vous ne réclamez rien pour cet envoi",
                "confirm to me in writing that you claim nothing for these goods")
        case .confirmTermination:
            self.init(
                "de me confirmer par écrit la réception de cette résiliation et la date à laquelle l’abonnement prend fin",
                "confirm to me in writing that you have received this termination and the date on which the subscription ends"
            )
        case .dataCopy:
            self.init(
                "de m’adresser une copie des données personnelles qui me concernent",
                "send me a copy of the personal data concerning me")
        case .eraseData:
            self.init(
                "d’effacer les données personnelles qui me concernent et de me le confirmer par écrit",
                "erase the personal data concerning me and confirm this to me in writing")
        case .perform(let named): self.init(named, issue: issue)
        }
    }

    private init(_ named: Issue.Demand?, issue: IssueKind) {
        switch named {
        case .refund:
            self.init(
                "de me rembourser la somme exposée ci-dessus", "refund me the sum set out above",
                needs: .sum)
        case .cancellation where issue == .subscriptionCancellation:
            self.init(
                "de résilier mon abonnement et de me le confirmer par écrit",
                "terminate my subscription and confirm this to me in writing")
        case .cancellation:
            self.init(
                "d’annuler ma commande et de me le confirmer par écrit",
                "cancel my order and confirm this to me in writing")
        case .delivery: self.init("de livrer ma commande", "deliver my order")
        case .replacement: self.init("de remplacer l’article", "replace the item")
        case .repair: self.init("de réparer l’article", "repair the item")
        case .priceReduction:
            self.init(
                "de réduire le prix comme exposé ci-dessus", "reduce the price as set out above",
                needs: .sum)
        case .information, .other, nil:
            if issue == .invoiceMissing {
                self.init("de m’adresser la facture", "send me the invoice")
            } else if issue == .contactInEnglish {
                self.init("de me répondre en anglais", "answer me in English")
            } else if named == .information {
                self.init("de me répondre par écrit", "answer me in writing", needs: .description)
            } else {
                self.init(
                    "de donner suite à la demande exposée ci-dessus", "act on the request set out above",
                    needs: named == nil ? .demand : .description)
            }
        }
    }

    private init(_ french: String, _ english: String, needs: Needs = .nothing) {
        self.french = french
        self.english = english
        self.needs = needs
    }
}

internal import ContactRouting
internal import Texts

/// The one article that a caller names, with what it says in a few words.
///
/// A list of articles is no use in a call. What an article says is told as the rule it is; whether the rule's
/// conditions are met, the adviser may dispute.
struct CallLaw {
    let article: LetterArticle

    /// - Returns: nil when the plan stands on no article of the consumer code.
    init?(_ plan: LetterPlan) {
        let cited = plan.articles.filter { $0.code == .consumer && $0 != .consoL6121 }
        let isAboutMoneyBack = plan.kind == .priceReductionOrTermination && cited.contains(.consoL21714)
        guard let main = isAboutMoneyBack ? .consoL21714 : cited.first else { return nil }
        article = main
    }

    /// The article with what it says.
    func line(in language: Language) -> String {
        let gloss = Self.glosses[article]
        switch language {
        case .french:
            return "En droit : code de la consommation, article \(article.number)"
                + (gloss.map { " (\($0.french))" } ?? "") + "."
        case .english:
            return "The law: French consumer code (code de la consommation), article \(article.number)"
                + (gloss.map { " (\($0.english))" } ?? "") + "."
        }
    }

    /// The end of a sentence that demands.
    func spoken(in language: Language) -> String {
        switch language {
        case .french: " (article \(article.number) du code de la consommation)"
        case .english: " (article \(article.number) of the French consumer code)"
        }
    }

    /// What the articles say, in the words of docs/law.md; an article that is not here is named alone.
    private static let glosses: [LetterArticle: LocalText] = [
        .consoL2161: LocalText(
            french: "livraison le jour annoncé, au plus tard 30 jours après la commande si aucun ne l’est",
            english: "delivery on the day announced, within 30 days of the order if none was"),
        .consoL2162: LocalText(
            french: "le risque de perte est au vendeur jusqu’à la remise au client",
            english: "the risk of loss is the seller’s until the customer has the goods"),
        .consoL2166: LocalText(
            french: "après une mise en demeure sans effet, le client peut mettre fin au contrat",
            english: "after a formal notice without effect the customer may end the contract"),
        .consoL2167: LocalText(
            french: "remboursement dans les 14 jours qui suivent la fin du contrat",
            english: "refund within 14 days of the end of the contract"),
        .consoL2173: LocalText(
            french: "le vendeur répond des défauts qui apparaissent dans les deux ans de la livraison",
            english: "the seller answers for defects that appear within two years of delivery"),
        .consoL21714: LocalText(
            french:
                "baisse du prix ou fin du contrat quand la mise en conformité est refusée, tarde ou échoue",
            english: "a lower price or the end of the contract when a remedy is refused, late or fails"),
        .consoL21717: LocalText(
            french:
                "remboursement dans les 14 jours qui suivent le retour du bien ou la preuve de son renvoi",
            english: "refund within 14 days of the return of the goods or the proof of it"),
        .consoL22118: LocalText(
            french: "14 jours pour se rétracter d’un achat à distance, sans donner de motif",
            english: "14 days to withdraw from a distance sale, without giving a reason"),
        .consoL22124: LocalText(
            french:
                "remboursement dans les 14 jours de la rétractation ; le vendeur peut attendre le bien ou la preuve de son envoi",
            english:
                "refund within 14 days of the withdrawal; the seller may wait for the goods or the proof of their dispatch"
        ),
    ]
}

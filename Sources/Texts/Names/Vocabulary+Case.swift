public import CivilCalendar
public import ContactRouting

extension Vocabulary {
    /// What came of an earlier contact.
    public func name(of outcome: PastContact.Outcome) -> String {
        switch outcome {
        case .sent: say("envoyé", "sent")
        case .noReply: say("sans réponse", "no reply")
        case .answered: say("réponse reçue", "answer received")
        case .promised: say("promesse reçue", "promise received")
        case .promiseNotKept: say("promesse non tenue", "promise not kept")
        case .refused: say("demande refusée", "demand refused")
        case .partlyAccepted: say("demande acceptée en partie", "demand accepted in part")
        case .accepted: say("demande acceptée", "demand accepted")
        case .bounced: say("message revenu : adresse en échec", "message came back: address failed")
        case .notReached: say("personne n’a répondu", "nobody answered")
        case .delivered: say("distribution confirmée", "delivery confirmed")
        case .unclaimed: say("lettre non retirée", "letter not collected")
        }
    }

    /// Who sold.
    public func name(of kind: Seller.Kind) -> String {
        switch kind {
        case .firstParty: say("le site lui-même", "the site itself")
        case .thirdParty: say("un vendeur tiers sur le site", "a third-party seller on the site")
        case .ownWebsite: say("une boutique sur son propre site", "a shop on its own website")
        case .privatePerson: say("un particulier", "a private person")
        }
    }

    /// Who stores and ships the goods.
    public func name(of fulfiller: Seller.Fulfiller) -> String {
        switch fulfiller {
        case .merchant: say("le site", "the site")
        case .seller: say("le vendeur", "the seller")
        }
    }

    /// How the order was paid.
    public func name(of payment: Order.Payment) -> String {
        switch payment {
        case .card: say("carte bancaire", "bank card")
        case .bankTransfer: say("virement", "bank transfer")
        case .directDebit: say("prélèvement", "direct debit")
        case .paypal: say("PayPal", "PayPal")
        case .giftCard: say("carte cadeau", "gift card")
        case .instalments: say("paiement en plusieurs fois", "instalments")
        case .cashOnDelivery: say("paiement à la livraison", "cash on delivery")
        case .other: say("autre moyen de paiement", "other means of payment")
        }
    }

    /// The state in which the item was sold.
    public func name(of condition: Item.Condition) -> String {
        switch condition {
        case .new: say("neuf", "new")
        case .secondHand: say("d’occasion", "second-hand")
        case .refurbished: say("reconditionné", "refurbished")
        }
    }

    /// What the person would rather have.
    public func name(of priority: Preferences.Priority) -> String {
        switch priority {
        case .fastest: say("le plus rapide", "the fastest")
        case .cheapest: say("le moins cher", "the cheapest")
        case .strongestEvidence: say("la meilleure preuve", "the strongest proof")
        case .leastEffort: say("le moins d’efforts", "the least effort")
        }
    }

    /// A part of France with its own holidays or clock.
    public func name(of region: FrenchRegion) -> String {
        switch region {
        case .metropole: say("France métropolitaine", "mainland France")
        case .alsaceMoselle: say("Alsace et Moselle", "Alsace and Moselle")
        case .guadeloupe: say("Guadeloupe", "Guadeloupe")
        case .martinique: say("Martinique", "Martinique")
        case .guyane: say("Guyane", "French Guiana")
        case .reunion: say("La Réunion", "Réunion")
        case .mayotte: say("Mayotte", "Mayotte")
        case .saintMartin: say("Saint-Martin", "Saint Martin")
        case .saintBarthelemy: say("Saint-Barthélemy", "Saint Barthélemy")
        }
    }

    /// What kind of thing was bought.
    public func name(of category: Item.Category) -> String {
        switch category {
        case .homeware: say("maison et décoration", "homeware")
        case .electronics: say("électronique", "electronics")
        case .clothing: say("vêtements", "clothing")
        case .shoes: say("chaussures", "shoes")
        case .luggage: say("bagages", "luggage")
        case .watch: say("montre", "watch")
        case .jewellery: say("bijoux", "jewellery")
        case .toys: say("jouets", "toys")
        case .book: say("livre", "book")
        case .press: say("journal ou magazine", "newspaper or magazine")
        case .audioVideo: say("disque ou film", "recorded music or film")
        case .software: say("logiciel", "software")
        case .game: say("jeu vidéo", "video game")
        case .digital: say("contenu numérique", "digital content")
        case .eBook: say("livre numérique", "e-book")
        case .freshFood: say("produits frais", "fresh food")
        case .food: say("alimentation", "food")
        case .alcohol: say("boissons alcoolisées", "alcohol")
        case .hygiene: say("hygiène", "hygiene")
        case .cosmetics: say("cosmétiques", "cosmetics")
        case .personalised: say("article personnalisé", "personalised item")
        case .giftCard: say("carte cadeau", "gift card")
        case .handmade: say("fait main", "handmade item")
        case .largeAppliance: say("gros électroménager", "large appliance")
        case .furniture: say("meuble", "furniture")
        case .other: say("autre article", "other item")
        }
    }
}

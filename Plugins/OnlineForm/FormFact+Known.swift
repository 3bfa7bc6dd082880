internal import ChannelPluginKit
internal import ContactRouting

/// The facts of a case that forms ask for, under keys of ours.
extension FormFact {
    // The order.
    static let orderNumber = text("orderNumber", "Numéro de commande", "Order number") {
        $0.order.number?.reveal().text
    }
    static let orderedOn = day("orderedOn", "Commandé le", "Ordered on") { $0.order.orderedOn }
    static let item = text("item", "Article", "Item") { $0.order.item.name?.text }
    static let itemCategory = choice("itemCategory", "Genre d’article", "Kind of item") { $0.itemCategory }
    static let amount = money("amount", "Montant", "Amount") { $0.order.amount }
    static let payment = choice("payment", "Moyen de paiement", "Means of payment") { $0.payment }
    static let debitedOn = day("debitedOn", "Débité le", "Debited on") { $0.order.debitedOn }
    static let announcedOn = day("announcedOn", "Livraison annoncée pour le", "Delivery announced for") {
        $0.order.promisedOn ?? $0.order.latestEstimatedDelivery
    }
    static let deliveredOn = day("deliveredOn", "Livré le", "Delivered on") { $0.deliveredOn }
    static let trackingNumber = text("trackingNumber", "Numéro de suivi", "Tracking number") {
        $0.order.carrierTracking?.text
    }

    // The parties.
    static let company = text("company", "Entreprise", "Company") { $0.request.merchantName?.text }
    static let seller = text("seller", "Vendeur", "Seller") { $0.sellerName }
    static let website = text("website", "Site internet", "Website") { $0.website }
    static let registration = text("registration", "Numéro d’immatriculation", "Registration number") {
        $0.facts.seller.registration?.text
    }
    static let name = text("name", "Nom", "Name") { $0.consumer.name?.reveal().text }
    static let address = text("address", "Adresse", "Address") { $0.address }
    static let email = text("email", "E-mail", "E-mail") { $0.consumer.email?.reveal().text }
    static let phone = text("phone", "Téléphone", "Phone") { $0.request.phone?.nationalForm.text }

    // What happened and what is wanted.
    static let reason = choice("reason", "Motif", "Reason") { $0.reason }
    static let demand = choice("demand", "Ce que vous demandez", "What you ask for") { $0.demand }
    static let answerBy = day("answerBy", "Réponse demandée pour le", "Answer asked for by") {
        $0.request.letter?.dueBy
    }
    static let message = text("message", "Message", "Message") { $0.message }
    static let sellerContactedOn = day("sellerContactedOn", "Vendeur contacté le", "Seller contacted on") {
        $0.sellerContact?.day
    }
    static let sellerAnswer = choice("sellerAnswer", "Réponse du vendeur", "The seller’s answer") {
        $0.sellerAnswer
    }

    // A deception.
    static let medium = choice("medium", "Reçu par", "How it came") { $0.medium }
    static let sender = textOrOpen("sender", "Expéditeur, tel qu’il s’affiche", "Sender, as it is shown") {
        $0.callerNumber
    }
    static let receivedAt = open("receivedAt", "Reçu le, à", "Received on, at")
    static let linkOpened = flag("linkOpened", "Lien ouvert", "Link opened") { $0.facts.issue.clicked }
    static let dataGiven = text("dataGiven", "Données communiquées", "Data given") { $0.dataGiven }
    static let pageAddress = textOrOpen(
        "pageAddress", "Adresse de la page, copiée sans l’ouvrir",
        "Address of the page, copied without opening it"
    ) { $0.website }
    static let smsTo33700 = text("smsTo33700", "SMS à envoyer au 33700", "Text message to send to 33700") {
        $0.smsTo33700
    }
}

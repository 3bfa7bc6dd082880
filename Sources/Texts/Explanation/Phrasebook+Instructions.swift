import ContactRouting

/// What to do, as one imperative sentence per channel, with the number or address where it is known.
extension Phrasebook {
    func instruction(for channel: UsableChannel) -> String {
        let offer = channel.offer
        switch offer.channel {
        case .selfService, .onlineReturn, .withdrawalButton: return accountInstruction(offer)
        case .chat, .callback, .phone, .accessiblePhone, .email, .socialDM, .sellerMessaging,
            .marketplaceGuarantee:
            return contactInstruction(channel)
        case .registeredMail, .mediator, .eccNet, .conciliator, .courtRequest, .consumerAssociation,
            .signalConso:
            return recourseInstruction(channel)
        default:  // tidy-allow: an open set of names
            return protectionInstruction(offer)
        }
    }

    // MARK: The account's own pages

    private func accountInstruction(_ offer: ChannelOffer) -> String {
        switch offer.channel {
        case .onlineReturn:
            return say(
                "Remplissez le formulaire de retour en ligne dans votre compte : choisissez la commande, puis le motif.",
                "Fill in the online return form in your account: choose the order, then the reason.")
        case .withdrawalButton:
            return say(
                "Sur le site \(ofMerchant), utilisez la fonction « renoncer au contrat ici » et gardez l’accusé de réception daté.",
                "On the site of \(merchant), use the function “renoncer au contrat ici” (withdraw from the contract here) and keep the dated acknowledgement."
            )
        default: break  // tidy-allow: an open set of names
        }
        switch facts.issue.kind {
        case .subscriptionCancellation:
            return say(
                "Résiliez directement sur la page de l’abonnement, dans votre compte.",
                "Cancel directly on the subscription’s page, in your account.")
        case .orderTracking:
            return say("Suivez la commande dans votre compte.", "Track the order in your account.")
        case .orderChange:
            return say("Modifiez la commande dans votre compte.", "Change the order in your account.")
        case .orderCancellation:
            return say("Annulez la commande dans votre compte.", "Cancel the order in your account.")
        case .invoiceMissing:
            return say(
                "Téléchargez la facture dans votre compte.", "Download the invoice from your account.")
        default:  // tidy-allow: every other issue
            return say(
                "Utilisez la page prévue dans votre compte chez \(merchant).",
                "Use the page for this in your account with \(merchant).")
        }
    }

    // MARK: Contacts

    private func contactInstruction(_ channel: UsableChannel) -> String {
        switch channel.channel {
        case .chat:
            return say(
                "Ouvrez le chat \(ofMerchant) et gardez une copie de la conversation.",
                "Open the chat of \(merchant) and keep a copy of the conversation.")
        case .callback:
            return say("Demandez à \(merchant) de vous rappeler.", "Ask \(merchant) to call you back.")
        case .phone: return call(channel)
        case .accessiblePhone:
            return say(
                "Utilisez le service téléphonique \(ofMerchant) avec transcription ou langue des signes.",
                "Use the phone service of \(merchant) with captions or sign language.")
        case .email: return write(channel)
        case .socialDM:
            return say(
                "Envoyez un message privé à \(merchant) sur les réseaux sociaux, sans rien publier de la commande.",
                "Send \(merchant) a private message on social media, and post nothing about the order in public."
            )
        case .sellerMessaging:
            return say(
                "Écrivez au vendeur par la messagerie du site.",
                "Write to the seller through the site’s messages.")
        default:  // tidy-allow: called for eight channels
            return say(
                "Demandez la garantie du site pour cette commande.",
                "Claim the site’s guarantee for this order.")
        }
    }

    private func call(_ channel: UsableChannel) -> String {
        let purpose =
            facts.issue.kind == .accountCompromised
            ? say(" et faites bloquer votre compte", " and have your account blocked") : ""
        guard let (number, cost) = phoneNumber(of: channel.offer) else {
            return say("Appelez \(merchant)\(purpose).", "Call \(merchant)\(purpose).")
        }
        let price = cost.map { " (\(vocabulary.name(of: $0)))" } ?? ""
        return say(
            "Appelez \(merchant) au \(number)\(price)\(purpose).",
            "Call \(merchant) on \(number)\(price)\(purpose).")
    }

    /// The first number meant for where the person is, as they dial it.
    func phoneNumber(of offer: ChannelOffer) -> (number: String, cost: Endpoint.CallCost?)? {
        for endpoint in offer.endpoints(for: facts.consumer) {
            guard case .tel(let number) = endpoint.address else { continue }
            return (formats.phone(number, from: facts.consumer.country ?? .france), endpoint.cost)
        }
        return nil
    }

    private func write(_ channel: UsableChannel) -> String {
        let kind =
            channel.rung == .formal
            ? say(
                "Envoyez une réclamation écrite \(toCounterpart)", "Send a written complaint \(toCounterpart)"
            )
            : say("Écrivez \(toCounterpart)", "Write \(toCounterpart)")
        for endpoint in channel.offer.endpoints(for: facts.consumer) {
            switch endpoint.address {
            case .email(let address):
                return say("\(kind) par e-mail : \(address.text).", "\(kind) by e-mail: \(address.text).")
            case .url, .menu:
                return say(
                    "\(kind) par le formulaire en ligne et gardez une copie du texte.",
                    "\(kind) through the online form and keep a copy of the text.")
            case .tel, .post, .handle: continue
            }
        }
        return say("\(kind) par e-mail.", "\(kind) by e-mail.")
    }
}

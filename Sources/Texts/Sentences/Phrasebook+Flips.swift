public import ContactRouting

extension Phrasebook {
    /// What would change the best channel: a moment to come, or a fact that might be otherwise.
    public func text(of flip: Flip) -> String {
        switch flip.change {
        case .at(let moment):
            let when = formats.from(moment, in: zone).capitalisedFirst
            guard let best = flip.best else {
                return say(
                    "\(when), aucun canal ne s’impose plus.", "\(when), no channel stands out any more.")
            }
            return say(
                "\(when), le meilleur choix devient \(the(best)).",
                "\(when), the best choice becomes \(the(best)).")
        case .fact(let fact, let value):
            let condition = condition(fact, value)
            guard let best = flip.best else {
                return say("\(condition), aucun canal ne s’impose.", "\(condition), no channel stands out.")
            }
            return say(
                "\(condition), le meilleur choix est \(the(best)).",
                "\(condition), the best choice is \(the(best)).")
        }
    }

    /// `Si …` and `If …` for a fact and the value it would have.
    private func condition(_ fact: FactPath, _ value: String) -> String {
        let name = valueName(fact, value)
        switch fact {
        case .sellerType:
            return say(
                "Si l’article a été vendu par \(sellerName(value))",
                "If the item was sold by \(sellerName(value))")
        case .sellerFulfilledBy:
            return value == Seller.Fulfiller.merchant.rawValue
                ? say("Si \(merchant) a expédié la commande", "If \(merchant) shipped the order")
                : say("Si le vendeur a expédié la commande lui-même", "If the seller shipped the order")
        case .payment:
            return say("Si vous avez payé par ce moyen : \(name)", "If you paid in this way: \(name)")
        case .deliveredIn:
            return say(
                "Si la commande a été livrée dans ce pays : \(name)",
                "If the order was delivered in this country: \(name)")
        case .issueMedium:
            return say(
                "Si le message est arrivé par ce moyen : \(name)", "If the message came in this way: \(name)")
        case .issueDataGiven:
            return say("Si vous avez transmis ceci : \(name)", "If you gave this away: \(name)")
        default: break  // tidy-allow: facts of yes or no follow, then any other
        }
        return yesOrNo(fact, value)
            ?? say(
                "Avec cette information (\(label(of: fact)) : \(name))",
                "With this fact (\(label(of: fact)): \(name))")
    }

    private func sellerName(_ value: String) -> String {
        guard let kind = Seller.Kind(rawValue: value) else { return value }
        return kind == .firstParty ? merchant : vocabulary.name(of: kind)
    }

    /// A value as the case file writes it, in words where it has some.
    private func valueName(_ fact: FactPath, _ value: String) -> String {
        switch fact {
        case .payment: Order.Payment(rawValue: value).map(vocabulary.name(of:)) ?? value
        case .issueMedium: Issue.Medium(rawValue: value).map(vocabulary.name(of:)) ?? value
        case .issueDataGiven: Issue.GivenData(rawValue: value).map(vocabulary.name(of:)) ?? value
        case .itemCategory: Item.Category(rawValue: value).map(vocabulary.name(of:)) ?? value
        case .itemCondition: Item.Condition(rawValue: value).map(vocabulary.name(of:)) ?? value
        case .deliveredIn: value == CountryCode.france.text ? say("France", "France") : value
        default: plainValue(value)  // tidy-allow: values of any other fact
        }
    }

    private func plainValue(_ value: String) -> String {
        switch value {
        case "true": say("oui", "yes")
        case "false": say("non", "no")
        default: value  // tidy-allow: texts
        }
    }

    /// Conditions of facts that are true or false; nil for any other.
    private func yesOrNo(_ fact: FactPath, _ value: String) -> String? {
        guard value == "true" || value == "false" else { return nil }
        let yes = value == "true"
        switch fact {
        case .consumerCanLogIn:
            return yes
                ? say("Si vous pouvez vous connecter à votre compte", "If you can sign in to your account")
                : say(
                    "Si vous ne pouvez pas vous connecter à votre compte",
                    "If you cannot sign in to your account")
        case .consumerHasAccount:
            return yes
                ? say("Si vous avez un compte", "If you have an account")
                : say("Si vous n’avez pas de compte", "If you have no account")
        case .consumerCanCall:
            return yes
                ? say("Si vous pouvez téléphoner", "If you can make a call")
                : say("Si vous ne pouvez pas téléphoner", "If you cannot make a call")
        case .consumerProfessional:
            return yes
                ? say(
                    "Si l’achat a été fait pour votre activité professionnelle",
                    "If you bought for your business")
                : say("Si l’achat a été fait à titre privé", "If you bought as a private person")
        case .itemSealBroken:
            return yes
                ? say("Si l’emballage scellé a été ouvert", "If the seal has been broken")
                : say("Si l’emballage scellé est intact", "If the seal is unbroken")
        case .withdrawalInformed:
            return yes
                ? say(
                    "Si le vendeur vous a informé du droit de rétractation",
                    "If the seller told you of the right to withdraw")
                : say(
                    "Si le vendeur ne vous a pas informé du droit de rétractation",
                    "If the seller did not tell you of the right to withdraw")
        case .sellerPrimeEligible:
            return yes
                ? say("Si la commande était éligible à Prime", "If the order was eligible for Prime")
                : say(
                    "Si la commande n’était pas éligible à Prime", "If the order was not eligible for Prime")
        default: return nil  // tidy-allow: facts that nobody asks by yes or no
        }
    }
}

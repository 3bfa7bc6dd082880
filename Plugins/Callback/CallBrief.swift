internal import ChannelPluginKit
internal import CivilCalendar
internal import ContactRouting
internal import LetterWriting
internal import Texts

/// `brief.txt`: what to have before one's eyes during the call, in the order in which an adviser asks.
struct CallBrief {
    let request: PreparationRequest
    let slot: CallSlot
    let phone: CheckedPhone
    let words: CallbackWords

    private var facts: ContactCase { request.contactCase }
    private var isFrench: Bool { request.language == .french }
    private var formats: Formats { Formats(request.language) }

    func text() -> String {
        let parts: [[String]] = [
            heading, factLines, problemLines, contactLines, demandLines, silenceLines, noteLines,
        ]
        let text =
            parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
        return isFrench ? Typography.french(text) : text
    }

    private var heading: [String] {
        let from = formats.moment(slot.from, in: request.timeZone)
        let to = endOfSlot
        return isFrench
            ? [
                "AIDE-MÉMOIRE POUR LE RAPPEL", "Créneau : \(from), jusqu’à \(to)",
                "Votre numéro : \(phone.nationalForm.text)",
            ]
            : ["BRIEF FOR THE CALL", "Slot: \(from), until \(to)", "Your number: \(phone.nationalForm.text)"]
    }

    private var endOfSlot: String {
        let second = request.timeZone.civilTime(at: slot.to).secondOfDay
        guard second > 0 else { return isFrench ? "minuit" : "midnight" }
        return formats.time(secondOfDay: second)
    }

    private var factLines: [String] {
        let order = facts.order
        let rows: [(String, String, String?)] = [
            ("Nom", "Name", facts.consumer.name?.reveal().text),
            ("Numéro de commande", "Order number", order.number?.reveal().text),
            ("Commandé le", "Ordered on", order.orderedOn.map(formats.date)),
            ("Article", "Item", order.item.name?.text),
            ("Montant", "Amount", order.amount.map(formats.money)),
            ("Livraison promise le", "Delivery promised for", order.promisedOn.map(formats.date)),
            (
                "Livré le", "Delivered on",
                IssueSet.notArrived.contains(facts.issue.kind)
                    ? request.letter?.lateArrival.map(formats.date)
                    : order.lastDeliveredOn.map(formats.date)
            ),
            ("Rétractation le", "Withdrawn on", order.withdrawalNotifiedOn.map(formats.date)),
            ("Renvoyé le", "Sent back on", order.returnShippedOn.map(formats.date)),
            ("Retour reçu le", "Return received on", order.returnReceivedOn.map(formats.date)),
        ]
        let lines = rows.compactMap { french, english, value in
            value.map { isFrench ? "- \(french) : \($0)" : "- \(english): \($0)" }
        }
        return lines.isEmpty ? [] : [isFrench ? "CE QU’ON VOUS DEMANDERA" : "WHAT THEY WILL ASK"] + lines
    }

    private var problemLines: [String] {
        var lines = [isFrench ? "LE PROBLÈME" : "THE PROBLEM", words.topicSentence]
        if let description = facts.issue.description?.reveal() { lines.append(Self.printable(description)) }
        return lines
    }

    private var contactLines: [String] {
        let contacts = request.letter?.contacts ?? []
        guard !contacts.isEmpty else { return [] }
        let vocabulary = Vocabulary(request.language)
        return [isFrench ? "DÉJÀ FAIT" : "DONE SO FAR"]
            + contacts.map { contact in
                let channel = vocabulary.name(of: contact.channel)
                let outcome = vocabulary.name(of: contact.outcome)
                return isFrench
                    ? "- \(formats.date(contact.day)), \(channel) : \(outcome)"
                    : "- \(formats.date(contact.day)), \(channel): \(outcome)"
            }
    }

    private var demandLines: [String] {
        guard let plan = request.letter else { return [] }
        let demand = CallbackWords.capitalised(plan.demandLine(in: request.language))
        let legal = plan.legalLine(in: request.language)
        var lines = isFrench ? ["VOTRE DEMANDE", demand + "."] : ["WHAT YOU WANT", demand + "."]
        if let legal { lines.append(isFrench ? "En droit : \(legal)." : "The law: \(legal).") }
        return lines
    }

    private var silenceLines: [String] {
        isFrench
            ? [
                "À NE PAS DIRE, À NE PAS FAIRE",
                "- Ne donnez ni mot de passe, ni numéro de carte, ni code reçu par SMS : personne n’en a besoin.",
                "- N’acceptez pas un bon d’achat à la place de l’argent si vous n’en voulez pas.",
                "- Ne dites pas que l’affaire est réglée tant que rien n’est confirmé par écrit.",
            ]
            : [
                "DO NOT SAY, DO NOT DO",
                "- Give no password, card number or code received by SMS: nobody needs them.",
                "- Do not take a voucher instead of money unless you want one.",
                "- Do not say that the matter is settled until it is confirmed in writing.",
            ]
    }

    private var noteLines: [String] {
        isFrench
            ? [
                "À NOTER PENDANT L’APPEL", "Nom du conseiller : ______________________   Heure : __________",
                "Promesse : ______________________________________________",
                "Pour quel jour : __________   Référence du dossier : __________",
            ]
            : [
                "NOTE DURING THE CALL", "Adviser’s name: ______________________   Time: __________",
                "Promise: ______________________________________________",
                "By which day: __________   File reference: __________",
            ]
    }

    /// The person's words with their line ends, and no character that could act on a terminal.
    private static func printable(_ text: String) -> String {
        String(
            text.replacing("\r\n", with: "\n").map { character in
                let isControl = character.unicodeScalars.contains { scalar in
                    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
                        || (0x202A...0x202E).contains(scalar.value)
                        || (0x2066...0x2069).contains(scalar.value)
                }
                return character == "\n" || !isControl ? character : " "
            })
    }
}

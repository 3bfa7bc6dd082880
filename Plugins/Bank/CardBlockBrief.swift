internal import ChannelPluginKit
internal import ContactRouting
internal import LetterWriting
internal import Texts

/// `brief.txt`: what to say to the bank so that the card is blocked now, and what to write down.
struct CardBlockBrief: Bilingual {
    let request: PreparationRequest

    private var facts: ContactCase { request.contactCase }
    private var formats: Formats { Formats(request.language) }

    var language: Language { request.language }

    var text: String {
        let parts = CallBriefParts(request, spoken: .french)
        return CallBrief(
            language: request.language, title: say("Faire bloquer la carte", "Having the card blocked"),
            sections: [number, asked, sentences, cautions, parts.trouble, parts.notes, after]
        ).text
    }

    private var number: CallBrief.Section {
        let bank = request.recipient.name.map {
            CallBrief.Fact(say("Banque", "Bank"), $0.text, field: "bank.name")
        }
        let call = CallBrief.Fact(
            say("À appeler maintenant", "Call now"),
            request.recipient.phone.map { formats.phone($0, from: facts.consumer.country ?? .france) }
                ?? say("le numéro au dos de la carte", "the number on the back of the card"),
            field: "bank.phone")
        return CallBrief.Section(nil, [.facts([call] + (bank.map { [$0] } ?? []))])
    }

    private var asked: CallBrief.Section {
        let rows: [(String, String, String?)] = [
            (say("Nom", "Name"), "consumer.name", facts.consumer.name?.reveal().text),
            (
                say("Opération contestée, débitée le", "Disputed operation, debited on"), "order.debitedOn",
                isDebit ? facts.order.debitedOn.map(formats.date) : nil
            ),
            (
                say("Son montant", "Its amount"), "order.amount",
                isDebit ? facts.order.amount.map(formats.money) : nil
            ),
        ]
        let known = rows.compactMap { label, field, value in
            value.map { CallBrief.Fact(label, $0, field: field) }
        }
        let ready = say(
            "Ayez sous les yeux votre relevé ou votre contrat : la banque peut demander le numéro de compte ou les derniers chiffres de la carte.",
            "Have your statement or contract at hand: the bank may ask for the account number or the last digits of the card."
        )
        return CallBrief.Section(
            say("Ce qu’on vous demandera", "What they will ask"),
            (known.isEmpty ? [] : [.facts(known)]) + [.text(ready)])
    }

    private var isDebit: Bool { facts.issue.kind == .unauthorisedCharge }

    private var sentences: CallBrief.Section {
        let reason =
            isDebit
            ? "Une opération que je n’ai pas autorisée a été débitée."
            : givesCardNumber
                ? "Le numéro de ma carte a été communiqué à des fraudeurs."
                : "Je crains un usage frauduleux de ma carte."
        return CallBrief.Section(
            say("À dire", "Say in French"),
            [
                .spoken(
                    [
                        "Bonjour. Je demande le blocage immédiat de ma carte bancaire.", reason,
                        "Pouvez-vous me donner l’heure et la référence du blocage, et me le confirmer par écrit ?",
                    ], in: .french)
            ])
    }

    private var givesCardNumber: Bool { facts.issue.dataGiven?.contains(.cardNumber) ?? false }

    private var cautions: CallBrief.Section {
        CallBrief.Section(
            say("À ne pas dire, à ne pas donner", "What not to say or give"),
            [
                .points([
                    say(
                        "N’appelez que le numéro que la banque vous a donné, jamais celui d’un message reçu.",
                        "Call only the number that the bank gave you, never one from a message you received."),
                    say(
                        "Ne donnez ni code secret, ni mot de passe, ni code reçu par SMS, et ne validez rien dans l’application : la banque n’en a pas besoin.",
                        "Give no PIN, password or code received by SMS, and approve nothing in the app: the bank does not need it."
                    ),
                    say(
                        "Dites les faits, sans vous reprocher une faute.",
                        "Tell the facts, and do not blame yourself."),
                ])
            ])
    }

    private var after: CallBrief.Section {
        CallBrief.Section(
            say("Après l’appel", "After the call"),
            [
                .text(
                    say(
                        "Ajoutez l’appel à l’historique du dossier (history) : channel bank-card-block, le jour et l’heure, outcome accepted si la carte est bloquée.",
                        "Add the call to the history of the case: channel bank-card-block, day and time, outcome accepted if the card is blocked."
                    ))
            ])
    }
}

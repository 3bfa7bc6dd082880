internal import ChannelPluginKit
internal import CivilCalendar
internal import ContactRouting
internal import LetterWriting
internal import Texts

/// The short texts of a callback, in the person's language or the recipient’s.
struct CallbackWords {
    let request: PreparationRequest

    private var facts: ContactCase { request.contactCase }
    private var isFrench: Bool { request.language == .french }

    /// One paragraph for the adviser: order, trouble, demand.
    func subject(in language: Language) -> String {
        let number = facts.order.number?.reveal().text
        let topic = Self.topic(facts.issue.kind, in: language)
        let order =
            switch language {
            case .french: number.map { "Commande n° \($0) : \(topic)." } ?? "\(Self.capitalised(topic))."
            case .english: number.map { "Order \($0): \(topic)." } ?? "\(Self.capitalised(topic))."
            }
        guard let plan = request.letter else { return order }
        switch language {
        case .french: return "\(order) Demande : \(plan.demandLine(in: .french, about: facts.issue.kind))."
        case .english: return "\(order) Wanted: \(plan.demandLine(in: .english, about: facts.issue.kind))."
        }
    }

    var service: String { isFrench ? "service client" : "customer service" }

    var summary: String {
        let name = request.recipient.name?.text ?? service
        return isFrench ? "Rappel : \(name)" : "Callback: \(name)"
    }

    func eventText(_ phone: CheckedPhone) -> String {
        let first =
            isFrench
            ? "L’appel est attendu au \(phone.nationalForm.text)."
            : "The call is expected on \(phone.nationalForm.text)."
        return [first, subject(in: request.language), otherSlots, request.link?.text].compactMap { $0 }
            .joined(separator: "\n")
    }

    /// The slots after the first, which the caller may choose as well.
    private var otherSlots: String? {
        let others = request.slots.dropFirst()
        guard !others.isEmpty else { return nil }
        let list = others.map { slot(of: $0) }.joined(separator: isFrench ? " ; " : "; ")
        return isFrench ? "Autres créneaux proposés : \(list)." : "Other slots proposed: \(list)."
    }

    /// A slot as people say it: `lundi 23 novembre 2026 à 18 h, jusqu’à 20 h`.
    func slot(of slot: CallSlot) -> String {
        let formats = Formats(request.language)
        let from = formats.moment(slot.from, in: request.timeZone)
        let second = request.timeZone.civilTime(at: slot.to).secondOfDay
        let midnight = isFrench ? "minuit" : "midnight"
        let end = second > 0 ? formats.time(secondOfDay: second) : midnight
        return isFrench ? "\(from), jusqu’à \(end)" : "\(from), until \(end)"
    }

    var afterwards: String {
        if request.httpTarget != nil {
            return isFrench
                ? "La demande de rappel part à l’envoi. Gardez brief.txt sous les yeux pendant l’appel, notez le nom, l’heure et la promesse, puis ajoutez l’appel à l’historique du dossier."
                : "The request goes out when you send it. Keep brief.txt before you during the call, note name, time and promise, then add the call to the history of the case."
        }
        return task
    }

    var task: String {
        isFrench
            ? "Demandez le rappel dans l’aide en ligne : choisissez le sujet, donnez votre numéro et votre pays (brief.txt). Notez le nom, l’heure et la promesse, puis ajoutez l’appel à l’historique du dossier."
            : "Ask for the call in the online help: choose the topic, give your number and country (brief.txt). Note name, time and promise, then add the call to the history of the case."
    }

    var proof: String {
        isFrench
            ? "Le nom du conseiller, l’heure de l’appel et ce qui a été promis."
            : "The adviser’s name, the time of the call and what was promised."
    }

    static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    static func topic(_ kind: IssueKind, in language: Language) -> String {
        Vocabulary(language).subject(of: kind)
    }
}

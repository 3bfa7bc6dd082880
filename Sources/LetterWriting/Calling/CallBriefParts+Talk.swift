internal import ChannelPluginKit
internal import ContactRouting
internal import Texts

/// What to say, what not to say, and what to do about a no.
extension CallBriefParts {
    /// What is wanted, and the one article it stands on.
    public var demand: CallBrief.Section? {
        guard let words = demandWords(in: request.language) else { return nil }
        let law = law.map { $0.line(in: request.language) }
        let lines = [words.capitalisedFirst + ".", law, writingFollows].compactMap { $0 }
        return CallBrief.Section(
            say("Votre demande", "What you want"), [.text(lines.joined(separator: "\n"))])
    }

    /// Where the letter would end the contract: what is said does not, what is written does.
    private var writingFollows: String? {
        guard urgency == nil, request.letter?.endsContract ?? false else { return nil }
        return say(
            "Un appel ne met pas fin au contrat : envoyez ensuite l’écrit qui le résout (lettre recommandée ou e-mail).",
            "A call does not end the contract: send the writing that terminates it afterwards (registered letter or e-mail)."
        )
    }

    /// What the caller announces of that writing.
    private var announcement: String? {
        guard urgency == nil, let plan = request.letter, plan.endsContract else { return nil }
        let day = plan.failedNotice?.deadline.map(Formats(spoken).date)
        let words: (reason: String?, end: String) =
            switch spoken {
            case .french:
                (
                    day.map { "le délai fixé au \($0) est expiré" },
                    "je mets fin au contrat, et je vous l’écrirai"
                )
            case .english:
                (
                    day.map { "the time that I set until \($0) is over" },
                    "I am ending the contract, and I will write to say so"
                )
            }
        return [words.reason, words.end].compactMap { $0 }.joined(separator: spoken == .french ? " ; " : "; ")
            .capitalisedFirst + "."
    }

    /// A letter asks for an answer within days; where somebody else has the account, the call asks for help now.
    private func demandWords(in language: Language) -> String? {
        switch (urgency, language) {
        case (.account, .french):
            "sécuriser le compte maintenant : fermer toutes les connexions et bloquer les commandes, puis me le confirmer par écrit"
        case (.account, .english):
            "secure the account now: close all sessions and block orders, then confirm it to me in writing"
        case (.message, .french):
            "me dire si ce message vient bien de chez vous, et me le confirmer par écrit"
        case (.message, .english): "tell me whether this message is yours, and confirm it to me in writing"
        case (nil, _): request.letter?.demandLine(in: language, about: facts.issue.kind)
        }
    }

    private enum Urgency { case account, message }

    private var urgency: Urgency? {
        if facts.issue.kind == .accountCompromised { return .account }
        return facts.issue.kind == .suspiciousMessage ? .message : nil
    }

    private var law: CallLaw? { urgency == nil ? request.letter.flatMap(CallLaw.init) : nil }

    /// The sentences of the call in the language in which it is held.
    public var sentences: CallBrief.Section {
        let heading =
            switch manner {
            case .voice: spoken == .french ? say("À dire", "Say in French") : say("À dire en anglais", "Say")
            case .relay:
                spoken == .french
                    ? say("À écrire ou à signer", "Write or sign, in French")
                    : say("À écrire ou à signer, en anglais", "Write or sign")
            }
        return CallBrief.Section(heading, [.spoken(opening + [confirmation], in: spoken)])
    }

    /// Such as a hacked account, which is not the trouble of one order.
    private static let aboutNoOrder: IssueSet = [
        .accountCompromised, .suspiciousMessage, .accountProblem, .accountAccess, .personalDataRequest,
        .promotionQuestion, .unsolicitedSalesCall,
    ]

    private var opening: [String] {
        let number = Self.aboutNoOrder.contains(facts.issue.kind) ? nil : facts.order.number?.reveal().text
        let trouble = spokenTrouble
        let demand = demandWords(in: spoken)
        let law = law.map { $0.spoken(in: spoken) } ?? ""
        switch spoken {
        case .french:
            return [
                (["Bonjour.", number.map { "Je vous contacte pour la commande \($0)." }, trouble]
                    .compactMap { $0 }).joined(separator: " "),
                announcement,
                demand.map { "Ma demande : \($0)\(law)." },
            ].compactMap { $0 }
        case .english:
            return [
                (["Hello.", number.map { "This is about order \($0)." }, trouble]
                    .compactMap { $0 }).joined(separator: " "),
                announcement,
                demand.map { "What I ask for: \($0)\(law)." },
            ].compactMap { $0 }
        }
    }

    /// The trouble as a sentence that can be said; nil where only the person's own words tell it.
    private var spokenTrouble: String? {
        let told = TroubleSentences(facts: facts, plan: request.letter, language: spoken).trouble?.text
        if let told { return told }
        guard let words = TroubleWords.words(facts.issue.kind) else { return nil }
        return words[spoken] + "."
    }

    private var confirmation: String {
        switch spoken {
        case .french: "Pouvez-vous me le confirmer par écrit, avec le numéro du dossier et le jour promis ?"
        case .english:
            "Can you confirm that to me in writing, with the file number and the day you promise?"
        }
    }

    /// What must not be said or given away.
    public var cautions: CallBrief.Section {
        var points = [
            say(
                "Ne donnez ni numéro de carte, ni mot de passe, ni code reçu par SMS.",
                "Give no card number, no password and no code received by SMS."),
            say(
                "Ne dites pas « je renonce », ni que l’affaire est réglée, tant que rien n’est confirmé par écrit.",
                "Do not say “I give up”, or that the matter is settled, until it is confirmed in writing."),
        ]
        if asksForMoney {
            points.append(
                say(
                    "N’acceptez pas un bon d’achat à la place de l’argent si vous n’en voulez pas.",
                    "Do not take a voucher instead of money unless you want one."))
        }
        points.append(threat)
        return CallBrief.Section(
            say("À ne pas dire, à ne pas donner", "What not to say or give"), [.points(points)])
    }

    private var asksForMoney: Bool {
        if case .refund = request.letter?.demand { return true }
        return facts.issue.demand == .refund
    }

    /// What may be announced: nothing that the facts do not bear.
    private var threat: String {
        guard urgency == nil else {
            let isOnThePage = request.call?.number != nil && request.channel != .callback
            return say(
                "Ne composez jamais le numéro d’un message suspect",
                "Never dial the number of a suspicious message")
                + (isOnThePage ? say(" : prenez celui de cette page.", ": take the one on this page.") : ".")
        }
        guard let plan = request.letter, plan.force != .goodwill else {
            return say(
                "Vous demandez un geste : ne parlez ni d’obligation ni de tribunal.",
                "You ask for goodwill: do not speak of obligations or of a court.")
        }
        if plan.isBeforeItsTime {
            return say(
                "Le délai n’est pas encore écoulé : demandez une date, ne parlez pas de retard.",
                "The time is not over yet: ask for a date, and do not speak of a delay.")
        }
        return say(
            "Ne menacez pas. Annoncez seulement la suite : \(nextStep).",
            "Do not threaten. Announce only what comes next: \(nextStep).")
    }

    /// What really comes after a call that failed.
    private var nextStep: String {
        let hasWritten = facts.history.contains(where: \.isWrittenComplaint)
        let writing = hasWritten ? nil : say("une réclamation écrite", "a written complaint")
        let steps = [writing, mediation].compactMap { $0 }
        guard !steps.isEmpty else { return say("une lettre recommandée", "a registered letter") }
        return steps.joined(separator: say(", puis ", ", then "))
    }

    private var mediation: String? {
        for step in request.letter?.recourse ?? [] {
            guard case .mediator(let name) = step else { continue }
            return name.map { say("le médiateur (\($0.text))", "the mediator (\($0.text))") }
                ?? say("le médiateur de la consommation", "the consumer mediator")
        }
        return nil
    }

    /// Whom to ask for next, and what to do then.
    public var refusal: CallBrief.Section {
        let manager = say(
            "Demandez à parler à un responsable, puis au service des réclamations.",
            "Ask for a manager, then for the complaints department.")
        let isGuarantee = request.letter?.articles.contains(.consoL2179) ?? false
        let reasons =
            isGuarantee
            ? say(
                "La loi veut que ce refus soit écrit et motivé (article L. 217-12).",
                "The law wants this refusal in writing, with its reasons (article L. 217-12).") : nil
        let writing = say(
            "Un appel ne vaut pas réclamation écrite : si rien n’est réglé, écrivez.",
            "A call does not count as a written complaint: if nothing is settled, write.")
        return CallBrief.Section(
            say("Si on vous dit non", "If they say no"),
            [
                .points([manager, reasons].compactMap { $0 }), .spoken([refusalSentence], in: spoken),
                .points([writing]),
            ])
    }

    private var refusalSentence: String {
        switch spoken {
        case .french: "Pouvez-vous m’envoyer ce refus par écrit, avec le motif ?"
        case .english: "Can you send me this refusal in writing, with the reason?"
        }
    }
}

extension LetterPlan {
    /// Whether the other side still has time for what is demanded.
    var isBeforeItsTime: Bool {
        doubts.contains(.deliveryNotDueYet(.letter)) || doubts.contains(.refundNotDueYet(.letter))
    }
}

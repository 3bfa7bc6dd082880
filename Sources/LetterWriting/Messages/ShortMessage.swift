public import ChannelPluginKit
internal import CivilCalendar
internal import ContactRouting
internal import Texts

/// A case in a few sentences: for a chat, a private message, a seller.
///
/// Not the letter: a greeting, the order, what happened, what is asked for and by when, the article where it helps, a name.
/// Written in the language that the recipient reads. Nothing is said that the facts do not say.
public struct ShortMessage: Sendable {
    /// Who may read it.
    public enum Readers: Hashable, Sendable, CaseIterable {
        /// The recipient alone.
        case recipient
        /// Perhaps strangers: nothing in it tells whose order it is.
        case strangers
    }

    /// What it is put into.
    public enum Style: Hashable, Sendable, CaseIterable {
        /// A conversation, with greeting and name.
        case message
        /// A field of a form that already knows who writes about which order.
        case comment
    }

    private let request: PreparationRequest
    private let readers: Readers
    private let style: Style
    private let contact: MessageSentence?

    /// - Parameters:
    ///   - readers: strangers get a message without order number, item and name.
    ///   - contact: what came of the latest contact, in words that fit the place better than the usual ones.
    public init(
        _ request: PreparationRequest, readers: Readers = .recipient, style: Style = .message,
        contact: MessageSentence? = nil
    ) {
        self.request = request
        self.readers = readers
        self.style = style
        self.contact = contact
    }

    private var facts: ContactCase { request.contactCase }
    private var language: Language { request.recipientLanguage }
    private var isFrench: Bool { language == .french }
    private var formats: Formats { Formats(language) }

    /// The message.
    ///
    /// - Throws: `ChannelError.overLimit` and `.unusable` for a description that is too long or holds control characters.
    public func text() throws(ChannelError) -> MessageText {
        var text = MessageText()
        if style == .message { text.add(paragraph: [isFrench ? "Bonjour," : "Hello,"]) }
        text.add(paragraph: (style == .message ? [orderSentence] : []) + storySentences)
        for line in try descriptionLines() { text.add(line: line) }
        text.add(paragraph: [contact ?? (style == .message ? lastContact : nil)])
        text.add(paragraph: demandSentences)
        guard style == .message else { return text }
        if readers == .strangers { text.add(paragraph: [offerOfNumber]) }
        guard readers == .recipient, let name = facts.consumer.name?.reveal().text else {
            text.add(paragraph: [isFrench ? "Cordialement" : "Kind regards"])
            return text
        }
        text.add(paragraph: [isFrench ? "Cordialement," : "Kind regards,"])
        text.add(line: ["\(name, "consumer.name")"])
        return text
    }

    // MARK: What it is about

    private var orderSentence: MessageSentence? {
        let order = facts.order
        let number = readers == .recipient ? order.number?.reveal().text : nil
        let isSubscription = facts.issue.kind == .subscriptionCancellation
        let isAboutOrder = isSubscription || IssueSet.aboutAnOrder.contains(facts.issue.kind)
        let isKnown = order.orderedOn != nil || (readers == .recipient && order.item.name != nil)
        guard number != nil || (isAboutOrder && isKnown) else { return nil }
        var words: MessageSentence =
            isFrench ? "Je vous écris au sujet de ma commande" : "I am writing about my order"
        if isSubscription {
            words =
                isFrench ? "Je vous écris au sujet de mon abonnement" : "I am writing about my subscription"
        }
        if let number {
            words =
                isFrench ? "\(words) n°\u{A0}\(number, "order.number")" : "\(words) \(number, "order.number")"
        }
        if let day = order.orderedOn.map(formats.date) {
            words =
                isFrench ? "\(words) du \(day, "order.orderedOn")" : "\(words) of \(day, "order.orderedOn")"
        }
        guard readers == .recipient else { return "\(words)." }
        if let item = order.item.name?.text { words = "\(words), \(item, "order.item.name")" }
        if let sum = order.amount.map(formats.money) { words = "\(words), \(sum, "order.amount")" }
        return "\(words)."
    }

    /// In place of the number that strangers must not read.
    private var offerOfNumber: MessageSentence? {
        guard facts.order.number != nil, IssueSet.aboutAnOrder.contains(facts.issue.kind) else { return nil }
        return isFrench
            ? "Je vous donnerai le numéro de commande quand vous me le demanderez en privé."
            : "I will give you the order number when you ask me for it in private."
    }

    private var storySentences: [MessageSentence?] {
        let trouble = TroubleSentences(facts: facts, plan: request.letter, language: language)
        let isTold =
            request.letter.map { declaration(of: $0).tellsMatter && !asksOnly && undeclared == nil } ?? false
        return [isTold ? nil : trouble.trouble, withdrawal, returned, receivedBack]
    }

    private var withdrawal: MessageSentence? {
        if let day = facts.order.withdrawalNotifiedOn.map(formats.date) {
            return isFrench
                ? "Je vous ai notifié ma rétractation le \(day, "order.withdrawalNotifiedOn")."
                : "I notified you of my withdrawal on \(day, "order.withdrawalNotifiedOn")."
        }
        guard request.letter?.kind == .withdrawal, undeclared == nil else { return nil }
        return isFrench
            ? "Je vous notifie ma rétractation du contrat portant sur ma commande."
            : "I hereby give notice that I withdraw from the contract for my order."
    }

    private var returned: MessageSentence? {
        guard let day = facts.order.returnShippedOn.map(formats.date) else { return nil }
        return isFrench
            ? "Je vous ai renvoyé l’article le \(day, "order.returnShippedOn")."
            : "I sent the item back on \(day, "order.returnShippedOn")."
    }

    private var receivedBack: MessageSentence? {
        guard let day = facts.order.returnReceivedOn.map(formats.date) else { return nil }
        return isFrench
            ? "Vous l’avez reçu le \(day, "order.returnReceivedOn")."
            : "You received it on \(day, "order.returnReceivedOn")."
    }

    private func descriptionLines() throws(ChannelError) -> [[MessageSentence]] {
        let text: String?
        do { text = try FormText.description(of: facts) } catch { throw ChannelError(error, in: request) }
        guard let text else { return [] }
        let order = facts.order
        let whole = [
            facts.consumer.name?.reveal().text, order.number?.reveal().text, order.item.name?.text,
            facts.seller.name?.text, request.recipient.name?.text, order.carrierTracking?.text,
        ]
        return SentenceBreaks.lines(
            of: text, field: MessageText.description, whole: whole.compactMap { $0 })
    }

    /// The latest contact, when it came to nothing: the reader need not search for it.
    private var lastContact: MessageSentence? {
        guard let plan = request.letter, plan.hasFailedContact, let last = plan.contacts.last else {
            return nil
        }
        let vocabulary = Vocabulary(language)
        let day = formats.date(last.day)
        let means = MessageSentence(words: vocabulary.name(of: last.channel))
        let outcome = MessageSentence(words: vocabulary.name(of: last.outcome))
        return isFrench
            ? "Dernier contact\u{A0}: le \(day, "history"), \(means) (\(outcome))."
            : "Last contact: \(day, "history"), \(means) (\(outcome))."
    }

    // MARK: What is asked for

    private var demandSentences: [MessageSentence?] {
        guard let plan = request.letter else {
            return [isFrench ? "Je vous remercie de votre réponse." : "Thank you for your answer."]
        }
        let demand = DemandSentences(facts: facts, plan: plan, language: language)
        if asksOnly { return [demand.answer] }
        if let undeclared { return [referral(of: undeclared), privacy] }
        let declared = declaration(of: plan).sentence(namingItem: readers == .recipient)
        if style == .comment, let wish = demand.wish { return [declared, wish] }
        return [declared] + demand.claim + [demand.surcharge, demand.law]
    }

    /// What the message itself declares; nil where it only asks, and for strangers.
    public var declared: DeclaredMatter? {
        asksOnly || readers == .strangers ? nil : request.letter?.declares(in: facts)
    }

    /// What would be declared if strangers could not read it: without the order's number nothing is declared at all.
    private var undeclared: DeclaredMatter? {
        readers == .strangers && !asksOnly ? request.letter?.declares(in: facts) : nil
    }

    private func referral(of matter: DeclaredMatter) -> MessageSentence {
        switch (matter, language) {
        case (.withdrawal, .french):
            "Ce message n’est pas une rétractation\u{A0}: elle vous parviendra par un autre moyen."
        case (.withdrawal, .english): "This message is no withdrawal: you will receive that by another way."
        case (.endOfContract, .french):
            "Ce message ne met pas fin au contrat\u{A0}: ma déclaration vous parviendra par un autre moyen."
        case (.endOfContract, .english):
            "This message does not end the contract: you will receive my declaration by another way."
        case (.endOfSubscription, .french):
            "Ce message ne résilie pas l’abonnement\u{A0}: la résiliation vous parviendra par un autre moyen."
        case (.endOfSubscription, .english):
            "This message does not end the subscription: you will receive that by another way."
        case (.dataRequest, .french):
            "Ce message n’est pas ma demande au titre du RGPD\u{A0}: elle vous parviendra par un autre moyen."
        case (.dataRequest, .english):
            "This message is not my request under the GDPR: you will receive that by another way."
        }
    }

    private var privacy: MessageSentence {
        isFrench
            ? "Pouvez-vous m’écrire en message privé\u{A0}?" : "Could you write to me in a private message?"
    }

    private func declaration(of plan: LetterPlan) -> Declaration {
        Declaration(facts: facts, plan: plan, language: language)
    }

    /// A question, not a claim.
    private var asksOnly: Bool {
        (facts.issue.demand == .information && request.letter?.matter != .dataAccess)
            || (facts.issue.demand == nil && Self.questions.contains(facts.issue.kind))
    }

    private static let questions: IssueSet = [
        .orderTracking, .orderChange, .preorderQuestion, .promotionQuestion, .contactInEnglish,
        .accountProblem, .accountAccess, .other,
    ]
}

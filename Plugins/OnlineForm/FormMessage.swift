internal import ChannelPluginKit
internal import ContactRouting
internal import LetterWriting
internal import Texts

/// `message.txt`: the text for the form's largest field, or what is sent in its place.
struct FormMessage {
    let request: PreparationRequest
    let kind: FormKind

    private var facts: ContactCase { request.contactCase }
    private var isFrench: Bool { request.recipientLanguage == .french }

    /// - Throws: `ChannelError.missing` for a withdrawal without a name or without a contract; `.unusable` for a report that
    ///   tells the company who the person is.
    func text() throws(ChannelError) -> MessageText {
        switch kind {
        case .selfService: return try ShortMessage(request).text()
        case .onlineReturn: return try ShortMessage(request, style: .comment).text()
        case .guarantee: return try guarantee()
        case .withdrawal: return try withdrawal()
        case .association: return try CaseSummary(request).text()
        case .thesee:
            return try CaseSummary(
                request, telling: [.parties, .identifiers, .earlierContacts, .documents]
            ).text()
        case .cyber17, .pharos, .productSafety, .signalSpam: return try summary(.parties)
        case .signalConso: return try report()
        case .report33700: return try spam()
        case .phishingReport: return try phishing()
        }
    }

    /// What the text itself declares: a report and a summary for others declare nothing.
    var declared: DeclaredMatter? {
        switch kind {
        case .selfService: ShortMessage(request).declared
        case .onlineReturn, .guarantee: ShortMessage(request, style: .comment).declared
        case .withdrawal: .withdrawal
        case .association, .signalConso, .productSafety, .report33700, .signalSpam, .phishingReport, .cyber17,
            .pharos, .thesee:
            nil
        }
    }

    /// What happened, and nothing that tells whose order it is.
    private func summary(_ parts: CaseSummary.Part...) throws(ChannelError) -> MessageText {
        try CaseSummary(request, telling: Set(parts)).text()
    }

    private func guarantee() throws(ChannelError) -> MessageText {
        let reading = FormReading(request: request, kind: kind, message: "")
        guard let contact = reading.sellerContact, contact.channel == .sellerMessaging else {
            return try ShortMessage(request, style: .comment).text()
        }
        let day = Formats(request.recipientLanguage).date(contact.day)
        let outcome = MessageSentence(stringLiteral: reading.vocabulary.name(of: contact.outcome))
        let told: MessageSentence =
            isFrench
            ? "J’ai écrit au vendeur par la messagerie du site le \(day, "history")\u{A0}: \(outcome)."
            : "I wrote to the seller through the site’s message service on \(day, "history"): \(outcome)."
        return try ShortMessage(request, style: .comment, contact: told).text()
    }

    private func withdrawal() throws(ChannelError) -> MessageText {
        var missing: [RequestField] = []
        if facts.consumer.name == nil { missing.append("consumer.name") }
        if facts.order.number == nil, facts.order.item.name == nil { missing.append("order.number") }
        guard missing.isEmpty else { throw .missing(channel: request.channel, fields: missing) }
        return WithdrawalStatement(request).text
    }

    /// The company reads the report: it tells what happened, and not to whom.
    private func report() throws(ChannelError) -> MessageText {
        let text = try CaseSummary(request, telling: [.parties, .earlierContacts]).text()
        let check = PublicTextCheck(facts, scope: .own)
        if let description = facts.issue.description?.reveal() {
            try check.check(description, field: "issue.description")
        }
        return text
    }

    /// A call is reported by one text message; anything else in the person's words.
    private func spam() throws(ChannelError) -> MessageText {
        let reading = FormReading(request: request, kind: kind, message: "")
        guard let sms = reading.smsTo33700 else { return try summary(.parties) }
        var text = MessageText()
        text.add(paragraph: ["\(sms, "issue.description")"])
        return text
    }

    private func phishing() throws(ChannelError) -> MessageText {
        var text = MessageText()
        text.add(paragraph: [isFrench ? "Bonjour," : "Hello,"])
        text.add(paragraph: [
            isFrench
                ? "Je vous signale un message suspect qui utilise le nom de votre entreprise."
                : "I report a suspicious message that uses your company’s name."
        ])
        text.append(try summary())
        return text
    }
}

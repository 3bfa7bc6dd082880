public import ChannelPluginKit
internal import CivilCalendar
internal import ContactRouting
internal import Texts

/// A case told to somebody who is no party to it: an association, an authority, the police.
///
/// Facts in a fixed order, each once: the company, the order, what happened, the person's words, what was tried, what is
/// asked for, what documents there are. A fact that is not known is left out.
public struct CaseSummary: Sendable {
    /// What a summary may tell beyond what happened.
    public enum Part: Hashable, Sendable, CaseIterable {
        /// The company and the seller.
        case parties
        /// Order number, parcel number and sum paid.
        case identifiers
        case earlierContacts
        case demand
        case documents
    }

    private let request: PreparationRequest
    private let parts: Set<Part>

    public init(_ request: PreparationRequest, telling parts: Set<Part> = Set(Part.allCases)) {
        self.request = request
        self.parts = parts
    }

    private var facts: ContactCase { request.contactCase }
    private var order: Order { facts.order }
    private var language: Language { request.recipientLanguage }
    private var isFrench: Bool { language == .french }
    private var formats: Formats { Formats(language) }
    private var vocabulary: Vocabulary { Vocabulary(language) }

    /// The summary.
    ///
    /// - Throws: `ChannelError.overLimit` and `.unusable` for a description that is too long or holds control characters.
    public func text() throws(ChannelError) -> MessageText {
        var text = MessageText()
        text.add(paragraph: [company])
        text.add(line: [seller])
        text.add(line: [orderLine])
        let trouble = TroubleSentences(facts: facts, plan: request.letter, language: language).trouble
        text.add(paragraph: [trouble, withdrawn, sentBack, debited] + fraud)
        for line in try descriptionLines() { text.add(line: line) }
        addContacts(to: &text)
        if parts.contains(.demand), let plan = request.letter {
            text.add(paragraph: DemandSentences(facts: facts, plan: plan, language: language).claim)
        }
        addDocuments(to: &text)
        return text
    }

    /// The person's own words, with their lines.
    private func descriptionLines() throws(ChannelError) -> [[MessageSentence]] {
        let text: String?
        do { text = try FormText.description(of: facts) } catch { throw ChannelError(error, in: request) }
        return text.map { SentenceBreaks.lines(of: $0, field: MessageText.description, whole: []) } ?? []
    }

    // MARK: Who and what

    private var company: MessageSentence? {
        guard parts.contains(.parties), let name = request.merchantName?.text else { return nil }
        // Whoever sent a suspicious message, it was not the company whose name it uses.
        if facts.issue.kind == .suspiciousMessage {
            return isFrench ? "Nom utilisé\u{A0}: \(name, "merchant")." : "Name used: \(name, "merchant")."
        }
        return isFrench ? "Entreprise\u{A0}: \(name, "merchant")." : "Company: \(name, "merchant")."
    }

    private var seller: MessageSentence? {
        guard parts.contains(.parties), facts.seller.kind == .thirdParty || facts.seller.kind == .ownWebsite,
            let name = facts.seller.name?.text, name != request.merchantName?.text
        else { return nil }
        return isFrench ? "Vendeur\u{A0}: \(name, "seller.name")." : "Seller: \(name, "seller.name")."
    }

    private var orderLine: MessageSentence? {
        let tellsAll = parts.contains(.identifiers)
        let number = tellsAll ? order.number?.reveal().text : nil
        guard number != nil || order.orderedOn != nil || order.item.name != nil else { return nil }
        var words: MessageSentence = isFrench ? "Commande" : "Order"
        if let number {
            words =
                isFrench ? "\(words) n°\u{A0}\(number, "order.number")" : "\(words) \(number, "order.number")"
        }
        if let day = order.orderedOn.map(formats.date) {
            words =
                isFrench ? "\(words) du \(day, "order.orderedOn")" : "\(words) of \(day, "order.orderedOn")"
        }
        if let item = order.item.name?.text {
            words =
                isFrench
                ? "\(words)\u{A0}: \(item, "order.item.name")" : "\(words): \(item, "order.item.name")"
        }
        if tellsAll, let sum = order.amount.map(formats.money) { words = "\(words), \(sum, "order.amount")" }
        if let payment = order.payment.map({ MessageSentence(words: vocabulary.name(of: $0)) }) {
            words = isFrench ? "\(words), paiement\u{A0}: \(payment)" : "\(words), paid by \(payment)"
        }
        return "\(words)."
    }

    // MARK: What happened

    private var withdrawn: MessageSentence? {
        order.withdrawalNotifiedOn.map(formats.date).map { day in
            isFrench
                ? "Rétractation notifiée le \(day, "order.withdrawalNotifiedOn")."
                : "Withdrawal notified on \(day, "order.withdrawalNotifiedOn")."
        }
    }

    private var sentBack: MessageSentence? {
        (order.returnShippedOn ?? order.returnReceivedOn).map(formats.date).map { day in
            isFrench
                ? "Article renvoyé le \(day, "order.returnShippedOn")."
                : "Item sent back on \(day, "order.returnShippedOn")."
        }
    }

    private var debited: MessageSentence? {
        guard facts.issue.kind != .chargedTwice, facts.issue.kind != .unauthorisedCharge,
            facts.issue.kind != .paymentProblem
        else { return nil }
        return order.debitedOn.map(formats.date).map { day in
            isFrench
                ? "Débit le \(day, "order.debitedOn")." : "Debited on \(day, "order.debitedOn")."
        }
    }

    private var fraud: [MessageSentence?] {
        let given = (facts.issue.dataGiven ?? []).map(vocabulary.name(of:))
        let list = given.isEmpty ? nil : MessageSentence(words: formats.list(given))
        return [
            facts.issue.clicked.map { clicked in
                isFrench
                    ? (clicked ? "J’ai ouvert le lien." : "Je n’ai pas ouvert le lien.")
                    : (clicked ? "I opened the link." : "I did not open the link.")
            },
            list.map { isFrench ? "J’ai communiqué\u{A0}: \($0)." : "I gave: \($0)." },
        ]
    }

    // MARK: What was tried, and what there is

    private func addContacts(to text: inout MessageText) {
        guard parts.contains(.earlierContacts), let contacts = request.letter?.contacts, !contacts.isEmpty
        else { return }
        text.add(paragraph: [isFrench ? "Démarches déjà faites\u{A0}:" : "What was done so far:"])
        for contact in contacts {
            let day = formats.date(contact.day)
            let means = MessageSentence(words: vocabulary.name(of: contact.channel))
            let outcome = MessageSentence(words: vocabulary.name(of: contact.outcome))
            text.add(line: [
                isFrench
                    ? "- \(day, "history"), \(means)\u{A0}: \(outcome)"
                    : "- \(day, "history"), \(means): \(outcome)"
            ])
        }
    }

    private func addDocuments(to text: inout MessageText) {
        guard parts.contains(.documents), !facts.attachments.isEmpty else { return }
        text.add(paragraph: [isFrench ? "Pièces à disposition\u{A0}:" : "Documents at hand:"])
        for document in facts.attachments {
            text.add(line: ["- \(MessageSentence(words: document.title.text, field: "attachments"))"])
        }
    }
}

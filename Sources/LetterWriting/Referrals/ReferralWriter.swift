public import ChannelPluginKit
public import ContactRouting
internal import PDFWriting
internal import Texts
internal import Typesetting

/// Writes papers for banks, mediators, centres, conciliators and courts from a plan and the facts of its case.
///
/// Pure: the same plan, facts and parties give the same paper.
public struct ReferralWriter: Sendable {
    public init() {}

    /// Writes a referral.
    ///
    /// - Throws: `LetterError.missingFacts` with what the claim cannot do without, `.addressLineTooLong` and
    ///   `.addressTooManyLines` for the recipient's address, `.textTooLong` and `.controlCharacter` for the description.
    public func write(
        _ plan: ReferralPlan, for facts: ContactCase, between parties: ReferralParties
    ) throws(LetterError) -> Letter {
        let missing = plan.missingFacts(in: facts)
        guard missing.isEmpty else { throw .missingFacts(missing) }
        guard facts.attachments.count <= LetterWriter.enclosuresMax else {
            throw .tooManyEnclosures(count: facts.attachments.count, max: LetterWriter.enclosuresMax)
        }
        let values = try ReferralValues(plan: plan, facts: facts, parties: parties).values()
        let template = try TemplateLibrary.shared.template(for: plan.kind, in: plan.language)
        let (subject, body) = try template.render(values)
        let draft = ReferralDraft(
            plan: plan, facts: facts, parties: parties, subject: subject, body: body.map(LetterDraft.block))
        return Letter(
            subject: subject, language: plan.language, document: try draft.document(),
            message: draft.message())
    }
}

extension ReferralPlan {
    /// The facts, as the case file spells them, without which the paper would have nothing to say.
    public func missingFacts(in facts: ContactCase) -> [RequestField] {
        switch kind {
        // The debit says it all; for what is claimed of the seller nobody asks.
        case .unauthorisedOperation, .chargeback: []
        case .mediation, .crossBorderHelp, .conciliation, .courtRequest: claim.missingFacts(in: facts)
        }
    }
}

/// Puts the parts of a referral into a document.
private struct ReferralDraft: Bilingual {
    let plan: ReferralPlan
    let facts: ContactCase
    let parties: ReferralParties
    let subject: String
    let body: [(block: Block, label: String)]

    var language: Language { plan.language }
    private var isFrench: Bool { language == .french }
    private var formats: Formats { Formats(plan.language) }
    private var wording: LetterWording { LetterWording(plan.language) }
    private var sender: LetterParties { parties.correspondents }

    func document() throws(LetterError) -> Document {
        var document = emptyDocument
        document.append(.sender(senderLines), label: SenderLines.label)
        if let address = sender.recipientAddress {
            let lines = try AddressBlock.lines(of: address, name: sender.recipientName)
            document.append(.recipientWindow(lines), label: "recipient address")
        }
        document.append(.placeAndDate(placeAndDate))
        if sender.recipientAddress == nil, let name = sender.recipientName {
            document.append(.mention(say("À : \(name.text)", "To: \(name.text)")), label: "recipient")
        }
        document.append(.subject(LetterWording(plan.language).subjectLine(subject)))
        addContent(to: &document, signatureSpace: .millimetres(20))
        return document
    }

    func message() -> Document {
        var document = emptyDocument
        addContent(to: &document, signatureSpace: .zero)
        return document
    }

    private var emptyDocument: Document {
        Document(
            language: plan.language.rawValue, title: subject, author: sender.senderName.text,
            curlsApostrophes: true)
    }

    private func addContent(to document: inout Document, signatureSpace: Length) {
        let rows = references
        if !rows.isEmpty { document.append(.references(rows), label: "order") }
        for part in body { document.append(part.block, label: part.label) }
        document.append(
            .signature(
                name: sender.senderName.text, spaceHeight: signatureSpace,
                picture: signatureSpace == .zero ? nil : sender.signature),
            label: "consumer.name")
        addEnclosures(to: &document)
    }

    private var senderLines: [String] {
        let lines: [String?] =
            [sender.senderName.text] + (sender.senderAddress?.lines.map(\.text) ?? [])
            + [
                sender.senderPhone.map { say("Tél. : \($0.text)", "Phone: \($0.text)") },
                sender.senderEmail?.text,
            ]
        return lines.compactMap { $0 }
    }

    private var placeAndDate: String {
        let date = wording.date(plan.writtenOn)
        let town = sender.senderAddress.flatMap(AddressBlock.town)
        return isFrench
            ? town.map { "\($0), le \(date)" } ?? "Le \(date)" : town.map { "\($0), \(date)" } ?? date
    }

    private var references: [Reference] {
        let rows = plan.kind.isForBank ? operationRows : traderRows + orderRows
        return rows.compactMap { label, value in
            value.map { Reference(label: say("\(label) :", "\(label):"), value: $0) }
        }
    }

    private var operationRows: [(String, String?)] {
        let isOrder = plan.kind == .chargeback
        return [
            ("Date du débit", facts.order.debitedOn.map(wording.date)),
            ("Montant", facts.order.amount.map(formats.money)),
            ("Commerçant concerné", parties.trader.name?.text ?? parties.trader.marketplace?.text),
            ("Commande", isOrder ? facts.order.number?.reveal().text : nil),
        ]
    }

    private var traderRows: [(String, String?)] {
        let trader = parties.trader
        let isCourt = plan.kind == .courtRequest
        let other =
            isCourt
            ? "Défendeur" : facts.seller.kind == .privatePerson ? "Vendeur" : say("Professionnel", "Trader")
        return [
            ("Demandeur", isCourt ? sender.senderName.text : nil),
            (other, trader.name?.text),
            (say("Son adresse", "Its address"), trader.address.map(oneLine)),
            (say("Son e-mail", "Its e-mail"), trader.email?.text),
            (say("Son immatriculation", "Its registration"), trader.registration?.text),
            (say("Place de marché", "Marketplace"), trader.marketplace?.text),
        ]
    }

    private var orderRows: [(String, String?)] {
        let order = facts.order
        return [
            (say("Commande", "Order"), order.number?.reveal().text),
            (say("Date de commande", "Ordered on"), order.orderedOn.map(wording.date)),
            (say("Article", "Item"), order.item.name?.text),
            (say("Montant", "Amount"), order.amount.map(formats.money)),
        ]
    }

    /// `67 BOULEVARD …, DUBLIN 4`: no line ends between a number and the word it belongs to.
    private func oneLine(_ address: PostalAddress) -> String {
        AddressBlock.lines(of: address, inTextOf: plan.language).map { line in
            let words = line.split(separator: " ")
            return zip(words, words.dropFirst()).reduce(into: String(words.first ?? "")) { text, pair in
                let touchesNumber = [pair.0.last, pair.1.first].contains { $0?.isNumber ?? false }
                text += (touchesNumber ? "\u{A0}" : " ") + pair.1
            }
        }.joined(separator: ", ")
    }

    private func addEnclosures(to document: inout Document) {
        guard !facts.attachments.isEmpty else { return }
        let items = facts.attachments.enumerated().map { index, attachment in
            say(
                "Pièce n° \(index + 1) : \(attachment.title.text)",
                "No. \(index + 1): \(attachment.title.text)")
        }
        document.append(
            .enclosures(title: say("Pièces jointes (copies) :", "Enclosures (copies):"), items: items),
            label: "attachments")
    }
}

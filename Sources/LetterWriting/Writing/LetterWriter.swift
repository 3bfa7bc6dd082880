internal import ChannelPluginKit
public import ContactRouting
internal import PDFWriting
internal import Typesetting

/// Writes letters to merchants and sellers from a plan and the facts of its case.
///
/// Pure: the same plan, facts and parties give the same letter.
public struct LetterWriter: Sendable {
    /// Most enclosures of one letter.
    public static let enclosuresMax = 50

    public init() {}

    /// Writes a letter.
    ///
    /// A registered letter needs both addresses; other messages go without. The law is French in every language, and
    /// so are the facts: only the words change.
    ///
    /// - Parameter language: what the recipient reads.
    /// - Throws: `LetterError.missingFacts` with what the plan cannot do without, `.addressLineTooLong` and
    ///   `.addressTooManyLines` for the recipient's address, `.textTooLong` and `.controlCharacter` for the description.
    public func write(
        _ plan: LetterPlan, for facts: ContactCase, between parties: LetterParties,
        in language: Language = .french
    ) throws(LetterError) -> Letter {
        let wording = LetterWording(language)
        let values = try LetterValues(plan: plan, facts: facts, wording: wording).values()
        let template = try TemplateLibrary.shared.template(for: plan.kind, in: language)
        let (subject, body) = try template.render(values)
        guard facts.attachments.count <= Self.enclosuresMax else {
            throw .tooManyEnclosures(count: facts.attachments.count, max: Self.enclosuresMax)
        }
        let draft = LetterDraft(
            plan: plan, facts: facts, parties: parties, wording: wording, subject: subject,
            body: body.map(LetterDraft.block))
        return Letter(
            subject: subject, language: language, document: try draft.document(), message: draft.message())
    }
}

/// Puts the parts of a letter into a document.
struct LetterDraft: Bilingual {
    let plan: LetterPlan
    let facts: ContactCase
    let parties: LetterParties
    let wording: LetterWording
    var language: Language { wording.language }
    let subject: String
    /// Common to the document and the message.
    let body: [(block: Block, label: String)]

    private var isRegistered: Bool { plan.channel == .registeredMail }

    func document() throws(LetterError) -> Document {
        var document = emptyDocument
        document.append(.sender(senderLines), label: SenderLines.label)
        if let address = parties.recipientAddress {
            let lines = try AddressBlock.lines(of: address, name: parties.recipientName)
            document.append(.recipientWindow(lines), label: "recipient address")
        } else if isRegistered {
            throw .missingFacts(["merchant.address"])
        }
        document.append(.placeAndDate(placeAndDate))
        document.append(.mention(mention))
        document.append(.subject(wording.subjectLine(subject)))
        addReferences(to: &document)
        addBody(to: &document)
        document.append(
            .signature(
                name: parties.senderName.text, spaceHeight: isRegistered ? .millimetres(20) : .millimetres(4),
                picture: parties.signature),
            label: "consumer.name")
        addEnclosures(to: &document)
        return document
    }

    func message() -> Document {
        var document = emptyDocument
        addReferences(to: &document)
        addBody(to: &document)
        document.append(.signature(name: parties.senderName.text, spaceHeight: .zero), label: "consumer.name")
        if let phone = parties.senderPhone {
            document.append(.paragraph([.regular(phoneLine(phone))]), label: "consumer.phone")
        }
        addEnclosures(to: &document)
        return document
    }

    private var emptyDocument: Document {
        Document(
            language: wording.language.rawValue, title: subject, author: parties.senderName.text,
            curlsApostrophes: true)
    }

    private var mention: String {
        isRegistered
            ? say(
                "Lettre recommandée avec demande d’avis de réception",
                "Registered letter with acknowledgement of receipt")
            : say("Par courrier électronique", "By e-mail")
    }

    private func phoneLine(_ phone: TextLine) -> String {
        say("Tél. : \(phone.text)", "Phone: \(phone.text)")
    }

    private var senderLines: [String] {
        let lines: [String?] =
            [parties.senderName.text] + (parties.senderAddress?.lines.map(\.text) ?? [])
            + [parties.senderPhone.map(phoneLine), parties.senderEmail?.text]
        return lines.compactMap { $0 }
    }

    private var placeAndDate: String {
        let date = wording.date(plan.writtenOn)
        guard let town = parties.senderAddress.flatMap(AddressBlock.town) else {
            return say("Le \(date)", date)
        }
        return say("\(town), le \(date)", "\(town), \(date)")
    }

    private func addReferences(to document: inout Document) {
        let references = referenceRows.compactMap { label, value in
            value.map { Reference(label: say("\(label) :", "\(label):"), value: $0) }
        }
        if !references.isEmpty { document.append(.references(references), label: "order") }
    }

    /// What the recipient needs to find the case, and no more.
    private var referenceRows: [(label: String, value: String?)] {
        let order = facts.order
        let number = order.number?.reveal().text
        let orderedOn = order.orderedOn.map(wording.date)
        if plan.matter.isAboutPersonalData { return [(say("Commande", "Order"), number)] }
        if plan.matter == .subscriptionTermination {
            return [(say("Contrat", "Contract"), number), (say("Souscription", "Taken out on"), orderedOn)]
        }
        let hasArrived = !IssueSet.notArrived.contains(facts.issue.kind) || plan.lateArrival != nil
        let rest = [
            (say("Article", "Item"), order.item.name?.text),
            (say("Montant", "Amount"), order.amount.map(wording.money)),
            (say("Livraison", "Delivered on"), hasArrived ? order.lastDeliveredOn.map(wording.date) : nil),
            (say("Vendeur", "Seller"), facts.seller.kind == .thirdParty ? facts.seller.name?.text : nil),
        ]
        if IssueSet.withoutContract.contains(facts.issue.kind) {
            return [(say("Référence", "Reference"), number)] + rest
        }
        return [(say("Commande", "Order"), number), (say("Date de commande", "Ordered on"), orderedOn)] + rest
    }

    private func addBody(to document: inout Document) {
        for part in body { document.append(part.block, label: part.label) }
    }

    static func block(_ part: LetterTemplate.Part) -> (block: Block, label: String) {
        switch part {
        case .paragraph(let text): (.paragraph(inlines(text)), "letter text")
        case .list(let items): (.list(.dashed, items.map(inlines)), "earlier contacts")
        case .heading(let text): (.heading(text), "letter text")
        case .table(let rows):
            (.table(Table(headings: rows.first ?? [], rows: Array(rows.dropFirst()))), "chronology")
        }
    }

    private static func inlines(_ text: String) -> [Inline] {
        var inlines: [Inline] = []
        for (index, line) in text.pieces(at: UInt8(ascii: dataLineBreak)).enumerated() {
            if index > 0 { inlines.append(.lineBreak) }
            inlines.append(.regular(String(line)))
        }
        return inlines
    }

    private func addEnclosures(to document: inout Document) {
        guard !facts.attachments.isEmpty else { return }
        let items = facts.attachments.enumerated().map {
            say("Pièce n° \($0 + 1) : \($1.title.text)", "No. \($0 + 1): \($1.title.text)")
        }
        let title = say("PJ : copies des pièces suivantes", "Enclosures: copies of the following documents")
        document.append(.enclosures(title: title, items: items), label: "attachments")
    }
}

public import ChannelPluginKit
public import ContactRouting
internal import Texts
internal import Typesetting

/// The fields of a referral for an institution's online form: `form.json`.
///
/// The forms' own names are not known, so the keys are ours.
public struct ReferralForm: Sendable, Bilingual {
    private let request: PreparationRequest
    private let plan: ReferralPlan
    private let letter: Letter

    public init(_ request: PreparationRequest, plan: ReferralPlan, letter: Letter) {
        self.request = request
        self.plan = plan
        self.letter = letter
    }

    private var facts: ContactCase { request.contactCase }
    public var language: Language { request.language }

    /// - Throws: `ChannelError.overLimit`, `.unusable` for a description that no form takes.
    public func sheet() throws(ChannelError) -> FormSheet {
        var sheet = FormSheet(for: request.channel)
        addPerson(to: &sheet)
        if plan.kind.isForBank { addOperation(to: &sheet) } else { addDispute(to: &sheet) }
        do {
            sheet.add(
                "description", say("Récit", "What happened"), text: try FormText.description(of: facts))
        } catch {
            throw ChannelError(error, in: request)
        }
        addDemand(to: &sheet)
        sheet.add("statement", say("Exposé complet", "Whole statement"), text: statement)
        return sheet
    }

    private func addPerson(to sheet: inout FormSheet) {
        let consumer = facts.consumer
        sheet.add("name", say("Nom", "Name"), text: consumer.name?.reveal().text)
        sheet.add("address", say("Adresse", "Address"), text: lines(consumer.address?.reveal()))
        sheet.add("email", say("E-mail", "E-mail"), text: consumer.email?.reveal().text)
        sheet.add("phone", say("Téléphone", "Phone"), text: request.phone?.number.text)
        if plan.kind == .courtRequest { addClaimant(to: &sheet) }
    }

    /// What a request to a court must say of whoever makes it, or it is void; a case holds none of it.
    ///
    /// - Source: CPC 54, 3° a).
    private func addClaimant(to sheet: inout FormSheet) {
        sheet.add("birthDate", say("Date de naissance", "Date of birth"), .open)
        sheet.add("birthPlace", say("Lieu de naissance", "Place of birth"), .open)
        sheet.add("profession", say("Profession", "Profession"), .open)
        sheet.add("nationality", say("Nationalité", "Nationality"), .open)
    }

    private func addOperation(to sheet: inout FormSheet) {
        sheet.add(
            "debitedOn", say("Date du débit", "Day of the debit"), facts.order.debitedOn.map(FormValue.day))
        sheet.add("amount", say("Montant", "Amount"), facts.order.amount.map(FormValue.money))
        sheet.add(
            "merchant", say("Commerçant", "Merchant"),
            text: request.trader.name?.text ?? request.trader.marketplace?.text)
        sheet.add("reason", say("Motif", "Reason"), .choice(topic))
        guard plan.kind == .chargeback else {
            addCardBlock(to: &sheet)
            return
        }
        addOrder(to: &sheet)
    }

    /// A block is told as one only when the bank accepted it.
    private func addCardBlock(to sheet: inout FormSheet) {
        if let day = plan.cardBlockedOn {
            sheet.add("cardBlockedOn", say("Carte bloquée le", "Card blocked on"), .day(day))
        } else {
            sheet.add(
                "cardBlockAskedOn", say("Blocage de la carte demandé le", "Card block asked for on"),
                plan.cardBlockAskedOn.map(FormValue.day))
        }
    }

    private func addDispute(to sheet: inout FormSheet) {
        let trader = request.trader
        sheet.add("traderName", say("Nom du vendeur", "Seller’s name"), text: trader.name?.text)
        sheet.add(
            "traderAddress", say("Adresse du vendeur", "Seller’s address"), text: lines(of: trader.address))
        sheet.add("traderEmail", say("E-mail du vendeur", "Seller’s e-mail"), text: trader.email?.text)
        sheet.add("traderCountry", say("Pays du vendeur", "Seller’s country"), text: trader.country?.text)
        sheet.add(
            "traderRegistration", say("Immatriculation du vendeur", "Seller’s registration"),
            text: trader.registration?.text)
        sheet.add("marketplace", say("Place de marché", "Marketplace"), text: trader.marketplace?.text)
        addOrder(to: &sheet)
        sheet.add("amount", say("Montant", "Amount"), facts.order.amount.map(FormValue.money))
        sheet.add("subject", say("Objet du litige", "Subject of the dispute"), .choice(topic))
        sheet.add(
            "complaintOn", say("Réclamation écrite le", "Complaint in writing on"),
            (plan.complaint?.day).map(FormValue.day))
        sheet.add(
            "complaintBy", say("Réclamation envoyée par", "Complaint sent by"),
            text: plan.complaint.map { Vocabulary(language).name(of: $0.channel) })
        sheet.add(
            "otherProceedings",
            say("Autre médiateur ou tribunal saisi", "Another mediator or a court has the case"), .open)
    }

    private func addOrder(to sheet: inout FormSheet) {
        sheet.add(
            "orderNumber", say("Numéro de commande", "Order number"), text: facts.order.number?.reveal().text)
        sheet.add("orderedOn", say("Commandé le", "Ordered on"), facts.order.orderedOn.map(FormValue.day))
        sheet.add("item", say("Article", "Item"), text: facts.order.item.name?.text)
    }

    private func addDemand(to sheet: inout FormSheet) {
        switch plan.kind {
        case .unauthorisedOperation:
            sheet.add(
                "demand", say("Demande", "Demand"), text: say("remboursement immédiat", "immediate refund"))
        case .chargeback:
            sheet.add(
                "demand", say("Demande", "Demand"),
                text: say("contestation du paiement (chargeback)", "payment dispute (chargeback)"))
        case .mediation, .crossBorderHelp, .conciliation, .courtRequest:
            sheet.add(
                "demand", say("Demande", "Demand"),
                text: plan.claim.demandWords(in: plan.language, about: facts.issue.kind))
            sheet.add(
                "surcharge", say("Majoration légale à ce jour", "Legal increase as of today"),
                (plan.claim.surcharge?.sum).map(FormValue.money))
        }
        sheet.add(
            "enclosures", say("Pièces", "Enclosures"),
            text: facts.attachments.map(\.title.text).joined(separator: "\n"))
    }

    /// The paper's own words in lines that are not broken, for a field that breaks them itself.
    private var statement: String {
        let parts = letter.message.entries.compactMap { entry -> String? in
            switch entry.block {
            case .subject(let text), .heading(let text): text
            case .paragraph(let inlines): Self.text(of: inlines)
            case .list(_, let items): items.map { "- " + Self.text(of: $0) }.joined(separator: "\n")
            case .table(let table):
                table.rows.map {
                    "- " + $0.filter { $0 != ReferralValues.noOutcome }.joined(separator: " – ")
                }
                .joined(separator: "\n")
            case .enclosures(let title, let items):
                ([title] + items.map { "- " + $0 }).joined(separator: "\n")
            case .signature(let name, _, _): name
            case .sender, .recipientWindow, .placeAndDate, .mention, .references, .spacer: nil
            }
        }
        let text = parts.joined(separator: "\n\n")
        return plan.language == .french ? Typography.french(text) : text
    }

    private static func text(of inlines: [Inline]) -> String {
        inlines.map { inline in
            switch inline {
            case .regular(let text), .bold(let text): text
            case .lineBreak: "\n"
            }
        }.joined()
    }

    private var topic: String { Vocabulary(plan.language).subject(of: facts.issue.kind) }

    /// The other side's address, with the country in the language of the paper.
    private func lines(of address: PostalAddress?) -> String? {
        address.map { AddressBlock.lines(of: $0, inTextOf: plan.language).joined(separator: "\n") }
    }

    private func lines(_ address: PostalAddress?) -> String? {
        address?.lines.map(\.text).joined(separator: "\n")
    }
}

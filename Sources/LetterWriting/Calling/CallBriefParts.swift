public import ChannelPluginKit
internal import CivilCalendar
public import ContactRouting
internal import Texts

/// Makes the sections of a brief from a request, each of them nil or empty of what is not known.
///
/// Every sentence follows from the facts and the plan of the letter: nothing is claimed for the telephone that a letter
/// would not claim.
public struct CallBriefParts: Bilingual {
    /// How the two sides talk.
    public enum Manner: Hashable, Sendable {
        /// Both speak and hear.
        case voice
        /// Somebody writes down or signs what is said.
        case relay
    }

    let request: PreparationRequest
    let manner: Manner
    /// The language in which the call is held.
    let spoken: Language

    public init(_ request: PreparationRequest, manner: Manner = .voice, spoken: Language? = nil) {
        self.request = request
        self.manner = manner
        self.spoken = spoken ?? request.recipientLanguage
    }

    var facts: ContactCase { request.contactCase }
    var formats: Formats { Formats(request.language) }
    var wording: LetterWording { LetterWording(request.language) }
    public var language: Language { request.language }
    var isFrench: Bool { language == .french }

    /// What an adviser asks first, in that order: who, which order, what, when, how much, then the days that count.
    public var asked: CallBrief.Section? {
        let rows = identityRows + dayRows
        let known = rows.compactMap { row in
            row.value.map { CallBrief.Fact(row.label, $0, field: row.field) }
        }
        guard !known.isEmpty else { return nil }
        return CallBrief.Section(say("Ce qu’on vous demandera", "What they will ask"), [.facts(known)])
    }

    private typealias Row = (label: String, field: String, value: String?)

    private var identityRows: [Row] {
        let order = facts.order
        let sellerName = facts.seller.kind == .thirdParty ? facts.seller.name?.text : nil
        return [
            (say("Nom", "Name"), "consumer.name", facts.consumer.name?.reveal().text),
            (say("Numéro de commande", "Order number"), "order.number", order.number?.reveal().text),
            (say("Article", "Item"), "order.item.name", order.item.name?.text),
            (say("Vendeur", "Seller"), "seller.name", sellerName),
            (say("Commandé le", "Ordered on"), "order.orderedOn", order.orderedOn.map(wording.date)),
            (say("Montant", "Amount"), "order.amount", order.amount.map(formats.money)),
        ]
    }

    private var dayRows: [Row] {
        let order = facts.order
        let arrived =
            IssueSet.notArrived.contains(facts.issue.kind)
            ? request.letter?.lateArrival : order.lastDeliveredOn
        return [
            row(
                say("Livraison", "Delivery"), "order.deliveredOn",
                [
                    ("promise pour le", "promised for", order.promisedOn),
                    (
                        "prévue au plus tard le", "expected by",
                        order.promisedOn == nil ? order.latestEstimatedDelivery : nil
                    ),
                    ("reçue le", "received on", arrived),
                ]),
            row(
                say("Défaut", "Defect"), "order.defectFoundOn",
                [
                    ("apparu le", "found on", order.defectFoundOn),
                    ("réparation demandée le", "repair asked for on", order.repairRequestedOn),
                    ("réparation faite le", "repaired on", order.repairedOn),
                ]),
            row(
                say("Retour", "Return"), "order.returnShippedOn",
                [
                    ("rétractation le", "withdrawn on", order.withdrawalNotifiedOn),
                    ("renvoi le", "sent back on", order.returnShippedOn),
                    ("arrivée le", "arrived on", order.returnReceivedOn),
                ]),
            row(say("Débit", "Debit"), "order.debitedOn", [("le", "on", order.debitedOn)]),
        ]
    }

    /// Days of one kind on one line; no value when none is known.
    private func row(_ label: String, _ field: String, _ days: [(String, String, CivilDay?)]) -> Row {
        let known = days.compactMap { french, english, day in
            day.map { "\(say(french, english)) \(wording.date($0))" }
        }
        return (label, field, known.isEmpty ? nil : known.joined(separator: ", "))
    }

    /// What the trouble is: its name, and the person's own words.
    public var trouble: CallBrief.Section {
        let name = topic(in: request.language).capitalisedFirst + "."
        let words = Self.lines(of: facts.issue.description)
        let text = [name, words].compactMap { $0 }.joined(separator: "\n")
        return CallBrief.Section(
            say("Ce qui s’est passé", "What happened"), [.text(text, field: "issue.description")])
    }

    /// What was tried before, oldest first.
    ///
    /// - Parameter latest: only so many of them, the latest; the line above says how many are older.
    public func contacts(latest: Int = .max) -> CallBrief.Section? {
        let all = request.letter?.contacts ?? []
        guard !all.isEmpty else { return nil }
        let kept = all.suffix(max(latest, 1))
        let older = all.count - kept.count
        let line =
            older == 0
            ? []
            : [
                say(
                    "\(older) \(older == 1 ? "contact plus ancien" : "contacts plus anciens")",
                    "\(older) earlier \(older == 1 ? "contact" : "contacts")")
            ]
        return CallBrief.Section(
            say("Déjà fait", "Done so far"), [.points(line + kept.map(contactLine))])
    }

    private func contactLine(_ contact: LetterContact) -> String {
        let vocabulary = Vocabulary(request.language)
        let outcome = vocabulary.name(of: contact.outcome)
        let promised = contact.promisedOn.map { wording.date($0) }.map {
            say("promis pour le \($0)", "promised for \($0)")
        }
        let deadline = contact.deadline.map { wording.date($0) }.map {
            say("délai fixé au \($0)", "last day given: \($0)")
        }
        let said = ([outcome] + [promised, deadline].compactMap { $0 }).joined(separator: ", ")
        return "\(wording.date(contact.day)), \(vocabulary.name(of: contact.channel))"
            + say(" : ", ": ") + said
    }

    /// The trouble as a phrase.
    func topic(in language: Language) -> String { Vocabulary(language).subject(of: facts.issue.kind) }

    /// The person's words without empty lines; nil when nothing is left.
    static func lines(of description: Private<String>?) -> String? {
        let lines = (description?.reveal() ?? "").split(whereSeparator: \.isNewline)
            .map { $0.replacing("\t", with: " ").trimming(" ") }.filter { !$0.isEmpty }
        return lines.isEmpty ? nil : lines.joined(separator: "\n")
    }
}

extension String {
    /// The same text, beginning with a capital.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

internal import ChannelPluginKit
internal import CivilCalendar
internal import ContactRouting
internal import Texts
internal import Typesetting

/// One page for the person who posts the letter: print, choose, post, keep, wait; every step with a box to tick.
struct PostingKit {
    let plan: LetterPlan
    let letterPages: Int
    let enclosures: Int
    let recipient: [String]
    /// The recipient's address ends in a French postcode and town.
    let isInFrance: Bool
    /// What the case is about, in money.
    let amount: Money?
    /// When a post counter next takes letters, by our estimate.
    let counterOpen: Range<Instant>?
    /// The moment after which the letter must not be posted any more.
    let goodUntil: Instant?
    let now: Instant
    let zone: TimeZoneRules
    let language: Language
    /// Whether a picture stands for the signature already.
    let isSigned: Bool

    /// - Unit: grams of a sheet of A4 at 80 g/m², by calculation: a sixteenth of a square metre.
    static let sheetGrams = 5

    init(
        for request: PreparationRequest, plan: LetterPlan, letterPages: Int, recipient: [String]
    ) {
        self.plan = plan
        self.letterPages = letterPages
        self.recipient = recipient
        enclosures = request.contactCase.attachments.count
        isInFrance = request.recipient.address?.endsInFrenchTown ?? true
        amount = request.contactCase.order.amount
        counterOpen = request.counterOpen
        goodUntil = request.goodUntil
        now = request.now
        zone = request.timeZone
        language = request.language
        isSigned = request.wishes.signature != nil
    }

    /// A heading and its steps.
    struct Part {
        let title: String
        let steps: [String]
    }

    func document() -> Document {
        let title: String
        let parts: [Part]
        switch language {
        case .french: (title, parts) = ("Envoyer la lettre recommandée", frenchParts)
        case .english: (title, parts) = ("Posting the registered letter", englishParts)
        }
        var document = Document(language: language.rawValue, title: title, curlsApostrophes: true)
        document.append(.subject(title))
        document.append(
            .paragraph([.bold(language == .french ? "Destinataire" : "Recipient")] + recipientLines),
            label: "recipient address")
        for (number, part) in parts.enumerated() {
            document.append(.heading("\(number + 1). \(part.title)"))
            document.append(.list(.boxes, part.steps.map { [.regular($0)] }))
        }
        return document
    }

    private var recipientLines: [Inline] { recipient.flatMap { [.lineBreak, .regular($0)] } }

    // MARK: What the words say

    var formats: Formats { Formats(language) }
    var price: String { formats.money(PostalTariff.registeredR1) }
    var tariffDay: String { formats.date(PostalTariff.since) }
    var isOutdated: Bool { plan.writtenOn > PostalTariff.knownThrough }
    var isGoodwill: Bool { plan.force == .goodwill }
    var dueBy: String { formats.longDate(plan.dueBy) }
    var letterGrams: Int { letterPages * Self.sheetGrams }

    func indemnity(_ level: PostalTariff.Level) -> String { formats.money(level.indemnity) }

    /// The level for an original that is worth what the case is about.
    var levelForOriginal: PostalTariff.Level? {
        amount.flatMap(PostalTariff.Level.init(covering:)).flatMap { $0 == .r1 ? nil : $0 }
    }

    /// Whether a counter takes letters at this moment.
    var isCounterOpen: Bool { counterOpen?.contains(now) ?? false }

    func time(_ moment: Instant) -> String {
        formats.time(secondOfDay: zone.civilTime(at: moment).secondOfDay)
    }
}

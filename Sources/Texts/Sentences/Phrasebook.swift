public import CivilCalendar
public import ContactRouting

/// Says a decision of one case in one language: why, why not, until when, what next.
///
/// Every sentence a person reads about a decision comes from here, French and English side by side in one place, so
/// that neither can be forgotten. Sentences speak to the person, need no legal training, claim no more than the
/// decision does, and hold no personal data beyond a merchant's or seller's name.
public struct Phrasebook: Sendable, Typographic {
    /// The language that is written.
    public let language: Language
    /// The zone in which moments are told: the person's.
    public let zone: TimeZoneRules
    /// The names of the domain's lists.
    public let vocabulary: Vocabulary
    /// Dates, times and sums.
    public let formats: Formats

    let facts: ContactCase
    let now: Instant
    let directory: Directory

    /// Makes the phrasebook of one case at one moment.
    ///
    /// - Parameters:
    ///   - now: the moment of the decision.
    ///   - zone: the person's zone.
    ///   - language: the person's own when nil.
    public init(
        for facts: ContactCase, at now: Instant, in directory: Directory, zone: TimeZoneRules,
        language: Language? = nil
    ) {
        self.facts = facts
        self.now = now
        self.directory = directory
        self.zone = zone
        self.language = language ?? facts.consumer.effectiveLanguage
        vocabulary = Vocabulary(self.language)
        formats = Formats(self.language)
    }

    /// A channel inside a sentence: `la lettre recommandée avec avis de réception`.
    func the(_ channel: ChannelName) -> String { vocabulary.name(of: channel, .definite) }
}

/// Who is meant in a sentence.
extension Phrasebook {
    /// The merchant's name as people know it.
    var merchant: String {
        switch facts.merchant {
        case .listed(let id): directory.merchant(id)?.name ?? id.text
        case .described(let description): description.name.text
        }
    }

    /// `d’Amazon.fr`, `de Boutique`; in English the plain name.
    var ofMerchant: String { say(FrenchWords.of(merchant), merchant) }

    /// Whether somebody else sold and shipped on the merchant's site, so that the seller must answer.
    var isSoldByAnother: Bool {
        switch facts.seller.kind {
        case .privatePerson: true
        case .thirdParty: facts.seller.fulfilledBy != .merchant && facts.seller.primeEligible != true
        case .firstParty, .ownWebsite, nil: false
        }
    }

    /// Whoever must answer for the order: the seller or the merchant by name.
    var counterpart: String { isSoldByAnother ? say("le vendeur", "the seller") : merchant }

    /// `au vendeur`, `à Amazon.fr`; `to the seller`, `to Amazon.fr`.
    var toCounterpart: String {
        isSoldByAnother ? say("au vendeur", "to the seller") : say("à \(merchant)", "to \(merchant)")
    }

    /// A sentence with the article of law behind it, when it stands on one.
    func withLaw(_ sentence: String, _ grounds: Grounds) -> String {
        guard case .law(let citation) = grounds, citation != .eccNetRules, sentence.hasSuffix(".") else {
            return sentence
        }
        return "\(sentence.dropLast()) (\(vocabulary.name(of: citation)))."
    }
}

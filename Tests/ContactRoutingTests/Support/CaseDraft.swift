import CivilCalendar
import ContactRouting

/// Shorthand for cases in tests: texts that are known to be right.
///
/// A text that is wrong gives the calendar's first day, an unknown name or an empty merchant, and the test fails.
enum Draft {
    static func day(_ text: String) -> CivilDay { CivilDay(text) ?? .first }

    static func at(_ text: String) -> Instant {
        (try? Instant(parsing: text)) ?? Instant(secondsSinceEpoch: .min)
    }

    static func channel(_ text: String) -> ChannelName {
        (try? ChannelName(parsing: text)) ?? ChannelName("wrong")
    }

    static func country(_ text: String) -> CountryCode { (try? CountryCode(parsing: text)) ?? .france }

    static func euros(_ amount: Int64) -> Money { Money(hundredths: amount * 100) }

    /// A contact of the past.
    static func contact(
        _ channel: ChannelName, _ at: String, _ outcome: PastContact.Outcome, deadline: String? = nil,
        promised: String? = nil, delivered: String? = nil, transcript: Bool? = nil
    ) -> PastContact {
        var contact = PastContact(channel: channel, at: Draft.at(at), outcome: outcome)
        contact.deadline = deadline.map(day)
        contact.promisedOn = promised.map(day)
        contact.deliveredOn = delivered.map(day)
        contact.transcriptKept = transcript
        return contact
    }

    /// A case against the marketplace of the directory, sold by the merchant itself.
    static func amazon(_ kind: IssueKind, _ change: (inout ContactCase) -> Void = { _ in }) -> ContactCase {
        var facts = listed("amazon-fr", kind)
        facts.seller.kind = .firstParty
        change(&facts)
        return facts
    }

    /// The same, sold and shipped by a third party.
    static func marketplace(
        _ kind: IssueKind, _ change: (inout ContactCase) -> Void = { _ in }
    ) -> ContactCase {
        var facts = listed("amazon-fr", kind)
        facts.seller.kind = .thirdParty
        facts.seller.fulfilledBy = .seller
        facts.seller.primeEligible = false
        change(&facts)
        return facts
    }

    static func listed(_ merchant: String, _ kind: IssueKind) -> ContactCase {
        let id = (try? EntryID(parsing: merchant)).map(MerchantReference.listed)
        var facts = ContactCase(
            merchant: id ?? .described(description("Nobody")), issue: Issue(kind: kind))
        facts.consumer.country = .france
        facts.consumer.region = .metropole
        facts.consumer.hasAccount = true
        facts.consumer.canCall = true
        return facts
    }

    /// A shop that is not in the directory.
    static func shop(_ kind: IssueKind, _ change: (inout ContactCase) -> Void = { _ in }) -> ContactCase {
        var shop = description("Boutique Générique")
        shop.country = .france
        shop.website = try? WebLink(parsing: "https://boutique.example")
        var facts = listed("amazon-fr", kind)
        facts.merchant = .described(shop)
        facts.seller.kind = .ownWebsite
        facts.consumer.canCall = nil
        change(&facts)
        return facts
    }

    static func description(_ name: String) -> MerchantDescription {
        // The name is a literal of a test: one line of text.
        guard let line = try? TextLine(parsing: name) else { preconditionFailure("a name of one line") }
        return MerchantDescription(name: line)
    }
}

extension ContactCase {
    /// Adds contacts of the past.
    mutating func past(_ contacts: PastContact...) { history += contacts }
}

/// Names without the module, which a file that imports Testing cannot tell from Testing's own `Issue`.
typealias MessageMedium = Issue.Medium
typealias GivenData = Issue.GivenData

/// Names a channel: `chat`, `registered-mail`, `mediator`.
///
/// An open set, so it is a checked name and not an enum: plugins and directories may add their own. The names that
/// rules speak of are constants of this type.
public struct ChannelName: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The name as written in case files, `channels.json` and on the command line.
    public let text: String

    /// Makes a name from a literal in source code.
    ///
    /// - Precondition: the literal obeys ``init(parsing:)``; it is written by us and covered by a test.
    public init(_ literal: StaticString) { text = "\(literal)" }

    /// Checks a name that comes from outside.
    ///
    /// - Throws: `RoutingError.malformedName` unless the text has 1 to 32 of `a-z`, `0-9` and `-`.
    public init(parsing text: String) throws(RoutingError) {
        guard isKebabName(text) else { throw .malformedName(kind: .channel, text: text) }
        self.text = text
    }

    public var description: String { text }

    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.text < rhs.text }
}

/// Tells whether a text has 1 to 32 characters of `a-z`, `0-9` and `-`.
func isKebabName(_ text: String) -> Bool {
    let bytes = text.utf8
    guard (1...32).contains(bytes.count) else { return false }
    return bytes.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
    }
}

extension ChannelName {
    public static let selfService = ChannelName("self-service")
    public static let onlineReturn = ChannelName("online-return")
    public static let withdrawalButton = ChannelName("withdrawal-button")
    public static let chat = ChannelName("chat")
    public static let callback = ChannelName("callback")
    public static let phone = ChannelName("phone")
    public static let accessiblePhone = ChannelName("accessible-phone")
    public static let email = ChannelName("email")
    public static let socialDM = ChannelName("social-dm")
    public static let sellerMessaging = ChannelName("seller-messaging")
    public static let marketplaceGuarantee = ChannelName("marketplace-guarantee")
    public static let registeredMail = ChannelName("registered-mail")
    public static let mediator = ChannelName("mediator")
    public static let eccNet = ChannelName("ecc-net")
    public static let conciliator = ChannelName("conciliator")
    public static let courtRequest = ChannelName("court-request")
    public static let consumerAssociation = ChannelName("consumer-association")
    public static let signalConso = ChannelName("signalconso")
    public static let productSafety = ChannelName("product-safety")
    public static let bankCardBlock = ChannelName("bank-card-block")
    public static let bankChargeback = ChannelName("bank-chargeback")
    public static let bankClaim = ChannelName("bank-claim")
    public static let report33700 = ChannelName("report-33700")
    public static let signalSpam = ChannelName("signal-spam")
    public static let merchantPhishingReport = ChannelName("merchant-phishing-report")
    public static let cyber17 = ChannelName("cyber17")
    public static let pharos = ChannelName("pharos")
    public static let policeThesee = ChannelName("police-thesee")
    public static let webhook = ChannelName("webhook")
    public static let odr = ChannelName("odr")
    public static let bloctel = ChannelName("bloctel")
}

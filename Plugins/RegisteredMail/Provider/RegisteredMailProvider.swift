public import ChannelPluginKit
public import ContactRouting

/// A provider that prints registered letters and hands them to the post.
///
/// Its interface has the shape of Maileva's registered mail, version 2: a sending is created as a draft, gets documents and
/// a recipient, and is submitted; from then on nothing calls it back.
public struct RegisteredMailProvider: Hashable, Sendable {
    /// Where its interface begins; nil while it is not set.
    public let base: HTTPTarget?
    /// The account in whose name the requests are sent.
    public let account: AccountName
    /// The most that one letter may cost; nil for no limit.
    public let priceMax: Money?
    /// Settings without which nothing can be sent.
    public let missing: [String]

    public init(
        base: HTTPTarget?, account: AccountName = AccountName("registered-mail"), priceMax: Money? = nil,
        missing: [String] = []
    ) {
        self.base = base
        self.account = account
        self.priceMax = priceMax
        self.missing = missing
    }

    /// - Unit: bytes of all documents together.
    static let documentBytesMax = 20 << 20
    static let documentsMax = 30
    /// - Unit: seconds. A handful of requests, each within the limits of the transport.
    static let deliverySecondsMax = 900
    /// The step before the call that cannot be undone.
    static let pointOfNoReturn = StepName("submitting")

    /// The address of one of its resources.
    ///
    /// - Returns: nil when the base is not set, or the address would be too long.
    func target(_ path: String) -> HTTPTarget? {
        guard let base else { return nil }
        let text = base.text.hasSuffix("/") ? String(base.text.dropLast()) : base.text
        return HTTPTarget(parsing: text + path)
    }
}

/// The provider's identifier of a sending, which becomes a part of addresses: 1 to 40 letters, digits and hyphens.
struct SendingID: Hashable, Sendable {
    let text: String

    init?(_ text: String?) {
        guard let text, (1...40).contains(text.utf8.count), text.utf8.allSatisfy(Self.isAllowed) else {
            return nil
        }
        self.text = text
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            true
        default: false  // tidy-allow: bytes, not an enum of ours
        }
    }
}

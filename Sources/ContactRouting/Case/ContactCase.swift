/// The facts of one person's trouble with a merchant.
///
/// Only the merchant and the kind of issue are required. An absent fact is *unknown*, which is never the same as
/// `false`: an unknown precondition refuses a channel and is asked for, an unknown exclusion does not.
///
/// - Source: `case.json`, docs/case-format.md.
public struct ContactCase: Hashable, Sendable {
    /// The case's own name; made from the content at the edge when the person gave none.
    public var reference: CaseReference?
    public var merchant: MerchantReference
    public var seller = Seller()
    public var issue: Issue
    public var order = Order()
    public var consumer = Consumer()
    public var preferences = Preferences()
    /// One entry per contact, its outcome the latest known.
    public var history: [PastContact] = []
    public var attachments: [Attachment] = []
    public var bank: Correspondent?
    public var court: Correspondent?

    public init(merchant: MerchantReference, issue: Issue) {
        self.merchant = merchant
        self.issue = issue
    }
}

/// A document that the person holds and encloses.
public struct Attachment: Hashable, Sendable {
    /// Where it lies, relative to the case file.
    public var path: TextLine
    /// What the letter's list of enclosures calls it.
    public var title: TextLine

    public init(path: TextLine, title: TextLine) {
        self.path = path
        self.title = title
    }
}

/// A bank or a court to which a letter may go.
public struct Correspondent: Hashable, Sendable {
    public var name: TextLine?
    public var address: PostalAddress?
    public var phone: PhoneNumber?

    public init(name: TextLine?, address: PostalAddress?, phone: PhoneNumber?) {
        self.name = name
        self.address = address
        self.phone = phone
    }
}

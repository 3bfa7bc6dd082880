public import ContactRouting
public import Typesetting

/// Who writes to whom.
public struct LetterParties: Hashable, Sendable {
    public var senderName: TextLine
    public var senderAddress: PostalAddress?
    public var senderEmail: EmailAddress?
    /// As it is written in its own country, else in international form.
    public var senderPhone: TextLine?
    public var recipientName: TextLine?
    public var recipientAddress: PostalAddress?
    /// Stands for a signature in ink; nil leaves room to sign by hand.
    public var signature: Picture?

    public init(
        senderName: TextLine, senderAddress: PostalAddress? = nil, senderEmail: EmailAddress? = nil,
        senderPhone: TextLine? = nil, recipientName: TextLine? = nil, recipientAddress: PostalAddress? = nil
    ) {
        self.senderName = senderName
        self.senderAddress = senderAddress
        self.senderEmail = senderEmail
        self.senderPhone = senderPhone
        self.recipientName = recipientName
        self.recipientAddress = recipientAddress
    }
}

public import ContactRouting

/// Who writes to whom.
public struct LetterParties: Hashable, Sendable {
    public var senderName: TextLine
    public var senderAddress: PostalAddress?
    public var senderEmail: EmailAddress?
    /// As it is written in its own country, else in international form.
    public var senderPhone: TextLine?
    public var recipientName: TextLine?
    public var recipientAddress: PostalAddress?

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

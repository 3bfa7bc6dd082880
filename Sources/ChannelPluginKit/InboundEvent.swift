public import CivilCalendar
public import ContactRouting

/// Something that came back: a provider's event, a bounce, a reply.
public struct InboundEvent: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case providerEvent = "provider-event"
        case bounce
        case reply
    }

    public let kind: Kind
    public let channel: ChannelName
    /// The delivery it answers, as far as the program could tell.
    public let reference: DeliveryReference?
    public let receivedAt: Instant
    /// True when the sender was authenticated: a signature, a session with the provider.
    public let verified: Bool
    /// The content as it came.
    ///
    /// Hostile until read with limits.
    public let content: Private<[UInt8]>

    public init(
        kind: Kind, channel: ChannelName, reference: DeliveryReference?, receivedAt: Instant, verified: Bool,
        content: [UInt8]
    ) {
        self.kind = kind
        self.channel = channel
        self.reference = reference
        self.receivedAt = receivedAt
        self.verified = verified
        self.content = Private(content)
    }
}

/// What an inbound event means for the case.
public struct CaseEvent: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// The provider took the delivery on its way.
        case dispatched
        case delivered
        /// The recipient did not take the letter.
        case unclaimed
        case bounced
        case answered
        /// It belongs to the case, and a person must read it.
        case needsReading = "needs-reading"
    }

    public let kind: Kind
    public let at: Instant
    public let reference: DeliveryReference?
    /// The provider's identifier of the event, against recording it twice.
    public let providerReference: String?
    /// What is worth keeping in words.
    public let note: Private<String>?

    public init(
        kind: Kind, at: Instant, reference: DeliveryReference?, providerReference: String? = nil,
        note: String? = nil
    ) {
        self.kind = kind
        self.at = at
        self.reference = reference
        self.providerReference = providerReference
        self.note = note.map { Private($0) }
    }
}

/// What a plugin says about one of its channels, as data.
///
/// The program decides from this value alone; it never asks a plugin whether something is allowed.
public struct ChannelDescriptor: Hashable, Sendable, Codable {
    public let channel: ChannelName
    public let limits: ChannelLimits
    /// The most a delivery through this channel can prove.
    public let evidence: EvidenceGrade
    public let privacy: PrivacyClass
    public let effects: ChannelEffects
    /// The settings this channel reads; empty when it needs none.
    public let settings: [ChannelSetting]
    /// The step that a delivery in several calls remembers before the call that cannot be undone, such as `submitting`.
    ///
    /// While the plugin has not remembered it, nothing binding went out, and a delivery that was cut off is sent again.
    /// Nil when the first call is that call.
    public let pointOfNoReturn: StepName?

    public init(
        channel: ChannelName, limits: ChannelLimits, evidence: EvidenceGrade, privacy: PrivacyClass,
        effects: ChannelEffects, settings: [ChannelSetting] = [], pointOfNoReturn: StepName? = nil
    ) {
        self.channel = channel
        self.limits = limits
        self.evidence = evidence
        self.privacy = privacy
        self.effects = effects
        self.settings = settings
        self.pointOfNoReturn = pointOfNoReturn
    }
}

/// The limits of a channel, each with its unit in the name.
///
/// `nil` says that the channel has no such thing (a phone call has no attachment), not that it is unlimited. What is
/// above a limit is refused by `prepare`, never cut.
public struct ChannelLimits: Hashable, Sendable, Codable {
    /// Longest text a person writes or reads, in characters (Swift `Character`).
    public var textCharactersMax: Int?
    /// Most texts one preparation may be divided into.
    public var textPartsMax: Int?
    /// Largest message as it goes out, in bytes, attachments and encoding included.
    public var messageBytesMax: Int?
    public var attachmentsMax: Int?
    /// Largest attachment, in bytes before encoding.
    public var attachmentBytesMax: Int?
    public var pagesMax: Int?
    /// Longest time one `deliver` may take before its outcome counts as unknown, in seconds.
    public var deliverySecondsMax: Int?

    public init(
        textCharactersMax: Int? = nil, textPartsMax: Int? = nil, messageBytesMax: Int? = nil,
        attachmentsMax: Int? = nil, attachmentBytesMax: Int? = nil, pagesMax: Int? = nil,
        deliverySecondsMax: Int? = nil
    ) {
        self.textCharactersMax = textCharactersMax
        self.textPartsMax = textPartsMax
        self.messageBytesMax = messageBytesMax
        self.attachmentsMax = attachmentsMax
        self.attachmentBytesMax = attachmentBytesMax
        self.pagesMax = pagesMax
        self.deliverySecondsMax = deliverySecondsMax
    }

    /// The narrower of both limits in every field: what the channel allows and what a recipient allows.
    public func narrowed(by other: ChannelLimits) -> ChannelLimits {
        ChannelLimits(
            textCharactersMax: least(textCharactersMax, other.textCharactersMax),
            textPartsMax: least(textPartsMax, other.textPartsMax),
            messageBytesMax: least(messageBytesMax, other.messageBytesMax),
            attachmentsMax: least(attachmentsMax, other.attachmentsMax),
            attachmentBytesMax: least(attachmentBytesMax, other.attachmentBytesMax),
            pagesMax: least(pagesMax, other.pagesMax),
            deliverySecondsMax: least(deliverySecondsMax, other.deliverySecondsMax))
    }
}

/// The smaller of two limits; one that is not there does not count.
private func least(_ one: Int?, _ other: Int?) -> Int? {
    guard let one else { return other }
    guard let other else { return one }
    return min(one, other)
}

/// Who learns what the delivery says.
public enum PrivacyClass: String, Hashable, Sendable, Codable, CaseIterable {
    /// Nobody: files for the person, nothing leaves the machine.
    case staysHere = "stays-here"
    /// The recipient, and the networks and post that carry it.
    case recipient
    /// A provider that stores, prints or forwards the content as well.
    case provider
    /// A network whose operator reads along and whose recipient may be public.
    case socialNetwork = "social-network"
}

/// What a delivery does that cannot be undone by the program.
public struct ChannelEffects: Hashable, Sendable, Codable {
    /// True when nothing calls it back once it went out.
    public let irreversible: Bool
    public let costsMoney: Bool

    public init(irreversible: Bool, costsMoney: Bool) {
        self.irreversible = irreversible
        self.costsMoney = costsMoney
    }
}

/// A setting that a channel reads.
public struct ChannelSetting: Hashable, Sendable, Codable {
    /// The name of the variable, such as `RECOURS_SMTP_URL`.
    public let name: String
    /// One sentence in English that says what the setting is for.
    public let purpose: String
    /// True when the channel cannot deliver without it.
    public let required: Bool
    /// True when the value must never be shown.
    public let secret: Bool

    public init(name: String, purpose: String, required: Bool, secret: Bool) {
        self.name = name
        self.purpose = purpose
        self.required = required
        self.secret = secret
    }
}

public import CivilCalendar
public import ContactRouting

/// Everything a plugin needs to prepare a delivery, computed beforehand by the program.
///
/// A plugin that needs another fact does not look it up: the fact is added here.
public struct PreparationRequest: Hashable, Sendable {
    public var channel: ChannelName
    public let caseReference: CaseReference
    public let deliveryReference: DeliveryReference
    /// The moment the preparation is made for; every date in a letter comes from it.
    public var now: Instant
    /// The zone the person lives in.
    public let timeZone: TimeZoneRules
    /// The language of the texts for the person.
    public let language: Language
    /// The facts of the case.
    public var contactCase: ContactCase
    /// What the letter must say, computed beforehand; nil for channels that carry none.
    public var letter: LetterPlan?
    /// What a paper for a bank, a mediator or a court must say; nil for channels that carry none.
    public var referral: ReferralPlan?
    /// The language that the recipient reads.
    public var recipientLanguage = Language.french

    /// Whom the delivery is for.
    public var recipient = DeliveryRecipient()
    /// The other side, when the delivery is for somebody else.
    public var trader = TraderDetails()
    /// The page or number that the person opens for this channel.
    public var link: ContactLink?
    /// The path through the merchant's menus, for a channel that no link opens.
    public var menu: TextLine?
    /// What people call the merchant of the case, whoever sold and whoever the delivery is for.
    public var merchantName: TextLine?
    /// The social networks on which the merchant has a page, as the directory names them.
    public var networks: [String] = []
    /// Where the program itself posts the request, for channels over HTTP.
    public var httpTarget: HTTPTarget?
    /// The address mails are sent from.
    public var mailSender: EmailAddress?
    /// The person's number, checked and written in both forms; nil while a letter or a mail is made, which write it
    /// as it was given.
    public var phone: CheckedPhone?
    /// The line of the other side, for a channel that is a call.
    public var call: CallLine?
    /// When a call may take place, inside the channel's hours and the person's, earliest first.
    public var slots: [CallSlot] = []
    /// When a post counter next takes letters, as far as the program can tell: an estimate, since offices differ.
    public var counterOpen: Range<Instant>?
    /// The moment after which what is prepared must not go out any more; nil when nobody knows.
    public var goodUntil: Instant?

    /// Earlier mails of the case to the same recipient, oldest first, as far as the program keeps them.
    public var earlierMails: [DeliveryReference] = []
    /// What the medium and this recipient allow, whichever is narrower.
    public var limits = ChannelLimits()
    public var wishes = PreparationWishes()

    public init(
        channel: ChannelName, caseReference: CaseReference, deliveryReference: DeliveryReference,
        now: Instant,
        timeZone: TimeZoneRules, language: Language, contactCase: ContactCase, letter: LetterPlan? = nil
    ) {
        self.channel = channel
        self.caseReference = caseReference
        self.deliveryReference = deliveryReference
        self.now = now
        self.timeZone = timeZone
        self.language = language
        self.contactCase = contactCase
        self.letter = letter
    }
}

/// Whom a delivery is for.
///
/// What a channel needs and does not find here, it names in `ChannelError.missing`.
public struct DeliveryRecipient: Hashable, Sendable {
    public var name: TextLine?
    public var address: PostalAddress?
    public var email: EmailAddress?
    public var phone: PhoneNumber?

    public init(
        name: TextLine? = nil, address: PostalAddress? = nil, email: EmailAddress? = nil,
        phone: PhoneNumber? = nil
    ) {
        self.name = name
        self.address = address
        self.email = email
        self.phone = phone
    }

    /// Name and address in one line; the fallback stands for a name that is not known.
    public func line(named fallback: String) -> String {
        let name = name?.text ?? fallback
        return ([name] + (address?.lines.map(\.text).filter { $0 != name } ?? [])).joined(separator: ", ")
    }
}

/// The person's number after the check of its plausibility.
public struct CheckedPhone: Hashable, Sendable {
    public let number: PhoneNumber
    /// As it is written in its own country, such as `06 39 98 12 34`.
    public let nationalForm: TextLine
    /// True when the numbering plan does not know the range: a warning, not a refusal.
    public let rangeUnknown: Bool

    public init(number: PhoneNumber, nationalForm: TextLine, rangeUnknown: Bool = false) {
        self.number = number
        self.nationalForm = nationalForm
        self.rangeUnknown = rangeUnknown
    }
}

/// A span of time in which the call may take place: from `from`, before `to`.
public struct CallSlot: Hashable, Sendable {
    public let from: Instant
    public let to: Instant

    /// - Returns: nil unless `from` lies before `to`.
    public init?(from: Instant, to: Instant) {
        guard from < to else { return nil }
        self.from = from
        self.to = to
    }
}

/// What the person wants of this delivery beyond what the channel needs.
public struct PreparationWishes: Hashable, Sendable {
    /// True when the letter goes along as a PDF, for channels that can carry it.
    public var attachLetter: Bool
    /// True when a paper for a third party has the person's files inside its PDF.
    public var carriesAttachments: Bool
    /// The person's own files, in the order of the case.
    public var attachments: [RequestAttachment]
    /// The file of the picture that stands for a signature in ink; nil when the person signs by hand.
    public var signature: Private<[UInt8]>?
    /// True when the person asked for it although the decision may refuse the channel.
    public var draft: Bool
    /// The language that the person asked for in letters and messages; nil follows what the recipient reads.
    ///
    /// A call and a paper for an institution keep to the language that is taken there.
    public var letterLanguage: Language?
    /// The most that the delivery may cost; nil when the person set no limit.
    public var priceMax: Money?

    public init(
        attachLetter: Bool = false, carriesAttachments: Bool = false, attachments: [RequestAttachment] = [],
        signature: Private<[UInt8]>? = nil, draft: Bool = false, letterLanguage: Language? = nil,
        priceMax: Money? = nil
    ) {
        self.attachLetter = attachLetter
        self.carriesAttachments = carriesAttachments
        self.attachments = attachments
        self.signature = signature
        self.draft = draft
        self.letterLanguage = letterLanguage
        self.priceMax = priceMax
    }
}

/// A file of the person that goes along.
public struct RequestAttachment: Hashable, Sendable {
    public let title: TextLine
    public let fileName: ArtifactFileName
    public let mediaType: MediaType
    public let bytes: Private<[UInt8]>

    public init(title: TextLine, fileName: ArtifactFileName, mediaType: MediaType, bytes: [UInt8]) {
        self.title = title
        self.fileName = fileName
        self.mediaType = mediaType
        self.bytes = Private(bytes)
    }
}

public import CivilCalendar

/// Exactly what will go out, made before anything does.
///
/// Preview, storage and delivery use this one value, so that what the person saw is what is sent.
public struct PreparedDelivery: Hashable, Sendable, Codable {
    public let channel: ChannelName
    public let reference: DeliveryReference
    /// Whom it is for, as a person reads it: an address, a mailbox, a number, a name.
    public let recipient: Private<String>
    /// What the person opens: a page, a `tel:` or `mailto:` link.
    public let link: ContactLink?
    /// The files, in the order in which the person reads them.
    public let artifacts: [Artifact]
    public let consent: ConsentNeeded
    /// What the person looks at before it goes out, each once.
    public let doubts: [Doubt]
    /// What the person does next and reports back, in the person's language.
    public let afterwards: String
    public let payload: DeliveryPayload
    /// The last day that it gives the other side, as a notice does; nil when it gives none.
    public let deadline: CivilDay?

    public init(
        channel: ChannelName, reference: DeliveryReference, recipient: String, link: ContactLink? = nil,
        artifacts: [Artifact], consent: ConsentNeeded, doubts: [Doubt] = [], afterwards: String,
        payload: DeliveryPayload, deadline: CivilDay? = nil
    ) {
        self.channel = channel
        self.reference = reference
        self.recipient = Private(recipient)
        self.link = link
        self.artifacts = artifacts
        self.consent = consent
        self.doubts = doubts
        self.afterwards = afterwards
        self.payload = payload
        self.deadline = deadline
    }

    /// The first file with this role.
    public func artifact(_ role: ArtifactRole) -> Artifact? { artifacts.first { $0.role == role } }

    /// The same preparation with what must be done before anything else; nil changes nothing.
    public func preceded(by steps: String?) -> PreparedDelivery {
        guard let steps else { return self }
        return PreparedDelivery(
            channel: channel, reference: reference, recipient: recipient.reveal(), link: link,
            artifacts: artifacts, consent: consent, doubts: doubts, afterwards: "\(steps) \(afterwards)",
            payload: payload.preceded(by: steps), deadline: deadline)
    }

    /// The same preparation with the last day that it gives the other side.
    public func giving(_ deadline: CivilDay?) -> PreparedDelivery {
        PreparedDelivery(
            channel: channel, reference: reference, recipient: recipient.reveal(), link: link,
            artifacts: artifacts, consent: consent, doubts: doubts, afterwards: afterwards, payload: payload,
            deadline: deadline)
    }
}

/// What the person agrees to before a delivery goes out.
public struct ConsentNeeded: Hashable, Sendable, Codable {
    /// True when nothing calls the delivery back.
    public let irreversible: Bool
    /// What the delivery costs; nil when it costs nothing or nobody knows.
    public let price: Money?
    /// The most that it may cost; nil for no limit.
    ///
    /// Above it, or while a limit stands and nobody tells the price, nothing goes out.
    public let priceMax: Money?

    public init(irreversible: Bool, price: Money? = nil, priceMax: Money? = nil) {
        self.irreversible = irreversible
        self.price = price
        self.priceMax = priceMax
    }
}

/// How a preparation is delivered.
///
/// Content is named by its role, so that no byte exists twice.
public enum DeliveryPayload: Hashable, Sendable, Codable {
    /// A mail; `message` names the file that holds the whole message with its headers.
    case mail(envelope: MailEnvelope, message: ArtifactRole)
    /// An HTTP request; `body` names the file that is its body.
    case http(head: HTTPRequestHead, body: ArtifactRole?)
    /// Nothing the program can send: the person acts.
    case person(PersonTask)

    fileprivate func preceded(by steps: String) -> DeliveryPayload {
        switch self {
        case .mail, .http: self
        case .person(let task):
            .person(
                PersonTask(
                    kind: task.kind, text: "\(steps) \(task.text.reveal())", link: task.link,
                    proof: task.proof))
        }
    }
}

/// The two addresses of an SMTP transaction, apart from the headers of the message (RFC 5321 section 2.3.1).
///
/// One recipient, so that every recipient has a result of its own.
public struct MailEnvelope: Hashable, Sendable, Codable {
    public let sender: Private<EmailAddress>
    public let recipient: Private<EmailAddress>

    public init(sender: EmailAddress, recipient: EmailAddress) {
        self.sender = Private(sender)
        self.recipient = Private(recipient)
    }
}

/// What a person must do, because no machine can.
public struct PersonTask: Hashable, Sendable, Codable {
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// Open the link and send what is prepared.
        case openLink = "open-link"
        case call
        /// Print, sign and post.
        case post
        /// Look at a delivery whose outcome nobody knows.
        case verify
    }

    public let kind: Kind
    /// What to do, in the person's language.
    public let text: Private<String>
    public let link: ContactLink?
    /// Which proof to bring back, in the person's language: a number, a screenshot, a day.
    public let proof: String?

    public init(kind: Kind, text: String, link: ContactLink? = nil, proof: String? = nil) {
        self.kind = kind
        self.text = Private(text)
        self.link = link
        self.proof = proof
    }
}

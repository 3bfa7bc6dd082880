public import ChannelPluginKit
public import ContactRouting

/// A message that the person pastes, in as many parts as its channel needs.
public struct MessagePreparation: Sendable {
    private let request: PreparationRequest
    private let parts: [String]

    /// What the person is told about it, in their language.
    public struct Advice: Sendable {
        /// Whom it is for, where the name is not known.
        public var recipient: String
        public var afterwards: String
        public var task: PersonTask

        public init(recipient: String, afterwards: String, task: PersonTask) {
            self.recipient = recipient
            self.afterwards = afterwards
            self.task = task
        }
    }

    /// Writes the message and divides it.
    ///
    /// - Parameter limits: of the channel; the request may narrow them.
    /// - Throws: `ChannelError.overLimit`, `.unusable`, `.preparationFailed`.
    public init(_ request: PreparationRequest, within limits: ChannelLimits) throws(ChannelError) {
        let limits = limits.narrowed(by: request.limits)
        self.request = request
        parts = try MessageDivision(
            charactersMax: limits.textCharactersMax ?? .max, partsMax: limits.textPartsMax ?? 1
        ).parts(of: try ShortMessage(request).text())
    }

    /// Number of files.
    public var partCount: Int { parts.count }

    public func prepared(with advice: Advice) -> PreparedDelivery {
        PreparedDelivery(
            channel: request.channel, reference: request.deliveryReference,
            recipient: request.recipient.name?.text ?? advice.recipient, link: request.link,
            artifacts: MessageFiles.artifacts(parts), consent: ConsentNeeded(irreversible: true),
            doubts: request.doubts(of: .message), afterwards: advice.afterwards,
            payload: .person(advice.task))
    }
}

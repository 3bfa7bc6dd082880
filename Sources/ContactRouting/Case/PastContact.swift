public import CivilCalendar

/// One contact of the past with its latest known outcome.
public struct PastContact: Hashable, Sendable {
    public enum Outcome: String, Hashable, Sendable, CaseIterable {
        case sent
        case noReply = "no-reply"
        case answered
        case promised
        case promiseNotKept = "promise-not-kept"
        /// They refused the demand.
        case refused
        case partlyAccepted = "partly-accepted"
        case accepted
        case bounced
        case notReached = "not-reached"
        case delivered
        /// A letter that was not taken.
        case unclaimed

        /// Whether what was written never reached the other side.
        var isUnreceived: Bool {
            switch self {
            case .bounced, .notReached, .unclaimed: true
            case .sent, .noReply, .answered, .promised, .promiseNotKept, .refused, .partlyAccepted, .accepted,
                .delivered:
                false
            }
        }
    }

    public var channel: ChannelName
    public var at: Instant
    public var outcome: Outcome
    public var deliveredOn: CivilDay?
    /// The day they promised.
    public var promisedOn: CivilDay?
    /// The last day we gave them, in a formal notice.
    public var deadline: CivilDay?
    public var transcriptKept: Bool?
    public var note: Private<String>?
    /// What the carrier or the other side calls it: the number of a registered letter, of a request.
    public var tracking: Private<TextLine>?

    public init(channel: ChannelName, at: Instant, outcome: Outcome) {
        self.channel = channel
        self.at = at
        self.outcome = outcome
    }

    /// Whether this is a written complaint, as mediators ask for one first.
    ///
    /// A letter, an e-mail, a message to the seller or a form with a dated acknowledgement; a chat only with its
    /// transcript kept; a phone call never.
    ///
    /// - Source: C. conso. L612-2.
    public var isWrittenComplaint: Bool {
        switch channel {
        case .registeredMail, .email, .sellerMessaging, .onlineReturn, .withdrawalButton,
            .marketplaceGuarantee:
            true
        case .chat: transcriptKept == true
        default: false  // tidy-allow: an open set of names
        }
    }
}

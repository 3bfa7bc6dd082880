public import CivilCalendar

/// A paper for somebody who is not the other side; each kind has templates of its own.
///
/// A letter to the seller claims a right from its reader. A referral tells a third party what happened between two
/// others and what is asked of one of them, so it has other parts and other reasons to doubt: a type beside
/// ``LetterKind``, not more cases of it.
public enum ReferralKind: String, Hashable, Sendable, CaseIterable {
    /// To the bank: an operation that the person did not authorise (CMF L133-18, L133-24).
    case unauthorisedOperation = "unauthorised-operation"
    /// To the bank: a dispute by the rules of the card scheme, which is no right.
    case chargeback
    /// To the consumer mediator (C. conso. L612-1 ff.).
    case mediation
    /// To the European Consumer Centre.
    case crossBorderHelp = "cross-border-help"
    /// To the conciliator (CPC 1536 ff.).
    case conciliation
    /// To the court: the text of a request.
    case courtRequest = "court-request"

    /// The kind that goes out through a channel; nil for a channel that carries none.
    public init?(through channel: ChannelName) {
        switch channel {
        case .bankClaim: self = .unauthorisedOperation
        case .bankChargeback: self = .chargeback
        case .mediator: self = .mediation
        case .eccNet: self = .crossBorderHelp
        case .conciliator: self = .conciliation
        case .courtRequest: self = .courtRequest
        default: return nil  // tidy-allow: an open set of names
        }
    }

    /// Whether the reader is the person's bank.
    public var isForBank: Bool {
        switch self {
        case .unauthorisedOperation, .chargeback: true
        case .mediation, .crossBorderHelp, .conciliation, .courtRequest: false
        }
    }
}

/// One dated line of what happened.
public struct ReferralEvent: Hashable, Sendable {
    public enum Fact: Hashable, Sendable {
        case ordered
        case debited
        case delivered
        case parcelDelivered
        /// The carrier says that it was delivered, and the person does not have it.
        case markedDelivered
        case defectFound
        case repairRequested
        case repaired
        case withdrawalNotified
        case returnShipped
        case returnReceived
        case terminated
        case contact(LetterContact)
    }

    public let day: CivilDay
    public let fact: Fact

    public init(day: CivilDay, fact: Fact) {
        self.day = day
        self.fact = fact
    }
}

/// What the case shows of the amicable attempt that a court asks for first.
///
/// - Source: CPC 750-1.
public enum AmicableAttempt: Hashable, Sendable {
    /// A mediation or conciliation that came to nothing.
    case ended(LetterContact)
    /// One was asked for, its time is over, and what came of it is not known.
    case unfinished(LetterContact)
    /// The claim is above the amount up to which an attempt is compulsory.
    case notRequired
    /// None is known that has ended.
    case missing
}

/// How a court is seised of a claim.
public enum CourtAccess: String, Hashable, Sendable, CaseIterable {
    /// A request to the registry is enough.
    case request
    /// The other side is summoned by a commissaire de justice.
    case summons
    /// The same, and a lawyer is compulsory.
    case summonsWithLawyer

    /// The largest claim that a request can bring, in euro cents.
    ///
    /// - Source: CPC 750, 818.
    static let requestMax: Int64 = 500_000
    /// The largest claim that can be brought without a lawyer, in euro cents.
    ///
    /// - Source: CPC 761.
    static let withoutLawyerMax: Int64 = 1_000_000
}

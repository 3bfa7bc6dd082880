public import CivilCalendar

/// Why a channel is refused: the closed list of docs/codes.md.
public enum ObjectionCode: String, Hashable, Sendable, CaseIterable {
    case closed
    case hoursUnknown = "hours-unknown"
    case tooEarly = "too-early"
    case tooLate = "too-late"
    case alreadyTried = "already-tried"
    case needsLogin = "needs-login"
    case voiceImpossible = "voice-impossible"
    case wrongSeller = "wrong-seller"
    case notOffered = "not-offered"
    case serviceClosed = "service-closed"
    case writtenComplaintMissing = "written-complaint-missing"
    case blockedBy = "blocked-by"
    case outOfScope = "out-of-scope"
    case disproportionate
    case avoided
    case evidenceTooWeak = "evidence-too-weak"
    case professional
    case unsafe
    case factUnknown = "fact-unknown"
}

/// One reason why a channel is refused, with what a person needs to understand it.
public struct Objection: Hashable, Sendable {
    /// What the reason is about.
    public enum Detail: Hashable, Sendable {
        case none
        /// The step that comes first, or the channel in the way.
        case channel(ChannelName)
        /// The fact that decides.
        case fact(FactPath)
        /// The first day without the channel or the right.
        case since(CivilDay)
    }

    public var code: ObjectionCode
    /// When this reason ends, for a reason that will end by itself at a known moment.
    public var usableFrom: Instant?
    public var detail: Detail
    public var grounds: Grounds

    public init(
        _ code: ObjectionCode, usableFrom: Instant? = nil, detail: Detail = .none,
        grounds: Grounds = .editorial
    ) {
        self.code = code
        self.usableFrom = usableFrom
        self.detail = detail
        self.grounds = grounds
    }
}

/// Why a channel is good: the closed list of docs/codes.md.
public enum ReasonCode: String, Hashable, Sendable, CaseIterable {
    case safetyFirst = "safety-first"
    case solvesAlone = "solves-alone"
    case openNow = "open-now"
    case nextStep = "next-step"
    case sellerFirst = "seller-first"
    case sellerSilent = "seller-silent"
    case sellerRefused = "seller-refused"
    case informalContactFailed = "informal-contact-failed"
    case writtenComplaintFailed = "written-complaint-failed"
    case amicableAttemptFirst = "amicable-attempt-first"
    case declarationDue = "declaration-due"
    case rightEndsSoon = "right-ends-soon"
    case refundOverdue = "refund-overdue"
    case opposableProof = "opposable-proof"
    case datedProof = "dated-proof"
    case obligedByLaw = "obliged-by-law"
    case speaksYourLanguage = "speaks-your-language"
    case preferred
    case freeOfCharge = "free-of-charge"
    case goodwill
    case besideTheLadder = "beside-the-ladder"
}

/// The reasons for a channel as one word of bits.
struct ReasonCodes: Hashable, ExpressibleByArrayLiteral {
    private var bits: UInt32 = 0

    init(arrayLiteral elements: ReasonCode...) {
        for element in elements { insert(element) }
    }

    mutating func insert(_ reason: ReasonCode) { bits |= 1 << UInt32(reason.rank) }

    /// The weightiest first.
    var ordered: [ReasonCode] { ReasonCode.ranked.filter { bits & (1 << UInt32($0.rank)) != 0 } }
}

extension ReasonCode {
    fileprivate static let ranked = allCases.sorted { $0.rank < $1.rank }

    /// What a person is told first has the lowest.
    ///
    /// Safety, then the step of the dispute, then what presses, then what the channel is good for.
    fileprivate var rank: Int {
        switch self {
        case .safetyFirst: 0
        case .besideTheLadder: 1
        case .sellerSilent: 2
        case .sellerRefused: 3
        case .declarationDue: 4
        case .informalContactFailed: 5
        case .writtenComplaintFailed: 6
        case .amicableAttemptFirst: 7
        case .nextStep: 8
        case .rightEndsSoon: 9
        case .refundOverdue: 10
        case .solvesAlone: 11
        case .openNow: 12
        case .opposableProof: 13
        case .datedProof: 14
        case .obligedByLaw: 15
        case .speaksYourLanguage: 16
        case .preferred: 17
        case .freeOfCharge: 18
        case .goodwill: 19
        }
    }
}

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
        case .sellerFirst: 2
        case .sellerSilent: 3
        case .sellerRefused: 4
        case .declarationDue: 5
        case .informalContactFailed: 6
        case .writtenComplaintFailed: 7
        case .amicableAttemptFirst: 8
        case .nextStep: 9
        case .rightEndsSoon: 10
        case .refundOverdue: 11
        case .solvesAlone: 12
        case .openNow: 13
        case .opposableProof: 14
        case .datedProof: 15
        case .obligedByLaw: 16
        case .speaksYourLanguage: 17
        case .preferred: 18
        case .freeOfCharge: 19
        case .goodwill: 20
        }
    }
}

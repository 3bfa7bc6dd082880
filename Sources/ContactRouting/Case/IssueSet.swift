/// A set of issues as one word of bits: membership is one instruction.
public struct IssueSet: Hashable, Sendable, ExpressibleByArrayLiteral {
    private var bits: UInt64

    private init(bits: UInt64) { self.bits = bits }

    public init(arrayLiteral elements: IssueKind...) { self.init(elements) }

    public init(_ kinds: some Sequence<IssueKind>) {
        bits = 0
        for kind in kinds { bits |= 1 << kind.bit }
    }

    /// Every kind of issue.
    public static let all = IssueSet(IssueKind.allCases)

    public func contains(_ kind: IssueKind) -> Bool { bits & (1 << kind.bit) != 0 }

    public func union(_ other: IssueSet) -> IssueSet { IssueSet(bits: bits | other.bits) }

    public func subtracting(_ other: IssueSet) -> IssueSet { IssueSet(bits: bits & ~other.bits) }

    public var kinds: [IssueKind] { IssueKind.allCases.filter(contains) }
}

extension IssueKind {
    /// The place of each kind in a word of bits; the compiler turns this into the enum's own tag.
    var bit: UInt64 {
        switch self {
        case .lateDelivery: 0
        case .notDelivered: 1
        case .markedDeliveredNotReceived: 2
        case .missingItem: 3
        case .wrongItem: 4
        case .unorderedItem: 5
        case .itemDamaged: 6
        case .itemDefective: 7
        case .itemNotAsDescribed: 8
        case .counterfeit: 9
        case .dangerousProduct: 10
        case .orderTracking: 11
        case .orderChange: 12
        case .orderCancellation: 13
        case .preorderQuestion: 14
        case .changeOfMind: 15
        case .returnProblem: 16
        case .refundNotReceived: 17
        case .refundRefused: 18
        case .warrantyRefused: 19
        case .chargedTwice: 20
        case .unauthorisedCharge: 21
        case .paymentProblem: 22
        case .invoiceMissing: 23
        case .giftCardProblem: 24
        case .priceDispute: 25
        case .suspiciousMessage: 26
        case .accountCompromised: 27
        case .accountProblem: 28
        case .accountAccess: 29
        case .personalDataRequest: 30
        case .promotionQuestion: 31
        case .unsolicitedSalesCall: 32
        case .subscriptionCancellation: 33
        case .deviceOrServiceProblem: 34
        case .contactInEnglish: 35
        case .other: 36
        }
    }
}

/// A set of objection codes as one word of bits.
struct ObjectionCodes: ExpressibleByArrayLiteral {
    private var bits: UInt32 = 0

    init(arrayLiteral elements: ObjectionCode...) {
        for element in elements { insert(element) }
    }

    mutating func insert(_ code: ObjectionCode) { bits |= 1 << code.bit }

    var isEmpty: Bool { bits == 0 }

    /// Only the hours stand against it.
    var isOnlyClosed: Bool { bits == 1 << ObjectionCode.closed.bit }

    func contains(_ code: ObjectionCode) -> Bool { bits & (1 << code.bit) != 0 }

    func isSubset(of other: ObjectionCodes) -> Bool { bits & ~other.bits == 0 }
}

extension ObjectionCode {
    /// The place of each code in a word of bits; the compiler turns this into the enum's own tag.
    fileprivate var bit: UInt32 {
        switch self {
        case .closed: 0
        case .hoursUnknown: 1
        case .tooEarly: 2
        case .tooLate: 3
        case .alreadyTried: 4
        case .needsLogin: 5
        case .voiceImpossible: 6
        case .wrongSeller: 7
        case .notOffered: 8
        case .serviceClosed: 9
        case .writtenComplaintMissing: 10
        case .blockedBy: 11
        case .outOfScope: 12
        case .disproportionate: 13
        case .avoided: 14
        case .evidenceTooWeak: 15
        case .professional: 16
        case .unsafe: 17
        case .factUnknown: 18
        }
    }
}

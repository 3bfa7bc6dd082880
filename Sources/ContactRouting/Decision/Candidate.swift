import CivilCalendar

/// A channel that is there for a case, with everything that stands against it.
struct Candidate {
    let offer: ChannelOffer
    // What the rules ask of every candidate, copied here so that asking does not count a reference.
    let known: KnownChannel?
    let rung: Rung
    let solvesAlone: Bool
    /// Empty means: usable as far as was looked.
    private(set) var objections: [Objection] = []
    private(set) var codes: ObjectionCodes = []
    /// When the last objection ends; nil while there is none, or when one will not end at a known moment.
    private(set) var usableFrom: Instant?

    init(_ offer: ChannelOffer) {
        self.offer = offer
        known = offer.known
        rung = offer.profile.rung
        solvesAlone = offer.profile.solvesAlone
    }

    mutating func add(_ objection: Objection) {
        if let moment = objection.usableFrom, objections.isEmpty || usableFrom != nil {
            usableFrom = max(usableFrom ?? moment, moment)
        } else {
            usableFrom = nil
        }
        objections.append(objection)
        codes.insert(objection.code)
    }

    /// Leaves out an objection that says nothing new.
    mutating func addOnce(_ objection: Objection) {
        guard !codes.contains(objection.code) else { return }
        add(objection)
    }

    var isUsable: Bool { codes.isEmpty }

    /// Usable, or refused only until a moment that comes by itself.
    var isWorthWaitingFor: Bool { codes.isSubset(of: [.tooEarly, .closed]) }
}

/// A set of objection codes as one word of bits.
struct ObjectionCodes: ExpressibleByArrayLiteral {
    private var bits: UInt32 = 0

    init(arrayLiteral elements: ObjectionCode...) {
        for element in elements { insert(element) }
    }

    mutating func insert(_ code: ObjectionCode) { bits |= 1 << code.bit }

    var isEmpty: Bool { bits == 0 }

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

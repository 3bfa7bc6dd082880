import CivilCalendar

/// A channel that is there for a case, and in a few words what stands against it.
///
/// The objections themselves lie in ``Findings``.
struct Candidate {
    let traits: OfferTraits
    private(set) var codes: ObjectionCodes = []
    /// The first objection that was found.
    private(set) var firstCode: ObjectionCode?
    /// When the last objection ends; nil while there is none, or when one will not end at a known moment.
    private(set) var usableFrom: Instant?

    init(_ traits: OfferTraits) { self.traits = traits }

    var known: KnownChannel? { traits.known }
    var rung: Rung { traits.rung }

    mutating func note(_ code: ObjectionCode, usableFrom moment: Instant?) {
        if let moment, firstCode == nil || usableFrom != nil {
            usableFrom = max(usableFrom ?? moment, moment)
        } else {
            usableFrom = nil
        }
        if firstCode == nil { firstCode = code }
        codes.insert(code)
    }

    var isUsable: Bool { codes.isEmpty }

    /// Usable, or refused only until a moment that comes by itself.
    var isWorthWaitingFor: Bool { codes.isSubset(of: [.tooEarly, .closed]) }
}

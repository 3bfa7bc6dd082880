import CivilCalendar

/// Chooses a channel: facts in, decision out.
///
/// No clock, no network, no store. Hard rules first, then a score: objections refuse a channel with data, and only channels that nothing stands
/// against are scored. The same case, directory and surroundings give the same decision.
///
/// - Source: docs/decision.md.
public struct ContactRouter: Sendable {
    /// One reference: a router is copied more often than it is made.
    private let book: OfferBook

    public var directory: Directory { book.directory }

    /// Works out once which channels each merchant offers.
    public init(_ directory: Directory) {
        book = OfferBook(directory)
    }

    /// Decides a case.
    ///
    /// - Parameter surroundings: the moment, the person's calendar, and who is open; its availabilities stand in the
    ///   order of ``Directory/hours``.
    /// - Returns: a decision that has a verdict for every channel offered.
    /// - Complexity: O(channels × conditions + contacts).
    public func decide(_ facts: ContactCase, in surroundings: Surroundings) -> Decision {
        precondition(
            surroundings.availability.count == book.directory.hours.count,
            "one availability for each of the hours"
        )
        let offers = book.offers(for: facts.merchant)
        var unstated: [FactPath] = []
        for fact in offers.requires where !facts.states(fact) { unstated.append(fact) }
        // The case stays where it is: see BorrowedCase.
        return withUnsafePointer(to: facts) { facts in
            withUnsafePointer(to: surroundings) { surroundings in
                decide(BorrowedCase(facts, in: surroundings), unstated: unstated, against: offers)
            }
        }
    }

    private func decide(
        _ facts: BorrowedCase, unstated: [FactPath], against offers: MerchantOffers
    ) -> Decision {
        let situation = Situation(facts, unstated: unstated, against: offers)
        let verdicts = Verdicts(situation)
        let ladder = verdicts.ladder
        let scoring = Scoring(situation: situation, ladder: ladder)
        let usable = verdicts.ranked(by: scoring).map { scoring.usable($0.traits, score: $0.score) }
        let whenOpen = scoring.whenOpen(verdicts.candidates, best: usable.first?.score)
        return Conclusion(situation: situation, verdicts: verdicts, usable: usable, whenOpen: whenOpen)
            .decision
    }
}

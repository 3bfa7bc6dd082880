import CivilCalendar

/// Chooses a channel: facts in, decision out.
///
/// No clock, no network, no store.
/// Hard rules first, then a score: objections refuse a channel with data, and only channels that nothing stands
/// against are scored. The same case, directory and surroundings give the same decision.
///
/// - Source: docs/decision.md.
public struct ContactRouter: Sendable {
    public let directory: Directory
    private let book: OfferBook

    /// Works out once which channels each merchant offers.
    public init(_ directory: Directory) {
        self.directory = directory
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
            surroundings.availability.count == directory.hours.count, "one availability for each of the hours"
        )
        let offers = book.offers(for: facts.merchant)
        let merchant: Merchant? =
            switch facts.merchant {
            case .listed(let id): directory.merchant(id)
            case .described: nil
            }
        let situation = Situation(facts, merchant: merchant, offers: offers, in: surroundings)
        let examination = Examination(situation: situation)
        let examined = offers.map { (offer: $0, objections: examination.objections(to: $0)) }
        let ladder = Ladder(situation, examined: examined)

        var usable: [UsableChannel] = []
        var refused: [RefusedChannel] = []
        refused.reserveCapacity(examined.count)
        let scoring = Scoring(situation: situation, ladder: ladder)
        for item in examined {
            let objections =
                item.objections.isBarred
                ? item.objections : item.objections + ladder.objections(to: item.offer, examined: examined)
            if objections.isEmpty {
                usable.append(
                    scoring.usable(item.offer, availability: examination.availability(of: item.offer)))
            } else {
                refused.append(RefusedChannel(offer: item.offer, objections: objections))
            }
        }
        // The sort is stable by the second key, so equal scores keep the directory's order on every machine.
        usable = usable.enumerated().sorted {
            ($0.element.score.total, $1.offset) > ($1.element.score.total, $0.offset)
        }.map(\.element)
        return Conclusion(situation: situation, ladder: ladder, usable: usable, refused: refused).decision
    }
}

extension [Objection] {
    /// Nothing the ladder adds would say more: the channel is not there at all.
    fileprivate var isBarred: Bool {
        contains { $0.code == .notOffered || $0.code == .serviceClosed }
    }
}

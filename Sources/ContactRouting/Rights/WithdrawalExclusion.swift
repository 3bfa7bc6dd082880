/// Whether goods are excluded from the right of withdrawal.
public enum WithdrawalExclusion: Hashable, Sendable {
    case excluded
    case notExcluded
    /// The category may be excluded; this fact decides.
    case depends(on: FactPath)

    /// - Source: C. conso. L221-28, items 3, 4, 5, 9, 10 and 13. Item 7 (alcohol whose price follows a market) needs
    ///   a fact that a case does not state, so it never excludes.
    public static func of(_ item: Item, digitalWaiver: Bool?) -> WithdrawalExclusion {
        guard let category = item.category else { return .notExcluded }
        switch category {
        case .personalised, .freshFood, .press:
            return .excluded
        case .hygiene, .audioVideo, .software, .game:
            guard let broken = item.sealBroken else {
                return item.opened == false ? .notExcluded : .depends(on: .itemSealBroken)
            }
            return broken ? .excluded : .notExcluded
        case .digital, .eBook:
            return digitalWaiver == true ? .excluded : .notExcluded
        case .homeware, .electronics, .clothing, .shoes, .luggage, .watch, .jewellery, .toys, .book, .food,
            .alcohol,
            .cosmetics, .giftCard, .handmade, .largeAppliance, .furniture, .other:
            return .notExcluded
        }
    }
}

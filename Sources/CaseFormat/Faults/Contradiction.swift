/// Facts that cannot both be true, other than days in the wrong order.
public enum Contradiction: String, Hashable, Sendable, CaseIterable {
    // Cases
    case deliveredButNotDelivered =
        "the issue \"not-delivered\" and a day of delivery exclude each other: use \"marked-delivered-not-received\" or \"missing-item\", or remove the day"
    case loginWithoutAccount = "a person without an account cannot log in: correct hasAccount or canLogIn"
    case regionAbroad = "a region of France does not go with another country: correct country or region"
    case sealBrokenUnopened =
        "a broken seal and an unopened item exclude each other: correct opened or sealBroken"
    case usedUnopened = "a partly used item is not unopened: correct opened or partlyUsed"
    case firstPartyShippedBySeller =
        "what the merchant itself sold is not shipped by another seller: correct type or fulfilledBy"
    case preferredButAvoided = "the preferred channel is also avoided: remove it from one of the two"
    // Decisions
    case scoreIsNoSum = "the score is not the sum of its terms: use the decision as the program wrote it"
    case outcomeAlone =
        "the outcome does not go with \"best\" and \"waitUntil\": use the decision as the program wrote it"
    // Directories
    case sourceYoungerThanFile = "the source was checked after updatedOn: correct one of the two days"
    case closedButOffered = "this channel stands under \"closed\": remove it from one of the two places"
    case successorClosed = "the successor is itself closed: name a channel that exists"
    case holidaysUnnamed =
        "the hours speak of public holidays, and nothing says whose: add \"holidays\" to the merchant, or leave PH out"
    case policyWithoutChannel =
        "the merchant does not list this channel: add the channel or correct the policy"
    case networksElsewhere = "networks belong to the channel \"social-dm\" only: remove them"
    case mediatorUnsourced = "a mediator needs its source: add mediatorSource"
    case sourceWithoutMediator = "there is no mediator that this source could prove: remove mediatorSource"
    case mediatorStillNamed =
        "a merchant of the directory below names this institution as its mediator: keep its kind, or replace the merchant too"
    case blocksItself = "a channel cannot block itself: name the other channel"
    case notAMediator = "this institution is not of the kind \"mediator\": name one that is"
}

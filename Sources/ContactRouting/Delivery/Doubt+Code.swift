/// Names a doubt for programs: 1 to 32 of `a-z`, `0-9` and `-`.
public struct DoubtCode: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    /// Makes a code from a literal in source code.
    public init(_ literal: StaticString) { text = "\(literal)" }

    /// - Throws: `RoutingError.malformedName` unless the text has 1 to 32 of `a-z`, `0-9` and `-`.
    public init(parsing text: String) throws(RoutingError) {
        guard isKebabName(text) else { throw .malformedName(kind: .reference, text: text) }
        self.text = text
    }

    public var description: String { text }
}

extension Doubt {
    /// The name of the thing that is doubted, the same in every wording: the list of docs/codes.md.
    public var code: DoubtCode {
        switch self {
        case .demandUnknown: DoubtCode("demand-unknown")
        case .orderNumberUnknown: DoubtCode("order-number-unknown")
        case .amountUnknown: DoubtCode("amount-unknown")
        case .defectNotDescribed: DoubtCode("defect-not-described")
        case .ownWordsUntranslated: DoubtCode("own-words-untranslated")
        case .languageUncertain: DoubtCode("language-uncertain")
        case .phoneRangeUnknown: DoubtCode("phone-range-unknown")
        case .rightOver(let deadline): Self.over(deadline.right)
        case .rightEndsSoon: DoubtCode("right-ends-soon")
        case .answerPending: DoubtCode("answer-pending")
        case .deliveryNotDueYet: DoubtCode("delivery-not-due-yet")
        case .refundNotDueYet: DoubtCode("refund-not-due-yet")
        case .returnUnknown: DoubtCode("return-unknown")
        case .carrierChosen: DoubtCode("carrier-chosen")
        case .damagedOnTheWay: DoubtCode("damaged-on-the-way")
        case .withdrawalPeriodOver: DoubtCode("withdrawal-period-over")
        case .withdrawalExcluded: DoubtCode("withdrawal-excluded")
        case .withdrawalNotGiven: DoubtCode("withdrawal-not-given")
        case .withdrawalPeriodUnknown: DoubtCode("withdrawal-period-unknown")
        case .withdrawalInformationUnknown: DoubtCode("withdrawal-information-unknown")
        case .civilNoticeFirst: DoubtCode("delivery-comes-first")
        case .noticeTooEarly: DoubtCode("notice-too-early")
        case .deliveryDayUnknown: DoubtCode("delivery-day-unknown")
        case .contactBeforeOrder: DoubtCode("contact-before-order")
        case .otherLawPossible: DoubtCode("other-law-possible")
        case .withdrawalMayBeExcluded: DoubtCode("withdrawal-may-be-excluded")
        case .withdrawalUnproven: DoubtCode("withdrawal-unproven")
        case .withdrawalAlreadyNotified: DoubtCode("withdrawal-already-notified")
        case .guaranteeOver: DoubtCode("guarantee-over")
        case .hiddenDefectsOver: DoubtCode("hidden-defects-over")
        case .proofOnBuyer: DoubtCode("proof-on-buyer")
        case .defectDayUnknown: DoubtCode("defect-day-unknown")
        case .presumptionOver: DoubtCode("presumption-over")
        case .olderLaw: DoubtCode("older-law")
        case .deliveryComesFirst: DoubtCode("delivery-comes-first")
        case .deliveryMayBeRefused: DoubtCode("delivery-may-be-refused")
        case .refundInstead: DoubtCode("refund-instead")
        case .remedyComesFirst: DoubtCode("remedy-comes-first")
        case .choiceOpen: DoubtCode("choice-open")
        case .durableMediumNeeded: DoubtCode("durable-medium-needed")
        case .complaintMissing: DoubtCode("complaint-missing")
        case .complaintPending: DoubtCode("complaint-pending")
        case .complaintTooOld: DoubtCode("complaint-too-old")
        case .firstComplaintTooOld: DoubtCode("first-complaint-too-old")
        case .claimPeriodOver: DoubtCode("claim-period-over")
        case .payeeMayBeAbroad: DoubtCode("payee-may-be-abroad")
        case .schemeLimitsUnknown: DoubtCode("scheme-limits-unknown")
        case .summonsNeeded: DoubtCode("summons-needed")
        case .amicableOutcomeUnknown: DoubtCode("amicable-outcome-unknown")
        case .amicableProofNeeded: DoubtCode("amicable-proof-needed")
        case .terminationUnknown: DoubtCode("termination-unknown")
        case .amicableAttemptMissing: DoubtCode("amicable-attempt-missing")
        case .thresholdMayHaveChanged: DoubtCode("threshold-may-have-changed")
        case .traderUnknown: DoubtCode("trader-unknown")
        case .traderAddressUnknown: DoubtCode("trader-address-unknown")
        case .mediatorUnknown: DoubtCode("mediator-unknown")
        case .nothingEnclosed: DoubtCode("nothing-enclosed")
        case .signalConsoRefersOn: DoubtCode("signalconso-refers-on")
        case .destinationStale: DoubtCode("destination-stale")
        case .destinationUncertain: DoubtCode("destination-uncertain")
        case .destinationUnchecked: DoubtCode("destination-unchecked")
        case .mailAddressUnknown: DoubtCode("mail-address-unknown")
        case .bankNumberUnknown: DoubtCode("bank-number-unknown")
        case .accessibleServiceUnknown: DoubtCode("accessible-service-unknown")
        case .letterNotAttached: DoubtCode("letter-not-attached")
        case .postageIncomplete: DoubtCode("postage-incomplete")
        case .postageOutdated: DoubtCode("postage-outdated")
        case .postageAbroadUnknown: DoubtCode("postage-abroad-unknown")
        case .lineHoursUnknown: DoubtCode("line-hours-unknown")
        case .lineClosed: DoubtCode("line-closed")
        case .callCostUnknown: DoubtCode("call-cost-unknown")
        case .freeNumberAbroad: DoubtCode("free-number-abroad")
        case .usualHoursAssumed: DoubtCode("usual-hours-assumed")
        case .pageShortened: DoubtCode("page-shortened")
        case .other(let code, _): code
        }
    }

    /// The code of the plan's own doubt where there is one, so that no end is told twice.
    private static func over(_ right: RightName) -> DoubtCode {
        switch right {
        case .withdrawal: DoubtCode("withdrawal-period-over")
        case .conformityGuarantee: DoubtCode("guarantee-over")
        case .hiddenDefects: DoubtCode("hidden-defects-over")
        case .mediation: DoubtCode("complaint-too-old")
        case .unauthorisedPayment: DoubtCode("claim-period-over")
        case .goodsReturn, .merchantReturn, .delivery, .refundAfterWithdrawal, .refundAfterTermination,
            .refundAfterReturn, .repair, .defectPresumption, .marketplaceGuarantee, .mediationOutcome,
            .eccNet, .smallClaims, .limitation:
            DoubtCode("right-over")
        }
    }
}

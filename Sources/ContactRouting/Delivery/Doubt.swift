public import CivilCalendar

/// Something to look at before a preparation goes out: missing, late or not sure.
///
/// The one vocabulary of doubts: the plans of letters and of papers for others state them, the plugins add what they
/// know of their medium, and the flow what the case and the directory leave open. Data, no sentence: `Texts` says a
/// doubt in the reader's language, and ``code`` names it for programs.
public enum Doubt: Hashable, Sendable, Codable {
    /// What goes out, where a doubt is told differently of each.
    public enum Writing: String, Hashable, Sendable, Codable, CaseIterable {
        case letter, message
        /// What is said in a call.
        case call
        /// A paper for somebody who is not the other side: a bank, a mediator, a court.
        case referral
    }

    /// Where a delivery goes.
    public enum Destination: String, Hashable, Sendable, Codable, CaseIterable {
        case postalAddress, mailAddress, phoneNumber, page
    }

    /// What proves a case to whoever reads the paper.
    public enum Proof: String, Hashable, Sendable, Codable, CaseIterable {
        /// The complaint to the seller.
        case complaint
        /// The statement of the account, for the bank.
        case statement
    }

    /// A fact in the person's words that may be too long for a page.
    public enum LongFact: String, Hashable, Sendable, Codable, CaseIterable {
        case description, itemName, sellerName, merchantName, orderNumber, consumerName
    }

    // MARK: What nobody has said

    /// The person did not say what they want.
    case demandUnknown
    case orderNumberUnknown
    /// The amount is missing; with what goes out when that demands it without a figure.
    case amountUnknown(Writing?)
    /// Only the person's words can say what is wrong with the item.
    case defectNotDescribed
    /// The person's own words stand in another language than what is written around them.
    case ownWordsUntranslated(Writing, writtenIn: Language)
    /// Nothing says that the recipient reads the language of the text.
    case languageUncertain(Language)
    /// The numbering plan does not know the person's number.
    case phoneRangeUnknown

    // MARK: Time

    /// A right that the case is about cannot be used any more.
    case rightOver(Deadline)
    /// A right that the case is about ends within ``daysAhead``; 0 days are left on its last day.
    case rightEndsSoon(Deadline, daysLeft: Int)
    /// An earlier contact may still be answered.
    case answerPending(ChannelName, until: Instant)
    /// The seller still has time to deliver.
    case deliveryNotDueYet(Writing)
    /// The seller still has time to refund.
    case refundNotDueYet(Writing)

    // MARK: The claim on the seller

    /// The seller may wait for the goods or the proof that they were sent back, and neither is known.
    case returnUnknown
    /// The person chose the carrier and bears the risk once it has the goods (C. conso. L216-3).
    case carrierChosen(Writing)
    /// The person chose the carrier and bears what happened on the way (C. conso. L216-3).
    case damagedOnTheWay
    case withdrawalPeriodOver(Writing)
    /// The goods are excluded from withdrawal (C. conso. L221-28).
    case withdrawalExcluded(Writing)
    /// Only a consumer who bought from a trader can withdraw.
    case withdrawalNotGiven(Writing)
    case withdrawalPeriodUnknown
    /// The fourteen days are over; they last twelve months more if the seller did not tell of the right (C. conso. L221-20).
    case withdrawalInformationUnknown
    /// The goods may be excluded from withdrawal (C. conso. L221-28); a fact decides it.
    case withdrawalMayBeExcluded
    /// The person must prove the withdrawal, and the channel leaves nothing to show (C. conso. L221-22).
    case withdrawalUnproven
    /// Notice of the withdrawal was given before, on this day.
    case withdrawalAlreadyNotified(CivilDay)
    /// The two years of the guarantee are over.
    case guaranteeOver(Writing)
    /// The two years in which a hidden defect can be claimed are over (C. civ. 1648).
    case hiddenDefectsOver(Writing)
    /// The person must prove that a hidden defect is grave and older than the sale (C. civ. 1641).
    case proofOnBuyer
    /// Without the day on which the defect was found nobody can say how long it can be claimed.
    case defectDayUnknown
    /// After twelve months the buyer of a used item proves that the defect is as old as the delivery (C. conso. L217-7).
    case presumptionOver(conditionKnown: Bool)
    /// The contract is older than the law that the program knows.
    case olderLaw(Writing)
    /// The law gives a notice to deliver before the end of the contract (C. conso. L216-6).
    case deliveryComesFirst(Writing)
    /// Between private persons, and between traders, a notice to deliver comes before the end of the contract (C. civ. 1226).
    case civilNoticeFirst
    /// The day of an earlier notice lay before the delivery was due (C. conso. L216-6).
    case noticeTooEarly
    /// Neither the promised day nor that of the order is known.
    case deliveryDayUnknown
    /// A contact of the history is older than the order.
    case contactBeforeOrder
    /// The person lives outside France, or the trader stands outside the Union.
    case otherLawPossible
    /// They refused something; if it was the delivery, the contract can be ended at once (C. conso. L216-6).
    case deliveryMayBeRefused(Writing)
    /// Money is asked for, and the person had named something else.
    case refundInstead(Writing)
    /// The guarantee gives repair or replacement before money.
    case remedyComesFirst(Writing)
    /// The law now lets the person end the contract or lower the price; the person has not chosen.
    case choiceOpen(Writing)
    /// The contract is ended by something else than a letter, for which the law wants a durable medium (C. conso. L216-6).
    case durableMediumNeeded

    // MARK: A paper for somebody else

    /// No written complaint is known, which the institution asks for first.
    case complaintMissing
    /// The other side still has time to answer the complaint.
    case complaintPending
    /// More than a year has passed since the latest written complaint (C. conso. L612-2).
    case complaintTooOld
    /// The year of the first complaint is over, that of a later one is not (C. conso. L612-2).
    case firstComplaintTooOld
    /// More than thirteen months have passed since the debit (CMF L133-24).
    case claimPeriodOver
    /// More than 70 days have passed: too late when the payee's bank is outside the European Economic Area.
    case payeeMayBeAbroad
    /// The card scheme has limits of time that are not known here.
    case schemeLimitsUnknown
    /// The sum is too large for a request: the other side is summoned, above another sum by a lawyer (CPC 750, 818, 761).
    case summonsNeeded(withLawyer: Bool)
    /// A mediation or conciliation was asked for, and its result is not known (CPC 750-1).
    case amicableOutcomeUnknown
    /// The mediation or conciliation was refused, which the court wants to see in writing (CPC 750-1).
    case amicableProofNeeded
    /// Money is claimed as after a termination, and none is known (C. conso. L216-6, L216-7).
    case terminationUnknown
    /// No mediation or conciliation has ended, and the court asks for one (CPC 750-1).
    case amicableAttemptMissing
    /// A draft decree would ask for an amicable attempt for this sum, too.
    case thresholdMayHaveChanged
    case traderUnknown
    case traderAddressUnknown
    /// The trader's mediator is not known.
    case mediatorUnknown
    /// Nothing is enclosed, and the reader wants to see proof.
    case nothingEnclosed(Proof)
    /// SignalConso sends such a case on to the police and the bank.
    case signalConsoRefersOn

    // MARK: Where it goes

    /// The directory's source for the destination must be checked again.
    case destinationStale(Destination, checkedOn: CivilDay)
    /// The directory's source for the destination is not to be relied on.
    case destinationUncertain(Destination, checkedOn: CivilDay)
    /// The destination stands in the case and in no directory.
    case destinationUnchecked(Destination)
    /// A mail without a recipient.
    case mailAddressUnknown
    case bankNumberUnknown
    /// Nobody knows where the accessible service is.
    case accessibleServiceUnknown

    // MARK: The medium

    /// The letter has a sign that no page can show, so the mail goes without its PDF.
    case letterNotAttached
    /// The price of the acknowledgement of receipt is not in the price of the letter.
    case postageIncomplete
    /// The year of the tariff is over.
    case postageOutdated
    /// The tariff for letters abroad is not known.
    case postageAbroadUnknown
    case lineHoursUnknown
    case lineClosed
    case callCostUnknown
    /// A free number may not work from another country.
    case freeNumberAbroad
    /// The person did not say when they can be called back.
    case usualHoursAssumed
    /// A page has only the beginning of some facts, and others not at all; the text beside it has all of them.
    case pageShortened([LongFact], leftOut: [LongFact])

    /// A plugin's own doubt, a sentence in both languages.
    ///
    /// With the code of another case it says that doubt in words of its own.
    case other(DoubtCode, LocalText)

    /// How near the end of a right is told.
    ///
    /// - Unit: days. A policy of ours.
    public static let daysAhead = 7
}

extension Doubt {
    /// The same doubt, as it is told of another kind of writing.
    public func told(of writing: Writing) -> Doubt {
        switch self {
        case .amountUnknown: .amountUnknown(writing)
        case .ownWordsUntranslated(_, let language): .ownWordsUntranslated(writing, writtenIn: language)
        case .deliveryNotDueYet: .deliveryNotDueYet(writing)
        case .refundNotDueYet: .refundNotDueYet(writing)
        case .carrierChosen: .carrierChosen(writing)
        case .withdrawalPeriodOver: .withdrawalPeriodOver(writing)
        case .withdrawalExcluded: .withdrawalExcluded(writing)
        case .withdrawalNotGiven: .withdrawalNotGiven(writing)
        case .guaranteeOver: .guaranteeOver(writing)
        case .deliveryComesFirst: .deliveryComesFirst(writing)
        case .deliveryMayBeRefused: .deliveryMayBeRefused(writing)
        case .refundInstead: .refundInstead(writing)
        case .remedyComesFirst: .remedyComesFirst(writing)
        case .choiceOpen: .choiceOpen(writing)
        case .hiddenDefectsOver: .hiddenDefectsOver(writing)
        case .olderLaw: .olderLaw(writing)
        case .demandUnknown, .orderNumberUnknown, .defectNotDescribed, .languageUncertain, .phoneRangeUnknown,
            .rightOver, .rightEndsSoon, .answerPending, .returnUnknown, .damagedOnTheWay,
            .withdrawalPeriodUnknown, .withdrawalMayBeExcluded, .withdrawalUnproven,
            .withdrawalAlreadyNotified, .proofOnBuyer, .defectDayUnknown, .presumptionOver,
            .durableMediumNeeded, .complaintMissing, .complaintPending, .complaintTooOld,
            .firstComplaintTooOld, .claimPeriodOver, .payeeMayBeAbroad, .schemeLimitsUnknown,
            .amicableAttemptMissing, .amicableOutcomeUnknown, .amicableProofNeeded, .summonsNeeded,
            .civilNoticeFirst, .noticeTooEarly, .deliveryDayUnknown, .contactBeforeOrder, .otherLawPossible,
            .withdrawalInformationUnknown,
            .terminationUnknown, .thresholdMayHaveChanged, .traderUnknown, .traderAddressUnknown,
            .mediatorUnknown, .nothingEnclosed, .signalConsoRefersOn, .destinationStale,
            .destinationUncertain, .destinationUnchecked, .mailAddressUnknown, .bankNumberUnknown,
            .accessibleServiceUnknown, .letterNotAttached, .postageIncomplete, .postageOutdated,
            .postageAbroadUnknown, .lineHoursUnknown, .lineClosed, .callCostUnknown, .freeNumberAbroad,
            .usualHoursAssumed, .pageShortened, .other:
            self
        }
    }
}

extension Doubt {
    /// Whether a time is over or about to end: what is told first.
    public var isLate: Bool {
        switch self {
        case .rightOver, .rightEndsSoon, .withdrawalPeriodOver, .guaranteeOver, .hiddenDefectsOver,
            .complaintTooOld, .firstComplaintTooOld, .claimPeriodOver, .payeeMayBeAbroad:
            true
        case .demandUnknown, .orderNumberUnknown, .amountUnknown, .defectNotDescribed, .ownWordsUntranslated,
            .languageUncertain, .phoneRangeUnknown, .answerPending, .deliveryNotDueYet, .refundNotDueYet,
            .returnUnknown, .carrierChosen, .damagedOnTheWay, .withdrawalExcluded, .withdrawalNotGiven,
            .withdrawalPeriodUnknown, .withdrawalMayBeExcluded, .withdrawalUnproven,
            .withdrawalAlreadyNotified, .proofOnBuyer, .defectDayUnknown, .presumptionOver, .olderLaw,
            .deliveryComesFirst, .deliveryMayBeRefused, .refundInstead, .remedyComesFirst, .choiceOpen,
            .durableMediumNeeded, .complaintMissing, .complaintPending, .schemeLimitsUnknown,
            .amicableAttemptMissing, .amicableOutcomeUnknown, .amicableProofNeeded, .summonsNeeded,
            .civilNoticeFirst, .noticeTooEarly, .deliveryDayUnknown, .contactBeforeOrder, .otherLawPossible,
            .withdrawalInformationUnknown,
            .terminationUnknown, .thresholdMayHaveChanged, .traderUnknown, .traderAddressUnknown,
            .mediatorUnknown, .nothingEnclosed, .signalConsoRefersOn, .destinationStale,
            .destinationUncertain, .destinationUnchecked, .mailAddressUnknown, .bankNumberUnknown,
            .accessibleServiceUnknown, .letterNotAttached, .postageIncomplete, .postageOutdated,
            .postageAbroadUnknown, .lineHoursUnknown, .lineClosed, .callCostUnknown, .freeNumberAbroad,
            .usualHoursAssumed, .pageShortened, .other:
            false
        }
    }
}

extension PreparedDelivery {
    /// The same preparation with other doubts.
    public func withDoubts(_ doubts: [Doubt]) -> PreparedDelivery {
        PreparedDelivery(
            channel: channel, reference: reference, recipient: recipient.reveal(), link: link,
            artifacts: artifacts, consent: consent, doubts: doubts, afterwards: afterwards, payload: payload,
            deadline: deadline)
    }
}

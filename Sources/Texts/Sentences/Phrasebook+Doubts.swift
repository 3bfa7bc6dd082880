import CivilCalendar
public import ContactRouting

/// What to look at before something goes out.
///
/// The words before a colon name the thing.
extension Phrasebook {
    /// A doubt in one sentence, with what to do about it.
    public func text(of doubt: Doubt) -> String {
        switch doubt {
        case .amountUnknown(let writing): say(DoubtWords.amountUnknown(writing))
        case .ownWordsUntranslated(let writing, let language):
            say(DoubtWords.ownWordsUntranslated(writing, writtenIn: language))
        case .languageUncertain(let written): say(DoubtWords.languageUncertain(written))
        case .nothingEnclosed(let proof): say(DoubtWords.nothingEnclosed(proof))
        case .withdrawalAlreadyNotified(let day): notified(on: day)
        case .other(_, let text): say(text)
        case .rightOver(let deadline): "\(over(deadline.right)) : \(continued(deadline))".typed(in: language)
        case .rightEndsSoon(let deadline, let days):
            "\(daysLeft(days)) : \(continued(deadline))".typed(in: language)
        case .answerPending(let channel, let until):
            say(
                "Une démarche est encore en cours (\(vocabulary.name(of: channel))) : une réponse peut arriver \(formats.until(until, in: zone)).",
                "An earlier step is still running (\(vocabulary.name(of: channel))): an answer may come \(formats.until(until, in: zone))."
            )
        case .destinationStale(let destination, let day): stale(destination, checkedOn: day)
        case .destinationUncertain(let destination, let day): uncertain(destination, checkedOn: day)
        case .destinationUnchecked(let destination): unchecked(destination)
        case .demandUnknown: say(DoubtWords.demandUnknown)
        case .orderNumberUnknown: say(DoubtWords.orderNumberUnknown)
        case .defectNotDescribed: say(DoubtWords.defectNotDescribed)
        case .phoneRangeUnknown: say(DoubtWords.phoneRangeUnknown)
        case .deliveryNotDueYet(let writing): say(DoubtWords.deliveryNotDueYet[writing])
        case .refundNotDueYet(let writing): say(DoubtWords.refundNotDueYet[writing])
        case .returnUnknown: say(DoubtWords.returnUnknown)
        case .carrierChosen(let writing): say(DoubtWords.carrierChosen[writing])
        case .damagedOnTheWay: say(DoubtWords.damagedOnTheWay)
        case .withdrawalPeriodOver(let writing): say(DoubtWords.withdrawalPeriodOver[writing])
        case .withdrawalExcluded(let writing): say(DoubtWords.withdrawalExcluded[writing])
        case .withdrawalNotGiven(let writing): say(DoubtWords.withdrawalNotGiven[writing])
        case .withdrawalPeriodUnknown: say(DoubtWords.withdrawalPeriodUnknown)
        case .withdrawalMayBeExcluded: say(DoubtWords.withdrawalMayBeExcluded)
        case .withdrawalUnproven: say(DoubtWords.withdrawalUnproven)
        case .guaranteeOver(let writing): say(DoubtWords.guaranteeOver[writing])
        case .hiddenDefectsOver(let writing): say(DoubtWords.hiddenDefectsOver[writing])
        case .proofOnBuyer: say(DoubtWords.proofOnBuyer)
        case .defectDayUnknown: say(DoubtWords.defectDayUnknown)
        case .presumptionOver(let isKnown): say(DoubtWords.presumptionOver(conditionKnown: isKnown))
        case .withdrawalInformationUnknown: say(DoubtWords.withdrawalInformationUnknown)
        case .civilNoticeFirst: say(DoubtWords.civilNoticeFirst)
        case .noticeTooEarly: say(DoubtWords.noticeTooEarly)
        case .deliveryDayUnknown: say(DoubtWords.deliveryDayUnknown)
        case .contactBeforeOrder: say(DoubtWords.contactBeforeOrder)
        case .otherLawPossible: say(DoubtWords.otherLawPossible)
        case .olderLaw(let writing): say(DoubtWords.olderLaw[writing])
        case .deliveryComesFirst(let writing): say(DoubtWords.deliveryComesFirst[writing])
        case .deliveryMayBeRefused(let writing): say(DoubtWords.deliveryMayBeRefused[writing])
        case .refundInstead(let writing): say(DoubtWords.refundInstead[writing])
        case .remedyComesFirst(let writing): say(DoubtWords.remedyComesFirst[writing])
        case .choiceOpen(let writing): say(DoubtWords.choiceOpen[writing])
        case .durableMediumNeeded: say(DoubtWords.durableMediumNeeded)
        case .complaintMissing: say(DoubtWords.complaintMissing)
        case .complaintPending: say(DoubtWords.complaintPending)
        case .complaintTooOld: say(DoubtWords.complaintTooOld)
        case .firstComplaintTooOld: say(DoubtWords.firstComplaintTooOld)
        case .claimPeriodOver: say(DoubtWords.claimPeriodOver)
        case .payeeMayBeAbroad: say(DoubtWords.payeeMayBeAbroad)
        case .schemeLimitsUnknown: say(DoubtWords.schemeLimitsUnknown)
        case .summonsNeeded(let withLawyer): say(DoubtWords.summonsNeeded(withLawyer: withLawyer))
        case .amicableOutcomeUnknown: say(DoubtWords.amicableOutcomeUnknown)
        case .amicableProofNeeded: say(DoubtWords.amicableProofNeeded)
        case .terminationUnknown: say(DoubtWords.terminationUnknown)
        case .amicableAttemptMissing: say(DoubtWords.amicableAttemptMissing)
        case .thresholdMayHaveChanged: say(DoubtWords.thresholdMayHaveChanged)
        case .traderUnknown: say(DoubtWords.traderUnknown)
        case .traderAddressUnknown: say(DoubtWords.traderAddressUnknown)
        case .mediatorUnknown: say(DoubtWords.mediatorUnknown)
        case .signalConsoRefersOn: say(DoubtWords.signalConsoRefersOn)
        case .mailAddressUnknown: say(DoubtWords.mailAddressUnknown)
        case .bankNumberUnknown: say(DoubtWords.bankNumberUnknown)
        case .accessibleServiceUnknown: say(DoubtWords.accessibleServiceUnknown)
        case .letterNotAttached: say(DoubtWords.letterNotAttached)
        case .postageIncomplete: say(DoubtWords.postageIncomplete)
        case .postageOutdated: say(DoubtWords.postageOutdated)
        case .postageAbroadUnknown: say(DoubtWords.postageAbroadUnknown)
        case .lineHoursUnknown: say(DoubtWords.lineHoursUnknown)
        case .lineClosed: say(DoubtWords.lineClosed)
        case .callCostUnknown: say(DoubtWords.callCostUnknown)
        case .freeNumberAbroad: say(DoubtWords.freeNumberAbroad)
        case .usualHoursAssumed: say(DoubtWords.usualHoursAssumed)
        case .pageShortened(let shortened, let leftOut):
            say(DoubtWords.pageShortened(shortened, leftOut: leftOut))
        }
    }

    private func say(_ text: LocalText) -> String { say(text.french, text.english) }

    private func notified(on day: CivilDay) -> String {
        say(
            "Vous avez déjà notifié votre rétractation le \(formats.date(day)) : une seconde fois n’y change rien.",
            "You already gave notice of your withdrawal on \(formats.date(day)): a second time changes nothing."
        )
    }

    private func over(_ right: RightName) -> String {
        switch right {
        case .withdrawal: say("Le délai de rétractation est écoulé", "The time for withdrawal is over")
        case .conformityGuarantee:
            say(
                "Les deux ans de la garantie légale paraissent écoulés",
                "The two years of the legal guarantee seem to be over")
        case .goodsReturn, .merchantReturn, .delivery, .refundAfterWithdrawal, .refundAfterTermination,
            .refundAfterReturn, .repair, .defectPresumption, .hiddenDefects, .marketplaceGuarantee,
            .mediation, .mediationOutcome, .eccNet, .unauthorisedPayment, .smallClaims, .limitation:
            say("Un délai est passé", "A time limit is over")
        }
    }

    private func daysLeft(_ days: Int) -> String {
        switch days {
        case ..<1: say("C’est le dernier jour", "This is the last day")
        case 1: say("Il reste un jour", "One day is left")
        default: say("Il reste \(days) jours", "\(days) days are left")  // tidy-allow: a number
        }
    }

    /// The sentence of a deadline, as it goes on behind a colon.
    private func continued(_ deadline: Deadline) -> String {
        let sentence = text(of: deadline)
        return isNameFirst(deadline) ? sentence : sentence.prefix(1).lowercased() + sentence.dropFirst()
    }

    /// The merchant's own time begins with its name, which keeps its capital.
    private func isNameFirst(_ deadline: Deadline) -> Bool { deadline.right == .merchantReturn }
}

extension String {
    /// A colon has a no-break space before it in French, and none in English.
    fileprivate func typed(in language: Language) -> String {
        switch language {
        case .french: Typography.french(self)
        case .english: replacing(" : ", with: ": ", maxReplacements: 1)
        }
    }
}

import CivilCalendar

/// What silence changes: a reminder of the same demand, or the written complaint that mediators ask for.
extension LetterReading {
    /// The earlier letter that asked for the same and got no answer.
    ///
    /// A registered letter repeats only a formal notice: after a mail without a day it says everything itself. A letter
    /// that never arrived is no silence and is written again.
    func unanswered(about matter: LetterKind) -> LetterContact? {
        guard canBeRecalled(matter),
            let index = contacts.lastIndex(where: { isSilence($0) && canRecall($0, in: matter) }),
            !contacts[index...].contains(where: { $0.outcome.isAnswer })
        else { return nil }
        let contact = contacts[index]
        let isWeaker = contact.channel == .email && contact.deadline == nil
        return channel == .registeredMail && isWeaker ? nil : contact
    }

    private func isSilence(_ contact: LetterContact) -> Bool {
        guard contact.channel == .registeredMail || contact.channel == .email else { return false }
        switch contact.outcome {
        case .noReply: return true
        case .sent, .delivered: return contact.deadline.map { $0 < today } ?? false
        case .answered, .promised, .promiseNotKept, .refused, .partlyAccepted, .accepted, .bounced,
            .notReached, .unclaimed:
            return false
        }
    }

    /// A declaration is made once, and what has changed since is told in full.
    private func canBeRecalled(_ matter: LetterKind) -> Bool {
        switch matter {
        case .deliveryNotice, .refundOverdue, .refundAfterTermination, .refundAfterReturn,
            .wrongOrMissingItem,
            .hiddenDefect, .guaranteeRefused, .unorderedItem, .unduePayment, .subscriptionTermination,
            .dataAccess, .dataErasure:
            true
        case .conformityRemedy: remedyGround == nil
        case .generalNotice: claimsRight && !IssueSet.notArrived.contains(issue.kind)
        case .deliveryTermination, .withdrawal, .priceReductionOrTermination, .counterfeit, .reminder,
            .complaintBeforeMediation:
            false
        }
    }

    /// A letter older than the order asked for nothing of it, and one whose day lay before the delivery was due
    /// asked for nothing that was owed.
    private func canRecall(_ contact: LetterContact, in matter: LetterKind) -> Bool {
        guard !isBeforeOrder(contact), isAfterStart(of: matter, contact.day) else { return false }
        return matter != .deliveryNotice || !endsBeforeDelivery(contact)
    }

    /// Whether a letter of that day can have asked for the same: the declaration itself did not.
    private func isAfterStart(of matter: LetterKind, _ day: CivilDay) -> Bool {
        switch matter {
        case .refundOverdue: order.withdrawalNotifiedOn.map { $0 < day } ?? true
        case .refundAfterTermination: order.terminatedOn.map { $0 < day } ?? true
        case .refundAfterReturn: (order.terminatedOn ?? goodsBackOn).map { $0 < day } ?? true
        case .deliveryNotice, .deliveryTermination, .withdrawal, .conformityRemedy, .guaranteeRefused,
            .priceReductionOrTermination, .counterfeit, .hiddenDefect, .wrongOrMissingItem, .unorderedItem,
            .unduePayment, .subscriptionTermination, .dataAccess, .dataErasure, .reminder,
            .complaintBeforeMediation, .generalNotice:
            true
        }
    }

    /// Whether this letter is the first written word of a dispute that may go to a mediator.
    ///
    /// - Source: C. conso. L612-2.
    var needsWrittenComplaint: Bool {
        guard matter == .generalNotice, claimsRight, IssueSet.disputes.contains(issue.kind), hasFailedContact,
            case .mediator? = amicableStep(mediator: nil)
        else { return false }
        return !facts.history.contains { $0.isWrittenComplaint && !$0.outcome.isUnreceived }
    }
}

extension PastContact.Outcome {
    /// Whether the other side said anything.
    fileprivate var isAnswer: Bool {
        switch self {
        case .answered, .promised, .promiseNotKept, .refused, .partlyAccepted, .accepted: true
        case .sent, .noReply, .bounced, .notReached, .delivered, .unclaimed: false
        }
    }
}

public import CivilCalendar

/// What a letter is for; each kind has one template.
public enum LetterKind: String, Hashable, Sendable, CaseIterable {
    /// Formal notice to deliver (C. conso. L216-6).
    case deliveryNotice = "delivery-notice"
    /// Termination after a notice that was not obeyed, or after a refusal (C. conso. L216-6).
    case deliveryTermination = "delivery-termination"
    /// Withdrawal (C. conso. L221-18, L221-21).
    case withdrawal
    /// The refund after a withdrawal (C. conso. L221-24, L242-4).
    case refundOverdue = "refund-overdue"
    /// The refund after a termination for late delivery (C. conso. L216-7, L241-4).
    case refundAfterTermination = "refund-after-termination"
    /// Repair or replacement under the conformity guarantee (C. conso. L217-3 ff.).
    case conformityRemedy = "conformity-remedy"
    /// Price reduction or termination under the conformity guarantee (C. conso. L217-14).
    case priceReductionOrTermination = "price-reduction-or-termination"
    /// Another item than the one ordered came, or a part is missing.
    case wrongOrMissingItem = "wrong-or-missing-item"
    /// The refund of goods that went back; no law raises it.
    case refundAfterReturn = "refund-after-return"
    /// Anything else that is owed (C. civ. 1344).
    case generalNotice = "general-notice"
}

/// How a letter speaks.
public enum LetterForce: String, Hashable, Sendable, CaseIterable {
    /// A polite request that claims no right: no consequence is named.
    case goodwill
    /// A request: nothing has failed yet.
    case request
    /// A formal notice (C. civ. 1344): it demands, sets a day and names the consequence.
    case notice
}

/// The one thing that a letter demands.
public enum LetterDemand: Hashable, Sendable {
    case deliver
    /// Prove that the carrier whom the person chose was handed the goods, or else deliver them (C. conso. L216-3).
    case proveHandover
    /// Hand over what is missing.
    case deliverMissingPart
    /// Bring the ordered item instead of the one that came.
    case exchangeWrongItem
    /// Pay back this sum, or everything paid when the sum is unknown; a surcharge comes on top.
    case refund(Money?)
    case repair
    case replacement
    /// Repair or replacement: the person named neither.
    case repairOrReplacement
    case priceReduction
    /// What the person described; named when the person named it.
    case perform(Issue.Demand?)
}

/// Why the conformity guarantee now gives price reduction or termination.
///
/// - Source: C. conso. L217-14.
public enum RemedyGround: String, Hashable, Sendable, CaseIterable {
    /// They refused to repair and to replace.
    case refused
    /// Thirty days have passed since the request.
    case late
    /// The defect is there again, or still, after a repair.
    case failed
}

/// A further step that a letter announces, in the order in which it would come.
public enum LetterRecourse: Hashable, Sendable {
    /// Terminate the contract by another letter (C. conso. L216-6).
    case termination
    /// Ask for a lower price or terminate (C. conso. L217-14).
    case priceReductionOrTermination
    /// The consumer mediator, by name when the trader's is known.
    case mediator(TextLine?)
    case court
}

/// An earlier contact, as a letter tells it.
public struct LetterContact: Hashable, Sendable {
    public let day: CivilDay
    public let channel: ChannelName
    public let outcome: PastContact.Outcome
    /// The day they promised.
    public let promisedOn: CivilDay?
    /// The last day that we had given them.
    public let deadline: CivilDay?
}

/// What a person should look at before the letter goes out.
public enum LetterDoubt: String, Hashable, Sendable, CaseIterable {
    /// The seller still has time to deliver.
    case deliveryNotDueYet = "delivery-not-due-yet"
    /// The seller still has time to refund.
    case refundNotDueYet = "refund-not-due-yet"
    /// The seller may wait for the goods or the proof that they were sent back, and neither is known.
    case returnUnknown = "return-unknown"
    /// The person chose the carrier and bears the risk once it has the goods (C. conso. L216-3).
    case carrierChosen = "carrier-chosen"
    case withdrawalPeriodOver = "withdrawal-period-over"
    /// The goods are excluded from withdrawal (C. conso. L221-28).
    case withdrawalExcluded = "withdrawal-excluded"
    /// Only a consumer who bought from a trader can withdraw.
    case withdrawalNotGiven = "withdrawal-not-given"
    case withdrawalPeriodUnknown = "withdrawal-period-unknown"
    /// The goods may be excluded from withdrawal (C. conso. L221-28); a fact decides it.
    case withdrawalMayBeExcluded = "withdrawal-may-be-excluded"
    /// The two years of the guarantee are over.
    case guaranteeOver = "guarantee-over"
    /// The guarantee gives repair or replacement before money.
    case remedyComesFirst = "remedy-comes-first"
    /// The law now lets the person end the contract or lower the price; the person has not chosen.
    case choiceOpen = "choice-open"
    case orderNumberUnknown = "order-number-unknown"
    case amountUnknown = "amount-unknown"
}

import CivilCalendar
import ContactRouting
internal import Texts

/// What English letters call channels, outcomes and troubles.
enum EnglishPhrases {
    private static let formats = Formats(.english)

    /// `3 December 2026`, in one piece.
    static func date(_ day: CivilDay) -> String { formats.date(day).replacing(" ", with: "\u{A0}") }

    /// How a contact took place; nil for a channel that letters do not tell of.
    static func means(of channel: ChannelName) -> String? {
        switch channel {
        case .selfService: "through my customer account"
        case .onlineReturn: "through the online return form"
        case .withdrawalButton: "through the online withdrawal function"
        case .chat: "by chat"
        case .callback: "during a call-back by customer service"
        case .phone, .accessiblePhone: "by phone"
        case .email: "by e-mail"
        case .socialDM: "by private message on a social network"
        case .sellerMessaging: "through the marketplace’s messaging service"
        case .marketplaceGuarantee: "by a claim under the marketplace’s guarantee"
        case .registeredMail: "by registered letter"
        default: nil  // tidy-allow: an open set of names
        }
    }

    /// What came of a contact; nil where only the sending is known.
    static func outcome(of contact: LetterContact) -> String? {
        let deadline = contact.deadline.map { "last day set: \(date($0))" }
        let parts = [deadline, answer(to: contact)].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    private static func answer(to contact: LetterContact) -> String? {
        switch contact.outcome {
        case .sent: nil
        case .noReply: "no reply"
        case .answered: "answered, without a solution so far"
        case .promised: "promised" + until(contact)
        case .promiseNotKept: "promised" + until(contact) + ", not kept"
        case .refused: "refused"
        case .partlyAccepted: "accepted in part only"
        case .accepted: "accepted" + until(contact)
        case .bounced: "message came back"
        case .notReached: "nobody could be reached"
        case .delivered: "delivery confirmed"
        case .unclaimed: "letter not collected"
        }
    }

    private static func until(_ contact: LetterContact) -> String {
        contact.promisedOn.map { " for \(date($0))" } ?? ""
    }

    /// The trouble with the goods, in one sentence.
    static func problem(_ kind: IssueKind) -> String {
        switch kind {
        case .itemDamaged: "The item arrived damaged."
        case .itemDefective: "The item is defective."
        case .itemNotAsDescribed: "The item does not match its description."
        case .counterfeit: "The item appears to be a counterfeit."
        case .dangerousProduct: "The item is dangerous."
        case .lateDelivery, .notDelivered, .markedDeliveredNotReceived, .missingItem, .wrongItem,
            .unorderedItem,
            .orderTracking, .orderChange, .orderCancellation, .preorderQuestion, .changeOfMind,
            .returnProblem,
            .refundNotReceived, .refundRefused, .warrantyRefused, .chargedTwice, .unauthorisedCharge,
            .paymentProblem, .invoiceMissing, .giftCardProblem, .priceDispute, .suspiciousMessage,
            .accountCompromised, .accountProblem, .accountAccess, .personalDataRequest, .promotionQuestion,
            .unsolicitedSalesCall, .subscriptionCancellation, .deviceOrServiceProblem, .contactInEnglish,
            .other:
            "The item does not conform to the contract."
        }
    }

    /// What happened, in one sentence, for letters that no law describes; nil where only the person's words can.
    static func trouble(_ kind: IssueKind, hasArrivedLate: Bool, isPartial: Bool) -> String? {
        switch kind {
        case .itemDamaged, .itemDefective, .itemNotAsDescribed, .counterfeit, .dangerousProduct: problem(kind)
        case .warrantyRefused: "The item is defective, and the guarantee was refused to me."
        case .lateDelivery, .notDelivered:
            if hasArrivedLate {
                nil
            } else {
                isPartial
                    ? "To date I have received only a part of the order."
                    : "To date I have not received the order."
            }
        case .markedDeliveredNotReceived:
            "Tracking shows the parcel as delivered, but I have not received it."
        case .missingItem: "The delivery was incomplete."
        case .wrongItem: "The item delivered is not the one that I ordered."
        case .unorderedItem: "I did not order the item that I received."
        case .refundNotReceived: "The refund has not reached me."
        case .refundRefused: "The refund was refused to me."
        case .unauthorisedCharge: "A sum was charged without my authorisation."
        case .unsolicitedSalesCall: "I received a sales call that I had not asked for."
        case .chargedTwice: "The same sum was charged twice."
        case .invoiceMissing: "The invoice has not reached me."
        case .orderTracking, .orderChange, .orderCancellation, .preorderQuestion, .changeOfMind,
            .returnProblem,
            .paymentProblem, .giftCardProblem, .priceDispute, .suspiciousMessage,
            .accountCompromised, .accountProblem, .accountAccess, .personalDataRequest, .promotionQuestion,
            .subscriptionCancellation, .deviceOrServiceProblem, .contactInEnglish,
            .other:
            nil
        }
    }

    static func sum(_ amount: Money?) -> String {
        amount.map { "the sum of \(formats.money($0))" }
            ?? "everything that I paid, standard delivery charges included"
    }
}

internal import ChannelPluginKit
internal import CivilCalendar
internal import ContactRouting
internal import LetterWriting
internal import Texts

/// The facts of a request as forms ask for them.
struct FormReading: Sendable {
    let request: PreparationRequest
    let kind: FormKind
    /// The text for the largest field of the form.
    let message: String

    var facts: ContactCase { request.contactCase }
    var order: Order { facts.order }
    var consumer: Consumer { facts.consumer }
    /// The words of the form, which is in the language of whoever reads it.
    var vocabulary: Vocabulary { Vocabulary(request.recipientLanguage) }

    /// A day that only a tracking page names is no delivery.
    var deliveredOn: CivilDay? {
        IssueSet.notArrived.contains(facts.issue.kind) ? request.letter?.lateArrival : order.lastDeliveredOn
    }

    var itemCategory: String? { order.item.category.map(vocabulary.name(of:)) }
    var payment: String? { order.payment.map(vocabulary.name(of:)) }
    var reason: String { vocabulary.name(of: facts.issue.kind) }
    var demand: String? { facts.issue.demand.map(vocabulary.name(of:)) }
    var medium: String? { facts.issue.medium.map(vocabulary.name(of:)) }
    var sellerAnswer: String? { sellerContact.map { vocabulary.name(of: $0.outcome) } }
    var address: String? { consumer.address?.reveal().lines.map(\.text).joined(separator: "\n") }

    /// The seller where it is not the merchant itself.
    var sellerName: String? {
        facts.seller.kind == .firstParty ? nil : facts.seller.name?.text
    }

    var website: String? {
        if let own = facts.seller.website { return own.text }
        switch facts.merchant {
        case .described(let merchant): return merchant.website?.text
        case .listed: return nil
        }
    }

    /// The latest message to the seller, or the return that counts as one.
    var sellerContact: LetterContact? {
        request.letter?.contacts.last { $0.channel == .sellerMessaging }
            ?? request.letter?.contacts.last { $0.channel == .onlineReturn }
    }

    var dataGiven: String? {
        guard let given = facts.issue.dataGiven, !given.isEmpty else { return nil }
        return Formats(request.recipientLanguage).list(given.map(vocabulary.name(of:)))
    }

    /// Who called, when the description names one number and no other.
    var callerNumber: String? {
        guard facts.issue.medium == .call || facts.issue.kind == .unsolicitedSalesCall else { return nil }
        let numbers = facts.issue.description.map { PhoneNumbersInText.numbers(in: $0.reveal()) } ?? []
        let own = consumer.phone?.reveal().text.suffix(9)
        let others = Set(numbers.filter { number in own.map { !number.hasSuffix($0) } ?? true })
        return others.count == 1 ? others.first : nil
    }

    /// What reports a call by text message.
    ///
    /// - Source: 33700.fr: "spamvocal", a space, and the caller's number.
    var smsTo33700: String? { callerNumber.map { "spamvocal \($0)" } }
}

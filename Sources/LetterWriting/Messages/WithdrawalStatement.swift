public import ChannelPluginKit
internal import CivilCalendar
internal import ContactRouting
internal import Texts

/// The statement of withdrawal, with the facts that the model form asks for.
///
/// - Source: C. conso. annex to R221-1: the trader, the goods, ordered on and received on, the consumer's name and address,
///   the date. A signature stands on paper only.
public struct WithdrawalStatement: Sendable {
    private let request: PreparationRequest

    public init(_ request: PreparationRequest) { self.request = request }

    private var order: Order { request.contactCase.order }
    private var isFrench: Bool { request.recipientLanguage == .french }
    private var formats: Formats { Formats(request.recipientLanguage) }

    /// The statement; it is for whoever the contract is with.
    public var text: MessageText {
        var text = MessageText()
        text.add(paragraph: [recipient])
        let trader = request.recipient
        for line in trader.address?.lines ?? [] where line != trader.name {
            text.add(line: ["\(line.text, "merchant.address")"])
        }
        text.add(line: [trader.email.map { "\($0.text, "merchant.email")" }])
        text.add(paragraph: [
            isFrench
                ? "Je vous notifie par la présente ma rétractation du contrat portant sur la vente du bien ou la prestation de services ci-dessous."
                : "I hereby give notice that I withdraw from the contract for the goods or the service below."
        ])
        text.add(paragraph: [row("Commande n°\u{A0}", "Order ", order.number?.reveal().text, "order.number")])
        text.add(line: [row("Article\u{A0}: ", "Item: ", order.item.name?.text, "order.item.name")])
        let ordered = order.orderedOn.map(formats.date)
        text.add(line: [row("Commandé le ", "Ordered on ", ordered, "order.orderedOn")])
        let received = order.lastDeliveredOn.map(formats.date)
        text.add(line: [row("Reçu le ", "Received on ", received, "order.deliveredOn")])
        let consumer = request.contactCase.consumer
        text.add(paragraph: [row("Nom\u{A0}: ", "Name: ", consumer.name?.reveal().text, "consumer.name")])
        let address = consumer.address?.reveal().lines.map(\.text).joined(separator: ", ")
        text.add(line: [row("Adresse\u{A0}: ", "Address: ", address, "consumer.address")])
        let today = formats.date(request.timeZone.day(at: request.now))
        text.add(line: [row("Date\u{A0}: ", "Date: ", today, "now")])
        return text
    }

    private var recipient: MessageSentence? {
        guard let name = request.recipient.name?.text ?? request.merchantName?.text else { return nil }
        return isFrench ? "À l’attention de\u{A0}: \(name, "merchant")" : "To \(name, "merchant")"
    }

    private func row(
        _ french: String, _ english: String, _ value: String?, _ field: StaticString
    ) -> MessageSentence? {
        guard let value else { return nil }
        let label = MessageSentence(words: isFrench ? french : english)
        let gap = (isFrench ? french : english).hasSuffix(" ")
        return gap ? "\(label) \(value, field)" : "\(label)\(value, field)"
    }
}

internal import ChannelPluginKit
internal import ContactRouting

/// The lines of the sender's address, for faults about them.
enum SenderLines {
    /// What the block of the sender is called in a document.
    static let label = "consumer"
}

extension PreparationRequest {
    /// The texts of the case that a letter may show, with the fields they come from.
    var textFields: [(field: RequestField, text: String)] {
        let facts = contactCase
        let consumer = facts.consumer
        var fields: [(field: RequestField, text: String?)] = [
            ("issue.description", facts.issue.description?.reveal()),
            ("order.item.name", facts.order.item.name?.text),
            ("order.number", facts.order.number?.reveal().text),
            ("order.carrierTracking", facts.order.carrierTracking?.text),
            ("consumer.name", consumer.name?.reveal().text),
            ("consumer.email", consumer.email?.reveal().text),
            ("seller.name", facts.seller.name?.text),
            ("seller.registration", facts.seller.registration?.text), ("merchant.name", merchantName?.text),
            (recipientNameField, recipient.name?.text), ("seller.name", trader.name?.text),
        ]
        fields += lines(of: consumer.address?.reveal(), "consumer.address")
        fields += lines(of: recipient.address, recipientAddressField.path)
        fields += lines(of: trader.address, "seller.address")
        fields += facts.attachments.enumerated().map { index, file in
            (RequestField("attachments, title \(index + 1)"), file.title.text)
        }
        return fields.compactMap { field, text in text.map { (field, $0) } }
    }

    private func lines(
        of address: PostalAddress?, _ path: String
    ) -> [(field: RequestField, text: String?)] {
        (address?.lines ?? []).enumerated().map { (RequestField("\(path), line \($0 + 1)"), $1.text) }
    }

    private var recipientNameField: RequestField {
        switch channel {
        case .bankClaim, .bankChargeback: "bank.name"
        case .courtRequest: "court.name"
        case .mediator: "merchant.mediator.name"
        default:  // tidy-allow: an open set of names
            contactCase.seller.kind == .thirdParty ? "seller.name" : "merchant.name"
        }
    }

    /// The longest text of the sender, which takes the most lines when they are too many.
    var widestSenderField: RequestField {
        let consumer = contactCase.consumer
        let fields =
            [(field: "consumer.name" as RequestField, text: consumer.name?.reveal().text)]
            + lines(of: consumer.address?.reveal(), "consumer.address")
            + [("consumer.email", consumer.email?.reveal().text)]
        return fields.max { ($0.text?.count ?? 0) < ($1.text?.count ?? 0) }?.field ?? "consumer.address"
    }
}

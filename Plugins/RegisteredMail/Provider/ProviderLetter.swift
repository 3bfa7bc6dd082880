internal import ChannelPluginKit
internal import ContactRouting
internal import JSONText
internal import LetterWriting

/// What goes out through a provider: the sending, its recipient and its documents, each as the bytes that are sent.
struct ProviderLetter {
    let provider: RegisteredMailProvider
    let request: PreparationRequest

    /// - Parameter letter: the letter's own files, the PDF first.
    /// - Throws: `ChannelError`.
    func prepared(letter: [Artifact], doubts: [Doubt]) throws(ChannelError) -> PreparedDelivery {
        guard provider.missing.isEmpty, let target = provider.target("/sendings") else {
            throw .missing(channel: request.channel, fields: provider.missing.map { RequestField($0) })
        }
        guard let address = request.recipient.address, let email = request.contactCase.consumer.email,
            let sender = request.contactCase.consumer.address, let name = request.contactCase.consumer.name
        else { throw .missing(channel: request.channel, fields: missingFacts) }
        let lines: [String]
        do throws(LetterError) {
            lines = try AddressBlock.lines(of: address, name: request.recipient.name)
        } catch { throw ChannelError(error, in: request) }
        let recipient = try PostalForm(recipient: lines, field: request.recipientAddressField)
        let files =
            try letter + enclosures + [
                Artifact(
                    role: .request, fileName: ArtifactFileName("sending.json"), mediaType: .json,
                    bytes: sendingBytes(
                        from: try senderForm(name: name.reveal(), address: sender.reveal()),
                        notifying: email.reveal())),
                Artifact(
                    role: .providerRecipient, fileName: ArtifactFileName("recipient.json"), mediaType: .json,
                    bytes: recipientBytes(recipient)),
            ]
        try checkDocuments(ProviderDocuments(files).all)
        let advice = ProviderAdvice(request: request, host: target.host, priceMax: priceMax)
        return PreparedDelivery(
            channel: request.channel, reference: request.deliveryReference,
            recipient: lines.joined(separator: ", "), link: request.link, artifacts: files,
            consent: ConsentNeeded(irreversible: true, priceMax: priceMax),
            doubts: doubts + advice.doubts, afterwards: advice.afterwards,
            payload: .http(head: .postingJSON(to: target, expected: ProviderCalls.made), body: .request))
    }

    /// The narrower of the person's limit and that of the settings.
    private var priceMax: Money? {
        guard let wished = request.wishes.priceMax else { return provider.priceMax }
        guard let configured = provider.priceMax else { return wished }
        return wished.hundredths < configured.hundredths ? wished : configured
    }

    private var missingFacts: [RequestField] {
        let consumer = request.contactCase.consumer
        var fields: [RequestField] = []
        if consumer.name == nil { fields.append("consumer.name") }
        if consumer.address == nil { fields.append("consumer.address") }
        if consumer.email == nil { fields.append("consumer.email") }
        if request.recipient.address == nil { fields.append(request.recipientAddressField) }
        return fields
    }

    private func senderForm(name: TextLine, address: PostalAddress) throws(ChannelError) -> PostalForm {
        var lines = address.lines.map(\.text)
        if lines.first != name.text { lines.insert(name.text, at: 0) }
        guard name.text.count <= AddressBlock.lineCharactersMax else {
            throw .overLimit(
                field: "consumer.name", actual: name.text.count, max: AddressBlock.lineCharactersMax,
                unit: .characters)
        }
        let shift = lines.count - address.lines.count
        for (index, line) in address.lines.enumerated()
        where line.text.count > AddressBlock.lineCharactersMax && index + shift > 0 {
            throw .overLimit(
                field: RequestField("consumer.address, line \(index + 1)"), actual: line.text.count,
                max: AddressBlock.lineCharactersMax, unit: .characters)
        }
        return try PostalForm(sender: lines, field: "consumer.address")
    }

    /// The person's files behind the letter, on paper; the provider prints PDF.
    private var enclosures: [Artifact] {
        get throws(ChannelError) {
            var files: [Artifact] = []
            for (index, file) in request.wishes.attachments.enumerated() {
                guard file.mediaType == .pdf else {
                    throw .unusable(
                        field: RequestField("attachments, file \(index + 1)"),
                        reason: "the provider prints PDF only: turn it into a PDF")
                }
                guard let role = try? ArtifactRole(parsing: "enclosure-\(index + 1)"),
                    let name = ArtifactFileName(parsing: "enclosure-\(index + 1).pdf")
                else { continue }
                files.append(
                    Artifact(role: role, fileName: name, mediaType: .pdf, bytes: file.bytes.reveal()))
            }
            return files
        }
    }

    private func checkDocuments(_ documents: [Artifact]) throws(ChannelError) {
        guard documents.count <= RegisteredMailProvider.documentsMax else {
            throw .overLimit(
                field: "attachments", actual: documents.count - 1,
                max: RegisteredMailProvider.documentsMax - 1, unit: .files)
        }
        let bytes = documents.reduce(0) { $0 + $1.bytes.reveal().count }
        let bytesMax = min(RegisteredMailProvider.documentBytesMax, request.limits.messageBytesMax ?? .max)
        guard bytes <= bytesMax else {
            throw .overLimit(field: "attachments", actual: bytes, max: bytesMax, unit: .bytes)
        }
    }

    // MARK: The bodies of its requests

    private func sendingBytes(from sender: PostalForm, notifying email: EmailAddress) -> [UInt8] {
        var json = JSONWriter(.pretty)
        json.beginObject()
        // No word about the person or the matter: a name of the provider's lists.
        json.member("name", request.deliveryReference.text)
        json.member("custom_id", request.deliveryReference.text)
        json.member("acknowledgement_of_receipt", true)
        json.member("acknowledgement_of_receipt_scanning", true)
        json.member("color_printing", false)
        json.member("duplex_printing", true)
        // Whether our address block meets the windows of the provider's envelopes is not documented.
        json.member("optional_address_sheet", true)
        json.member("notification_email", email.text)
        json.lines("sender_address_line_", sender)
        json.member("sender_country_code", sender.country)
        json.endObject()
        json.endLine()
        return json.bytes
    }

    private func recipientBytes(_ recipient: PostalForm) -> [UInt8] {
        var json = JSONWriter(.pretty)
        json.beginObject()
        json.member("custom_id", request.deliveryReference.text)
        json.lines("address_line_", recipient)
        json.member("country_code", recipient.country)
        json.endObject()
        json.endLine()
        return json.bytes
    }
}

extension ArtifactRole {
    /// The recipient as the provider's form has it.
    static let providerRecipient = ArtifactRole("recipient")
}

/// The files that the provider prints, in order.
struct ProviderDocuments {
    let all: [Artifact]

    init(_ files: [Artifact]) {
        all = files.filter { $0.role == .letter || $0.role.text.hasPrefix("enclosure-") }
    }
}

extension JSONWriter {
    fileprivate mutating func member(_ key: StaticString, _ text: String) {
        self.key(key)
        string(text)
    }

    fileprivate mutating func member(_ key: StaticString, _ truth: Bool) {
        self.key(key)
        bool(truth)
    }

    /// The lines that are not empty, numbered from 1.
    fileprivate mutating func lines(_ prefix: String, _ form: PostalForm) {
        for (index, line) in form.lines.enumerated() where !line.isEmpty {
            key(named: "\(prefix)\(index + 1)")
            string(line)
        }
    }
}

internal import ChannelPluginKit
internal import CivilCalendar
internal import ContactRouting
internal import LetterWriting
internal import Typesetting

/// Builds one mail from a request.
struct MailPreparation {
    let request: PreparationRequest
    let press: LetterPress

    private var consumer: Consumer { request.contactCase.consumer }

    func prepared(limits: ChannelLimits) throws(ChannelError) -> PreparedDelivery {
        let limits = limits.narrowed(by: request.limits)
        guard let plan = request.letter else {
            throw .preparationFailed(channel: .email, reason: "the request carries no plan of a letter")
        }
        guard let name = consumer.name?.reveal(), let sender = request.mailSender ?? consumer.email?.reveal()
        else {
            let fields: [RequestField?] = [
                consumer.name == nil ? "consumer.name" : nil,
                request.mailSender == nil && consumer.email == nil ? "consumer.email" : nil,
            ]
            throw .missing(
                channel: .email,
                fields: fields.compactMap { $0 }
                    + plan.missingFacts(in: request.contactCase).map { RequestField($0) })
        }
        let letter = try LetterWriter().write(for: request)
        let text = MailText(
            letter: letter, plan: plan, sender: name.text, language: request.recipientLanguage)
        let attachments = try attachments(letter: letter, limits: limits)
        let message = MIMEMessage(
            headers: try headers(from: sender, name: name, subject: letter.subject),
            text: request.wishes.attachLetter ? text.cover : text.complaint, attachments: attachments,
            reference: request.deliveryReference)
        let bytes = try MailMessage(checking: message.bytes()).bytes.reveal()
        if let max = limits.messageBytesMax, bytes.count > max {
            throw .overLimit(field: "message", actual: bytes.count, max: max, unit: .bytes)
        }
        return delivery(bytes, sender: sender, form: letter.formText, plan: plan)
    }

    private func headers(
        from sender: EmailAddress, name: TextLine, subject: String
    ) throws(ChannelError) -> [String] {
        var headers = [
            HeaderText.structured(
                "Date",
                MailDate.text(request.now, in: request.timeZone).split(separator: " ").map(String.init)),
            try HeaderText.mailbox(
                "From", displayName: name.text, address: sender.text, from: "consumer.name"),
        ]
        if let own = consumer.email?.reveal(), own != sender {
            headers.append(
                try HeaderText.mailbox(
                    "Reply-To", displayName: name.text, address: own.text, from: "consumer.email"))
        }
        if let address = request.recipient.email {
            headers.append(
                try HeaderText.mailbox(
                    "To", displayName: request.recipient.name?.text, address: address.text,
                    from: "recipient.name"))
        }
        headers.append(
            HeaderText.structured("Message-ID", ["<\(request.deliveryReference.text)@\(sender.domain)>"]))
        headers.append(try HeaderText.unstructured("Subject", subject, from: "order.number"))
        return headers
    }

    private func attachments(letter: Letter, limits: ChannelLimits) throws(ChannelError) -> [MIMEAttachment] {
        var attachments: [MIMEAttachment] = []
        if request.wishes.attachLetter {
            do {
                let printed = try press.print(letter.document)
                attachments.append(
                    MIMEAttachment(name: "lettre.pdf", mediaType: .pdf, bytes: printed.pdf, field: "letter"))
            } catch {
                throw ChannelError(error, in: request)
            }
        }
        for own in request.wishes.attachments {
            attachments.append(
                MIMEAttachment(
                    name: visibleName(of: own), mediaType: own.mediaType, bytes: own.bytes.reveal(),
                    field: "attachments"))
        }
        if let max = limits.attachmentsMax, attachments.count > max {
            throw .overLimit(field: "attachments", actual: attachments.count, max: max, unit: .files)
        }
        if let max = limits.attachmentBytesMax, let large = attachments.first(where: { $0.bytes.count > max })
        {
            throw .overLimit(field: large.field, actual: large.bytes.count, max: max, unit: .bytes)
        }
        return attachments
    }

    /// The title with the file's extension, as the list of enclosures calls it.
    ///
    /// Slashes would be taken for folders.
    private func visibleName(of attachment: RequestAttachment) -> String {
        let file = attachment.fileName.text
        let title = String(attachment.title.text.map { "/\\".contains($0) ? "-" : $0 })
        guard let dot = file.lastIndex(of: "."), !title.hasSuffix(file[dot...]) else { return title }
        return title + file[dot...]
    }

    private func delivery(
        _ bytes: [UInt8], sender: EmailAddress, form: String, plan: LetterPlan
    ) -> PreparedDelivery {
        let address = request.recipient.email
        let advice = MailAdvice(language: request.language, hasAddress: address != nil)
        var artifacts = [
            Artifact(
                role: .message, fileName: ArtifactFileName("message.eml"), mediaType: .mailMessage,
                bytes: bytes)
        ]
        if address == nil {
            artifacts.append(
                Artifact(
                    role: ArtifactRole("message-text"), fileName: ArtifactFileName("message.txt"),
                    mediaType: .plainText, bytes: Array(form.utf8)))
        }
        let payload: DeliveryPayload =
            if let address {
                .mail(envelope: MailEnvelope(sender: sender, recipient: address), message: .message)
            } else {
                .person(advice.task(link: request.link))
            }
        return PreparedDelivery(
            channel: .email, reference: request.deliveryReference,
            recipient: address?.text ?? request.recipient.name?.text ?? advice.form, link: request.link,
            artifacts: artifacts, consent: ConsentNeeded(irreversible: true),
            doubts: plan.doubts.map { $0.text(in: request.language) }
                + (address == nil ? [advice.addressDoubt] : []),
            afterwards: advice.afterwards, payload: payload)
    }
}

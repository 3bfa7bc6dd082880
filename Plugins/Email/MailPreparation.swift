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
                fields: fields.compactMap { $0 } + plan.missingFacts(in: request.contactCase))
        }
        let letter = try LetterWriter().write(for: addressed)
        let printed = try printed(letter)
        let attachments = [printed].compactMap { $0 } + (try ownAttachments(limits: limits))
        let message = MIMEMessage(
            headers: try headers(from: sender, name: name, subject: letter.subject),
            text: letter.messageText, attachments: attachments, reference: request.deliveryReference)
        let bytes = try MailMessage(checking: message.bytes()).bytes.reveal()
        if let max = limits.messageBytesMax, bytes.count > max {
            throw .overLimit(field: "message", actual: bytes.count, max: max, unit: .bytes)
        }
        return delivery(
            bytes, sender: sender, form: letter.formText,
            isLetterLeftOut: request.wishes.attachLetter && printed == nil)
    }

    /// The request, without a postal address that no window would show: a mail goes out all the same.
    private var addressed: PreparationRequest {
        var request = request
        if let address = request.recipient.address,
            (try? AddressBlock.lines(of: address, name: request.recipient.name)) == nil
        {
            request.recipient.address = nil
        }
        return request
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
        headers.append(HeaderText.structured("Message-ID", [messageID(request.deliveryReference, sender)]))
        headers += thread(sender)
        headers.append(try HeaderText.unstructured("Subject", subject, from: "order.number"))
        return headers
    }

    private func messageID(_ reference: DeliveryReference, _ sender: EmailAddress) -> String {
        "<\(reference.text)@\(sender.domain)>"
    }

    /// Most earlier mails that are named: the first, and the latest.
    private static let threadMax = 20

    /// The mails that this one follows, so that both sides see one conversation (RFC 5322 section 3.6.4).
    private func thread(_ sender: EmailAddress) -> [String] {
        let earlier = request.earlierMails.map { messageID($0, sender) }
        guard let first = earlier.first, let last = earlier.last else { return [] }
        let named = earlier.count > Self.threadMax ? [first] + earlier.suffix(Self.threadMax - 1) : earlier
        return [
            HeaderText.structured("In-Reply-To", [last]), HeaderText.structured("References", named),
        ]
    }

    /// The letter as PDF; nil when it is not wanted, or holds a character that no page shows: the text of the mail has
    /// it all.
    private func printed(_ letter: Letter) throws(ChannelError) -> MIMEAttachment? {
        guard request.wishes.attachLetter else { return nil }
        do throws(LetterError) {
            let pdf = try press.print(letter.document).pdf
            return MIMEAttachment(name: pdfName, mediaType: .pdf, bytes: pdf, field: "letter")
        } catch .setting(.fontMissing), .setting(.outOfMemory), .setting(.writing) {
            throw .preparationFailed(
                channel: .email, reason: "this machine cannot print letters; leave the letter out")
        } catch {
            if case .setting(let fault) = error, fault.unprintable != nil { return nil }
            throw ChannelError(error, in: request)
        }
    }

    private func ownAttachments(limits: ChannelLimits) throws(ChannelError) -> [MIMEAttachment] {
        let own = request.wishes.attachments.map { file in
            MIMEAttachment(
                name: visibleName(of: file), mediaType: file.mediaType, bytes: file.bytes.reveal(),
                field: "attachments")
        }
        if let max = limits.attachmentsMax, own.count > max {
            throw .overLimit(field: "attachments", actual: own.count, max: max, unit: .files)
        }
        if let max = limits.attachmentBytesMax, let large = own.first(where: { $0.bytes.count > max }) {
            throw .overLimit(field: large.field, actual: large.bytes.count, max: max, unit: .bytes)
        }
        return own
    }

    private var pdfName: String {
        switch request.recipientLanguage {
        case .french: "lettre.pdf"
        case .english: "letter.pdf"
        }
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
        _ bytes: [UInt8], sender: EmailAddress, form: String, isLetterLeftOut: Bool
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
            doubts: request.doubts(of: .letter)
                + (address == nil ? [.mailAddressUnknown] : [])
                + (isLetterLeftOut ? [.letterNotAttached] : []),
            afterwards: advice.afterwards, payload: payload)
    }
}

public import ChannelPluginKit
internal import CivilCalendar
internal import ContactRouting
internal import Texts
internal import Typesetting

extension LetterWriter {
    /// Writes the letter of a preparation, in the language that the recipient reads.
    ///
    /// - Throws: `ChannelError.missing` with every missing fact at once; `.overLimit` and `.unusable` for facts that a
    ///   letter cannot carry; `.preparationFailed` when the request has no plan or a template is at fault.
    public func write(for request: PreparationRequest) throws(ChannelError) -> Letter {
        guard let plan = request.letter else {
            throw .preparationFailed(
                channel: request.channel, reason: "the request carries no plan of a letter")
        }
        let consumer = request.contactCase.consumer
        let isRegistered = plan.channel == .registeredMail
        // The rules of addresses bind what may be put into an envelope, not the text of a mail.
        let isPrinted = isRegistered || request.wishes.attachLetter
        var missing: [RequestField] = []
        if consumer.name == nil { missing.append("consumer.name") }
        if isRegistered, consumer.address == nil { missing.append("consumer.address") }
        if isRegistered, request.recipient.address == nil { missing.append(request.recipientAddressField) }
        missing += plan.missingFacts(in: request.contactCase)
        guard missing.isEmpty, let name = consumer.name?.reveal() else {
            throw .missing(channel: request.channel, fields: missing)
        }
        var parties = LetterParties(
            senderName: name, senderAddress: consumer.address?.reveal(),
            senderEmail: consumer.email?.reveal(),
            senderPhone: request.phone?.nationalForm, recipientName: request.recipient.name,
            recipientAddress: isPrinted ? request.recipient.address : nil)
        parties.signature = try SignaturePicture.of(name, in: request)
        do {
            return try write(
                plan, for: request.contactCase, between: parties, in: request.recipientLanguage)
        } catch {
            throw ChannelError(error, in: request)
        }
    }
}

extension PreparationRequest {
    /// Whose address a letter of this case needs.
    public var recipientAddressField: RequestField {
        switch channel {
        case .bankClaim, .bankChargeback: "bank.address"
        case .courtRequest: "court.address"
        case .mediator: "merchant.mediator.address"
        default:  // tidy-allow: an open set of names
            contactCase.seller.kind == .thirdParty ? "seller.address" : "merchant.address"
        }
    }
}

extension ChannelError {
    /// Says what is wrong with a letter in the words of a channel: the field, never its content.
    public init(_ error: LetterError, in request: PreparationRequest) {
        switch error {
        case .missingFacts(let fields):
            self = .missing(channel: request.channel, fields: fields)
        case .addressTooManyLines(let lines, let linesMax):
            self = .overLimit(
                field: request.recipientAddressField, actual: lines, max: linesMax, unit: .lines)
        case .addressLineTooLong(let line, let characters, let charactersMax):
            self = .overLimit(
                field: RequestField("\(request.recipientAddressField), line \(line)"), actual: characters,
                max: charactersMax, unit: .characters)
        case .textTooLong(let field, let characters, let charactersMax):
            self = .overLimit(
                field: RequestField(field), actual: characters, max: charactersMax, unit: .characters)
        case .controlCharacter(let field):
            self = .unusable(
                field: RequestField(field), reason: "it holds a control character or an invisible one")
        case .tooManyEnclosures(let count, let max):
            self = .overLimit(field: "attachments", actual: count, max: max, unit: .files)
        case .setting(let fault): self.init(fault, in: request)
        case .unknownVariable, .absentVariable, .misusedVariable, .malformedTemplate,
            .templateMissing:
            self = .preparationFailed(channel: request.channel, reason: error.description)
        }
    }

    /// Names the field of the case for what a page cannot hold.
    private init(_ fault: TypesettingError, in request: PreparationRequest) {
        if let (scalar, reason) = fault.unprintable,
            let field = request.textFields.first(where: { $0.text.unicodeScalars.contains(scalar) })?.field
        {
            self = .unusable(field: field, reason: reason)
            return
        }
        switch fault {
        case .addressLineTooWide(_, let line, let width, let widthMax):
            self = .unusable(
                field: RequestField("\(request.recipientAddressField), line \(line)"),
                reason: "it is \(width / 10) mm wide, and at most \(widthMax / 10) mm fit")
        case .textTooLong(let label, let characters, let charactersMax):
            // Of what a letter shows, only the description can be longer than a paragraph.
            self = .overLimit(
                field: label == "attachments" ? "attachments" : "issue.description", actual: characters,
                max: charactersMax, unit: .characters)
        case .tooManyPages(let pages, let pagesMax):
            self = .overLimit(field: "letter", actual: pages, max: pagesMax, unit: .pages)
        case .addressTooManyLines(SenderLines.label, let lines, let linesMax):
            self = .unusable(
                field: request.widestSenderField,
                reason: "the sender takes \(lines) lines, and at most \(linesMax) fit")
        case .addressTooManyLines, .fontMissing, .characterWithoutGlyph, .markWithoutLetter,
            .controlCharacter,
            .invisibleCharacter, .rightToLeft, .blockOutOfPlace, .emptyAddressLine, .pictureWithoutWords,
            .irregularTable, .tooManyColumns, .spaceTooHigh, .tooManyBlocks, .tooManyItems, .outOfMemory,
            .writing:
            self = .preparationFailed(channel: request.channel, reason: fault.description)
        }
    }
}

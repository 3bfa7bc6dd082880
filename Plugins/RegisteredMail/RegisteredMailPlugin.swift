public import ChannelPluginKit
internal import CivilCalendar
public import ContactRouting
public import LetterWriting
internal import Typesetting

/// Prepares a registered letter that the person prints, signs and posts.
public struct RegisteredMailPlugin: PersonOperatedPlugin {
    /// Longest letter, in pages.
    public static let pagesMax = 20

    private let press: LetterPress

    /// - Parameter press: sets the pages; share one among plugins.
    public init(press: LetterPress = LetterPress()) { self.press = press }

    public var channels: [ChannelDescriptor] {
        [
            ChannelDescriptor(
                channel: .registeredMail,
                limits: ChannelLimits(pagesMax: Self.pagesMax, deliverySecondsMax: 5),
                evidence: .opposable, privacy: .recipient,
                effects: ChannelEffects(irreversible: true, costsMoney: true))
        ]
    }

    public var verification: String {
        "Avez-vous posté la lettre ? Voyez la preuve de dépôt. / Did you post the letter? See the proof of deposit."
    }

    public func prepare(_ request: PreparationRequest) async throws(ChannelError) -> PreparedDelivery {
        guard request.channel == .registeredMail else { throw .notServed(request.channel) }
        guard let plan = request.letter else {
            throw .preparationFailed(
                channel: request.channel, reason: "the request carries no plan of a letter")
        }
        let letter = try LetterWriter().write(for: request)
        let printed = try print(letter.document, in: request)
        let pagesMax = min(Self.pagesMax, request.limits.pagesMax ?? .max)
        guard printed.pageCount <= pagesMax else {
            throw .overLimit(field: "letter", actual: printed.pageCount, max: pagesMax, unit: .pages)
        }
        let recipient = try recipientLines(in: request)
        let kit = PostingKit(
            for: request, plan: plan, letterPages: printed.pageCount, recipient: recipient)
        let posting = try print(kit.document(), in: request)
        let advice = PostingAdvice(
            language: request.language, isSigned: request.wishes.signature != nil)
        return PreparedDelivery(
            channel: .registeredMail, reference: request.deliveryReference,
            recipient: recipient.joined(separator: ", "),
            link: request.link,
            artifacts: [
                Artifact(
                    role: .letter, fileName: ArtifactFileName("letter.pdf"), mediaType: .pdf,
                    bytes: printed.pdf,
                    pages: printed.pageCount),
                Artifact(
                    role: .letterText, fileName: ArtifactFileName("letter.txt"), mediaType: .plainText,
                    bytes: Array(letter.text.utf8)),
                Artifact(
                    role: .posting, fileName: ArtifactFileName("posting.pdf"), mediaType: .pdf,
                    bytes: posting.pdf,
                    pages: posting.pageCount),
            ],
            // R1 alone is not the total: the price of the acknowledgement is not known.
            consent: ConsentNeeded(irreversible: true),
            doubts: request.doubts(of: .letter)
                + Self.postageDoubts(on: plan.writtenOn, isInFrance: kit.isInFrance),
            afterwards: advice.afterwards, payload: .person(advice.task(link: request.link)))
    }

    private static func postageDoubts(on day: CivilDay, isInFrance: Bool) -> [Doubt] {
        guard isInFrance else { return [.postageAbroadUnknown] }
        return [.postageIncomplete] + (day > PostalTariff.knownThrough ? [.postageOutdated] : [])
    }

    private func print(
        _ document: Document, in request: PreparationRequest
    ) throws(ChannelError) -> RenderedDocument {
        do { return try press.print(document) } catch { throw ChannelError(error, in: request) }
    }

    private func recipientLines(in request: PreparationRequest) throws(ChannelError) -> [String] {
        guard let address = request.recipient.address else { return [] }
        do {
            return try AddressBlock.lines(of: address, name: request.recipient.name)
        } catch {
            throw ChannelError(error, in: request)
        }
    }
}

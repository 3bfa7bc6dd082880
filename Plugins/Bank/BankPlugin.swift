public import ChannelPluginKit
public import ContactRouting
public import LetterWriting

/// Prepares letters to the person's bank, and the call that blocks a card.
public struct BankPlugin: PersonOperatedPlugin {
    /// Longest letter, in pages.
    public static let pagesMax = 20
    /// Longest brief for the call, in characters.
    public static let briefCharactersMax = 20_000

    private let press: LetterPress

    /// - Parameter press: sets the pages; share one among plugins.
    public init(press: LetterPress = LetterPress()) { self.press = press }

    public var channels: [ChannelDescriptor] {
        [
            ChannelDescriptor(
                channel: .bankCardBlock,
                limits: ChannelLimits(textCharactersMax: Self.briefCharactersMax, deliverySecondsMax: 5),
                evidence: .trace, privacy: .recipient,
                effects: ChannelEffects(irreversible: true, costsMoney: false)),
            Self.letter(.bankChargeback), Self.letter(.bankClaim),
        ]
    }

    private static func letter(_ channel: ChannelName) -> ChannelDescriptor {
        ChannelDescriptor(
            channel: channel, limits: ChannelLimits(pagesMax: pagesMax, deliverySecondsMax: 5),
            evidence: .dated, privacy: .recipient,
            effects: ChannelEffects(irreversible: true, costsMoney: false))
    }

    public var verification: String {
        "Avez-vous prévenu la banque ? Voyez sa confirmation. / Did you tell the bank? See its confirmation."
    }

    public func prepare(_ request: PreparationRequest) async throws(ChannelError) -> PreparedDelivery {
        switch request.channel {
        case .bankCardBlock: try cardBlock(request)
        case .bankChargeback, .bankClaim: try letter(request)
        default: throw .notServed(request.channel)  // tidy-allow: an open set of names
        }
    }

    private func letter(_ request: PreparationRequest) throws(ChannelError) -> PreparedDelivery {
        let order = request.contactCase.order
        var needs: [(field: RequestField, isKnown: Bool)] = [
            ("bank.name", request.recipient.name != nil), ("bank.address", request.recipient.address != nil),
            ("order.amount", order.amount != nil),
        ]
        if request.channel == .bankClaim { needs.append(("order.debitedOn", order.debitedOn != nil)) }
        let files = try ReferralFiles(
            for: request, named: .letter, needing: needs, pagesMax: Self.pagesMax, by: press)
        let advice = BankAdvice(request: request)
        return PreparedDelivery(
            channel: request.channel, reference: request.deliveryReference, recipient: advice.recipient,
            link: request.link, artifacts: files.artifacts, consent: ConsentNeeded(irreversible: true),
            doubts: files.doubts, afterwards: advice.afterwards, payload: .person(advice.task))
    }

    private func cardBlock(_ request: PreparationRequest) throws(ChannelError) -> PreparedDelivery {
        do { _ = try FormText.description(of: request.contactCase) } catch {
            throw ChannelError(error, in: request)
        }
        let brief = CardBlockBrief(request: request).text
        let charactersMax = min(Self.briefCharactersMax, request.limits.textCharactersMax ?? .max)
        guard brief.count <= charactersMax else {
            throw .overLimit(
                field: "brief", actual: brief.count, max: charactersMax, unit: .characters)
        }
        let advice = BankAdvice(request: request)
        return PreparedDelivery(
            channel: request.channel, reference: request.deliveryReference, recipient: advice.recipient,
            link: request.link,
            artifacts: [
                Artifact(
                    role: .briefText, fileName: ArtifactFileName("brief.txt"), mediaType: .plainText,
                    bytes: Array(brief.utf8))
            ],
            consent: ConsentNeeded(irreversible: true),
            doubts: request.recipient.phone == nil ? [.bankNumberUnknown] : [],
            afterwards: advice.afterwards,
            payload: .person(advice.task))
    }
}

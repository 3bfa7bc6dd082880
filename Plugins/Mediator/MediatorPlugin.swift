public import ChannelPluginKit
public import ContactRouting
public import LetterWriting

/// Prepares what is laid before a mediator, a European Consumer Centre, a conciliator or a court.
///
/// None of them takes a program's request: the person sends the paper or fills in the form.
public struct MediatorPlugin: PersonOperatedPlugin {
    /// Longest paper, in pages.
    public static let pagesMax = 20

    private let press: LetterPress

    /// - Parameter press: sets the pages; share one among plugins.
    public init(press: LetterPress = LetterPress()) { self.press = press }

    public var channels: [ChannelDescriptor] {
        [
            Self.descriptor(.mediator, .dated), Self.descriptor(.eccNet, .dated),
            Self.descriptor(.conciliator, .dated),
            Self.descriptor(.courtRequest, .opposable, costsMoney: true),
        ]
    }

    private static func descriptor(
        _ channel: ChannelName, _ evidence: EvidenceGrade, costsMoney: Bool = false
    ) -> ChannelDescriptor {
        ChannelDescriptor(
            channel: channel, limits: ChannelLimits(pagesMax: pagesMax, deliverySecondsMax: 5),
            evidence: evidence, privacy: .recipient,
            effects: ChannelEffects(irreversible: true, costsMoney: costsMoney))
    }

    public var verification: String {
        "Avez-vous envoyé la saisine ? Voyez l’accusé de réception. / Did you send the referral? See the acknowledgement."
    }

    public func prepare(_ request: PreparationRequest) async throws(ChannelError) -> PreparedDelivery {
        guard channels.contains(where: { $0.channel == request.channel }) else {
            throw .notServed(request.channel)
        }
        let files = try ReferralFiles(
            for: request, named: .referral, pagesMax: Self.pagesMax, by: press)
        let advice = ReferralAdvice(request: request)
        return PreparedDelivery(
            channel: request.channel, reference: request.deliveryReference, recipient: advice.recipient,
            link: request.link, artifacts: files.artifacts, consent: ConsentNeeded(irreversible: true),
            doubts: files.doubts, afterwards: advice.afterwards, payload: .person(advice.task))
    }
}

public import ChannelPluginKit
public import ContactRouting
internal import LetterWriting

/// Prepares what goes into the online forms of merchants, marketplaces, authorities and associations.
///
/// No form is filled in by the program: they stand behind a login, a code by e-mail or a captcha. The person gets each
/// field's value, the text for the free field, the page and what to keep.
public struct OnlineFormPlugin: PersonOperatedPlugin {
    /// Longest text for a free field, in characters: ours; the forms' own limits are not published.
    public static let textCharactersMax = 10_000

    public init() {}

    public var channels: [ChannelDescriptor] {
        FormKind.allCases.map { kind in
            ChannelDescriptor(
                channel: kind.channel,
                limits: ChannelLimits(
                    textCharactersMax: Self.textCharactersMax, textPartsMax: 1, deliverySecondsMax: 5),
                evidence: kind.evidence, privacy: .recipient,
                effects: ChannelEffects(irreversible: kind.isIrreversible, costsMoney: kind == .association))
        }
    }

    public var verification: String {
        "Avez-vous envoyé le formulaire ? Voyez la confirmation. / Did you send the form? See the confirmation."
    }

    public func prepare(_ request: PreparationRequest) async throws(ChannelError) -> PreparedDelivery {
        guard let kind = FormKind(request.channel) else { throw .notServed(request.channel) }
        let charactersMax = min(Self.textCharactersMax, request.limits.textCharactersMax ?? .max)
        let message = try FormMessage(request: request, kind: kind).text().whole(charactersMax: charactersMax)
        let reading = FormReading(request: request, kind: kind, message: message)
        var sheet = FormSheet(for: kind.channel, naming: FormMap.naming(of: kind))
        for fact in FormMap.fields(of: kind) {
            sheet.add(fact.key, fact.label[request.language], fact.value(reading))
        }
        let advice = FormAdvice(request: request, kind: kind)
        return PreparedDelivery(
            channel: request.channel, reference: request.deliveryReference, recipient: advice.recipient,
            link: request.link,
            artifacts: [MessageFiles.artifact(sheet)] + MessageFiles.artifacts([message]),
            consent: ConsentNeeded(irreversible: kind.isIrreversible), doubts: advice.doubts,
            afterwards: advice.afterwards, payload: .person(advice.task))
    }
}

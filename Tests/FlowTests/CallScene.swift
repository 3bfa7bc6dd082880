import CaseFlow
import CaseFormat
import ChannelPluginKit
import CivilCalendar
import ContactRouting

/// One shop with one line, one person, one moment: what the flow hands to a plugin of calls.
struct CallScene {
    var channel = "callback"
    var hours: String? = "Mo-Fr 09:00-18:00"
    var shopZone = "Europe/Paris"
    var endpoints = "[]"
    var languages = #"["fr"]"#
    /// Members of `consumer`, as the case file has them.
    var consumer = #""country": "FR""#
    /// Members of `seller`.
    var seller = #""type": "first-party""#
    var now = "2026-11-23T09:30:00+01:00"
    var language = Language.french

    /// The request as the plugin gets it, told in lines by `telling`.
    func told(_ telling: @escaping @Sendable (PreparationRequest) -> [String]) async throws -> [String] {
        let deciding = try Deciding(directory(), zones: TimeZoneDatabase())
        let plugin = TellingPlugin(channel: try ChannelName(parsing: channel), telling: telling)
        let preparing = Preparing(deciding, registry: try ChannelRegistry([plugin]))
        let moment = try Instant(parsing: now)
        let loaded = try CaseReader(deciding.directory.directory).read(
            Array(caseText.utf8), decidedAt: moment)
        let prepared = try await preparing.prepare(
            loaded, decision: try deciding.decide(loaded.facts, at: moment), through: plugin.channel,
            wishes: PreparationWishes(draft: true), language: language)
        return prepared.afterwards.isEmpty ? [] : prepared.afterwards.split(separator: "\n").map(String.init)
    }

    /// The slots, each as its two ends in the person's zone.
    func slots() async throws -> [String] {
        try await told { request in
            request.slots.map { "\(request.timeZone.text($0.from)) \(request.timeZone.text($0.to))" }
        }
    }

    private var caseText: String {
        #"{"merchant": "boutique-fr", "issue": {"kind": "item-defective"}, "seller": {\#(seller)}, "consumer": {"phone": "+33639981234", \#(consumer)}}"#
    }

    private func directory() throws -> LoadedDirectory {
        let source =
            #"{"url": null, "title": "T", "checkedOn": "2026-01-01", "confidence": "low", "staleAfter": "2030-01-01"}"#
        let hours = hours.map { #""hours": "\#($0)", "# } ?? ""
        let entry =
            #"{"channel": "\#(channel)", "endpoints": \#(endpoints), \#(hours)"languages": \#(languages), "source": \#(source)}"#
        let merchant =
            #"{"id": "boutique-fr", "name": "N", "country": "FR", "legal": null, "timeZone": "\#(shopZone)", "holidays": {"country": "FR", "region": "metropole"}, "marketplace": null, "mediator": null, "website": null, "policies": [], "channels": [\#(entry)]}"#
        let text =
            #"{"schemaVersion": 1, "updatedOn": "2026-11-22", "merchants": [\#(merchant)], "institutions": [], "closed": []}"#
        return try DirectoryReader().read(Array(text.utf8))
    }
}

/// Prepares nothing, and tells what it was asked.
private struct TellingPlugin: ChannelPlugin {
    let channel: ChannelName
    let telling: @Sendable (PreparationRequest) -> [String]

    var channels: [ChannelDescriptor] {
        [
            ChannelDescriptor(
                channel: channel, limits: ChannelLimits(), evidence: .none, privacy: .recipient,
                effects: ChannelEffects(irreversible: false, costsMoney: false))
        ]
    }

    func check() async -> [Diagnostic] { [] }

    func prepare(_ request: PreparationRequest) async throws(ChannelError) -> PreparedDelivery {
        let text = telling(request).joined(separator: "\n")
        return PreparedDelivery(
            channel: channel, reference: request.deliveryReference, recipient: "", artifacts: [],
            consent: ConsentNeeded(irreversible: false), afterwards: text,
            payload: .person(PersonTask(kind: .call, text: text)))
    }

    func deliver(
        _ prepared: PreparedDelivery, attempt: DeliveryAttempt, with ports: ChannelPorts
    ) async -> DeliveryOutcome { .failed(Failure(.unsupported, "it only tells")) }

    func reconcile(_ attempt: DeliveryAttempt, with ports: ChannelPorts) async -> DeliveryOutcome {
        .failed(Failure(.unsupported, "it only tells"))
    }

    func interpret(_ event: InboundEvent) async throws(ChannelError) -> [CaseEvent] { [] }
}

import ChannelPluginKit
import CivilCalendar
import ContactRouting
import Testing

@Suite("ChannelRegistry")
struct ChannelRegistryTests {
    @Test("a channel finds its plugin, and the descriptors are in order")
    func finds() throws {
        let registry = try ChannelRegistry([Named("chat", "callback"), Named("email")])

        #expect(registry[.chat] != nil)
        #expect(registry[.phone] == nil)
        #expect(registry.descriptors.map(\.channel.text) == ["callback", "chat", "email"])
    }

    @Test("two plugins for one channel are an error that names it")
    func servedTwice() {
        #expect(throws: ChannelError.servedTwice(.chat)) {
            try ChannelRegistry([Named("chat"), Named("email", "chat")])
        }
    }

    @Test("errors name every missing field, and never their content")
    func errorTexts() {
        let error = ChannelError.missing(channel: .phone, fields: ["consumer.phone", "order.number"])

        #expect(error.description == "The channel phone needs more: give consumer.phone, order.number.")
    }

    @Test("a rate limit with a wait defers and counts no attempt")
    func deferral() throws {
        let now = Instant(secondsSinceEpoch: 1_795_000_000)
        let reference = try DeliveryReference(parsing: "delivery-1")
        let attempt = DeliveryAttempt(
            reference: reference, idempotencyKey: IdempotencyKey(reference), number: 1, now: now,
            latest: now.adding(seconds: 100))

        let waits = DeliveryOutcome(
            unanswered: .failed(Failure(.rateLimited, "Slower.", retryAfterSeconds: 60)), of: attempt)
        let fails = DeliveryOutcome(unanswered: .failed(Failure(.rateLimited, "Slower.")), of: attempt)
        let answered = DeliveryOutcome(unanswered: .answered(HTTPResponse(code: 200)), of: attempt)

        #expect(waits == .deferred(until: now.adding(seconds: 60), reason: .rateLimit))
        #expect(fails == .failed(Failure(.rateLimited, "Slower.")))
        #expect(answered == nil)
    }
}

/// A plugin that has channels and does nothing.
private struct Named: ChannelPlugin {
    let channels: [ChannelDescriptor]

    init(_ names: StaticString...) {
        channels = names.map {
            ChannelDescriptor(
                channel: ChannelName($0), limits: ChannelLimits(), evidence: .none, privacy: .staysHere,
                effects: ChannelEffects(irreversible: false, costsMoney: false))
        }
    }

    func check() async -> [Diagnostic] { [] }
    func prepare(_ request: PreparationRequest) async throws(ChannelError) -> PreparedDelivery {
        throw .notServed(request.channel)
    }
    func deliver(
        _ prepared: PreparedDelivery, attempt: DeliveryAttempt, with ports: ChannelPorts
    ) async -> DeliveryOutcome { .failed(Failure(.unsupported, "It does nothing.")) }
    func reconcile(_ attempt: DeliveryAttempt, with ports: ChannelPorts) async -> DeliveryOutcome {
        .failed(Failure(.unsupported, "It does nothing."))
    }
    func interpret(_ event: InboundEvent) async throws(ChannelError) -> [CaseEvent] { [] }

    @Test("an error that another error explains ends in one full stop")
    func fullStop() {
        for reason in ["the page is full", "The page is full."] {
            let failed = ChannelError.preparationFailed(channel: .phone, reason: reason)
            let unusable = ChannelError.unusable(field: "order.number", reason: reason)

            for error in [failed, unusable] {
                #expect(error.description.hasSuffix("page is full."), "\(error.description)")
            }
        }
    }
}

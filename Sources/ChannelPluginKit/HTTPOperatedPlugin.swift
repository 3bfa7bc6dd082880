public import ContactRouting

/// A plugin whose deliveries are one HTTP request each, or a task for the person where no target is configured.
///
/// Its own are the headers of an attempt and what an answer means.
public protocol HTTPOperatedPlugin: ChannelPlugin {
    /// What a delivery is called in the explanation of a failure, such as `callback`.
    var deliveryName: String { get }

    /// Headers that hang on the attempt, such as a signature of the body; none by default.
    ///
    /// - Throws: `ChannelError` when they cannot be made; then nothing is sent.
    func headers(
        for body: [UInt8], of attempt: DeliveryAttempt, with ports: ChannelPorts
    ) async throws(ChannelError) -> [HTTPHeader]

    /// What an answer with an expected status says.
    func outcome(of response: HTTPResponse, to attempt: DeliveryAttempt) -> DeliveryOutcome
}

extension HTTPOperatedPlugin {
    public func headers(
        for body: [UInt8], of attempt: DeliveryAttempt, with ports: ChannelPorts
    ) async throws(ChannelError) -> [HTTPHeader] { [] }

    public func deliver(
        _ prepared: PreparedDelivery, attempt: DeliveryAttempt, with ports: ChannelPorts
    ) async -> DeliveryOutcome {
        switch prepared.payload {
        case .person(let task): return .needsPerson(task)
        case .mail: return foreign
        case .http(let head, let role):
            guard let body = role.flatMap(prepared.artifact)?.bytes.reveal() else { return foreign }
            let more: [HTTPHeader]
            do throws(ChannelError) {
                more = try await headers(for: body, of: attempt, with: ports)
            } catch {
                return .failed(Failure(.configuration, error.description))
            }
            let request = HTTPRequest(
                head: head.adding(more), body: body, idempotencyKey: attempt.idempotencyKey)
            let result = await ports.http.send(request, at: attempt.now)
            if let outcome = DeliveryOutcome(unanswered: result, of: attempt) { return outcome }
            guard case .answered(let response) = result else { return foreign }
            return outcome(of: response, to: attempt)
        }
    }

    private var foreign: DeliveryOutcome {
        .failed(
            Failure(
                .pluginFault, "This delivery was not prepared as a \(deliveryName): prepare it again."))
    }

    public func interpret(_ event: InboundEvent) async throws(ChannelError) -> [CaseEvent] {
        throw .eventNotUnderstood(event.channel)
    }
}

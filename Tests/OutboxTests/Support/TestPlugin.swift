import ChannelPluginKit
import CivilCalendar
import ContactRouting

extension ChannelName {
    static let testMail = ChannelName("test-mail")
    static let testLetter = ChannelName("test-letter")
    static let testCall = ChannelName("test-call")
    static let testForm = ChannelName("test-form")
}

/// Channels of every sort: a mail, a paid letter in several calls, a call by the person, a form in one call.
struct TestPlugin: ChannelPlugin {
    let life: ProcessLife
    /// Deliveries that bring down the process before anything leaves.
    var poison: Set<String> = []
    static let submitting = StepName("submitting")

    var channels: [ChannelDescriptor] {
        func descriptor(
            _ channel: ChannelName, costsMoney: Bool = false, pointOfNoReturn: StepName? = nil
        ) -> ChannelDescriptor {
            ChannelDescriptor(
                channel: channel, limits: ChannelLimits(messageBytesMax: 1000, deliverySecondsMax: 600),
                evidence: .dated, privacy: .recipient,
                effects: ChannelEffects(irreversible: true, costsMoney: costsMoney),
                pointOfNoReturn: pointOfNoReturn)
        }
        return [
            descriptor(.testMail), descriptor(.testForm), descriptor(.testCall),
            descriptor(.testLetter, costsMoney: true, pointOfNoReturn: Self.submitting),
        ]
    }

    func check() async -> [Diagnostic] { [] }

    func prepare(_ request: PreparationRequest) async throws(ChannelError) -> PreparedDelivery {
        throw .notServed(request.channel)
    }

    func deliver(
        _ prepared: PreparedDelivery, attempt: DeliveryAttempt, with ports: ChannelPorts
    ) async -> DeliveryOutcome {
        if poison.contains(attempt.reference.text) { life.die() }
        switch prepared.payload {
        case .person(let task): return .needsPerson(task)
        case .mail(let envelope, let role):
            guard let bytes = prepared.artifact(role)?.bytes.reveal(),
                let message = try? MailMessage(checking: bytes)
            else { return .failed(Failure(.pluginFault, "There is no message.")) }
            return DeliveryOutcome(
                await ports.mail.send(OutgoingMail(envelope: envelope, message: message)), of: attempt)
        case .http where prepared.channel == .testForm:
            return await call("submit", of: attempt, with: ports)
        case .http: return await letter(attempt, ports)
        }
    }

    /// Creates, remembers, and submits; goes on from where an earlier attempt was cut off.
    private func letter(_ attempt: DeliveryAttempt, _ ports: ChannelPorts) async -> DeliveryOutcome {
        do throws(ChannelError) {
            if attempt.checkpoint == nil {
                let created = await call("create", of: attempt, with: ports)
                guard case .accepted = created else { return created }
                try await ports.remember(checkpoint("created", attempt))
            }
            try await ports.remember(checkpoint("submitting", attempt))
        } catch {
            return .failed(Failure(.transient, error.description))
        }
        return await call("submit", of: attempt, with: ports)
    }

    private func checkpoint(
        _ step: String, _ attempt: DeliveryAttempt
    ) throws(ChannelError) -> Checkpoint {
        do {
            return try Checkpoint(step: step, providerReference: "p-\(attempt.reference)")
        } catch {
            throw .checkpointNotStored
        }
    }

    private func call(
        _ path: String, of attempt: DeliveryAttempt, with ports: ChannelPorts
    ) async -> DeliveryOutcome {
        guard let request = TestRequests.request(.post, path, body: attempt.reference.text) else {
            return .failed(Failure(.pluginFault, "There is no request."))
        }
        let result = await ports.http.send(request, at: attempt.now)
        if let outcome = DeliveryOutcome(unanswered: result, of: attempt) { return outcome }
        return .accepted(Receipt(evidence: .dated, acceptedAt: attempt.now, responseCode: 200))
    }

    func reconcile(_ attempt: DeliveryAttempt, with ports: ChannelPorts) async -> DeliveryOutcome {
        guard attempt.checkpoint != nil,
            let request = TestRequests.request(.get, attempt.reference.text, body: "")
        else { return .unknown(Failure(.unsupported, "Nobody can be asked.")) }
        switch await ports.http.send(request, at: attempt.now) {
        case .answered(let response) where response.code == 200:
            return .accepted(Receipt(evidence: .dated, acceptedAt: attempt.now, responseCode: 200))
        case .answered: return .failed(Failure(.transient, "The provider does not know it."))
        case .failed(let failure), .unknown(let failure): return .unknown(failure)
        }
    }

    func interpret(_ event: InboundEvent) async throws(ChannelError) -> [CaseEvent] { [] }
}

internal import ChannelPluginKit
internal import ContactRouting

/// One attempt to have a letter printed and posted: create, documents, recipient, submit, status.
///
/// Everything before the submission is a draft that costs nothing, so what is not proved there is tried again. Before
/// anything is made the provider is asked what it has under our reference: a letter that was ordered is never ordered
/// again, and a draft of ours is taken up where it stands.
struct ProviderDelivery {
    let conversation: ProviderConversation
    let prepared: PreparedDelivery
    let documents: [Artifact]

    init(_ conversation: ProviderConversation, _ prepared: PreparedDelivery) {
        self.conversation = conversation
        self.prepared = prepared
        documents = ProviderDocuments(prepared.artifacts).all
    }

    private var attempt: DeliveryAttempt { conversation.attempt }
    private var ports: ChannelPorts { conversation.ports }
    private var calls: ProviderCalls { conversation.calls }
    private var host: String { conversation.provider.base?.host ?? "the provider" }

    func outcome() async -> DeliveryOutcome {
        do throws(DeliveryStop) {
            let existing = try await conversation.existing(documents)
            if let existing, existing.status != .draft { return await conversation.outcome(of: existing) }
            try checkOrderedDraft(existing)
            let id = try await draft(from: existing)
            try await checkDraft(id)
            try await checkPrice(of: id)
            return try await submit(id)
        } catch {
            return error.outcome
        }
    }

    /// Once an order may be on its way, only the same draft may be ordered, for a provider orders a draft once: a new one
    /// could become a second letter.
    private func checkOrderedDraft(_ existing: SendingView?) throws(DeliveryStop) {
        guard let checkpoint = attempt.checkpoint, checkpoint.isBeyondReturn else { return }
        guard let existing, existing.id.text == checkpoint.providerReference,
            existing.isComplete(documents: documents.count)
        else {
            throw DeliveryStop(
                .unknown(
                    Failure(
                        .policy,
                        "\(host) does not show the letter that was being ordered: ask it for \(attempt.reference)."
                    ))
            )
        }
    }

    // MARK: The draft

    /// A draft with all that belongs into it; one of which only a part arrived is left behind.
    private func draft(from existing: SendingView?) async throws(DeliveryStop) -> SendingID {
        if let existing, existing.isComplete(documents: documents.count) { return existing.id }
        let id: SendingID
        if let existing, existing.isEmptyDraft { id = existing.id } else { id = try await create() }
        for (index, document) in documents.enumerated() {
            _ = try await change(calls.add(document, number: index + 1, to: id))
        }
        try await remember(.documentsAdded, id)
        guard let recipient = prepared.artifact(.providerRecipient)?.bytes.reveal() else {
            throw DeliveryStop(failed: .pluginFault, "The letter has no recipient: prepare it again.")
        }
        _ = try await change(calls.add(recipient: recipient, to: id))
        try await remember(.recipientAdded, id)
        return id
    }

    private func create() async throws(DeliveryStop) -> SendingID {
        guard let sending = prepared.artifact(.request)?.bytes.reveal() else {
            throw DeliveryStop(failed: .pluginFault, "The letter has no sending: prepare it again.")
        }
        let answer = try await change(calls.create(sending))
        guard let id = answer.sending?.id else {
            throw DeliveryStop(failed: .transient, "\(host) gives no number that can be read for the letter.")
        }
        try await remember(.created, id)
        return id
    }

    /// Makes one request that changes the draft and nothing else: what is not known of it is tried again.
    private func change(_ request: HTTPRequest?) async throws(DeliveryStop) -> ProviderAnswer {
        guard let request else {
            throw DeliveryStop(failed: .configuration, ProviderConversation.noAddress)
        }
        let result = await ports.http.send(request, at: attempt.now)
        switch result {
        case .answered(let response):
            let answer = ProviderAnswer(response)
            guard !answer.isRefusal else {
                throw DeliveryStop(refusal(of: response.body.reveal(), code: response.code))
            }
            return answer
        case .failed(let failure) where failure.kind == .permanentContent:
            throw DeliveryStop(
                refusal(of: Array((failure.reply?.reveal() ?? "").utf8), code: failure.responseCode))
        case .failed:
            throw DeliveryStop(DeliveryOutcome(unanswered: result, of: attempt) ?? .failed(.noDraft))
        case .unknown(let failure):
            throw DeliveryStop(
                .failed(
                    Failure(
                        .transient,
                        "The draft was not finished, and nothing was ordered. \(failure.explanation)",
                        responseCode: failure.responseCode, retryAfterSeconds: failure.retryAfterSeconds)))
        }
    }

    /// The provider says no to a part of the draft; its codes name the field.
    private func refusal(of body: [UInt8], code: Int?) -> DeliveryOutcome {
        let complaint = ProviderComplaint(body)
        return .failed(
            Failure(
                .permanentContent, "\(host) refuses the letter\(complaint.suffix): correct what it names.",
                responseCode: code, reply: PrintableReply.text(of: body),
                field: complaint.field(of: "recipient.address")))
    }

    private func remember(_ step: StepName, _ id: SendingID) async throws(DeliveryStop) {
        do {
            try await ports.remember(Checkpoint(step: step.text, providerReference: id.text))
        } catch {
            throw DeliveryStop(
                failed: .transient, "Where the letter stands could not be stored, so nothing was ordered.")
        }
    }

    // MARK: The order

    /// What is submitted is what was prepared, once.
    private func checkDraft(_ id: SendingID) async throws(DeliveryStop) {
        guard let view = try await conversation.sending(id) else {
            throw DeliveryStop(failed: .transient, "\(host) has lost the draft: it is made anew.")
        }
        if view.status != .draft { throw DeliveryStop(await conversation.outcome(of: view)) }
        guard view.isComplete(documents: documents.count),
            view.customID ?? attempt.reference.text == attempt.reference.text
        else {
            throw DeliveryStop(
                failed: .transient, "The draft at \(host) is not what was prepared: it is made anew.")
        }
    }

    /// Above the limit, or while a limit stands and nobody tells the price, nothing is ordered.
    private func checkPrice(of id: SendingID) async throws(DeliveryStop) {
        let limits = [prepared.consent.priceMax, conversation.provider.priceMax].compactMap { $0 }
        guard let limit = limits.min(by: { $0.hundredths < $1.hundredths }) else { return }
        guard let price = try await conversation.recipient(of: id)?.price else {
            throw DeliveryStop(
                failed: .policy,
                "\(host) does not tell what the letter costs, and it may cost \(limit) at most: nothing was ordered."
            )
        }
        guard price.hundredths <= limit.hundredths else {
            throw DeliveryStop(
                failed: .policy,
                "The letter costs \(price), and it may cost \(limit) at most: nothing was ordered.")
        }
    }

    private func submit(_ id: SendingID) async throws(DeliveryStop) -> DeliveryOutcome {
        guard let request = calls.submit(id) else {
            throw DeliveryStop(failed: .configuration, ProviderConversation.noAddress)
        }
        try await remember(RegisteredMailProvider.pointOfNoReturn, id)
        let result = await ports.http.send(request, at: attempt.now)
        switch result {
        case .answered(let response):
            let answer = ProviderAnswer(response)
            guard !answer.isRefusal, !answer.isUnreadable else {
                return await doubtful(id, refusal(of: response.body.reveal(), code: response.code))
            }
            return await settled(id, code: response.code)
        case .failed(let failure) where failure.kind == .permanentContent:
            // "Not a draft any more" is what the second of two orders is told.
            return await doubtful(
                id, refusal(of: Array((failure.reply?.reveal() ?? "").utf8), code: failure.responseCode))
        case .failed:
            return DeliveryOutcome(unanswered: result, of: attempt) ?? .failed(.noDraft)
        case .unknown(let failure): return .unknown(failure)
        }
    }

    /// It was ordered; should the provider reject it at once, this is known at once.
    private func settled(_ id: SendingID, code: Int) async -> DeliveryOutcome {
        // The order is proved: what cannot be stored or asked now changes nothing about it.
        try? await ports.remember(Checkpoint(step: StepName.submitted.text, providerReference: id.text))
        if let view = try? await conversation.sending(id), view.status == .rejected {
            return await conversation.outcome(of: view)
        }
        return conversation.accepted(id, code: code)
    }

    /// An answer that contradicts itself, or a refusal: the letter itself tells whether it was ordered.
    private func doubtful(_ id: SendingID, _ refusal: DeliveryOutcome) async -> DeliveryOutcome {
        do throws(DeliveryStop) {
            guard let view = try await conversation.sending(id) else { return .unknown(.orderDoubtful) }
            return view.status == .draft ? refusal : await conversation.outcome(of: view)
        } catch {
            return .unknown(.orderDoubtful)
        }
    }
}

extension Failure {
    fileprivate static let noDraft = Failure(.transient, "The provider did not answer.")
    fileprivate static let orderDoubtful = Failure(
        .transient, "The provider's answer does not say whether the letter was ordered: it is asked again.")
}

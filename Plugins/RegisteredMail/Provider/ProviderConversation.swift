internal import ChannelPluginKit
internal import CivilCalendar
internal import ContactRouting

/// Ends a delivery with what is known so far.
struct DeliveryStop: Error {
    let outcome: DeliveryOutcome

    init(_ outcome: DeliveryOutcome) { self.outcome = outcome }

    /// Nothing binding went out: it may be tried again, or not, as the class of the failure says.
    init(failed kind: FailureKind, _ explanation: String) { outcome = .failed(Failure(kind, explanation)) }
}

/// Asks the provider, and never changes anything.
struct ProviderConversation {
    let provider: RegisteredMailProvider
    let attempt: DeliveryAttempt
    let ports: ChannelPorts

    var calls: ProviderCalls { ProviderCalls(provider: provider, key: attempt.idempotencyKey) }

    var host: String { provider.base?.host ?? "the provider" }

    /// The sending that carries this letter, ordered or not; nil when the provider knows none.
    ///
    /// Our reference is asked for as well as the remembered identifier: after a restored backup the provider may know more
    /// than we do. A letter with other documents is not ours.
    ///
    /// - Parameter documents: what the letter holds; nil when only its reference is known.
    func existing(_ documents: [Artifact]? = nil) async throws(DeliveryStop) -> SendingView? {
        if let id = SendingID(attempt.checkpoint?.providerReference), let view = try await sending(id) {
            return view
        }
        let ours = try await ProviderSearch(conversation: self).ours()
        let ordered = ours.filter { $0.status != .draft }
        guard ordered.count <= 1 else {
            throw DeliveryStop(
                .unknown(
                    Failure(
                        .policy,
                        "\(host) has \(ordered.count) letters under the reference \(attempt.reference): ask it which are yours."
                    )))
        }
        if let letter = ordered.first {
            guard let documents else { return letter }
            switch await content(of: letter.id, beside: documents) {
            case .same: return letter
            case .other: throw DeliveryStop(.unknown(otherLetter))
            case .untold(let stop):
                // It was ordered, by us or by somebody else: only a wait that the provider asks for leaves that open.
                if case .deferred = stop.outcome { throw stop }
                throw DeliveryStop(.unknown(otherLetter))
            }
        }
        guard let documents, let draft = ours.last, draft.isComplete(documents: documents.count) else {
            return ours.last
        }
        switch await content(of: draft.id, beside: documents) {
        case .same: return draft
        case .other: return nil
        case .untold(let stop): throw stop
        }
    }

    private var otherLetter: Failure {
        Failure(
            .policy,
            "\(host) has a letter under the reference \(attempt.reference): look whether it is yours.")
    }

    private enum Content {
        case same, other
        case untold(DeliveryStop)
    }

    /// Compares what a sending holds with our documents, as far as the provider tells.
    ///
    /// A provider without such a list is believed by the reference. Whatever else keeps its answer away proves nothing: a
    /// letter of somebody else must not be taken for this one.
    private func content(of id: SendingID, beside documents: [Artifact]) async -> Content {
        let answer: ProviderAnswer
        do throws(DeliveryStop) { answer = try await self.answer(calls.documents(of: id)) } catch {
            return .untold(error)
        }
        if answer.response.code == 404 { return .same }
        guard let views = answer.documents else {
            return .untold(
                DeliveryStop(
                    failed: .transient, "\(host) gives no list of documents that can be read."))
        }
        let differs =
            views.count != documents.count
            || zip(views, documents).contains { view, document in
                view.name.map { $0 != document.fileName.text } ?? false
                    || view.byteCount.map { $0 != document.bytes.reveal().count } ?? false
            }
        return differs ? .other : .same
    }

    /// One sending; nil when the provider does not know it.
    func sending(_ id: SendingID) async throws(DeliveryStop) -> SendingView? {
        let answer = try await answer(calls.sending(id))
        if answer.response.code == 404 { return nil }
        guard let view = answer.sending, view.id == id, view.status != nil else {
            throw DeliveryStop(failed: .transient, "\(host) tells nothing that can be read about the letter.")
        }
        return view
    }

    /// The one recipient of a sending; nil when the answer holds none.
    func recipient(of id: SendingID) async throws(DeliveryStop) -> RecipientView? {
        let recipients = try await answer(calls.recipients(of: id)).recipients
        guard let recipients, recipients.count == 1 else { return nil }
        return recipients[0]
    }

    /// Makes one request that changes nothing.
    func answer(_ request: HTTPRequest?) async throws(DeliveryStop) -> ProviderAnswer {
        guard let request else { throw DeliveryStop(failed: .configuration, Self.noAddress) }
        let result = await ports.http.send(request, at: attempt.now)
        guard case .answered(let response) = result else {
            let outcome = DeliveryOutcome(unanswered: result, of: attempt)
            throw DeliveryStop(outcome ?? .failed(Failure(.transient, "\(host) did not answer.")))
        }
        return ProviderAnswer(response)
    }

    static let noAddress =
        "The address of the provider cannot be used: check RECOURS_REGISTERED_MAIL_URL."

    /// What a sending that was ordered means.
    func outcome(of view: SendingView) async -> DeliveryOutcome {
        switch view.status {
        case .pending?, .accepted?, .processed?: return accepted(view.id)
        case .rejected?:
            return .failed(
                Failure(
                    .permanentContent, "\(host) rejected the letter: see its words.", reply: view.detail))
        case .processedWithErrors?:
            do throws(DeliveryStop) {
                let recipient = try await recipient(of: view.id)
                guard let recipient, recipient.isRejected else { return accepted(view.id) }
                return .failed(
                    Failure(
                        .permanentRecipient, "\(host) rejected the recipient's address: see its words.",
                        reply: recipient.detail))
            } catch {
                return .unknown(
                    Failure(.transient, "\(host) says that there were errors, and not yet which."))
            }
        case .draft?, nil:
            return .unknown(
                Failure(.transient, "\(host) still has the letter as a draft: it may not have been ordered."))
        }
    }

    /// Submitting is the provider's dated word; what the post adds comes as an event.
    func accepted(_ id: SendingID, code: Int? = nil) -> DeliveryOutcome {
        .accepted(
            Receipt(
                evidence: .dated, acceptedAt: attempt.now, responseCode: code, providerReference: id.text))
    }

    /// The answer to an inquiry about an attempt whose outcome nobody knows.
    func inquiry() async -> DeliveryOutcome {
        do throws(DeliveryStop) {
            guard let view = try await existing() else { return missing }
            // What a letter holds is compared before one is ordered; by its reference alone it may be another one.
            guard view.status == .draft || view.id.text == attempt.checkpoint?.providerReference else {
                throw DeliveryStop(.unknown(otherLetter))
            }
            return await outcome(of: view)
        } catch {
            return error.outcome.asAnswer
        }
    }

    /// The provider knows nothing under our reference.
    private var missing: DeliveryOutcome {
        guard attempt.checkpoint?.isBeyondReturn == true else {
            return .failed(Failure(.transient, "\(host) has no such letter: nothing was ordered."))
        }
        return .unknown(
            Failure(
                .unsupported,
                "\(host) does not know the letter that was being ordered: ask it for \(attempt.reference)."))
    }
}

extension Checkpoint {
    /// True when an order may have been on its way.
    var isBeyondReturn: Bool { step == RegisteredMailProvider.pointOfNoReturn || step == .submitted }
}

extension StepName {
    static let created = StepName("created")
    static let documentsAdded = StepName("documents-added")
    static let recipientAdded = StepName("recipient-added")
    static let submitted = StepName("submitted")
}

extension DeliveryOutcome {
    /// A question that was not answered proves nothing about what was asked.
    fileprivate var asAnswer: DeliveryOutcome {
        switch self {
        case .failed(let failure): .unknown(failure)
        case .accepted, .needsPerson, .deferred, .unknown: self
        }
    }
}

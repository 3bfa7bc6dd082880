import ChannelPluginKit
import CivilCalendar
import ContactRouting
import Synchronization

/// A small plugin over mail, HTTP or a person, with one fault to order.
struct SamplePlugin: ChannelPlugin {
    enum Medium: Sendable, CaseIterable { case mail, http, person }

    enum Fault: Sendable, CaseIterable {
        case differentBytes, wrongReference, unsafeFileName, cutsText, ignoresMissing, showsSecret,
            doubtsInSecret, misnamesDoubt, retries,
            resends
        case changesMail, callsUnknownFailed, callsFailedUnknown, provesTooMuch, believesStatus,
            goesOnWithoutCheckpoint
        case reconcileSends, personUsesPort, noLimits, servesForeign, ignoresThrottle
    }

    let medium: Medium
    var fault: Fault?
    var secret = "canary-7f3a91"
    private let calls = Counter()

    init(_ medium: Medium, fault: Fault? = nil) {
        self.medium = medium
        self.fault = fault
    }

    static let channel = ChannelName("sample")

    var channels: [ChannelDescriptor] {
        [
            ChannelDescriptor(
                channel: Self.channel,
                limits: fault == .noLimits
                    ? ChannelLimits() : ChannelLimits(textCharactersMax: 2000, deliverySecondsMax: 60),
                evidence: medium == .person ? .trace : .dated, privacy: .recipient,
                effects: ChannelEffects(irreversible: true, costsMoney: false))
        ]
    }

    func check() async -> [Diagnostic] { [] }

    func prepare(_ request: PreparationRequest) async throws(ChannelError) -> PreparedDelivery {
        guard request.channel == Self.channel || fault == .servesForeign else {
            throw .notServed(request.channel)
        }
        if request.recipient.name == nil && fault != .ignoresMissing {
            throw .missing(channel: request.channel, fields: ["recipient.name"])
        }
        let text = "Bonjour"
        let limit = request.limits.textCharactersMax ?? 2000
        guard text.count <= limit || fault == .cutsText else {
            throw .overLimit(field: "text", actual: text.count, max: limit, unit: .characters)
        }
        var content = "Subject: x\r\n\r\n\(text)\r\n"
        if fault == .differentBytes { content += "\(calls.next())\r\n" }
        if fault == .showsSecret { content += secret + "\r\n" }
        return PreparedDelivery(
            channel: request.channel,
            reference: fault == .wrongReference ? try other() : request.deliveryReference,
            recipient: "Exemple",
            artifacts: [
                Artifact(
                    role: .message,
                    fileName: fault == .unsafeFileName
                        ? ArtifactFileName("../message.eml") : ArtifactFileName("message.eml"),
                    mediaType: .mailMessage, bytes: Array(content.utf8))
            ], consent: ConsentNeeded(irreversible: true), doubts: doubts, afterwards: "Attendre la réponse.",
            payload: try payload(request))
    }

    private var doubts: [Doubt] {
        let words = LocalText(french: "La boîte est pleine.", english: "The box is full.")
        switch fault {
        case .doubtsInSecret:
            return [.other(DoubtCode("box-full"), LocalText(french: secret, english: "The box is full."))]
        case .misnamesDoubt: return [.other(DoubtCode("Box full!"), words)]
        default: return [.other(DoubtCode("box-full"), words)]
        }
    }

    private func other() throws(ChannelError) -> DeliveryReference {
        do { return try DeliveryReference(parsing: "other") } catch { throw .notServed(Self.channel) }
    }

    private func payload(_ request: PreparationRequest) throws(ChannelError) -> DeliveryPayload {
        switch medium {
        case .person: return .person(PersonTask(kind: .openLink, text: "Ouvrir la page."))
        case .http:
            guard let target = HTTPTarget(parsing: "https://exemple.example/send") else {
                throw .notServed(request.channel)
            }
            return .http(head: HTTPRequestHead(method: .post, target: target), body: .message)
        case .mail:
            guard let address = request.recipient.email else {
                throw .missing(channel: request.channel, fields: ["recipient.email"])
            }
            return .mail(envelope: MailEnvelope(sender: address, recipient: address), message: .message)
        }
    }

    func deliver(
        _ prepared: PreparedDelivery, attempt: DeliveryAttempt, with ports: ChannelPorts
    ) async -> DeliveryOutcome {
        let bytes = prepared.artifact(.message)?.bytes.reveal() ?? []
        switch prepared.payload {
        case .person(let task):
            if fault == .personUsesPort { _ = await post(to: prepared, bytes, attempt, ports) }
            return .needsPerson(task)
        case .mail(let envelope, _):
            let sent = fault == .changesMail ? bytes + Array("PS\r\n".utf8) : bytes
            guard let message = try? MailMessage(checking: sent) else {
                return .failed(Failure(.permanentContent, "The mail is malformed."))
            }
            let mail = OutgoingMail(envelope: envelope, message: message)
            if fault == .retries { _ = await ports.mail.send(mail) }
            return twist(DeliveryOutcome(await ports.mail.send(mail), of: attempt), attempt)
        case .http:
            do {
                try await ports.remember(Checkpoint(step: "submitting"))
            } catch {
                if fault != .goesOnWithoutCheckpoint { return .failed(Failure(.transient, "No checkpoint.")) }
            }
            var result = await post(to: prepared, bytes, attempt, ports)
            if fault == .retries { result = await post(to: prepared, bytes, attempt, ports) }
            return twist(read(result, attempt), attempt)
        }
    }

    private func post(
        to prepared: PreparedDelivery, _ bytes: [UInt8], _ attempt: DeliveryAttempt, _ ports: ChannelPorts
    ) async -> HTTPResult {
        guard case .http(let head, _) = prepared.payload else {
            _ = await ports.mail.send(mailOfPerson(bytes))
            return .failed(Failure(.unsupported, "No request."))
        }
        let key = fault == .resends ? nil : attempt.idempotencyKey
        return await ports.http.send(
            HTTPRequest(head: head, body: bytes, idempotencyKey: key), at: attempt.now)
    }

    private func mailOfPerson(_ bytes: [UInt8]) -> OutgoingMail {
        // Both texts are constants that obey their rules.
        guard let address = try? EmailAddress(parsing: "a@exemple.example"),
            let message = try? MailMessage(checking: bytes)
        else { preconditionFailure("the sample's constants are valid") }
        return OutgoingMail(envelope: MailEnvelope(sender: address, recipient: address), message: message)
    }

    private func read(_ result: HTTPResult, _ attempt: DeliveryAttempt) -> DeliveryOutcome {
        if let outcome = DeliveryOutcome(unanswered: result, of: attempt) { return outcome }
        guard case .answered(let response) = result else {
            return .unknown(Failure(.pluginFault, "No answer."))
        }
        guard response.body.reveal() == Array("{}".utf8) || fault == .believesStatus else {
            return .failed(Failure(.permanentContent, "The provider refuses the request."))
        }
        return .accepted(Receipt(evidence: .dated, acceptedAt: attempt.now, responseCode: response.code))
    }

    private func twist(_ outcome: DeliveryOutcome, _ attempt: DeliveryAttempt) -> DeliveryOutcome {
        switch (fault, outcome) {
        case (.callsUnknownFailed, .unknown(let failure)): .failed(failure)
        case (.callsFailedUnknown, .failed(let failure)) where failure.kind == .transient: .unknown(failure)
        case (.provesTooMuch, .accepted): .accepted(Receipt(evidence: .opposable, acceptedAt: attempt.now))
        case (.ignoresThrottle, .failed(let failure)) where failure.kind == .rateLimited: .unknown(failure)
        case (.ignoresThrottle, .deferred): .unknown(Failure(.transient, "Throttled."))
        case _: outcome
        }
    }

    func reconcile(_ attempt: DeliveryAttempt, with ports: ChannelPorts) async -> DeliveryOutcome {
        if fault == .reconcileSends { _ = await ports.mail.send(mailOfPerson(Array("a\r\n".utf8))) }
        return .unknown(Failure(.unsupported, "The channel cannot be asked."))
    }

    func interpret(_ event: InboundEvent) async throws(ChannelError) -> [CaseEvent] {
        throw .eventNotUnderstood(event.channel)
    }
}

final class Counter: Sendable {
    private let count = Mutex(0)
    func next() -> Int {
        count.withLock {
            $0 += 1
            return $0
        }
    }
}

import CaseFormat
import ChannelPluginKit
import ChannelPluginTesting
import CivilCalendar
import ContactRouting
import JSONText
import LetterTestSupport
import Testing
import Webhook

@Suite("Webhook")
struct WebhookTests {
    static var request: PreparationRequest {
        var request = Sample.referralRequest(.webhook, Sample.lostParcel)
        request.httpTarget = HTTPTarget(parsing: "https://system.example/cases")
        return request
    }

    @Test("it keeps the contract of every channel plugin, with and without an address")
    func contract() async {
        var byHand = Self.request
        byHand.httpTarget = nil
        let subject = ContractSubject(WebhookPlugin(), requests: [Self.request, byHand])

        let breaches = await checkChannelContract(subject)

        #expect(breaches == [])
    }

    @Test("Golden: the file")
    func golden() async throws {
        let prepared = try await WebhookPlugin().prepare(Self.request)

        let file = try #require(prepared.artifact(.request))
        #expect(file.fileName.text == "webhook.json")
        try expectGolden(String(decoding: file.bytes.reveal(), as: UTF8.self), named: "webhook.json")
    }

    @Test("an attempt is one signed request whose key is that of the delivery")
    func signed() async throws {
        let prepared = try await WebhookPlugin().prepare(Self.request)
        let http = ScriptedHTTPPort(.willing) { _ in HTTPResponse(code: 204) }

        let outcome = await WebhookPlugin().deliver(
            prepared, attempt: try Self.attempt(), with: Self.ports(http, ScriptedSigningPort()))

        let sent = try #require(http.sent.first)
        let headers = Dictionary(
            sent.head.headers.map { ($0.name, $0.value.reveal()) }, uniquingKeysWith: { first, _ in first })
        let body = try #require(prepared.artifact(.request)).bytes.reveal()
        let signature = try await ScriptedSigningPort().sign(
            Array("d-7f3a91c2.1795422600.".utf8) + body, with: SecretName("webhook"))
        #expect(http.sent.count == 1)
        #expect(sent.body.reveal() == body)
        #expect(sent.idempotencyKey?.text == "d-7f3a91c2")
        #expect(headers["Webhook-Id"] == "d-7f3a91c2")
        #expect(headers["Webhook-Timestamp"] == "1795422600")
        #expect(headers["Webhook-Signature"] == "v1," + Base64Check.text(of: signature))
        #expect(headers["Content-Type"] == "application/json")
        guard case .accepted(let receipt) = outcome else {
            Issue.record("it is not accepted")
            return
        }
        #expect(receipt.evidence == .trace)
    }

    @Test("without a secret nothing is sent, and the settings are to blame")
    func noSecret() async throws {
        let prepared = try await WebhookPlugin().prepare(Self.request)
        let http = ScriptedHTTPPort(.willing) { _ in HTTPResponse(code: 204) }

        let outcome = await WebhookPlugin().deliver(
            prepared, attempt: try Self.attempt(), with: Self.ports(http, NoSecrets()))

        #expect(http.sent.isEmpty)
        guard case .failed(let failure) = outcome else {
            Issue.record("it did not fail")
            return
        }
        #expect(failure.kind == .configuration)
    }

    @Test(
        "the body of an answer outranks its status",
        arguments: [
            ("", true), (#"{"id":"17"}"#, true), ("<html></html>", true), (#"{"status":"rejected"}"#, false),
            (#"{"error":"no such person"}"#, false), (#"{"error":null}"#, true),
        ])
    func answers(body: String, isAccepted: Bool) async throws {
        let prepared = try await WebhookPlugin().prepare(Self.request)
        let http = ScriptedHTTPPort(.willing) { _ in
            HTTPResponse(code: 200, contentType: "application/json", body: Array(body.utf8))
        }

        let outcome = await WebhookPlugin().deliver(
            prepared, attempt: try Self.attempt(), with: Self.ports(http, ScriptedSigningPort()))

        let accepted = if case .accepted = outcome { true } else { false }
        #expect(accepted == isAccepted)
    }

    private static func attempt() throws -> DeliveryAttempt {
        let reference = try DeliveryReference(parsing: "d-7f3a91c2")
        let now = Sample.instant("2026-11-23T09:30:00+01:00")
        return DeliveryAttempt(
            reference: reference, idempotencyKey: IdempotencyKey(reference), number: 1, now: now,
            latest: now.adding(seconds: 86_400))
    }

    private static func ports(_ http: any HTTPPort, _ signing: any SigningPort) -> ChannelPorts {
        ChannelPorts(
            mail: ScriptedMailPort(.willing), http: http, signing: signing,
            checkpoints: ScriptedCheckpointPort())
    }
}

private struct NoSecrets: SigningPort {
    func sign(_ bytes: [UInt8], with secret: SecretName) async throws(ChannelError) -> [UInt8] {
        throw .secretUnknown(secret)
    }
}

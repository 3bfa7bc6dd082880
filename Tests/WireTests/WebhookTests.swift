import Assembly
import ChannelPluginKit
import CivilCalendar
import ContactRouting
import CurlTransport
import Digests
import Foundation
import LetterTestSupport
import TestSupport
import Testing
import Webhook

@Suite("A webhook over the wire", .timeLimit(.minutes(2)))
struct WebhookTests {
    @Test("the receiver can check who sent it, when, and that no byte was changed")
    func signature() async throws {
        let server = try ScriptedHTTPServer(.answer(202, body: #"{"id":"case-9"}"#))
        defer { server.stop() }
        let (settings, prepared) = try await Self.prepared(server.port, key: "a key of more than 24 bytes")
        let http = try CurlHTTPPort(rule: settings.addressRule)
        defer { http.close() }

        let outcome = await Self.deliver(prepared, settings, over: http)

        guard case .accepted(let receipt) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(receipt.providerReference == "case-9")
        let request = try #require(server.seen.first)
        let id = try #require(request.header("Webhook-Id"))
        let timestamp = try #require(request.header("Webhook-Timestamp"))
        let signed = Array("\(id).\(timestamp).\(request.body)".utf8)
        let expected = try HMACSHA256.code(for: signed, key: Array("a key of more than 24 bytes".utf8)).bytes
        #expect(request.header("Webhook-Signature") == "v1,\(Data(expected).base64EncodedString())")
        #expect(timestamp == "1795000000")
        #expect(request.header("Idempotency-Key") == prepared.reference.text)
        #expect(Array(request.body.utf8) == prepared.artifact(.request)?.bytes.reveal())
    }

    @Test("without a usable secret nothing is posted, and the settings are to blame")
    func noSecret() async throws {
        let server = try ScriptedHTTPServer(.answer(200))
        defer { server.stop() }
        let (unset, prepared) = try await Self.prepared(server.port, key: nil)
        let (exposed, _) = try await Self.prepared(server.port, key: "canary-key", mode: 0o644)
        let http = try CurlHTTPPort(rule: unset.addressRule)
        defer { http.close() }

        for settings in [unset, exposed] {
            guard case .failed(let failure) = await Self.deliver(prepared, settings, over: http) else {
                Issue.record("it did not fail")
                continue
            }
            #expect(failure.kind == .configuration)
            #expect(!failure.explanation.contains("canary"))
        }
        #expect(server.seen.isEmpty)
    }

    private static func prepared(
        _ port: Int, key: String?, mode: Int = 0o600
    ) async throws -> (Settings, PreparedDelivery) {
        var environment = [
            "RECOURS_WEBHOOK_URL": "http://127.0.0.1:\(port)/cases", "RECOURS_ALLOW_LOOPBACK": "1",
        ]
        if let key { environment["RECOURS_WEBHOOK_SECRET_FILE"] = try SecretFile(key, mode: mode).path }
        let settings = try Settings(file: nil, environment: environment)
        var request = Sample.request(.webhook, Sample.refundOverdue, plan: nil)
        request.httpTarget = settings.webhookURL
        return (settings, try await WebhookPlugin().prepare(request))
    }

    private static func deliver(
        _ prepared: PreparedDelivery, _ settings: Settings, over http: any HTTPPort
    ) async -> DeliveryOutcome {
        let now = Instant(secondsSinceEpoch: 1_795_000_000)
        return await WebhookPlugin().deliver(
            prepared,
            attempt: DeliveryAttempt(
                reference: prepared.reference, idempotencyKey: IdempotencyKey(prepared.reference), number: 1,
                now: now, latest: now.adding(seconds: 86_400)),
            with: ChannelPorts(
                mail: NoMail(), http: http, signing: SecretKeeper(settings.secrets),
                checkpoints: NoCheckpoints()))
    }
}

private struct NoCheckpoints: CheckpointPort {
    func remember(_ checkpoint: Checkpoint) async throws(ChannelError) { throw .checkpointNotStored }
}

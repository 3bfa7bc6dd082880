import CaseStore
import CaseStoreTesting
import ChannelPluginKit
import CivilCalendar
import ContactRouting
import Foundation
import RegisteredMail
import TestSupport
import Testing

/// A letter that costs money, from the queue to the provider: ordered once at most, whatever happens on the way.
@Suite("A registered letter through a provider", .timeLimit(.minutes(5)))
struct PaidLetterTests {
    @Test("it is created, filled, ordered once, and accepted with the provider's number")
    func ordered() async throws {
        let scene = try await LetterScene()
        defer { scene.end() }
        let prepared = try await scene.plugin.prepare(LetterScene.request())
        try await scene.order(prepared)

        try await scene.work()

        let state = scene.provider.state
        #expect(
            state.calls == [
                .token, .list, .create, .document, .recipient, .sending, .submit, .sending,
            ])
        #expect(state.orders == 1)
        let sending = try #require(state.sendings.first)
        #expect(sending.customID == prepared.reference.text)
        #expect(sending.documents.count == 1)
        #expect(sending.documents[0].contains(#"{"priority":1,"name":"letter.pdf"}"#))
        #expect(sending.recipients[0].contains("\"address_line_6\": \"92110 CLICHY\""))
        guard case .accepted(let receipt) = try await scene.state(prepared.reference) else {
            Issue.record("not accepted")
            return
        }
        #expect(receipt.providerReference == sending.id)
        #expect(receipt.evidence == .dated)
    }

    @Test(
        "no plugin, no log and no prepared file sees a token or a secret, and the token goes to the provider only"
    )
    func secrets() async throws {
        let scene = try await LetterScene()
        defer { scene.end() }
        let prepared = try await scene.plugin.prepare(LetterScene.request())
        try await scene.order(prepared)

        try await scene.work()

        let state = scene.provider.state
        #expect(state.authorizations.filter { $0.hasPrefix("Basic ") }.count == 1)
        #expect(state.authorizations.dropFirst().allSatisfy { $0 == "Bearer token-1" })
        let log = try await scene.store.log(of: LetterScene.caseReference, after: 0, limit: 100)
        let texts =
            log.map { String(describing: $0) }
            + prepared.artifacts.map { file in
                String(decoding: file.bytes.reveal(), as: UTF8.self)
            }
        for word in ["secret key", "token-1"] { #expect(!texts.contains { $0.contains(word) }) }
    }

    @Test(
        "P26, P27: an order whose answer is lost is asked about and found, and never sent twice",
        arguments: [
            ProviderFault.endless, .truncated,
            .dropAfter, .answerAfter(502), .answerAfter(504), .answerAfter(409), .garbage,
        ])
    func orderAnswerLost(fault: ProviderFault) async throws {
        let scene = try await LetterScene()
        defer { scene.end() }
        let prepared = try await scene.plugin.prepare(LetterScene.request())
        scene.provider.fail(.submit, fault)
        try await scene.order(prepared)

        try await scene.work()

        #expect(scene.provider.state.orders == 1)
        #expect(scene.provider.state.calls.filter { $0 == .submit }.count == 1)
        #expect(try await scene.state(prepared.reference).kind == .accepted)
    }

    @Test(
        "P27: an order of which nobody knows whether it arrived is asked about, at most six times, and left to a person"
    )
    func orderLost() async throws {
        let scene = try await LetterScene()
        defer { scene.end() }
        let prepared = try await scene.plugin.prepare(LetterScene.request())
        scene.provider.fail(.submit, .dropBefore)
        try await scene.order(prepared)

        try await scene.work()

        #expect(scene.provider.state.calls.filter { $0 == .submit }.count == 1)
        #expect(scene.provider.state.orders == 0)
        let state = try await scene.state(prepared.reference)
        #expect(state.kind == .unknown && state.nextAction == nil)

        // The person decides; the draft that is there is ordered, no second one.
        try await scene.decide(.send(latest: nil), prepared.reference)
        try await scene.work()

        #expect(scene.provider.state.orders == 1)
        #expect(scene.provider.state.sendings.count == 1)
        #expect(try await scene.state(prepared.reference).kind == .accepted)
    }

    @Test(
        "an order that the provider lost is never replaced by another, not even when a person sends it again")
    func lostByProvider() async throws {
        let scene = try await LetterScene()
        defer { scene.end() }
        let prepared = try await scene.plugin.prepare(LetterScene.request())
        scene.provider.fail(.submit, .dropBefore)
        try await scene.order(prepared)
        try await scene.work()
        scene.provider.change { $0.sendings = [] }

        try await scene.decide(.send(latest: nil), prepared.reference)
        try await scene.work()

        #expect(try await scene.state(prepared.reference).kind == .unknown)
        #expect(scene.provider.state.calls.filter { $0 == .create }.count == 1)
        #expect(scene.provider.state.orders == 0)
    }

    @Test("P27: success in the status and an error in the body is no acceptance")
    func errorInBody() async throws {
        let scene = try await LetterScene()
        defer { scene.end() }
        let prepared = try await scene.plugin.prepare(LetterScene.request())
        scene.provider.fail(.submit, .errorInBody)
        try await scene.order(prepared)

        try await scene.work()

        #expect(scene.provider.state.orders == 0)
        guard case .failed(let failure, because: .refused) = try await scene.state(prepared.reference) else {
            Issue.record("\(try await scene.state(prepared.reference))")
            return
        }
        #expect(failure.kind == .permanentContent)
    }

    @Test(
        "P25: too many requests, or a provider that is down for a while, is waited for",
        arguments: [
            (ProviderServer.Call.create, 429, "Retry-After: 7200", 7200),
            (.submit, 429, "Retry-After: 7200", 7200),
            (.submit, 429, "Retry-After: -5", 0), (.document, 503, "Retry-After: 3600", 3600),
            (.submit, 503, "Retry-After: soon", 0), (.token, 429, "Retry-After: 3600", 3600),
            (.list, 503, "Retry-After: 315360000", 86_400),
        ] as [(ProviderServer.Call, Int, String, Int64)])
    func waited(call: ProviderServer.Call, code: Int, header: String, seconds: Int64) async throws {
        let scene = try await LetterScene()
        defer { scene.end() }
        let prepared = try await scene.plugin.prepare(LetterScene.request())
        scene.provider.fail(call, .refuse(code, headers: [header]))
        try await scene.order(prepared)

        try await scene.work()

        #expect(scene.provider.state.orders == 1)
        #expect(try await scene.state(prepared.reference).kind == .accepted)
        #expect(LetterScene.start.seconds(until: scene.clock.now) >= seconds)
    }

    @Test("P21: a refused account is not hammered: at most three tries an hour, and none that sends")
    func refusedAccount() async throws {
        let scene = try await LetterScene()
        defer { scene.end() }
        let prepared = try await scene.plugin.prepare(LetterScene.request())
        scene.provider.change { $0.faults[.token] = Array(repeating: .refuse(401), count: 3) }
        try await scene.order(prepared)

        try await scene.work()

        let state = scene.provider.state
        #expect(state.calls.prefix(4) == [.token, .token, .token, .token])
        #expect(LetterScene.start.seconds(until: scene.clock.now) >= 3 * 18 * 60)
        #expect(state.orders == 1)
    }

    @Test("a token that is refused is replaced once, in the middle of a letter too")
    func tokenRefused() async throws {
        let scene = try await LetterScene()
        defer { scene.end() }
        let prepared = try await scene.plugin.prepare(LetterScene.request())
        scene.provider.fail(.submit, .refuse(401))
        try await scene.order(prepared)

        try await scene.work()

        #expect(scene.provider.state.tokensGiven == 2)
        #expect(scene.provider.state.orders == 1)
        #expect(try await scene.life(prepared.reference).attempts == 1)
    }

    @Test(
        "above the limit, or without a price while there is a limit, nothing is ordered",
        arguments: [
            (6.11, 611, nil, true), (6.11, 610, nil, false), (6.1100001, 611, nil, true),
            (6.12, 611, nil, false),
            (nil, 611, nil, false), (nil, nil, nil, true), (6.11, 1000, 600, false), (6.11, nil, 611, true),
        ] as [(Double?, Int64?, Int64?, Bool)])
    func price(price: Double?, configured: Int64?, wished: Int64?, isOrdered: Bool) async throws {
        let scene = try await LetterScene(priceMax: configured.map { Money(hundredths: $0) })
        defer { scene.end() }
        let wish = wished.map { Money(hundredths: $0) }
        let prepared = try await scene.plugin.prepare(LetterScene.request(priceMax: wish))
        scene.provider.change { $0.price = price }
        try await scene.order(prepared)

        try await scene.work()

        #expect(scene.provider.state.orders == (isOrdered ? 1 : 0))
        #expect(scene.provider.state.calls.contains(.submit) == isOrdered)
        if case .failed(let failure, because: .refused) = try await scene.state(prepared.reference) {
            #expect(failure.kind == .policy)
        } else {
            #expect(isOrdered)
        }
    }

    @Test(
        "what was ordered before, as after a restored backup, is found by our reference and not ordered again"
    )
    func restored() async throws {
        let scene = try await LetterScene()
        defer { scene.end() }
        let prepared = try await scene.plugin.prepare(LetterScene.request())
        scene.provider.change { state in
            for number in 1...250 {
                let name = number == 240 ? prepared.reference.text : "other-\(number)"
                var sending = ProviderServer.Sending(
                    id: "other-\(number)", customID: name, status: "PROCESSED")
                sending.files = prepared.providerFiles
                state.sendings.append(sending)
            }
        }
        try await scene.order(prepared)

        try await scene.work()

        #expect(scene.provider.state.calls == [.token, .list, .list, .list, .documents])
        guard case .accepted(let receipt) = try await scene.state(prepared.reference) else {
            Issue.record("not accepted")
            return
        }
        #expect(receipt.providerReference == "other-240")
    }

    @Test("two letters under our reference are for a person to look at")
    func twice() async throws {
        let scene = try await LetterScene()
        defer { scene.end() }
        let prepared = try await scene.plugin.prepare(LetterScene.request())
        scene.provider.change { state in
            for number in 1...2 {
                state.sendings.append(
                    ProviderServer.Sending(
                        id: "s-\(number)", customID: prepared.reference.text, status: "ACCEPTED"))
            }
        }
        try await scene.order(prepared)

        try await scene.work()

        #expect(try await scene.state(prepared.reference).kind == .unknown)
        #expect(!scene.provider.state.calls.contains(.submit))
    }

    @Test("a letter that the provider rejects at once has failed, in its words")
    func rejected() async throws {
        let scene = try await LetterScene()
        defer { scene.end() }
        let prepared = try await scene.plugin.prepare(LetterScene.request())
        scene.provider.change { $0.statusAfterOrder = "REJECTED" }
        try await scene.order(prepared)

        try await scene.work()

        #expect(try await scene.state(prepared.reference).kind == .failed)
        #expect(scene.provider.state.orders == 1)
    }

    @Test("a line that the provider refuses is named")
    func refusedLine() async throws {
        let scene = try await LetterScene()
        defer { scene.end() }
        let prepared = try await scene.plugin.prepare(LetterScene.request())
        scene.provider.fail(
            .recipient,
            .refuse(400, body: #"{"errors":[{"code":"ADDRESS_LINE_4_TOO_LONG","message":"trop long"}]}"#))
        try await scene.order(prepared)

        try await scene.work()

        guard case .failed(let failure, because: .refused) = try await scene.state(prepared.reference) else {
            Issue.record("not refused")
            return
        }
        #expect(failure.field == "recipient.address, line 4")
        #expect(failure.explanation.contains("ADDRESS_LINE_4_TOO_LONG"))
    }
}

import CaseStore
import CaseStoreTesting
import ContactRouting
import RegisteredMail
import TestSupport
import Testing

/// Every fault at every call, alone and in mixtures: a letter is ordered once at most, and what is said of it is true.
@Suite("A registered letter among faults", .timeLimit(.minutes(10)))
struct PaidLetterSweepTests {
    static let faults: [ProviderFault] = [
        .refuse(400), .refuse(401), .refuse(404), .refuse(408), .refuse(429), .refuse(500), .refuse(503),
        .refuse(302, headers: ["Location: http://127.0.0.1:1/ok"]), .dropBefore, .dropAfter, .garbage,
        .endless, .truncated,
        .answerAfter(500), .answerAfter(502), .answerAfter(504), .answerAfter(409), .errorInBody, .twice,
    ]

    @Test("one fault at one call", arguments: ProviderServer.Call.allCases)
    func sweep(call: ProviderServer.Call) async throws {
        for fault in Self.faults {
            try await expectTruth("\(call.rawValue), \(fault)") { $0.fail(call, fault) }
        }
    }

    @Test("mixtures of faults that follow from a seed", arguments: 1...40 as ClosedRange<UInt64>)
    func mixtures(seed: UInt64) async throws {
        var generator = SeededGenerator(seed: seed)
        try await expectTruth("seed \(seed)") { provider in
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                if let call = ProviderServer.Call.allCases.randomElement(using: &generator),
                    let fault = Self.faults.randomElement(using: &generator)
                {
                    provider.fail(call, fault)
                }
            }
        }
    }

    /// Runs a letter to its end, lets a person send it where they are asked, and compares what is said with what is so.
    private func expectTruth(_ comment: String, _ arrange: (ProviderServer) -> Void) async throws {
        let scene = try await LetterScene()
        defer { scene.end() }
        let prepared = try await scene.plugin.prepare(LetterScene.request())
        arrange(scene.provider)
        try await scene.order(prepared)

        try await scene.work()
        try await compare(scene, prepared.reference, comment)
        if try await scene.state(prepared.reference).kind == .unknown {
            try await scene.decide(.send(latest: nil), prepared.reference)
            try await scene.work()
            try await compare(scene, prepared.reference, "\(comment), sent again by a person")
        }
    }

    private func compare(
        _ scene: LetterScene, _ reference: DeliveryReference, _ comment: String
    ) async throws {
        let state = try await scene.state(reference)
        let orders = scene.provider.state.orders
        let note = Comment(rawValue: "\(comment): \(state.kind.rawValue), \(orders) ordered")
        #expect(orders <= 1, note)
        switch state.kind {
        case .accepted: #expect(orders == 1, note)
        case .failed, .quarantined: #expect(orders == 0, note)
        case .unknown: break
        case .queued, .sending, .waiting, .needsPerson, .cancelled, .held:
            Issue.record("it came to no end; \(note)")
        }
        #expect(try await scene.store.verify().isSound, note)
    }
}

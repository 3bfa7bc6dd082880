import CaseStore
import ChannelPluginKit
import CivilCalendar
import ContactRouting
import Foundation
import RegisteredMail
import TestSupport
import Testing

/// Which of the letters in the provider's account are ours.
@Suite("A registered letter among others in the account", .timeLimit(.minutes(5)))
struct ManyLettersTests {
    private static let count = 6000

    /// Other letters, one each hour, the last one an hour before the order.
    private static func others(dated isDated: Bool) -> [ProviderServer.Sending] {
        (1...count).map { number in
            var sending = ProviderServer.Sending(
                id: "other-\(number)", customID: "other-\(number)", status: "PROCESSED")
            let made = LetterScene.start.adding(hours: number - count - 1)
            sending.createdAt = isDated ? text(of: made) : nil
            return sending
        }
    }

    /// As the provider writes a moment, without a colon in the offset.
    private static func text(of moment: Instant) -> String {
        let date = Date(timeIntervalSince1970: TimeInterval(moment.secondsSinceEpoch))
        return date.formatted(.iso8601).replacing("Z", with: ".000+0000")
    }

    enum List: String, CaseIterable {
        case oldestFirst, newestFirst, undated
    }

    @Test("among 6,000 letters a new one is ordered", arguments: List.allCases)
    func ordered(list: List) async throws {
        let scene = try await LetterScene()
        defer { scene.end() }
        let prepared = try await scene.plugin.prepare(LetterScene.request())
        scene.provider.change { state in
            state.sendings = Self.others(dated: list != .undated)
            state.listsNewestFirst = list == .newestFirst
        }
        try await scene.order(prepared)

        try await scene.work()

        #expect(scene.provider.state.orders == 1)
        #expect(try await scene.state(prepared.reference).kind == .accepted)
        let lists = scene.provider.state.calls.count { $0 == .list }
        #expect(lists == (list == .undated ? 50 : list == .oldestFirst ? 2 : 1))
    }

    @Test(
        "among 6,000 letters the one that went out before the backup was restored is found",
        arguments: [List.oldestFirst, .newestFirst])
    func found(list: List) async throws {
        let scene = try await LetterScene()
        defer { scene.end() }
        let prepared = try await scene.plugin.prepare(LetterScene.request())
        var letter = ProviderServer.Sending(
            id: "ours", customID: prepared.reference.text, status: "ACCEPTED")
        letter.files = prepared.providerFiles
        letter.createdAt = Self.text(of: LetterScene.start.adding(hours: 1))
        let sendings = Self.others(dated: true) + [letter]
        scene.provider.change { state in
            state.sendings = sendings
            state.listsNewestFirst = list == .newestFirst
        }
        try await scene.order(prepared)
        try await scene.restore(prepared.reference)

        try await scene.work()

        #expect(scene.provider.state.orders == 0)
        guard case .accepted(let receipt) = try await scene.state(prepared.reference) else {
            Issue.record("not accepted")
            return
        }
        #expect(receipt.providerReference == "ours")
    }

    @Test("a list that begins in order and goes on in another one hides no letter after a restore")
    func twoOrders() async throws {
        let scene = try await LetterScene()
        defer { scene.end() }
        let prepared = try await scene.plugin.prepare(LetterScene.request())
        var letter = ProviderServer.Sending(
            id: "ours", customID: prepared.reference.text, status: "ACCEPTED")
        letter.files = prepared.providerFiles
        letter.createdAt = Self.text(of: LetterScene.start.adding(hours: 1))
        let sendings = Self.others(dated: true).suffix(250).reversed() + [letter]
        scene.provider.change { $0.sendings = sendings }
        try await scene.order(prepared)
        try await scene.restore(prepared.reference)

        try await scene.work()

        #expect(scene.provider.state.orders == 0)
        #expect(try await scene.state(prepared.reference).kind == .accepted)
    }

    @Test("after a restore a list that cannot be looked through lets nothing be ordered")
    func tooMany() async throws {
        let scene = try await LetterScene()
        defer { scene.end() }
        let prepared = try await scene.plugin.prepare(LetterScene.request())
        scene.provider.change { $0.sendings = Self.others(dated: false) }
        try await scene.order(prepared)
        try await scene.restore(prepared.reference)

        try await scene.work()

        #expect(scene.provider.state.orders == 0)
        #expect(!scene.provider.state.calls.contains(.create))
        #expect(try await scene.state(prepared.reference).kind == .failed)
    }

    @Test("a letter that was made long before the order is not taken for it, whatever its reference")
    func older() async throws {
        let scene = try await LetterScene()
        defer { scene.end() }
        let prepared = try await scene.plugin.prepare(LetterScene.request())
        var older = ProviderServer.Sending(
            id: "older", customID: prepared.reference.text, status: "PROCESSED")
        older.files = prepared.providerFiles
        older.createdAt = Self.text(of: LetterScene.start.adding(hours: -72))
        let sendings = [older]
        scene.provider.change { $0.sendings = sendings }
        try await scene.order(prepared)

        try await scene.work()

        #expect(scene.provider.state.orders == 1)
        guard case .accepted(let receipt) = try await scene.state(prepared.reference) else {
            Issue.record("not accepted")
            return
        }
        #expect(receipt.providerReference == "sending-2")
    }

    @Test(
        "a letter of our reference with other documents is for a person to look at",
        arguments: [
            [], [ProviderServer.File(name: "letter.pdf", byteCount: 3)],
            [ProviderServer.File(name: "other.pdf", byteCount: 3)],
        ])
    func otherDocuments(files: [ProviderServer.File]) async throws {
        let scene = try await LetterScene()
        defer { scene.end() }
        let prepared = try await scene.plugin.prepare(LetterScene.request())
        scene.provider.change { state in
            var other = ProviderServer.Sending(
                id: "other", customID: prepared.reference.text, status: "PROCESSED")
            other.files = files
            state.sendings = [other]
        }
        try await scene.order(prepared)

        try await scene.work()

        #expect(scene.provider.state.orders == 0)
        #expect(!scene.provider.state.calls.contains(.create))
        #expect(try await scene.state(prepared.reference).kind == .unknown)
    }

    @Test(
        "while a provider does not say what a letter of our reference holds, it is neither taken for ours nor ordered",
        arguments: [
            ProviderFault.refuse(429, headers: ["Retry-After: 5"]), .refuse(429), .refuse(403), .refuse(503),
            .answerAfter(500), .dropBefore, .garbage,
        ])
    func documentsKept(fault: ProviderFault) async throws {
        let scene = try await LetterScene()
        defer { scene.end() }
        let prepared = try await scene.plugin.prepare(LetterScene.request())
        scene.provider.change { state in
            var other = ProviderServer.Sending(
                id: "other", customID: prepared.reference.text, status: "PROCESSED")
            other.files = [ProviderServer.File(name: "other.pdf", byteCount: 3)]
            state.sendings = [other]
        }
        scene.provider.fail(.documents, fault)
        try await scene.order(prepared)

        try await scene.work()

        #expect(scene.provider.state.orders == 0)
        #expect(!scene.provider.state.calls.contains(.submit))
        #expect(try await scene.state(prepared.reference).kind != .accepted)
    }

    @Test("a provider that does not list the documents of a letter is believed by the reference")
    func untoldDocuments() async throws {
        let scene = try await LetterScene()
        defer { scene.end() }
        let prepared = try await scene.plugin.prepare(LetterScene.request())
        scene.provider.change { state in
            state.sendings = [
                ProviderServer.Sending(id: "ours", customID: prepared.reference.text, status: "PROCESSED")
            ]
        }
        scene.provider.fail(.documents, .refuse(404, body: #"{"code":"NOT_FOUND"}"#))
        try await scene.order(prepared)

        try await scene.work()

        #expect(scene.provider.state.orders == 0)
        #expect(try await scene.state(prepared.reference).kind == .accepted)
    }
}

extension PreparedDelivery {
    /// The letter as the provider tells about it once it has it.
    var providerFiles: [ProviderServer.File] {
        artifacts.filter { $0.role == .letter }.map {
            ProviderServer.File(name: $0.fileName.text, byteCount: $0.bytes.reveal().count)
        }
    }
}

import Assembly
import CaseFlow
import CaseStore
import CaseStoreTesting
import ChannelPluginKit
import CivilCalendar
import ContactRouting
import Outbox
import Testing

@Suite("Reminding: a call that nobody needs to wait for is taken out of the calendar")
struct AppointmentTests {
    /// A case with a callback that was asked for on Saturday for Monday, 18:00.
    private func scene() async throws -> (AgendaScene, CaseReference, DeliveryReference) {
        let scene = try AgendaScene()
        let table = try await scene.open(
            "table", example: "item-damaged", at: "2026-11-28T14:00:00+01:00")
        let now = try scene.at("2026-11-28T15:00:00+01:00")
        let stored = try await scene.shelf.stored(table, asOf: now)
        let name = try stored.nextDeliveryReference()
        let prepared = try await scene.program.preparing.prepare(
            stored.loaded, decision: try scene.program.deciding.decide(stored.facts, at: now),
            through: .callback, language: .french, reference: name)
        let desk = DeliveryDesk(store: scene.store, plugins: scene.program.registry)
        let order = try desk.order(
            prepared, in: table, key: IdempotencyKey(name), from: now, latest: now.adding(hours: 99), now: now
        )
        _ = try await scene.store.enqueue([order])
        return (scene, table, name)
    }

    @Test("while the call may come it stands")
    func needed() async throws {
        let (scene, table, _) = try await scene()
        try await scene.did(table, .email, .answered, at: "2026-11-28T16:00:00+01:00")

        let notices = await scene.process().turn(at: try scene.at("2026-11-28T16:01:00+01:00"))

        #expect(notices.isEmpty)
        #expect(scene.files.kept.withdrawals.isEmpty)
    }

    @Test("once the demand was granted it is withdrawn, once, from the bytes that were prepared")
    func granted() async throws {
        let (scene, table, name) = try await scene()
        try await scene.did(table, .email, .accepted, at: "2026-11-28T16:00:00+01:00")

        let notices = await scene.process().turn(at: try scene.at("2026-11-28T16:01:00+01:00"))
        let again = await scene.process().turn(at: try scene.at("2026-11-28T16:02:00+01:00"))

        let path = "drafts/table/\(name)/callback-cancelled.ics"
        #expect(notices == [.withdrawn(table, name, path: path)])
        #expect(again.isEmpty)
        #expect(try await scene.told(table) == ["withdrawn \(name)"])
        let text = String(
            decoding: try #require(scene.files.kept.withdrawals[path]).bytes.reveal(), as: UTF8.self)
        #expect(text.contains("METHOD:CANCEL"))
        #expect(text.contains("UID:\(name)@recours.invalid"))
        #expect(text.contains("DTSTAMP:20261128T150100Z"))
    }

    @Test("a command that withdraws it leaves nothing to plan: the calendar is right at once")
    func plannedAtOnce() async throws {
        let (scene, table, _) = try await scene()
        _ = await scene.process().turn(at: try scene.at("2026-11-28T15:01:00+01:00"))
        let now = try scene.at("2026-11-28T16:01:00+01:00")
        try await scene.did(table, .phone, .accepted, at: "2026-11-28T16:00:00+01:00")

        let notices = await scene.process().refresh([table], at: now)
        let written = scene.files.kept.calendarsWritten
        let shown = scene.files.calendar
        _ = await scene.process().turn(at: now)

        #expect(notices.count == 1)
        #expect(scene.files.calendar == shown, "the next turn finds nothing that the command left")
        #expect(scene.files.kept.calendarsWritten == written)
        #expect(
            try await scene.store.casesToPlan(on: StoreSamples.basis(1), at: now, after: nil, limit: 10)
                == [])
    }

    @Test("when the case was closed while nothing ran it is withdrawn all the same")
    func closed() async throws {
        let (scene, table, name) = try await scene()
        let desk = DeliveryDesk(store: scene.store, plugins: scene.program.registry)
        _ = try await desk.record(.cancelled, of: name, now: try scene.at("2026-11-28T15:30:00+01:00"))
        try await scene.close(table, at: "2026-11-28T16:00:00+01:00")

        let notices = await scene.process().turn(at: try scene.at("2026-11-28T16:01:00+01:00"))

        #expect(
            notices == [.withdrawn(table, name, path: "drafts/table/\(name)/callback-cancelled.ics")])
    }

    @Test("a call whose time is over needs no withdrawal")
    func over() async throws {
        let (scene, table, _) = try await scene()
        try await scene.did(table, .email, .accepted, at: "2026-12-12T16:00:00+01:00")

        let notices = await scene.process().turn(at: try scene.at("2026-12-12T16:01:00+01:00"))

        #expect(!notices.contains { if case .withdrawn = $0 { true } else { false } })
        #expect(scene.files.kept.withdrawals.isEmpty)
    }
}

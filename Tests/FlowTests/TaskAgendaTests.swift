import CaseFlow
import CaseStore
import CivilCalendar
import ContactRouting
import Outbox
import Testing

@Suite("Reminding: what lies ready for the person")
struct TaskAgendaTests {
    /// A letter that waits to be posted, until Sunday 29 November at noon.
    private func scene(_ kind: PersonTask.Kind = .post) async throws -> (AgendaScene, DeliveryReference) {
        let file = try await StoredFile(reference: "lamp")
        let name = try await file.enqueue(1, by: .registeredMail)
        try await file.settle(name, .needsPerson(PersonTask(kind: kind, text: "Post it.")), at: file.now)
        return (try AgendaScene(file.store), name)
    }

    @Test("a letter to post stands in the agenda and the calendar until its last day, and is told of before")
    func post() async throws {
        let (scene, name) = try await scene()
        let process = scene.process()
        _ = await process.turn(at: try scene.at("2026-11-25T16:00:00+01:00"))
        let ordered = try #require(try await scene.store.delivery(name)).createdAt
        let item = "task/registered-mail/\(ordered.secondsSinceEpoch)"
        let calendar = scene.files.calendar
        let board = try await AgendaBoard(
            scene.shelf, at: scene.at("2026-11-25T16:00:00+01:00"), days: 10)
        var told: [String] = []
        for moment in [
            "2026-11-28T08:59:00+01:00", "2026-11-28T09:00:00+01:00", "2026-11-29T12:00:00+01:00",
            "2026-11-30T12:00:00+01:00",
        ] {
            told += await process.turn(at: try scene.at(moment)).reminded.filter { $0.contains("task/") }
        }

        #expect(try calendar.contains(scene.uidLine(item)))
        #expect(board.coming.contains { $0.item.name == item })
        #expect(told == ["lamp \(item)/3", "lamp \(item)/1", "lamp \(item)/over"])
    }

    @Test("once its last day is over it has lost its value, and a call never does")
    func outdated() async throws {
        let (scene, name) = try await scene()
        let (calling, call) = try await self.scene(.call)

        let letter = try #require(try await scene.store.delivery(name))
        let spoken = try #require(try await calling.store.delivery(call))

        #expect(!letter.isOutdated(at: letter.latest))
        #expect(letter.isOutdated(at: letter.latest.adding(seconds: 1)))
        #expect(spoken.taskLatest == nil)
        #expect(!spoken.isOutdated(at: spoken.latest.adding(seconds: 1)))
    }
}

import ContactRouting
import Outbox
import Testing

@Suite("The worker with too little room")
struct RoomShortageTests {
    @Test(
        "P28: with too little room nothing is begun, which is told once; with room again everything goes out")
    func roomShort() async throws {
        let scene = try await Scene()
        try await scene.enqueue("a", "b")
        let needed = OutboxLimits().bytesFreeMin
        scene.room.leaves(needed - 1)

        try await scene.run()
        let begun = scene.otherSide.copiesInAll
        let states = try await [scene.state(of: "a"), scene.state(of: "b")]
        scene.room.leaves(needed)
        try await scene.run()

        #expect(begun == 0)
        #expect(states == [.queued, .queued])
        #expect(
            scene.notices.filter { if case .roomShort = $0 { true } else { false } }
                == [.roomShort(RoomShortage(bytesFree: needed - 1, bytesNeeded: needed))])
        #expect(scene.otherSide.copiesInAll == 2)
    }

    @Test("P28: a worker that waits for room takes up what waited; where nobody can tell, it goes on")
    func roomFound() async throws {
        let scene = try await Scene()
        try await scene.enqueue("a")
        scene.room.leaves(0)
        let (runner, _) = try scene.worker()
        let run = Task { try await runner.run() }
        while !scene.notices.contains(where: { if case .roomShort = $0 { true } else { false } }) {
            await Task.yield()
        }

        scene.room.leaves(nil)
        await runner.wake()
        while scene.otherSide.copiesInAll == 0 { await Task.yield() }
        await runner.stop()
        try await run.value

        #expect(scene.notices.contains(.roomFound))
        #expect(scene.otherSide.copiesInAll == 1)
    }

    @Test("what is said names both numbers and what to do")
    func text() {
        let shortage = RoomShortage(bytesFree: 3 << 20, bytesNeeded: 64 << 20)

        #expect(shortage.description.contains("3 MiB are free"))
        #expect(shortage.description.contains("needs 64 MiB"))
    }
}

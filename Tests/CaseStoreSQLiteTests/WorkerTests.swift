import CaseStore
import CaseStoreSQLite
import CaseStoreTesting
import CivilCalendar
import ContactRouting
import Foundation
import TestSupport
import Testing

@Suite("One worker per store (P10)")
struct WorkerTests {
    @Test("while a process is the worker no other becomes it, and when it is killed another may")
    func otherProcess() async throws {
        let folder = try StoreFolder()
        try await folder.fill()
        let worker = try ChildProcess(Probe.path, [folder.path, "worker:one", "wait"])
        #expect(String(decoding: worker.read(), as: UTF8.self) == "worker:one ok \n")
        let store = try folder.store()
        let two = try WorkerName(parsing: "two")
        let later = StoreSamples.now.adding(hours: 1)

        await #expect(throws: CaseStoreError.locked(path: folder.path + ".worker")) {
            try await store.startWorker(two, now: later, until: later.adding(seconds: 60))
        }

        worker.stop()
        try await store.startWorker(two, now: later, until: later.adding(seconds: 60))
        #expect(try await store.worker()?.worker == two)
        await store.shutDown()
    }

    @Test(
        "a process of the same name, as all of one machine have, that is refused leaves the worker its lease")
    func refusedOfTheSameName() async throws {
        let folder = try StoreFolder()
        try await folder.fill()
        let first = try folder.store()
        let second = try folder.store()
        let one = try WorkerName(parsing: "one")
        let now = StoreSamples.now
        let lease = now.adding(seconds: 180)
        try await first.startWorker(one, now: now, until: lease)

        await #expect(throws: CaseStoreError.locked(path: folder.path + ".worker")) {
            try await second.startWorker(one, now: now, until: lease)
        }
        try await second.endWorker(one)

        #expect(try await first.worker() == Lease(worker: one, until: lease))
        try await first.renewWorker(one, until: lease.adding(seconds: 180))
        try await first.endWorker(one)
        #expect(try await second.worker() == nil)
        await first.shutDown()
        await second.shutDown()
    }

    @Test("with the lock file removed by force, the late result of the first worker is refused")
    func lockRemoved() async throws {
        let folder = try StoreFolder()
        try await folder.fill("first")
        let first = try folder.store()
        let second = try folder.store()
        let step = ClaimStep(try StoreSamples.standing("sending"))
        let now = StoreSamples.now
        let later = now.adding(hours: 1)
        try await first.startWorker(WorkerName(parsing: "one"), now: now, until: now.adding(seconds: 60))
        let lost = try await first.claim(StoreSamples.request("one")) { _ in step }

        try FileManager.default.removeItem(atPath: folder.path + ".worker")
        try await second.startWorker(WorkerName(parsing: "two"), now: later, until: later.adding(seconds: 60))
        let taken = try await second.rescue(StoreSamples.request("two", at: later)) { _ in step }
        let accepted = try StoreSamples.standing("accepted")
        let late = try await first.settle(lost.map { Settlement($0.ticket, standing: accepted) })

        #expect(taken.map(\.record.rescues) == [1])
        #expect(late == [.superseded])
        await #expect(throws: CaseStoreError.workerReplaced(try WorkerName(parsing: "one"))) {
            try await first.renewWorker(WorkerName(parsing: "one"), until: later)
        }
        await first.shutDown()
        await second.shutDown()
    }
}

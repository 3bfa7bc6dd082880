import CaseStore
import CaseStoreSQLite
import CaseStoreTesting
import ContactRouting
import Foundation
import Testing

@Suite("SQLiteCaseStore keeps the contract")
struct SQLiteContractTests {
    @Test("a store in a file keeps every rule")
    func contract() async throws {
        let folder = try StoreFolder()

        let breaches = await checkCaseStoreContract {
            try SQLiteCaseStore(
                path: folder.folder.appending(path: "\(salt().bytes).sqlite").path, salt: salt)
        }

        #expect(breaches == [])
    }

    @Test("what was stored is there after the file is closed and opened again")
    func reopened() async throws {
        let folder = try StoreFolder()
        try await folder.fill("first")

        let store = try folder.store(.mustExist)
        let record = try await store.delivery(DeliveryReference(parsing: "first"))
        let preparation = try await store.preparation(of: DeliveryReference(parsing: "first"))
        let log = try await store.log(of: CaseReference(parsing: "lamp"), after: 0, limit: 10)
        await store.shutDown()

        let expected = try StoreSamples.order("first")
        #expect(record?.standing == expected.standing)
        #expect(try preparation?.prepared() == expected.preparation.prepared())
        #expect(log.map(\.kind.text) == ["opened", "queued"])
    }

    @Test("a write that is refused spoils nothing for those committed with it")
    func refusedAmongOthers() async throws {
        let folder = try StoreFolder()
        let store = try folder.store()
        _ = try await store.open(StoreSamples.opening())

        let refused = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<60 {
                group.addTask {
                    do {
                        let place = number % 3 == 0 ? "nowhere" : "lamp"
                        _ = try await store.enqueue([StoreSamples.order("d-\(number)", of: place)])
                        return false
                    } catch {
                        return true
                    }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        let report = try await store.verify()
        await store.shutDown()

        #expect(refused == 20)
        #expect(report.deliveries == 40)
        #expect(report.entries == 41)
        #expect(report.findings == [])
    }
}

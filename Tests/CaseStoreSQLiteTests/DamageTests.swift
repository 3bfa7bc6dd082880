import CaseStore
import CaseStoreSQLite
import CaseStoreTesting
import ContactRouting
import Foundation
import Testing

@Suite("Damage is found (P31)")
struct DamageTests {
    static let changes: [(String, String)] = [
        ("UPDATE log SET at = at + 1 WHERE sequence = 2", "chain"),
        ("UPDATE log SET kind = 'quened' WHERE sequence = 2", "chain"),
        ("UPDATE log SET payload = x'00' WHERE sequence = 2", "chain"),
        ("UPDATE log SET salt = randomblob(16) WHERE sequence = 2", "chain"),
        ("UPDATE log SET payload_digest = randomblob(32) WHERE sequence = 2", "chain"),
        ("UPDATE log SET facts_digest = randomblob(32) WHERE sequence = 1", "chain"),
        ("UPDATE log SET hash = randomblob(32) WHERE sequence = 2", "chain"),
        ("UPDATE log SET payload = NULL, salt = NULL WHERE sequence = 3", "nothing"),
        ("DELETE FROM log WHERE sequence = 2", "chain"),
        ("DELETE FROM log WHERE sequence = 3", "end"),
        ("UPDATE cases SET head = randomblob(32)", "end"),
        ("UPDATE cases SET entries = entries - 1", "end"),
        ("UPDATE facts SET facts = x'7b7d'", "facts"),
        ("DELETE FROM facts", "facts"),
        ("UPDATE files SET bytes = x'00' WHERE id = 1", "file"),
        ("UPDATE cases SET forgotten_at = 1", "not forgotten"),
    ]

    @Test("one change in the file is found by what it breaks", arguments: changes)
    func found(change: String, wanted: String) async throws {
        let folder = try StoreFolder()
        try await folder.fill("first", "second")
        let lamp = try CaseReference(parsing: "lamp")

        try folder.tamper(change)
        let findings = try await folder.findings()

        switch wanted {
        case "nothing": #expect(findings == [], "an erased payload is not damage of the chain")
        case "chain":
            #expect(findings.contains { if case .chain(lamp, _) = $0 { true } else { false } }, "\(findings)")
        case "end": #expect(findings == [.logEnd(lamp)])
        case "facts": #expect(findings == [.facts(lamp)])
        case "file": #expect(findings == [.file(try DeliveryReference(parsing: "first"))])
        default: #expect(findings == [.notForgotten(lamp)])
        }
    }

    @Test("a file that was prepared and has changed is not handed out")
    func changedFile() async throws {
        let folder = try StoreFolder()
        try await folder.fill("first")
        try folder.tamper("UPDATE files SET bytes = x'00'")
        let store = try folder.store()

        await #expect(throws: CaseStoreError.self) {
            _ = try await store.preparation(of: DeliveryReference(parsing: "first"))
        }
        await #expect(throws: CaseStoreError.stopped, "nothing goes on over a damaged file") {
            _ = try await store.enqueue([StoreSamples.order("second")])
        }
        await store.shutDown()
    }

    @Test("a file cut off in the middle, or full of noise, is refused and kept", arguments: 0..<6)
    func cutOrNoisy(seed: Int) async throws {
        let folder = try StoreFolder()
        try await folder.fill("first", "second")
        let file = URL(filePath: folder.path)
        var bytes = try Data(contentsOf: file)
        if seed == 0 {
            bytes = bytes.prefix(bytes.count / 2)
        } else {
            // A page of noise, never the first one, whose loss is a foreign file.
            let start = 4096 * (seed * 3)
            bytes.replaceSubrange(start..<start + 4096, with: Data(repeating: 0xA5, count: 4096))
        }
        try bytes.write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder.path)

        var noticed = false
        do { noticed = try await !folder.findings().isEmpty } catch { noticed = true }

        #expect(noticed)
        #expect(try Data(contentsOf: file) == bytes)
    }

    @Test("forgetting leaves nothing about a person in the file, and the chain still verifies")
    func forgotten() async throws {
        let folder = try StoreFolder()
        let store = try folder.store()
        let lamp = try await store.open(StoreSamples.opening()).summary.reference
        _ = try await store.enqueue([StoreSamples.order("first")])
        let step = ClaimStep(try StoreSamples.standing("sending"))
        let claims = try await store.claim(StoreSamples.request()) { _ in step }
        try await store.remember(
            ClaimProgress(checkpoint: Checkpoint(step: "created", providerReference: StoreSamples.canary)),
            for: claims[0].ticket)
        let accepted = try StoreSamples.standing("accepted")
        _ = try await store.settle(claims.map { Settlement($0.ticket, standing: accepted) })
        #expect(try folder.contains(StoreSamples.canary))

        try await store.forget(lamp, with: StoreSamples.entry(LogKind("forgotten")))
        let report = try await store.verify()
        await store.shutDown()

        #expect(report.findings == [])
        #expect(try !folder.contains(StoreSamples.canary))
    }

    @Test("bytes that another case prepared as well outlive the one that is forgotten")
    func sharedFile() async throws {
        let folder = try StoreFolder()
        let store = try folder.store()
        for name in ["lamp", "chair"] { _ = try await store.open(StoreSamples.opening(name)) }
        _ = try await store.enqueue([
            StoreSamples.order("first", of: "lamp", due: nil),
            StoreSamples.order("second", of: "chair", due: nil),
        ])

        try await store.forget(CaseReference(parsing: "lamp"), with: StoreSamples.entry())
        let other = try await store.preparation(of: DeliveryReference(parsing: "second"))
        await store.shutDown()

        #expect(try other?.prepared() == StoreSamples.preparation("second").prepared())
    }
}

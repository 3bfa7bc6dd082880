import Assembly
import CaseFlow
import CaseFormat
import CaseStore
import CaseStoreTesting
import CivilCalendar
import ContactRouting
import Digests
import Foundation
import Testing

@Suite("A case file goes into the store, and so do the person's changes")
struct CaseIntakeTests {
    private func loaded(_ file: StoredFile, _ change: (String) -> String = { $0 }) throws -> LoadedCase {
        let text = String(decoding: try Repository.bytes("Examples/seller-silent.json"), as: UTF8.self)
        return try file.program.reader.read(Array(change(text).utf8), decidedAt: file.now)
    }

    @Test("stored facts are the person's, with the reference and the paths of the copies")
    func stored() async throws {
        let file = try await StoredFile()
        let text = String(decoding: try Repository.bytes("Examples/refund-overdue.json"), as: UTF8.self)
            .replacing(
                "\"country\": \"FR\",", with: "\"country\": \"FR\", \"signature\": \"me/s.png\",",
                maxReplacements: 1)
        let loaded = try file.program.reader.read(Array(text.utf8), decidedAt: file.now)
        let names = loaded.facts.attachments.map {
            $0.path.text.split(separator: "/").last.map(String.init) ?? ""
        }
        let kept = try names.map {
            KeptFile(name: $0, digest: try SHA256.digest(of: $0), byteCount: $0.utf8.count)
        }
        let signature = KeptFile(name: "s.png", digest: try SHA256.digest(of: "s"), byteCount: 1)
        let reference = try CaseReference(parsing: "another")

        _ = try await CaseIntake(file.shelf).open(
            loaded, as: reference, files: KeptFiles(attachments: kept, signature: signature), at: file.now)
        let stored = try await file.shelf.stored(reference, asOf: file.now)

        #expect(stored.facts.reference == reference)
        #expect(stored.facts.attachments.map(\.path.text) == kept.map(\.path))
        #expect(stored.facts.attachments.map(\.title) == loaded.facts.attachments.map(\.title))
        #expect(stored.facts.consumer.signature?.text == signature.path)
        var same = stored.facts
        same.reference = loaded.facts.reference
        same.attachments = loaded.facts.attachments
        same.consumer.signature = loaded.facts.consumer.signature
        #expect(same == loaded.facts)
    }

    @Test("a reference is taken once")
    func twice() async throws {
        let file = try await StoredFile()
        let loaded = try loaded(file)

        await #expect {
            _ = try await CaseIntake(file.shelf).open(
                loaded, as: file.reference, files: KeptFiles(), at: file.now)
        } throws: {
            "\($0)".contains("There is a case seller-silent already")
        }
    }

    @Test("an update says what changed by its place, keeps the log, and tells nothing of the content")
    func update() async throws {
        let file = try await StoredFile()
        _ = try await file.did(.phone, .refused, at: "2026-11-25T10:00:00+01:00")
        let changed = try loaded(file) {
            $0.replacing("2026-11-21", with: "2026-11-22").replacing("Lampe de bureau", with: "Lampe CANARY")
        }

        let places = try await CaseIntake(file.shelf).update(
            file.reference, to: changed, files: KeptFiles(), at: file.now)
        let stored = try await file.stored()

        #expect(places == ["order.deliveredOn", "order.item"])
        #expect(stored.facts.order.deliveredOn == CivilDay(year: 2026, month: 11, day: 22))
        #expect(stored.facts.history.map(\.channel) == [.sellerMessaging, .phone])
        #expect(stored.record.factsRevision == 2)
        let payload = try #require(stored.entries.last?.payload?.reveal())
        #expect(!String(decoding: payload, as: UTF8.self).contains("CANARY"))
    }

    @Test("a file that says the same changes nothing")
    func nothingNew() async throws {
        let file = try await StoredFile()
        let intake = CaseIntake(file.shelf)
        // Once, because the file as it was opened here has not its paths and its reference from the intake.
        let same = try loaded(file) { $0.replacing("\n", with: " ") }

        let places = try await intake.update(file.reference, to: same, files: KeptFiles(), at: file.now)

        #expect(places.isEmpty)
        #expect(try await file.stored().record.factsRevision == 1)
    }

    @Test("the file of another case, and facts that contradict what happened, are refused")
    func refused() async throws {
        let file = try await StoredFile()
        let intake = CaseIntake(file.shelf)
        let other = try loaded(file) { $0.replacing("\"seller-silent\"", with: "\"other\"") }

        await #expect {
            _ = try await intake.update(file.reference, to: other, files: KeptFiles(), at: file.now)
        } throws: {
            "\($0)".contains("the file of case other, not of seller-silent")
        }
        #expect(try await file.stored().record.factsRevision == 1)
    }

    @Test("a case that was exported and read again is the same case, with nothing twice")
    func exportedAndBack() async throws {
        let file = try await StoredFile()
        _ = try await file.did(.phone, .refused, at: "2026-11-25T10:00:00+01:00")
        let before = try await file.stored()
        let exported = try file.program.reader.read(before.json(), decidedAt: file.now)

        let places = try await CaseIntake(file.shelf).update(
            file.reference, to: exported, files: KeptFiles(), at: file.now)
        let after = try await file.stored()

        #expect(places == ["history"])
        #expect(after.facts == before.facts)
    }
}

import CaseStore
import CivilCalendar
import ContactRouting
import Foundation
import Testing

@Suite("What a store keeps")
struct StoredValuesTests {
    static let now = Instant(secondsSinceEpoch: 1_795_420_800)

    @Test("a preparation comes back with every byte, also those that are no text")
    func preparation() throws {
        let prepared = try Self.prepared(files: [Array(0...255), [], Array("é\r\n".utf8)])

        let stored = try StoredPreparation(prepared)

        #expect(try stored.prepared() == prepared)
        #expect(stored.files.map(\.byteCount) == [256, 0, 4])
    }

    @Test("the description of a preparation holds no byte of its files")
    func description() throws {
        let small = try StoredPreparation(Self.prepared(files: [[1]]))
        let large = try StoredPreparation(Self.prepared(files: [Array(repeating: 1, count: 100_000)]))

        #expect(small.manifest == large.manifest)
    }

    @Test("a preparation whose files are missing cannot be read as another one")
    func filesMissing() throws {
        let stored = try StoredPreparation(Self.prepared(files: [[1], [2]]))
        let cut = try StoredPreparation(
            reference: stored.reference, channel: stored.channel, manifest: stored.manifest.reveal(),
            files: Array(stored.files.dropLast()))

        #expect(throws: CaseStoreError.preparationUnreadable(stored.reference)) { _ = try cut.prepared() }
    }

    @Test("more files than a delivery may have are refused with both numbers")
    func tooManyFiles() throws {
        let files = Array(repeating: [UInt8(1)], count: StoredPreparation.filesMax + 1)

        #expect(throws: CaseStoreError.overLimit(.files, actual: 61, max: 60)) {
            _ = try StoredPreparation(Self.prepared(files: files))
        }
    }

    @Test("the life of a delivery comes back as it was, with what a store must know beside it")
    func lifecycle() throws {
        var life = DeliveryLifecycle(
            queuedFrom: Self.now, latest: Self.now.adding(hours: 48), stakes: .costly)
        let queued = try DeliveryStanding(life)
        try life.apply(.claimed(lease: Self.now.adding(seconds: 60)), at: Self.now)
        let sending = try DeliveryStanding(life)

        #expect(queued.state.text == "queued")
        #expect(queued.due == Self.now)
        #expect(sending.state.text == "sending")
        #expect(try sending.lifecycle() == life)
    }

    @Test(
        "a life that was kept by a version that knew nothing of restored stores and planned moments is read")
    func olderLife() throws {
        let life = DeliveryLifecycle(queuedFrom: Self.now, latest: Self.now, stakes: .ordinary)
        let standing = try DeliveryStanding(life)
        let bytes = Data(standing.detail.reveal())
        var keys = try #require(JSONSerialization.jsonObject(with: bytes) as? [String: Any])
        let known = [keys.removeValue(forKey: "wasRestored"), keys.removeValue(forKey: "notBefore")]
        let older = try JSONSerialization.data(withJSONObject: keys)

        #expect(known.allSatisfy { $0 != nil })
        #expect(try DeliveryStanding(standing.state, detail: Array(older), due: nil).lifecycle() == life)
    }

    @Test("a life that was erased, or stands under another name, is not read")
    func unreadable() throws {
        let life = DeliveryLifecycle(queuedFrom: Self.now, latest: Self.now, stakes: .ordinary)
        let standing = try DeliveryStanding(life)
        let erased = DeliveryStanding(standing.state, due: nil)
        let renamed = DeliveryStanding(
            try StateName(parsing: "accepted"), detail: standing.detail.reveal(), due: nil)

        #expect(throws: CaseStoreError.stateUnreadable) { _ = try erased.lifecycle() }
        #expect(throws: CaseStoreError.stateUnreadable) { _ = try renamed.lifecycle() }
    }

    private static func prepared(files: [[UInt8]]) throws -> PreparedDelivery {
        let name = try #require(ArtifactFileName(parsing: "letter.pdf"))
        return PreparedDelivery(
            channel: try ChannelName(parsing: "registered-mail"),
            reference: try DeliveryReference(parsing: "lamp-1"), recipient: "Exemple SARL",
            artifacts: files.map {
                Artifact(role: ArtifactRole("letter"), fileName: name, mediaType: .pdf, bytes: $0, pages: 1)
            }, consent: ConsentNeeded(irreversible: true), afterwards: "Gardez le récépissé.",
            payload: .person(PersonTask(kind: .post, text: "Imprimez, signez, postez.")))
    }
}

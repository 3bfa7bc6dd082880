import CaseFormat
import CivilCalendar
import ContactRouting
import Testing

@Suite("An overlay that does not agree with the directory below it")
struct OverlayConflictTests {
    private static func institution(_ id: String, _ kind: String, _ channel: String) -> String {
        #"{"id": "\#(id)", "name": "I", "kind": "\#(kind)", "country": "FR", "timeZone": "Europe/Paris", "channels": [{"channel": "\#(channel)", "endpoints": [], "source": \#(SmallDirectory.source)}]}"#
    }

    private static func closed(_ id: String, since day: String) -> String {
        #"{"id": "\#(id)", "since": "\#(day)", "successor": ["mediator"], "source": \#(SmallDirectory.source)}"#
    }

    static let table: [(change: (String, String), code: FaultCode, pointer: String)] = [
        ((#""boutique-fr""#, #""fevad""#), .duplicateEntry, "/merchants/0/id"),
        (
            (#""institutions": []"#, "\"institutions\": [\(institution("amazon-fr", "authority", "chat"))]"),
            .duplicateEntry, "/institutions/0/id"
        ),
        (
            (#""institutions": []"#, "\"institutions\": [\(institution("fevad", "authority", "mediator"))]"),
            .contradiction, "/institutions/0/kind"
        ),
        (
            (#""closed": []"#, "\"closed\": [\(closed("social-dm", since: "2026-01-01"))]"), .contradiction,
            "/closed/0/id"
        ),
        ((#""channel": "phone""#, #""channel": "odr""#), .contradiction, "/merchants/0/channels/0/channel"),
    ]

    @Test("Each disagreement is found, with its place in the overlay", arguments: table.indices)
    func finds(_ index: Int) throws {
        let (change, code, pointer) = Self.table[index]
        let base = try TestDirectory.loaded()
        let text = SmallDirectory.text.replacing(change.0, with: change.1)
        let errors = DirectoryReader().check(text.bytes, over: base)

        #expect(text != SmallDirectory.text)
        #expect(errors.map(\.code) == [code], "\(errors)")
        #expect(errors.map(\.pointer) == [pointer])
        #expect(throws: CaseFormatError.self) { try DirectoryReader().read(text.bytes, over: base) }
    }

    @Test("The merged directory tells what came from the overlay, and what that replaces")
    func tellsOrigin() throws {
        let base = try TestDirectory.loaded()
        let merchants = SmallDirectory.text.replacing(
            #""institutions": []"#,
            with: "\"institutions\": [\(Self.institution("pharos", "police", "pharos"))]"
        ).replacing(#""closed": []"#, with: "\"closed\": [\(Self.closed("odr", since: "2025-07-20"))]")
        let merged = try base.overlaid(by: try DirectoryReader().read(merchants.bytes, over: base))
        let origin = try #require(merged.overlay)

        #expect(base.overlay == nil)
        #expect(try origin.origin(of: EntryID(parsing: "boutique-fr")) == .overlay)
        #expect(try origin.origin(of: EntryID(parsing: "pharos")) == .replaced)
        #expect(try origin.origin(of: EntryID(parsing: "amazon-fr")) == .directory)
        #expect(origin.origin(ofClosed: .odr) == .replaced)
        #expect(merged.directory.distrusted == base.directory.distrusted)
    }
}

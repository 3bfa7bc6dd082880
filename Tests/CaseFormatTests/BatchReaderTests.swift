import CaseFormat
import CivilCalendar
import Testing

@Suite("Reading a batch")
struct BatchReaderTests {
    private static let good = #"{"merchant":"amazon-fr","issue":{"kind":"other"}}"#

    private func lines(_ text: String, chunk: Int = 7) throws -> [BatchLine] {
        let moment = try Instant(parsing: "2026-11-25T15:00:00+01:00")
        var batch = BatchReader(try TestDirectory.caseReader(), decidedAt: moment)
        var lines: [BatchLine] = []
        let bytes = text.bytes
        for start in stride(from: 0, to: bytes.count, by: chunk) {
            batch.append(Array(bytes[start..<min(start + chunk, bytes.count)]))
            while let line = batch.next() { lines.append(line) }
        }
        batch.finish()
        while let line = batch.next() { lines.append(line) }
        return lines
    }

    private func spot(_ line: BatchLine) -> Spot? {
        switch line.content {
        case .success: nil
        case .failure(let error): Spot(error)
        }
    }

    @Test(
        "A line is a case, or a case with its moment; a bad line does not stop the others",
        arguments: [1, 7, 4096])
    func readsLines(_ chunk: Int) throws {
        let text = """
            \(Self.good)
            {"at":"2026-11-01T09:00:00+01:00","case":\(Self.good)}
            {"merchant":"amazon-fr","issue":{"kind":"othr"}}

            {"at":"2026-11-01T09:00:00","case":\(Self.good)}
            {"at":"2026-11-01T09:00:00Z","case":{"merchant":"amazon-fr"}}
            {"at":"2026-11-01T09:00:00Z","case":\(Self.good),"more":1}
            \(Self.good)
            """
        let lines = try lines(text, chunk: chunk)

        #expect(lines.map(\.number) == Array(1...8))
        #expect(
            lines.map(spot) == [
                nil, nil, Spot("unknown-value", "/issue/kind", 3, 41), Spot("empty-file", "", 4, 1),
                Spot("offset-missing", "/at", 5, 7), Spot("missing-key", "/case", 6, 37),
                Spot("unknown-key", "/more", 7, 87), nil,
            ])
        let moments = try lines.compactMap { line -> String? in
            guard case .success(let entry) = line.content else { return nil }
            return try TimeZoneDatabase().rules(for: "Europe/Paris").text(entry.decidedAt)
        }
        #expect(
            moments == [
                "2026-11-25T15:00:00+01:00", "2026-11-01T09:00:00+01:00", "2026-11-25T15:00:00+01:00",
            ])
    }

    @Test("The moment of the line is the one that the history must not pass")
    func usesMomentOfLine() throws {
        let contact = #""history":[{"channel":"chat","at":"2026-11-10T09:00:00Z","outcome":"sent"}]"#
        let text =
            #"{"at":"2026-11-01T09:00:00Z","case":{"merchant":"amazon-fr","issue":{"kind":"other"},\#(contact)}}"#

        #expect(try lines(text).map { spot($0)?.code } == ["later-than-decision"])
    }

    @Test("A line beyond the limit is a fault with its line")
    func refusesLongLine() throws {
        let text =
            Self.good + "\n" + String(repeating: " ", count: CaseReader.bytesMax + 1) + "\n" + Self.good
        let lines = try lines(text, chunk: 1 << 20)

        #expect(lines.map(spot) == [nil, Spot("too-large", "", 2, 1), nil])
    }

    @Test("The digest of a case is the same alone and in a batch")
    func digestsCase() throws {
        let alone = try TestDirectory.caseReader().read(Self.good.bytes).digest()
        let batch = try lines(#"{"case":\#(Self.good)}"#)

        #expect(try batch[0].content.get().loaded.digest() == alone)
    }
}

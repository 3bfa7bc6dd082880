import CivilCalendar
import Testing

@Suite("Instant")
struct InstantTests {
    @Test(
        "RFC 3339 timestamps are read",
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("2026-11-26T09:00:00+01:00", 1_795_680_000),
            ("2026-11-26T08:00Z", 1_795_680_000), ("2026-11-26t08:00:00.999999999z", 1_795_680_000),
            ("2026-11-26 03:00:00-05:00", 1_795_680_000), ("1969-12-31T23:59:59Z", -1),
            ("1970-01-01T00:09:21+00:09:21", 0), ("2016-12-31T23:59:60Z", 1_483_228_800),
        ] as [(String, Int64)])
    func read(text: String, seconds: Int64) throws {
        #expect(try Instant(parsing: text).secondsSinceEpoch == seconds)
    }

    @Test(
        "a timestamp without an offset is an error of its own",
        arguments: ["2026-11-26T09:00:00", "2026-11-26T09:00", "2026-11-26T09:00:00.5"])
    func offsetMissing(text: String) {
        #expect(throws: CivilCalendarError.offsetMissing(text)) { try Instant(parsing: text) }
    }

    @Test(
        "other text is refused",
        arguments: [
            "", "now", "2026-11-26", "2026-11-26T24:00:00Z", "2026-11-31T09:00:00Z", "2026-11-26T09:60Z",
            "2026-11-26T09:00:61Z", "2026-11-26T09:00:00+1:00", "2026-11-26T09:00:00+24:00",
            "2026-11-26T09:00:00Zz", "2026-11-26T09:00:00.Z", "2026-11-26T9:00Z",
            "2026-11-26T09:00:00+01:00:60",
        ])
    func refused(text: String) {
        #expect(throws: CivilCalendarError.malformedInstant(text)) { try Instant(parsing: text) }
    }

    @Test("a long text is refused, and the error shows only its start")
    func long() {
        let text = "2026-11-26T09:00:00." + String(repeating: "0", count: 1_000_000) + "Z"

        #expect(throws: CivilCalendarError.malformedInstant(text.prefix(64) + "…")) {
            try Instant(parsing: text)
        }
    }

    @Test("sums and differences saturate")
    func saturation() {
        let end = Instant(secondsSinceEpoch: .max)
        let start = Instant(secondsSinceEpoch: .min)

        #expect(end.adding(seconds: 1) == end)
        #expect(start.adding(hours: -1) == start)
        #expect(Instant(secondsSinceEpoch: 0).adding(hours: .max) == end)
        #expect(start.seconds(until: end) == .max)
        #expect(end.seconds(until: start) == .min)
        #expect(Instant(secondsSinceEpoch: 0).adding(hours: 48).secondsSinceEpoch == 172_800)
    }
}

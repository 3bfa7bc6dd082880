import CivilCalendar
import TestSupport
import Testing

/// Builds zone files for the tests.
struct ZoneFileDraft {
    var version: UInt8 = UInt8(ascii: "2")
    var transitions: [(Int64, UInt8)] = []
    var offsets: [Int32] = [3600]
    var footer = "\n\n"
    var leaps: UInt32 = 0

    var bytes: [UInt8] { block(size: 4, empty: true) + block(size: 8, empty: false) + Array(footer.utf8) }

    private func block(size: Int, empty: Bool) -> [UInt8] {
        var bytes = Array("TZif".utf8) + [version] + [UInt8](repeating: 0, count: 15)
        let changes = empty ? [] : transitions
        let counts = [0, 0, empty ? 0 : leaps, UInt32(changes.count), UInt32(offsets.count), 4]
        for count in counts { bytes += big(UInt64(count), size: 4) }
        for (second, _) in changes { bytes += big(UInt64(bitPattern: second), size: size) }
        bytes += changes.map(\.1)
        for offset in offsets { bytes += big(UInt64(UInt32(bitPattern: offset)), size: 4) + [0, 0] }
        return bytes + Array("CET\0".utf8)
    }

    private func big(_ value: UInt64, size: Int) -> [UInt8] {
        (0..<size).reversed().map { UInt8(truncatingIfNeeded: value >> UInt64($0 * 8)) }
    }
}

@Suite("TZif files")
struct TZifTests {
    private func flaw(_ draft: ZoneFileDraft) -> ZoneFileFlaw? {
        do {
            _ = try TimeZoneRules(identifier: "Test/Zone", tzif: draft.bytes)
            return nil
        } catch .malformedZoneFile(_, let flaw) {
            return flaw
        } catch {
            return nil
        }
    }

    @Test("a well-formed file is read")
    func wellFormed() throws {
        let draft = ZoneFileDraft(transitions: [(0, 1)], offsets: [3600, 7200])

        let rules = try TimeZoneRules(identifier: "Test/Zone", tzif: draft.bytes)

        #expect(rules.offset(at: Instant(secondsSinceEpoch: -1)) == 3600)
        #expect(rules.offset(at: Instant(secondsSinceEpoch: 0)) == 7200)
    }

    @Test("each flaw has its name")
    func flaws() {
        #expect(flaw(ZoneFileDraft(version: 9)) == .unknownVersion)
        #expect(flaw(ZoneFileDraft(transitions: [(5, 0), (5, 0)])) == .unorderedTransitions)
        #expect(flaw(ZoneFileDraft(transitions: [(5, 3)])) == .badTypeIndex)
        #expect(flaw(ZoneFileDraft(offsets: [93_600])) == .badOffset)
        #expect(flaw(ZoneFileDraft(offsets: [])) == .noTypes)
        #expect(flaw(ZoneFileDraft(leaps: 1)) == .leapSeconds)
        #expect(flaw(ZoneFileDraft(leaps: .max)) == .leapSeconds)
        let many = (0..<5000).map { (Int64($0), UInt8(0)) }
        #expect(flaw(ZoneFileDraft(transitions: many)) == .tooManyTransitions)
        #expect(throws: CivilCalendarError.malformedZoneFile(zone: "Test/Zone", flaw: .notTZif)) {
            try TimeZoneRules(identifier: "Test/Zone", tzif: Array("no zone at all".utf8))
        }
    }

    @Test("a file that ends too early is refused, wherever it ends")
    func truncated() {
        let bytes = ZoneFileDraft(transitions: [(5, 0)], footer: "\nCET-1\n").bytes

        for length in 0..<bytes.count {
            #expect(throws: CivilCalendarError.self) {
                try TimeZoneRules(identifier: "Test/Zone", tzif: Array(bytes[..<length]))
            }
        }
    }

    @Test(
        "a footer that is not a POSIX rule is refused",
        arguments: [
            "CET", "C1", "CET-1CEST", "CET-1CEST,M13.1.0,M10.5.0", "CET-1CEST,M3.6.0,M10.5.0", "CET-1 ",
            "CET-1CEST,M3.5.0", "<CET-1", "CET-1CEST,J0,J365", "CET-1CEST,366,1", "CET-99",
            "CET-1CEST,M3.5.0/168,M10.5.0", "CET-1CEST,M3.5.0,M10.5.0,", "CET-99999999999999999999",
        ])
    func badFooters(rule: String) {
        #expect(flaw(ZoneFileDraft(footer: "\n\(rule)\n")) == .badFooter)
    }

    @Test(
        "the footer's rule holds after the last listed change",
        arguments: [
            ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-07-01T00:00Z", 7200),
            ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-12-01T00:00Z", 3600),
            ("<-03>3<-02>,M3.5.0/-2,M10.5.0/-1", "2026-07-01T00:00Z", -7200),
            ("EST5EDT,0/0,J365/25", "2026-12-31T23:30Z", -14_400),
            ("EST5EDT,0/0,J365/25", "2027-01-01T04:30Z", -14_400),
            ("IST-1GMT0,M10.5.0,M3.5.0/1", "2026-01-01T00:00Z", 0),
            ("IST-1GMT0,M10.5.0,M3.5.0/1", "2026-07-01T00:00Z", 3600),
            ("ABC-3:30", "2026-07-01T00:00Z", 12_600),
        ])
    func footers(rule: String, moment: String, offset: Int) throws {
        let draft = ZoneFileDraft(transitions: [(0, 0)], footer: "\n\(rule)\n")

        let rules = try TimeZoneRules(identifier: "Test/Zone", tzif: draft.bytes)

        #expect(rules.offset(at: try Instant(parsing: moment)) == offset)
    }

    @Test("changes at the ends of 64 bits are harmless")
    func extremes() throws {
        let draft = ZoneFileDraft(
            transitions: [(.min, 0), (-1, 1), (.max, 0)], offsets: [3600, 7200],
            footer: "\nCET-1CEST,M3.5.0,M10.5.0/3\n")

        let rules = try TimeZoneRules(identifier: "Test/Zone", tzif: draft.bytes)

        #expect(rules.offset(at: Instant(secondsSinceEpoch: -2)) == 3600)
        #expect(rules.offset(at: Instant(secondsSinceEpoch: .max)) == 3600)
    }

    @Test(
        "property: damaged files end in an error or in rules, never in a crash",
        arguments: 0..<300 as Range<UInt64>)
    func damaged(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let draft = ZoneFileDraft(
            transitions: [(-1_000_000, 0), (1_000_000, 1)], offsets: [3600, 7200],
            footer: "\nCET-1CEST,M3.5.0,M10.5.0/3\n")
        var bytes = draft.bytes
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        bytes.removeLast(Bool.random(using: &random) ? Int.random(in: 0...bytes.count, using: &random) : 0)

        guard let rules = try? TimeZoneRules(identifier: "Test/Zone", tzif: bytes) else { return }
        let moment = Instant(secondsSinceEpoch: Int64.random(in: -1 << 40...1 << 40, using: &random))
        let shown = rules.civilTime(at: moment)
        let back = rules.instant(of: shown.day, secondOfDay: shown.secondOfDay)

        #expect(shown.day == .last || shown.day == .first || back <= moment)
    }
}

@Suite("TimeZoneDatabase")
struct TimeZoneDatabaseTests {
    @Test(
        "a name that could lead out of the folder is refused",
        arguments: [
            "", "../etc/passwd", "/etc/passwd", "Europe/../Paris", "Europe//Paris", "Europe/Paris\0",
            "Zürich",
        ])
    func malformed(name: String) {
        #expect(throws: CivilCalendarError.malformedZoneName(name)) {
            try TimeZoneDatabase().rules(for: name)
        }
    }

    @Test(
        "an unknown zone, a folder and a missing database have errors of their own",
        arguments: ["Europe/Nowhere", "Europe"])
    func unknown(name: String) {
        #expect(throws: CivilCalendarError.unknownZone(name)) { try TimeZoneDatabase().rules(for: name) }
        #expect(throws: CivilCalendarError.zoneDatabaseMissing(folder: "/nowhere")) {
            try TimeZoneDatabase(folder: "/nowhere").rules(for: name)
        }
    }

    @Test("equal zones are equal, read twice")
    func equality() throws {
        let database = TimeZoneDatabase()

        #expect(try database.rules(for: "Europe/Paris") == database.rules(for: "Europe/Paris"))
        #expect(try database.rules(for: "Europe/Paris") != database.rules(for: "Europe/Berlin"))
    }
}

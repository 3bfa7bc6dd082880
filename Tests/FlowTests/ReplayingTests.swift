import Assembly
import CaseFlow
import CaseFormat
import CivilCalendar
import ContactRouting
import Foundation
import JSONText
import Testing

@Suite("A decision made again")
struct ReplayingTests {
    private static let monday = "2026-11-23T09:30:00+01:00"

    private let program: Program

    init() throws { program = try Repository.program() }

    /// The decision as a file.
    private func file(
        _ bytes: [UInt8], at moment: String, isFull: Bool = true, in program: Program,
        asking channel: ChannelName? = nil
    ) throws -> [UInt8] {
        let now = try Instant(parsing: moment)
        let loaded = try program.reader.read(bytes, decidedAt: now)
        var facts = loaded.facts
        facts.preferences.askedChannel = channel ?? facts.preferences.askedChannel
        let decision = try program.deciding.decide(facts, at: now)
        var writer = JSONWriter()
        try Rendering(program.deciding, program: "0.1.0").write(
            decision, of: loaded, isFull: isFull, language: .french, to: &writer)
        return writer.bytes
    }

    private func replay(
        _ file: [UInt8], of bytes: [UInt8], in program: Program, version: String = "0.1.0"
    ) throws -> Replaying.Replay {
        let recorded = try DecisionReader().read(file)
        let loaded = try program.reader.read(bytes, asOf: recorded.decidedAt)
        let rendering = Rendering(program.deciding, program: version)
        return try Replaying(program.deciding, rendering).replay(recorded, of: loaded)
    }

    private static func example(_ name: String = "refund-overdue") throws -> String {
        String(decoding: try Repository.bytes("Examples/\(name).json"), as: UTF8.self)
    }

    /// The program over the shipped directory with one text of it replaced.
    private static func program(replacing old: String, with new: String) throws -> Program {
        let shipped = String(decoding: try Repository.bytes("channels.json"), as: UTF8.self)
        try #require(shipped.contains(old))
        let file = FileManager.default.temporaryDirectory.appending(path: "replay-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(shipped.replacingOccurrences(of: old, with: new).utf8).write(to: file)
        return try Program(
            config: Repository.root.appending(path: "Tests/FlowTests/Cases/empty-settings.json").path,
            directory: file.path, environment: [:])
    }

    @Test(
        "every worked case comes out the same, from a full decision and from a line of a batch",
        arguments: WorkedCase.all)
    func worked(_ worked: WorkedCase) throws {
        let bytes = try worked.bytes()

        for isFull in [true, false] {
            let file = try file(bytes, at: worked.now, isFull: isFull, in: program)
            let comparison = try replay(file, of: bytes, in: program).comparison
            #expect(comparison.changes.isEmpty)
            #expect(comparison.causes.isEmpty)
        }
    }

    @Test(
        "other hours in the directory: exactly the channels with these hours change, and the source says where from"
    )
    func hours() throws {
        let bytes = Array(try Self.example().utf8)
        let file = try file(bytes, at: Self.monday, in: program)
        let later = try Self.program(replacing: "Mo-Sa 06:00-24:00", with: "Mo-Sa 10:00-24:00")

        let comparison = try replay(file, of: bytes, in: later).comparison

        let tenOClock = try Instant(parsing: "2026-11-23T10:00:00+01:00")
        #expect(comparison.causes == [.directory])
        #expect(comparison.recorded.outcome == comparison.today.outcome)
        var channels: Set<ChannelName> = []
        for change in comparison.changes {
            #expect(change.sources.first?.checkedOn == CivilDay(year: 2024, month: 3, day: 1))
            switch change.subject {
            case .verdict(let channel, isUsable: false): channels.insert(channel)
            case .objection(_, nil, let objection?):
                #expect(objection.code.text == "closed")
                #expect(objection.usableFrom == tenOClock)
            default: Issue.record("\(change.subject)")  // tidy-allow: everything else is wrong here
            }
        }
        #expect(channels == [.phone, .callback])
        #expect(comparison.changes.count == 4)
    }

    @Test("one fact of the case changed: exactly what follows from it, with the case as the cause")
    func fact() throws {
        let text =
            #"{"merchant": "amazon-fr", "seller": {"type": "first-party"}, "issue": {"kind": "other"}, "consumer": {"country": "FR"}}"#
        let changed = text.replacingOccurrences(
            of: #""country": "FR""#, with: #""country": "FR", "canCall": false"#)
        let file = try file(Array(text.utf8), at: Self.monday, in: program)

        let comparison = try replay(file, of: Array(changed.utf8), in: program).comparison

        #expect(comparison.causes == [.caseFile])
        #expect(!comparison.changes.isEmpty)
        for change in comparison.changes {
            #expect(change.sources.isEmpty)
            switch change.subject {
            case .verdict(_, let isUsable): #expect(!isUsable)
            case .objection(let channel, nil, let objection?):
                #expect([.phone, .callback, .accessiblePhone].contains(channel))
                #expect(objection.code.text == "voice-impossible")
                #expect(objection.source == "case")
            default: Issue.record("\(change.subject)")  // tidy-allow: everything else is wrong here
            }
        }
    }

    @Test("case and directory both changed: both may be the cause, and the earlier directory tells which")
    func several() throws {
        let text = try Self.example()
        let changed = text.replacingOccurrences(of: "refund-not-received", with: "change-of-mind")
        let file = try file(Array(text.utf8), at: Self.monday, in: program)
        let later = try Self.program(replacing: "Mo-Sa 06:00-24:00", with: "Mo-Sa 10:00-24:00")

        let both = try replay(file, of: Array(changed.utf8), in: later).comparison
        let earlier = try replay(file, of: Array(changed.utf8), in: program).comparison

        #expect(both.causes == [.caseFile, .directory])
        #expect(earlier.causes == [.caseFile])
        #expect(earlier.changes.count < both.changes.count)
    }

    @Test("white space in the directory is another directory without effect")
    func noEffect() throws {
        let bytes = Array(try Self.example().utf8)
        let file = try file(bytes, at: Self.monday, in: program)
        let later = try Self.program(replacing: #""schemaVersion": 1"#, with: #""schemaVersion":  1"#)

        let comparison = try replay(file, of: bytes, in: later).comparison

        #expect(comparison.causes == [.directory])
        #expect(comparison.changes.isEmpty)
    }

    @Test("another version of the program is said")
    func version() throws {
        let bytes = Array(try Self.example().utf8)
        let file = try file(bytes, at: Self.monday, in: program)

        let comparison = try replay(file, of: bytes, in: program, version: "0.2.0").comparison

        #expect(comparison.causes == [.program])
        #expect(comparison.recorded.basis.program == "0.1.0")
        #expect(comparison.today.basis.program == "0.2.0")
    }

    @Test("contacts that came later are left out and counted; the one at the moment itself stays")
    func laterContacts() throws {
        func text(_ contacts: String) -> [UInt8] {
            Array(
                #"{"merchant": "amazon-fr", "issue": {"kind": "item-damaged"}, "history": [\#(contacts)]}"#
                    .utf8)
        }
        let now = #"{"channel": "chat", "at": "2026-11-23T09:30:00+01:00", "outcome": "refused"}"#
        let later = #", {"channel": "email", "at": "2026-11-23T09:30:01+01:00", "outcome": "refused"}"#
        let file = try file(text(now), at: Self.monday, in: program)

        let replay = try replay(file, of: text(now + later), in: program)

        #expect(replay.contactsLeftOut == 1)
        #expect(replay.facts.history.map(\.channel) == [.chat])
        #expect(replay.comparison.causes == [.caseFile])
        #expect(replay.comparison.changes.isEmpty)
    }

    @Test("a decision that explain made about a channel is asked about that channel again")
    func asked() throws {
        let bytes = Array(try Self.example().utf8)
        let file = try file(bytes, at: Self.monday, in: program, asking: .odr)

        let comparison = try replay(file, of: bytes, in: program).comparison

        #expect(comparison.changes.isEmpty)
        #expect(comparison.today.asked?.channel == .odr)
    }

    @Test(
        "moments at the ends of the calendar are answered, never a crash",
        arguments: ["0001-01-01T00:00:00Z", "9999-12-31T22:00:00Z"])
    func ends(moment: String) throws {
        let bytes = Array(
            #"{"merchant": "amazon-fr", "issue": {"kind": "other"}, "consumer": {"timeZone": "America/New_York"}}"#
                .utf8)
        let file = try file(bytes, at: moment, in: program)

        if let recorded = try? DecisionReader().read(file) {
            let loaded = try program.reader.read(bytes, asOf: recorded.decidedAt)
            let rendering = Rendering(program.deciding, program: "0.1.0")
            _ = try? Replaying(program.deciding, rendering).replay(recorded, of: loaded)
        }
    }
}

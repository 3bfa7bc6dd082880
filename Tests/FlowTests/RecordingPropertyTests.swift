import Assembly
import CaseFlow
import CaseFormat
import CaseStore
import CaseStoreTesting
import CivilCalendar
import ContactRouting
import TestSupport
import Testing

@Suite("Whatever is told, the case stays a case")
struct RecordingPropertyTests {
    private static let channels: [ChannelName] = [
        .phone, .chat, .email, .registeredMail, .sellerMessaging, .callback, .mediator,
    ]

    @Test(
        "a report is recorded whole or refused with nothing written, and the case can be decided after each",
        arguments: 0..<12 as Range<UInt64>)
    func anyReports(seed: UInt64) async throws {
        let file = try await StoredFile()
        var chance = SeededGenerator(seed: seed)
        var recordedCount = 0

        for _ in 0..<25 {
            let report = try await Self.report(for: file, &chance)
            let before = try await file.stored()
            do {
                let recorded = try await file.recording.did(report, in: file.reference, now: file.now)
                let after = try await file.stored()
                recordedCount += 1
                #expect(recorded.wasKnown == (after.entries.count == before.entries.count))
                #expect(after.contacts.contains { $0.entry == recorded.entry || recorded.wasKnown })
                #expect((0...1).contains(after.contacts.count - before.contacts.count))
                // A contact never moves: time limits run from its moment.
                let moments = Set(after.facts.history.map(\.at))
                #expect(Set(before.facts.history.map(\.at)).isSubset(of: moments))
            } catch CaseFlowError.report(let error) {
                #expect(try await file.stored().entries == before.entries, "\(error)")
            }
            let stored = try await file.stored()
            #expect(stored.facts.history.map(\.at) == stored.facts.history.map(\.at).sorted())
            _ = try file.program.deciding.decide(stored.facts, at: file.now)
            #expect(try file.program.reader.read(stored.json(), decidedAt: file.now).facts == stored.facts)
        }
        #expect(recordedCount > 5)
        #expect(try await file.store.verify().isSound)
    }

    @Test(
        "taking back everything that was told leaves the case as it was", arguments: 20..<28 as Range<UInt64>)
    func allTakenBack(seed: UInt64) async throws {
        let file = try await StoredFile()
        var chance = SeededGenerator(seed: seed)
        let before = try await file.stored()
        for _ in 0..<10 {
            let report = try await Self.report(for: file, &chance)
            _ = try? await file.recording.did(report, in: file.reference, now: file.now)
        }

        while let number = try await file.stored().contacts.firstIndex(where: { $0.origin != .facts }) {
            _ = try await file.recording.takeBack(
                contact: number + 1, of: file.reference, now: file.now)
        }

        #expect(try await file.stored().facts == before.facts)
        #expect(try await file.stored().loaded.digest() == before.loaded.digest())
    }

    /// Anything that may be typed, sense or nonsense.
    private static func report(
        for file: StoredFile, _ chance: inout SeededGenerator
    ) async throws -> ContactReport {
        let outcomes = PastContact.Outcome.allCases
        var report = ContactReport(
            channel: channels[Int.random(in: 0..<channels.count, using: &chance)],
            outcome: outcomes[Int.random(in: 0..<outcomes.count, using: &chance)],
            at: file.now.adding(hours: Int.random(in: -200...2, using: &chance)))
        let day = CivilDay(year: 2026, month: 11, day: Int.random(in: 1...30, using: &chance))
        if Int.random(in: 0..<3, using: &chance) == 0 { report.promisedOn = day }
        if Int.random(in: 0..<4, using: &chance) == 0 { report.deadline = day }
        if Int.random(in: 0..<4, using: &chance) == 0 { report.note = Private("« \(report.at) »") }
        if Int.random(in: 0..<6, using: &chance) == 0 {
            report.subject = .contact(Int.random(in: 0...9, using: &chance))
        }
        return report
    }
}

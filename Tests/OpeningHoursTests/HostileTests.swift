import CivilCalendar
import OpeningHours
import TestSupport
import Testing

@Suite("Hostile input")
struct HostileTests {
    @Test("a text over the limits is refused")
    func limits() {
        let megabyte = String(repeating: "Mo 10:00-12:00; ", count: 65_536)
        let rules = String(repeating: "Mo off;", count: 300) + "Mo off"

        #expect(throws: ParseError.self) { try Schedule(parsing: megabyte) }
        let error = #expect(throws: ParseError.self) { try Schedule(parsing: rules) }
        #expect(error?.code == .tooManyRules)
    }

    @Test(
        "repeated characters end in an error, in both modes",
        arguments: [
            "(", "[", "\"", "-", "+", "/", ",", ";", "||", ":", "Mo", "9", "\u{0}", "\u{202E}", "\u{FFFD}",
            "😀", "e\u{301}",
            "Mo[", "Jan ", "2026-", "easter -", "\u{2212}", "\u{A0}", "Mo,", "12:", "week ",
        ])
    func repeated(piece: String) {
        let text = String(repeating: piece, count: 16_000 / piece.utf8.count)
        for mode in [ParsingMode.strict, .lenient] {
            guard case .failure(let error) = Schedule.parse(text, mode: mode).schedule else {
                Issue.record("parsed")
                continue
            }
            #expect(error.range.upperBound <= text.utf8.count)
            #expect(!error.description.isEmpty)
        }
    }

    @Test(
        "property: damaged text is parsed or refused, and what is parsed can be asked",
        arguments: 0..<300 as Range<UInt64>)
    func damaged(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var scalars = Array(RandomSchedule.text(using: &random).unicodeScalars)
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let index = Int.random(in: 0..<scalars.count, using: &random)
            scalars[index] = random.pick(Array("0123456789-+/,;:|[]()\"MoTuPHJan é–\u{0}".unicodeScalars))
        }
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars)

        for mode in [ParsingMode.strict, .lenient] {
            switch Schedule.parse(text, mode: mode).schedule {
            case .failure(let error): #expect(error.range.upperBound <= text.utf8.count)
            case .success(let schedule):
                let evaluator = Evaluator(schedule, in: Place(timeZone: .utc))
                let status = evaluator.status(at: Instant(secondsSinceEpoch: 1_795_680_000))
                #expect(Schedule.parse(schedule.description, mode: .lenient).schedule == .success(schedule))
                if let until = status.until { #expect(until.secondsSinceEpoch > 1_795_680_000) }
            }
        }
    }

    @Test(
        "the ends of time can be asked",
        arguments: ["24/7", "Mo 10:00-12:00", "Jan 01 off", "PH off", "2026 off", "easter 22:00-04:00"])
    func extremes(text: String) throws {
        let evaluator = try Sample.evaluator(text)

        for seconds in [Int64.min, -62_135_596_800, 253_402_300_799, Int64.max] {
            let moment = Instant(secondsSinceEpoch: seconds)
            if let until = evaluator.status(at: moment).until { #expect(until > moment) }
            #expect(evaluator.explain(at: moment).outcomes.count == 1)
        }
    }

    @Test("the longest list of rules is evaluated")
    func manyRules() throws {
        let rules = (0..<256).map { index in
            "week 01-53/\(index % 50 + 2) Mo-Su 0\(index % 10):00-\(10 + index % 10):00"
        }
        let evaluator = try Sample.evaluator(rules.joined(separator: ", "))

        #expect(evaluator.nextChange(after: Instant(secondsSinceEpoch: 1_795_680_000)) != nil)
    }

    @Test(
        "the most of anything that a text can hold is read, normalised and asked",
        arguments: [
            ("Mo-Su ", "00:00-24:00", ",", 1300), ("easter off; Mo ", "00:00-48:00", ",", 1200),
            ("", "easter", ",", 2300),
            ("", "Mo[1]", ",", 2700), ("", "PH", ",", 5400), ("", "2000-9999/2", ",", 1300),
            ("", "sunrise-sunset", ",", 1050), ("", "00:00-24:00/1", ",", 1100), ("", "Mo off", ";", 256),
            ("Jan Mo off; ", "week 01-53/2 We 10:00-12:00", ", ", 255), ("Mo[1", ",1", "", 8000),
            ("\"", "é", "", 8000), ("lundi ", "9h-12h ", "", 2000),
            ("", "Feb 29-Mar 01 Mo 22:00-04:00", " || ", 256),
        ])
    func most(start: String, piece: String, separator: String, count: Int) throws {
        let text = start + Array(repeating: piece, count: count).joined(separator: separator)
        let end = start.hasPrefix("Mo[") ? "] off" : start.hasPrefix("\"") ? "\"" : ""
        guard case .success(let schedule) = Schedule.parse(text + end, mode: .lenient, points: true).schedule
        else {
            Issue.record("not parsed")
            return
        }

        let normal = schedule.normalized()
        let evaluator = Evaluator(schedule, in: Place(timeZone: .utc))
        let moment = Instant(secondsSinceEpoch: 1_795_680_000)

        #expect(normal.rules.count <= Schedule.rulesMax)
        #expect(evaluator.explain(at: moment).outcomes.count == schedule.rules.count)
        if let change = evaluator.nextChange(after: moment) { #expect(change > moment) }
    }
}

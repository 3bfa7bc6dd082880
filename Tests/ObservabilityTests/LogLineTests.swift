import CaseStore
import CivilCalendar
import ContactRouting
import Logging
import Observability
import Synchronization
import Testing

@Suite("EventLog")
struct LogLineTests {
    private final class Lines: Sendable {
        private let lines = Mutex<[String]>([])
        var all: [String] { lines.withLock { $0 } }
        func add(_ line: String) { lines.withLock { $0.append(line) } }
    }

    private static let now = Instant(secondsSinceEpoch: 1_795_420_800)

    private func log(_ lines: Lines, _ level: Logger.Level = .info, _ style: LogStyle = .dated) -> EventLog {
        EventLog(level: level, style: style, now: { Self.now }, sink: { lines.add($0) })
    }

    @Test("an event is one line, its values in the order of their keys")
    func line() throws {
        let lines = Lines()

        log(lines).log(
            .notice, "delivery-settled",
            [
                LogField("delivery", LogValue(try DeliveryReference(parsing: "lamp-1"))),
                LogField("channel", LogValue(.email)), LogField("attempt", LogValue(2)),
            ])

        #expect(
            lines.all == [
                "time=2026-11-23T08:00:00Z level=notice event=delivery-settled attempt=2 channel=email delivery=lamp-1\n"
            ])
    }

    @Test("what is less important than the level is left out")
    func level() {
        let lines = Lines()
        let log = log(lines, .warning)

        log.log(.notice, "left-out")
        log.log(.error, "kept")

        #expect(lines.all.count == 1)
        #expect(lines.all.first?.contains("event=kept") == true)
    }

    @Test("for the journal a line begins with its priority and has no moment of its own")
    func journal() {
        let lines = Lines()
        let log = log(lines, .info, .journal)

        log.log(.error, "one")
        log.log(.info, "two")

        #expect(lines.all == ["<3>event=one\n", "<6>event=two\n"])
    }

    @Test("a value can neither end its line nor hide a sign")
    func hostile() {
        let lines = Lines()
        let failure = Failure(.transient, "a \"b\"\nlevel=error\u{1B}[31m\u{202E}c")

        log(lines).log(.info, "failed", [LogField("reason", LogValue(explanationOf: failure))])

        let line = lines.all.first ?? ""
        #expect(line.hasSuffix(#"reason="a \"b\"\nlevel=error\u{1b}[31m\u{202e}c""# + "\n"))
        #expect(line.unicodeScalars.filter { $0.value < 0x20 } == ["\n"])
    }

    @Test("a long value says how much of it is missing")
    func long() {
        let lines = Lines()
        let failure = Failure(.transient, String(repeating: "x", count: 1500))

        log(lines).log(.info, "failed", [LogField("reason", LogValue(explanationOf: failure))])

        #expect(lines.all.first?.hasSuffix("… (500 more)\"\n") == true)
    }

    @Test("the levels of the setting are those of swift-log")
    func levels() {
        #expect(Logger.Level(setting: "debug") == .debug)
        #expect(Logger.Level(setting: "loud") == nil)
    }
}

import CaseStore
import CivilCalendar
import ContactRouting
import CoreMetrics
import Logging
import Observability
import Outbox
import Synchronization
import Testing

@Suite("OutboxObserver and its numbers")
struct OutboxObserverTests {
    private static let lamp = try? DeliveryReference(parsing: "lamp-1")

    private func all(_ notices: [OutboxNotice]) -> (log: String, metrics: String) {
        let (lines, clock, numbers) = (LineHolder(), SteppingClock(), TextfileMetrics())
        let metrics = OutboxMetrics(numbers, uptimeNanoseconds: { clock.next() })
        let log = EventLog(
            level: .trace, now: { Instant(secondsSinceEpoch: 1_795_420_800) }, sink: { lines.add($0) })
        metrics.started()
        for notice in notices { OutboxObserver(log: log, metrics: metrics).observe(notice) }
        return (lines.text, numbers.text())
    }

    private func everyNotice() throws -> [OutboxNotice] {
        let lamp = try #require(Self.lamp)
        let states = DeliveryState.Kind.allCases
        return [.claimed(lamp, .email, attempt: 1)] + states.map { .settled(lamp, .email, $0) }
            + [
                .rescued(lamp, .email, .unknown),
                .channelPaused(.email, .authentication, explanation: "Refused."),
                .channelResumed(.email), .superseded(lamp), .overdue(lamp, .email),
                .outcomesWait(count: 3, .busy(seconds: 10)), .outcomesFound(count: 2), .journalUnusable,
                .clockDoubt(jumpSeconds: -900), .stopping,
                .roomShort(RoomShortage(bytesFree: 1 << 20, bytesNeeded: 64 << 20)), .roomFound,
                .stopped,
            ]
    }

    @Test("every notice of the worker is one line, and the state is in it")
    func lines() throws {
        let notices = try everyNotice()

        let log = all(notices).log

        #expect(log.split(separator: "\n").count == notices.count)
        #expect(
            log.contains("level=warning event=delivery-settled channel=email delivery=lamp-1 state=unknown"))
        #expect(log.contains("level=error event=clock-doubt jump-seconds=-900"))
        #expect(log.contains("reason=Refused."))
    }

    @Test("what the worker does is counted in the format of Prometheus")
    func counted() throws {
        let metrics = all(try everyNotice()).metrics

        for line in [
            "# TYPE recours_deliveries_claimed_total counter",
            #"recours_deliveries_claimed_total{channel="email"} 1"#,
            #"recours_deliveries_settled_total{channel="email",state="accepted"} 1"#,
            #"recours_channel_pauses_total{channel="email",class="authentication"} 1"#,
            #"recours_channel_paused{channel="email"} 0"#, "recours_clock_doubts_total 1",
            #"recours_delivery_seconds_bucket{channel="email",le="1"} 0"#,
            #"recours_delivery_seconds_bucket{channel="email",le="5"} 1"#,
            #"recours_delivery_seconds_bucket{channel="email",le="+Inf"} 1"#,
            #"recours_delivery_seconds_sum{channel="email"} 2"#,
            #"recours_delivery_seconds_count{channel="email"} 1"#, "recours_worker_running 0",
        ] {
            #expect(metrics.contains(line + "\n"), "\(line)")
        }
    }

    @Test("labels cannot break out of their quotes, and the number of series has a limit")
    func limits() {
        let metrics = TextfileMetrics()
        metrics.makeCounter(label: "odd", dimensions: [("a", "x\"} 1\n\\")]).increment(by: 1)
        for number in 0...TextfileMetrics.seriesMax {
            metrics.makeCounter(label: "many", dimensions: [("n", "\(number)")]).increment(by: 1)
        }

        let text = metrics.text()

        #expect(text.contains(#"odd{a="x\"} 1\n\\"} 1"# + "\n"))
        #expect(text.contains("recours_series_refused_total 2\n"))
    }
}

private final class LineHolder: Sendable {
    private let lines = Mutex("")
    var text: String { lines.withLock { $0 } }
    func add(_ line: String) { lines.withLock { $0 += line } }
}

/// Two seconds later with each question.
private final class SteppingClock: Sendable {
    private let now = Mutex<Int64>(0)
    func next() -> Int64 {
        now.withLock { now in
            now += 2_000_000_000
            return now
        }
    }
}

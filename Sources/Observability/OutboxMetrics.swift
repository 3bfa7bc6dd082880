internal import CaseStore
public import ContactRouting
public import CoreMetrics
public import Outbox
internal import Synchronization

/// Counts what the worker does, through swift-metrics.
///
/// The names are in `docs/logging.md`. Labels are names of channels, states and classes: never a case or a delivery,
/// of which there are too many.
public final class OutboxMetrics: Sendable {
    /// Most deliveries whose beginning is remembered; more are counted without a duration.
    static let begunMax = 10_000

    private let factory: any MetricsFactory
    private let uptimeNanoseconds: @Sendable () -> Int64
    private let begun = Mutex<[DeliveryReference: Int64]>([:])

    /// - Parameter uptimeNanoseconds: a clock that is never set.
    public init(_ factory: any MetricsFactory, uptimeNanoseconds: @escaping @Sendable () -> Int64) {
        self.factory = factory
        self.uptimeNanoseconds = uptimeNanoseconds
    }

    public func count(_ notice: OutboxNotice) {
        switch notice {
        case .claimed(let delivery, let channel, _):
            add("recours_deliveries_claimed_total", [("channel", channel.text)])
            let now = uptimeNanoseconds()
            begun.withLock { if $0.count < Self.begunMax { $0[delivery] = now } }
        case .settled(let delivery, let channel, let state):
            add("recours_deliveries_settled_total", [("channel", channel.text), ("state", state.rawValue)])
            let start = begun.withLock { $0.removeValue(forKey: delivery) }
            if let start { time(uptimeNanoseconds() - start, through: channel) }
        case .rescued(_, let channel, let state):
            add("recours_deliveries_rescued_total", [("channel", channel.text), ("state", state.rawValue)])
        case .channelPaused(let channel, let kind, _):
            add("recours_channel_pauses_total", [("channel", channel.text), ("class", kind.rawValue)])
            meter("recours_channel_paused", 1, [("channel", channel.text)])
        case .channelResumed(let channel):
            meter("recours_channel_paused", 0, [("channel", channel.text)])
        case .superseded(let delivery):
            add("recours_deliveries_superseded_total", [])
            begun.withLock { _ = $0.removeValue(forKey: delivery) }
        case .overdue(_, let channel):
            add("recours_deliveries_overdue_total", [("channel", channel.text)])
        case .outcomesWait: add("recours_store_waits_total", [])
        case .outcomesFound: add("recours_outcomes_found_total", [])
        case .journalUnusable: add("recours_journal_failures_total", [])
        case .roomShort: meter("recours_room_short", 1, [])
        case .roomFound: meter("recours_room_short", 0, [])
        case .clockDoubt: add("recours_clock_doubts_total", [])
        case .stopping: meter("recours_worker_running", 0, [])
        case .stopped: meter("recours_worker_running", 0, [])
        }
    }

    /// The worker has begun.
    public func started() { meter("recours_worker_running", 1, []) }

    /// How many deliveries are in a state now.
    public func standing(_ count: Int, in state: DeliveryState.Kind) {
        meter("recours_deliveries", Double(count), [("state", state.rawValue)])
    }

    private func add(_ name: String, _ labels: [(String, String)]) {
        Counter(label: name, dimensions: labels, factory: factory).increment()
    }

    private func meter(_ name: String, _ value: Double, _ labels: [(String, String)]) {
        Meter(label: name, dimensions: labels, factory: factory).set(value)
    }

    private func time(_ nanoseconds: Int64, through channel: ChannelName) {
        CoreMetrics.Timer(
            label: "recours_delivery_seconds", dimensions: [("channel", channel.text)], factory: factory
        ).recordNanoseconds(max(0, nanoseconds))
    }
}

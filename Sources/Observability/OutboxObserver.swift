internal import CaseStore
internal import ContactRouting
internal import Logging
public import Outbox

/// Makes log lines and numbers out of what the worker tells.
public struct OutboxObserver: Sendable {
    private let log: EventLog
    private let metrics: OutboxMetrics

    public init(log: EventLog, metrics: OutboxMetrics) {
        self.log = log
        self.metrics = metrics
    }

    public func observe(_ notice: OutboxNotice) {
        metrics.count(notice)
        switch notice {
        case .claimed(let delivery, let channel, let attempt):
            log.log(
                .info, "delivery-claimed",
                Self.fields(delivery, channel) + [LogField("attempt", LogValue(attempt))])
        case .rescued(let delivery, let channel, let state):
            log.log(
                .warning, "delivery-rescued",
                Self.fields(delivery, channel) + [LogField("state", LogValue(state))])
        case .settled(let delivery, let channel, let state):
            log.log(
                state.level, "delivery-settled",
                Self.fields(delivery, channel) + [LogField("state", LogValue(state))])
        case .channelPaused(let channel, let kind, let explanation):
            log.log(
                .error, "channel-paused",
                [
                    LogField("channel", LogValue(channel)), LogField("class", LogValue(kind)),
                    LogField("reason", LogValue(explanation: explanation)),
                ])
        case .channelResumed(let channel):
            log.log(.notice, "channel-resumed", [LogField("channel", LogValue(channel))])
        case .superseded(let delivery):
            log.log(.warning, "delivery-superseded", [LogField("delivery", LogValue(delivery))])
        case .overdue(let delivery, let channel):
            log.log(.warning, "delivery-overdue", Self.fields(delivery, channel))
        case .outcomesWait(let count, let error):
            log.log(
                .error, "outcomes-wait",
                [LogField("count", LogValue(count)), LogField("reason", LogValue(error))])
        case .outcomesFound(let count):
            log.log(.warning, "outcomes-found", [LogField("count", LogValue(count))])
        case .journalUnusable: log.log(.error, "journal-unusable")
        case .roomShort(let shortage):
            log.log(
                .error, "room-short",
                [
                    LogField("bytes-free", LogValue(shortage.bytesFree)),
                    LogField("bytes-needed", LogValue(shortage.bytesNeeded)),
                ])
        case .roomFound: log.log(.notice, "room-found")
        case .clockDoubt(let seconds):
            log.log(.error, "clock-doubt", [LogField("jump-seconds", LogValue(seconds))])
        case .stopping: log.log(.notice, "worker-stopping")
        case .stopped: log.log(.notice, "worker-stopped")
        }
    }

    private static func fields(_ delivery: DeliveryReference, _ channel: ChannelName) -> [LogField] {
        [LogField("delivery", LogValue(delivery)), LogField("channel", LogValue(channel))]
    }
}

extension DeliveryState.Kind {
    /// How important it is that a delivery came to this state.
    fileprivate var level: Logger.Level {
        switch self {
        case .queued, .sending, .waiting: .info
        case .needsPerson, .accepted, .cancelled: .notice
        case .failed, .unknown, .quarantined, .held: .warning
        }
    }
}

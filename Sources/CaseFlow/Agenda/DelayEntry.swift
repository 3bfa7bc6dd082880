public import CaseStore
public import CivilCalendar
public import ContactRouting
internal import JSONText
internal import Outbox

extension LogKind {
    /// The person was told that a delivery takes long; the payload is a ``DelayEntry``.
    public static let delayed = LogKind("delayed")
}

/// A delivery that has been tried in vain for longer than it should take.
public struct DelayEntry: Hashable, Sendable {
    public let delivery: DeliveryReference
    public let channel: ChannelName
    /// When it was tried first.
    public let since: Instant
    /// The moment after which another try would come too late.
    public let latest: Instant

    public init(delivery: DeliveryReference, channel: ChannelName, since: Instant, latest: Instant) {
        self.delivery = delivery
        self.channel = channel
        self.since = since
        self.latest = latest
    }

    /// Reads an entry of a case's log; nil when it is about something else, or its payload was erased.
    public init?(_ entry: LogEntry) {
        guard entry.kind == .delayed, let payload = entry.payload?.reveal(),
            let root = try? JSONDocument(parsing: payload).root,
            let delivery = root["delivery"]?.string.flatMap({ try? DeliveryReference(parsing: $0) }),
            let channel = root["channel"]?.string.flatMap({ try? ChannelName(parsing: $0) }),
            let since = root["since"]?.string.flatMap({ try? Instant(parsing: $0) }),
            let latest = root["latest"]?.string.flatMap({ try? Instant(parsing: $0) })
        else { return nil }
        self.init(delivery: delivery, channel: channel, since: since, latest: latest)
    }

    /// Recorded once for each series of attempts.
    func draft(at now: Instant) -> LogDraft {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("delivery")
        writer.string(delivery.text)
        writer.key("channel")
        writer.string(channel.text)
        writer.key("since")
        writer.string(TimeZoneRules.utc.text(since))
        writer.key("latest")
        writer.string(TimeZoneRules.utc.text(latest))
        writer.endObject()
        return LogDraft(.delayed, at: now, payload: writer.bytes, once: once)
    }

    /// Tells this delay from others of the same delivery.
    var once: String { "delayed \(delivery) \(since.secondsSinceEpoch)" }
}

extension DeliveryRecord {
    /// That the delivery takes longer than it should; nil as long as it does not, and when nothing is tried any more.
    public func delay(at now: Instant) -> DelayEntry? {
        let policy = RetryPolicy()
        guard !forgotten, let warning = life.delayWarning(policy), warning <= now else { return nil }
        return DelayEntry(
            delivery: reference, channel: channel,
            since: warning.adding(seconds: -policy.delayWarningSeconds), latest: life.latest)
    }
}

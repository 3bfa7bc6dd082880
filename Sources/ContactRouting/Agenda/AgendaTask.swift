public import CivilCalendar

/// Something prepared that the person sends with their own hands, and that loses its value with time.
public struct AgendaTask: Hashable, Sendable {
    public let channel: ChannelName
    public let orderedAt: Instant
    /// The moment after which it must not go out any more.
    public let latest: Instant

    public init(channel: ChannelName, orderedAt: Instant, latest: Instant) {
        self.channel = channel
        self.orderedAt = orderedAt
        self.latest = latest
    }
}

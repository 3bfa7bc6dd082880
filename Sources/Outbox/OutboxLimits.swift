/// The sizes and times the worker keeps to.
public struct OutboxLimits: Hashable, Sendable {
    /// Most deliveries of one channel that are under way at the same time.
    public var perChannelMax = 10
    /// Most deliveries that one claim takes.
    public var claimMax = 10
    /// Most deliveries that are claimed and not started, over all channels.
    public var pendingMax = 100
    /// Most outcomes that are stored together.
    public var settleMax = 100
    /// How long a claim lasts unless it is renewed: after so much time a delivery that was cut off is taken over.
    public var leaseSeconds: Int64 = 300
    /// How long this worker is the only one unless it renews that.
    public var workerLeaseSeconds: Int64 = 180
    /// How often the store is asked for new work at least.
    public var pollSeconds: Int64 = 30
    /// How often the clocks are kept for the next start, at most.
    public var clockKeepSeconds: Int64 = 60
    /// How long a delivery may take when its channel sets no limit.
    public var deliverySecondsMax: Int64 = 900
    /// How long an inquiry may take.
    public var inquirySecondsMax: Int64 = 120
    /// How long a graceful stop waits for replies.
    public var graceSeconds: Int64 = 20
    /// How long the worker waits before it stores outcomes again that the store had no room or time for.
    public var storeRetrySeconds: Int64 = 5
    /// How often it does so before it gives up.
    public var storeRetriesMax = 60

    /// Room that must be left where the store is before anything is begun, in bytes: for outcomes, replies and the calendar.
    public var bytesFreeMin: Int64 = 64 << 20

    public init() {}
}

public import CaseStore
public import ChannelPluginKit
internal import ContactRouting

/// Everything outside the worker, handed in.
public struct OutboxWorld: Sendable {
    public let store: any CaseStore
    public let plugins: ChannelRegistry
    public let mail: any MailPort
    public let http: any HTTPPort
    public let signing: any SigningPort
    public let clock: any OutboxClock
    /// Where outcomes wait that the store cannot take; nil keeps them in memory alone.
    public let journal: (any OutcomeJournal)?
    /// Where the clocks are kept for the next start; nil keeps nothing, and only jumps while the worker runs are noticed.
    public let clockMemory: (any ClockMemory)?
    /// The room where the store is; nil asks nobody.
    public let room: (any RoomGauge)?
    /// `0..<1`, anew with each call.
    public let chance: @Sendable () -> Double
    public let tell: @Sendable (OutboxNotice) -> Void
    /// Called at each fault point; does nothing outside of tests.
    public let atFaultPoint: @Sendable (FaultPoint) -> Void

    public init(
        store: any CaseStore, plugins: ChannelRegistry, mail: any MailPort, http: any HTTPPort,
        signing: any SigningPort, clock: any OutboxClock, chance: @escaping @Sendable () -> Double,
        journal: (any OutcomeJournal)? = nil, clockMemory: (any ClockMemory)? = nil,
        room: (any RoomGauge)? = nil,
        tell: @escaping @Sendable (OutboxNotice) -> Void = { _ in },
        atFaultPoint: @escaping @Sendable (FaultPoint) -> Void = { _ in }
    ) {
        self.store = store
        self.plugins = plugins
        self.mail = mail
        self.http = http
        self.signing = signing
        self.clock = clock
        self.journal = journal
        self.clockMemory = clockMemory
        self.room = room
        self.chance = chance
        self.tell = tell
        self.atFaultPoint = atFaultPoint
    }

    func descriptor(of channel: ChannelName) -> ChannelDescriptor? {
        plugins[channel]?.channels.first { $0.channel == channel }
    }
}

public import CivilCalendar

/// A fact that is not known and would change the best channel.
public struct Question: Hashable, Sendable {
    public let fact: FactPath

    public init(fact: FactPath) { self.fact = fact }
}

/// A smallest change after which another channel would be best.
public struct Flip: Hashable, Sendable {
    public enum Change: Hashable, Sendable {
        case at(Instant)
        /// A fact with another value, as the case file writes it.
        case fact(FactPath, String)
    }

    public let change: Change
    /// The best channel after the change; nil when waiting or nothing would be right then.
    public let best: ChannelName?

    public init(change: Change, best: ChannelName?) {
        self.change = change
        self.best = best
    }
}

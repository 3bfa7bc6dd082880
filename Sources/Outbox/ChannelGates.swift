internal import CivilCalendar
internal import ContactRouting

/// How many deliveries each channel may have under way, and which channels pause.
///
/// A channel of which nothing has come back yet is tried by one delivery first, so that a wrong password is not tried ten
/// times at once.
struct ChannelGates: Hashable, Sendable {
    private struct Gate: Hashable {
        var running = 0
        var isTested = false
        var pausedUntil: Instant?
    }

    private var gates: [ChannelName: Gate] = [:]
    let perChannelMax: Int

    init(perChannelMax: Int) { self.perChannelMax = perChannelMax }

    /// True when another delivery may be started.
    func admits(_ channel: ChannelName, at now: Instant) -> Bool {
        guard let gate = gates[channel] else { return true }
        if isPaused(gate, now) { return false }
        return gate.running < (gate.isTested ? perChannelMax : 1)
    }

    /// The end of the channel's pause; nil when it does not pause.
    func pause(of channel: ChannelName, at now: Instant) -> Instant? {
        gates[channel].flatMap { isPaused($0, now) ? $0.pausedUntil : nil }
    }

    /// The channels of which nothing is claimed now: they pause, or have enough.
    ///
    /// - Parameter waiting: how many claimed deliveries of a channel have not been started.
    func closed(waiting: [ChannelName: Int], at now: Instant) -> Set<ChannelName> {
        let full = waiting.filter { (gates[$0.key]?.running ?? 0) + $0.value >= perChannelMax * 2 }.map(\.key)
        return Set(gates.filter { isPaused($0.value, now) }.map(\.key)).union(full)
    }

    mutating func started(_ channel: ChannelName) { gates[channel, default: Gate()].running += 1 }

    mutating func ended(_ channel: ChannelName) {
        guard let gate = gates[channel], gate.running > 0 else { return }
        gates[channel]?.running -= 1
    }

    /// Pauses a channel.
    ///
    /// - Returns: whether its account was accepted before, as far as is known.
    mutating func pause(_ channel: ChannelName, until: Instant) -> Bool {
        var gate = gates[channel, default: Gate()]
        let isNew = gate.pausedUntil == nil
        gate.pausedUntil = max(gate.pausedUntil ?? until, until)
        gate.isTested = false
        gates[channel] = gate
        return isNew
    }

    /// Something came back that is no refusal of the account.
    ///
    /// - Returns: whether that ends a pause.
    mutating func passed(_ channel: ChannelName) -> Bool {
        var gate = gates[channel, default: Gate()]
        let wasPaused = gate.pausedUntil != nil
        gate.isTested = true
        gate.pausedUntil = nil
        gates[channel] = gate
        return wasPaused
    }

    private func isPaused(_ gate: Gate, _ now: Instant) -> Bool {
        gate.pausedUntil.map { now < $0 } ?? false
    }
}

internal import CaseStore
internal import CivilCalendar
internal import ContactRouting

/// Whether the wall clock can be trusted: nothing with legal effect goes out by one that jumped.
extension OutboxRunner {
    /// Whether anything may go out by this clock.
    func trustsClock() async throws(OutboxError) -> Bool {
        if inDoubt {
            guard try await hold() == nil else { return false }
            inDoubt = false
            watch = ClockWatch(world.clock)
            await keepClock(isTrusted: true)
        }
        guard let jump = watch.jump(world.clock) else {
            if world.clock.uptimeSeconds >= nextClockKeeping { await keepClock(isTrusted: true) }
            return true
        }
        try await doubtClock(jumpSeconds: jump)
        giveBackWaiting(from: world.clock.now)
        return false
    }

    /// A worker that did not end left a lease of a known length: one that lies too far ahead says that the clock ran back.
    func compare(_ now: Instant, with earlier: Lease) async throws(OutboxError) {
        let left = now.seconds(until: earlier.until)
        guard left > limits.workerLeaseSeconds + ClockWatch.backwardSecondsMax else { return }
        try await doubtClock(jumpSeconds: limits.workerLeaseSeconds - left)
    }

    /// Compares the clocks with what they showed when a worker last trusted them.
    ///
    /// A reading that was in doubt, and no hold any more: a person has confirmed meanwhile.
    func compareWithMemory() async throws(OutboxError) {
        guard let last = await world.clockMemory?.lastReading() else { return }
        guard last.isTrusted else {
            inDoubt = try await hold() != nil
            return
        }
        guard !inDoubt, let jump = last.jump(to: ClockReading(world.clock, isTrusted: true)) else { return }
        try await doubtClock(jumpSeconds: jump)
    }

    func keepClock(isTrusted: Bool) async {
        guard let memory = world.clockMemory else { return }
        nextClockKeeping = world.clock.uptimeSeconds + limits.clockKeepSeconds
        await memory.keep(ClockReading(world.clock, isTrusted: isTrusted))
    }

    private func doubtClock(jumpSeconds: Int64) async throws(OutboxError) {
        inDoubt = true
        world.tell(.clockDoubt(jumpSeconds: jumpSeconds))
        if try await hold() == nil {
            let hold = Hold(.clockDoubt, since: world.clock.now)
            try await inStore { () async throws(CaseStoreError) in try await world.store.setHold(hold) }
        }
        // After the hold: a reading in doubt without one would say that somebody has confirmed.
        await keepClock(isTrusted: false)
    }
}

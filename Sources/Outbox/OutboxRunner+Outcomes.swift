internal import CaseStore
internal import CivilCalendar
internal import ContactRouting

extension OutboxRunner {
    /// Stores what became of deliveries, as many together as there are.
    ///
    /// Nothing is lost while the store has no room or no time: nothing else is done until it is stored.
    func storeFinished() async throws(OutboxError) {
        var tries = 0
        while !finished.isEmpty {
            let batch = Array(finished.prefix(limits.settleMax))
            let now = world.clock.now
            let lives = batch.map { next($0, at: now) }
            world.atFaultPoint(.settling)
            do throws(CaseStoreError) {
                var settlements: [Settlement] = []
                for (job, life) in zip(batch, lives) {
                    settlements.append(try settlement(of: job, life, at: now))
                }
                let results = try await world.store.settle(settlements)
                finished.removeFirst(batch.count)
                for (index, result) in results.enumerated() {
                    note(result, batch[index], lives[index], at: now)
                }
            } catch {
                tries += 1
                await keepAside()
                try await endure(error, tries: tries)
                continue
            }
            world.atFaultPoint(.settled)
            tries = 0
        }
        if !journaled.isEmpty { await journal([]) }
    }

    /// Writes beside the store what it does not take, unless that stands there already.
    private func keepAside() async {
        guard world.journal != nil, Set(finished.map(\.ticket)) != journaled else { return }
        let now = world.clock.now
        let outcomes = finished.compactMap { job in
            (try? settlement(of: job, next(job, at: now), at: now)).map(UnstoredOutcome.init)
        }
        await journal(outcomes)
    }

    private func journal(_ outcomes: [UnstoredOutcome]) async {
        do {
            try await world.journal?.replace(with: outcomes)
            journaled = Set(outcomes.map(\.settlement.ticket))
        } catch {
            world.tell(.journalUnusable)
        }
    }

    /// Stores what an earlier run could not; before its leases are looked at, so that nothing of it is taken for unknown.
    func storeJournaled() async throws(OutboxError) {
        guard let journal = world.journal else { return }
        let outcomes: [UnstoredOutcome]
        do { outcomes = try await journal.outcomes() } catch {
            world.tell(.journalUnusable)
            return
        }
        guard !outcomes.isEmpty else { return }
        let settlements = outcomes.map(\.settlement)
        // One that was stored after all, or taken over since, has a newer ticket and is left alone.
        let results = try await inStore { () async throws(CaseStoreError) in
            try await world.store.settle(settlements)
        }
        world.tell(.outcomesFound(count: results.count { if case .settled = $0 { true } else { false } }))
        await self.journal([])
    }

    private func next(_ job: FinishedJob, at now: Instant) -> DeliveryLifecycle {
        var life = job.life
        switch job.end {
        case .asItStands: break
        case .event(let event):
            do throws(DeliveryLifecycleError) {
                try life.apply(event, at: now, chance: world.chance(), policy: policy)
            } catch {
                // A fault of the program, and what went out nobody knows.
                life = DeliveryLifecycle(unreadableWithLatest: life.latest)
            }
        }
        return life
    }

    private func settlement(
        of job: FinishedJob, _ life: DeliveryLifecycle, at now: Instant
    ) throws(CaseStoreError) -> Settlement {
        let (standing, entry) = try life.stored(of: job.record, at: now)
        let isTold = job.end != .asItStands && !job.leavesUnknown(life)
        return Settlement(job.ticket, standing: standing, entry: isTold ? entry : nil)
    }

    private func note(
        _ result: SettlementResult, _ job: FinishedJob, _ life: DeliveryLifecycle, at now: Instant
    ) {
        let isNews = newlyUnknown.remove(job.record.reference) != nil || !job.leavesUnknown(life)
        switch result {
        case .settled where !isNews: break
        case .settled:
            world.tell(.settled(job.record.reference, job.record.channel, life.state.kind))
        case .superseded, .factsChanged:
            world.tell(.superseded(job.record.reference))
        }
        if let due = life.nextAction, due <= now { foundNothingBut = nil }
        guard case .event(.outcome(let outcome)) = job.end else { return }
        learn(outcome, job.record.channel, pause: life.nextAction, at: now)
    }

    /// What an outcome says about the account of its channel.
    private func learn(
        _ outcome: DeliveryOutcome, _ channel: ChannelName, pause: Instant?, at now: Instant
    ) {
        switch outcome {
        case .failed(let failure) where failure.kind == .authentication || failure.kind == .configuration:
            let until = pause ?? policy.accountPauseEnd(now: now, chance: world.chance())
            let isNew = gates.pause(channel, until: until)
            // Those that have not begun would only try the same account again.
            for job in running.values where job.job.channel == channel && job.job.duty == .send {
                if !job.guarded.hasBegun { job.guarded.close() }
            }
            if isNew {
                world.tell(.channelPaused(channel, failure.kind, explanation: failure.explanation))
            }
        case .accepted, .needsPerson, .deferred, .failed, .unknown:
            if gates.passed(channel) { world.tell(.channelResumed(channel)) }
        }
    }

    /// Waits for what is under way, at most for the grace, so that its outcome is kept with the others.
    private func gatherRest() async {
        let end = world.clock.uptimeSeconds + limits.graceSeconds
        giveBackWaiting(from: world.clock.now)
        for job in running.values where !job.guarded.hasBegun { job.guarded.close() }
        while !running.isEmpty, world.clock.uptimeSeconds < end {
            await restForMore(seconds: max(1, end - world.clock.uptimeSeconds))
        }
        await keepAside()
    }

    /// Waits for a store that has no room or no time; every other error ends the run.
    private func endure(_ error: CaseStoreError, tries: Int) async throws(OutboxError) {
        let isOver = stopAt.map { $0 <= world.clock.uptimeSeconds } ?? (tries > limits.storeRetriesMax)
        guard error.passes, !isOver else {
            await gatherRest()
            throw .outcomesNotStored(count: finished.count, error)
        }
        world.tell(.outcomesWait(count: finished.count, error))
        await world.clock.sleep(seconds: limits.storeRetrySeconds)
    }
}

extension CaseStoreError {
    /// True when the same call may succeed a little later, without anybody mending anything in the program.
    var passes: Bool {
        switch self {
        case .busy, .full: true
        case .caseExists, .caseUnknown, .caseClosed, .caseOpen, .caseForgotten, .factsChanged,
            .deliveryExists, .deliveryOpen,
            .deliveryUnknown, .deliveryUnderway, .deliveryChanged, .superseded, .preparationUnreadable,
            .stateUnreadable, .onHold, .workerRunning, .workerReplaced, .overLimit, .backupExists,
            .unsupported,
            .digestUnavailable, .readOnly, .inputOutput, .damaged, .foreign, .newerSchema, .olderSchema,
            .unsafeSetting,
            .unsafePermissions, .sharedFolder, .foreignOwner, .locked, .cannotOpen, .stopped, .closed,
            .engine:
            false
        }
    }
}

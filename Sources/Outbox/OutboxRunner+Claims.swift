internal import CaseStore
internal import CivilCalendar
internal import ContactRouting

extension OutboxRunner {
    /// Becomes the worker of the store, and learns what earlier workers left behind.
    func takeUp() async throws(OutboxError) {
        let now = world.clock.now
        watch = ClockWatch(world.clock)
        inDoubt = false
        workerLeaseUntil = now.adding(seconds: limits.workerLeaseSeconds)
        let earlier = try await inStore { () async throws(CaseStoreError) in
            let earlier = try await world.store.worker()
            try await world.store.startWorker(worker, now: now, until: workerLeaseUntil)
            return earlier
        }
        isTheWorker = true
        try await storeJournaled()
        if let earlier { try await compare(now, with: earlier) }
        try await compareWithMemory()
        nextRescue = now
        nextChore = now
        if let hold = try await hold() {
            if hold.reason == .clockDoubt { inDoubt = true }
            if hold.reason == .restored, !hold.isOnEachDelivery {
                let desk = DeliveryDesk(store: world.store, plugins: world.plugins)
                _ = try await desk.holdAll(because: .restored, now: now)
                let held = Hold(.restored, since: hold.since, isOnEachDelivery: true)
                try await inStore { () async throws(CaseStoreError) in try await world.store.setHold(held) }
            }
        }
        try await takeUpPauses()
    }

    /// A worker that starts every minute must not try a refused account every minute.
    private func takeUpPauses() async throws(OutboxError) {
        let pauses = try await inStore { () async throws(CaseStoreError) -> [ChannelName: Instant] in
            guard let only else { return try await world.store.pauses(of: nil) }
            guard let channel = try await world.store.delivery(only)?.channel else { return [:] }
            return try await world.store.pauses(of: channel)
        }
        for (channel, until) in pauses { _ = gates.pause(channel, until: until) }
    }

    func hold() async throws(OutboxError) -> Hold? {
        try await inStore { () async throws(CaseStoreError) in try await world.store.hold() }
    }

    /// Whether what follows a delivery can be written: without that nothing is begun, because an outcome that nobody
    /// can store is as good as unknown.
    func hasRoom() -> Bool {
        if let shortage = RoomShortage(world.room, needs: limits.bytesFreeMin) {
            if !isShortOfRoom { world.tell(.roomShort(shortage)) }
            isShortOfRoom = true
        } else if isShortOfRoom {
            isShortOfRoom = false
            foundNothingBut = nil
            world.tell(.roomFound)
        }
        return !isShortOfRoom
    }

    /// Claims what is due, as far as this worker may be at it.
    ///
    /// - Returns: how many deliveries were claimed.
    func claim(once: Bool) async throws(OutboxError) -> Int {
        guard !hasSuspect, pending.count <= limits.pendingMax else { return 0 }
        let closed = closedChannels(at: world.clock.now)
        guard isIdle || foundNothingBut != closed else { return 0 }
        let request = request(at: world.clock.now, closed: closed)
        let (now, lease, policy) = (request.now, request.leaseUntil, policy)
        let claims: [Claim]
        do throws(CaseStoreError) {
            claims = try await world.store.claim(request) { (record) throws(CaseStoreError) in
                try record.step(.claimed(lease: lease), at: now, policy: policy)
            }
        } catch {
            if case .onHold = error { return 0 }
            guard error.passes, !once else { throw .store(error) }
            world.tell(.outcomesWait(count: 0, error))
            return 0
        }
        if !claims.isEmpty { world.atFaultPoint(.claimed) }
        for claim in claims { accept(claim, at: now) }
        foundNothingBut = claims.count < request.limit ? closed : nil
        return claims.count
    }

    /// Takes over what earlier workers had claimed and did not end.
    func rescue() async throws(OutboxError) {
        let now = world.clock.now
        guard !hasSuspect, nextRescue.map({ $0 <= now }) ?? true else { return }
        let hold = try await hold()
        let request = request(at: now, closed: [])
        let (lease, policy) = (request.leaseUntil, policy)
        let claims = try await inStore { () async throws(CaseStoreError) in
            try await world.store.rescue(request) { (record) throws(CaseStoreError) in
                if hold?.reason == .restored,
                    let step = try? record.step(.held(.restored), at: now, policy: policy)
                {
                    return step
                }
                return try record.step(.leaseRanOut(lease: lease), at: now, policy: policy)
            }
        }
        // A full claim means that there may be more.
        nextRescue = claims.count == request.limit ? now : now.adding(seconds: limits.pollSeconds)
        if !claims.isEmpty { world.atFaultPoint(.claimed) }
        for claim in claims {
            let kind = claim.record.life.state.kind
            world.tell(.rescued(claim.record.reference, claim.record.channel, kind))
            if kind == .unknown { newlyUnknown.insert(claim.record.reference) }
            if hold != nil, let job = Job(claim, at: now), job.duty == .send {
                finished.append(FinishedJob(job, .event(.givenBack(from: now))))
            } else {
                accept(claim, at: now)
            }
        }
    }

    /// While a delivery that brought down the program before is at hand, nothing else is claimed, so that nothing else is
    /// blamed for the next time.
    private var hasSuspect: Bool { suspect != nil || running.values.contains { $0.job.life.isSuspect } }

    private func closedChannels(at now: Instant) -> Set<ChannelName> {
        var waiting: [ChannelName: Int] = [:]
        for job in pending { waiting[job.channel, default: 0] += 1 }
        return gates.closed(waiting: waiting, at: now)
    }

    private func request(at now: Instant, closed: Set<ChannelName>) -> ClaimRequest {
        ClaimRequest(
            worker: worker, now: now, leaseUntil: now.adding(seconds: limits.leaseSeconds),
            limit: limits.claimMax, channels: closed.isEmpty ? .all : .except(closed), only: only)
    }

    /// Puts a claimed delivery where it belongs.
    ///
    /// One that brought down the program before waits until it is alone; further ones of its kind are given back, so that
    /// they are not blamed for it.
    private func accept(_ claim: Claim, at now: Instant) {
        guard let job = Job(claim, at: now) else {
            finished.append(FinishedJob(decided: claim))
            return
        }
        if !job.life.isSuspect {
            pending.append(job)
        } else if !hasSuspect {
            suspect = job
        } else {
            finished.append(FinishedJob(job, .event(.givenBack(from: now))))
        }
    }

    /// Keeps the claims and the place of this worker while it is at it.
    ///
    /// A store that has no room or no time is asked again with the next turn.
    func keepClaims() async throws(OutboxError) {
        let now = world.clock.now
        do throws(CaseStoreError) {
            try await keepPlace(now)
            try await keepLeases(now)
        } catch {
            if error.passes {
                world.tell(.outcomesWait(count: 0, error))
            } else {
                // What comes back is still stored as far as nobody else has taken it over.
                stopReason = .store(error)
                stop()
            }
        }
    }

    private func keepPlace(_ now: Instant) async throws(CaseStoreError) {
        guard isWorn(workerLeaseUntil, limits.workerLeaseSeconds, now) else { return }
        let until = now.adding(seconds: limits.workerLeaseSeconds)
        try await world.store.renewWorker(worker, until: until)
        workerLeaseUntil = until
    }

    private func keepLeases(_ now: Instant) async throws(CaseStoreError) {
        let jobs = running.values.map(\.job) + pending + (suspect.map { [$0] } ?? [])
        guard jobs.contains(where: { isWorn($0.leaseUntil, limits.leaseSeconds, now) }) else { return }
        let until = now.adding(seconds: limits.leaseSeconds)
        let kept = try await world.store.extend(jobs.map(\.ticket), until: until)
        for (job, isKept) in zip(jobs, kept) { renew(job, until: isKept ? until : nil) }
    }

    /// Half of it is over, or the clock was set back.
    private func isWorn(_ until: Instant, _ seconds: Int64, _ now: Instant) -> Bool {
        let left = now.seconds(until: until)
        return left * 2 < seconds || left > seconds
    }

    /// - Parameter until: nil when another worker has it.
    private func renew(_ job: Job, until: Instant?) {
        guard let until else {
            if let lost = running.removeValue(forKey: job.reference) {
                lost.guarded.close()
                lost.task.cancel()
                gates.ended(job.channel)
            }
            pending.removeAll { $0.ticket == job.ticket }
            if suspect?.ticket == job.ticket { suspect = nil }
            world.tell(.superseded(job.reference))
            return
        }
        if let kept = running[job.reference] { running[job.reference] = kept.renewed(until: until) }
        for index in pending.indices where pending[index].ticket == job.ticket {
            pending[index].leaseUntil = until
        }
        if suspect?.ticket == job.ticket { suspect?.leaseUntil = until }
    }
}

extension RunningJob {
    func renewed(until: Instant) -> RunningJob {
        var job = job
        job.leaseUntil = until
        return RunningJob(job: job, guarded: guarded, task: task, overdueAt: overdueAt)
    }
}

extension DeliveryRecord {
    /// How the delivery stands after an event of the worker; one that cannot take it is for a person.
    func step(
        _ event: DeliveryEvent, at now: Instant, policy: RetryPolicy
    ) throws(CaseStoreError) -> ClaimStep {
        let before = life
        var next = before
        do throws(DeliveryLifecycleError) {
            try next.apply(event, at: now, policy: policy)
        } catch {
            if event.kind == .held { throw .deliveryChanged(reference) }
            next = DeliveryLifecycle(unreadableWithLatest: latest)
        }
        let (standing, entry) = try next.stored(of: self, at: now)
        // Asking is no news for the case.
        let isAsking = before.state.kind == .unknown && next.state.kind == .unknown
        return ClaimStep(standing, entry: isAsking ? nil : entry)
    }
}

internal import CaseStore
internal import CivilCalendar
internal import ContactRouting

extension OutboxRunner {
    /// Starts what there is room for; a suspect only when nothing else is under way.
    func startWhatMay() {
        guard stopAt == nil, running.values.allSatisfy({ !$0.job.life.isSuspect }) else { return }
        let now = world.clock.now
        var left: [Job] = []
        for job in pending {
            if let pause = gates.pause(of: job.channel, at: now), job.duty == .send {
                finished.append(FinishedJob(job, .event(.givenBack(from: pause))))
            } else if job.duty == .ask || gates.admits(job.channel, at: now) {
                start(job)
            } else {
                left.append(job)
            }
        }
        pending = left
        if let job = suspect, running.isEmpty, pending.isEmpty {
            suspect = nil
            start(job)
        }
    }

    private func start(_ job: Job) {
        let guarded = SendingGuard(job, in: world)
        let run = JobRun(job: job, world: world, guarded: guarded)
        let seconds: Int64
        switch job.duty {
        case .send:
            world.tell(.claimed(job.reference, job.channel, attempt: job.life.attempts))
            seconds =
                world.descriptor(of: job.channel)?.limits.deliverySecondsMax.map { Int64($0) }
                ?? limits.deliverySecondsMax
        case .ask: seconds = limits.inquirySecondsMax
        }
        gates.started(job.channel)
        // Not on this actor: a plugin that blocks must not hold up the loop.
        let task = Task { @concurrent in
            let outcome = await run.outcome()
            await self.finish(job.ticket, outcome)
        }
        running[job.reference] = RunningJob(
            job: job, guarded: guarded, task: task, overdueAt: world.clock.uptimeSeconds + seconds)
    }

    /// Takes what a plugin returned; too late when the job was ended without it.
    private func finish(_ ticket: ClaimTicket, _ outcome: DeliveryOutcome) {
        guard let ended = running[ticket.reference], ended.job.ticket == ticket else { return }
        running[ticket.reference] = nil
        gates.ended(ended.job.channel)
        finished.append(FinishedJob(ended.job, end(of: ended, outcome)))
        signal()
    }

    private func end(of ended: RunningJob, _ outcome: DeliveryOutcome) -> FinishedJob.End {
        switch ended.job.duty {
        case .ask: return .event(.answered(outcome))
        case .send:
            // Nothing could leave any more: what the plugin makes of that is no outcome of the other side.
            guard ended.guarded.isClosed, !ended.guarded.hasBegun else { return .event(.outcome(outcome)) }
            let now = world.clock.now
            let from =
                gates.pause(of: ended.job.channel, at: now)
                ?? now.adding(seconds: policy.deferralSecondsMin)
            return .event(.givenBack(from: from))
        }
    }

    /// Ends jobs whose plugin takes too long: from then on nothing leaves, and whether something had is known.
    func endOverdue() {
        let uptime = world.clock.uptimeSeconds
        for (reference, job) in running where job.overdueAt <= uptime {
            world.tell(.overdue(reference, job.job.channel))
            abandon(job, begun: .outcome(.unknown(.overdue)), notBegun: .outcome(.failed(.stuck)))
        }
    }

    /// Ends a job without its plugin.
    private func abandon(_ ended: RunningJob, begun: DeliveryEvent, notBegun: DeliveryEvent) {
        running[ended.job.reference] = nil
        gates.ended(ended.job.channel)
        let hasBegun = ended.guarded.close()
        ended.task.cancel()
        switch ended.job.duty {
        case .send: finished.append(FinishedJob(ended.job, .event(hasBegun ? begun : notBegun)))
        case .ask: finished.append(FinishedJob(ended.job, .event(.answered(.unknown(.noAnswer)))))
        }
    }

    /// Gives back what was claimed and not started.
    func giveBackWaiting(from: Instant) {
        for job in pending + (suspect.map { [$0] } ?? []) {
            switch job.duty {
            case .send: finished.append(FinishedJob(job, .event(.givenBack(from: from))))
            case .ask: finished.append(FinishedJob(job, .asItStands))
            }
        }
        pending = []
        suspect = nil
    }

    /// Ends a stop: what waits is given back, what is under way gets its grace.
    ///
    /// - Returns: whether nothing is left but to store it.
    func windDown(by stopAt: Int64) -> Bool {
        giveBackWaiting(from: world.clock.now)
        if !running.isEmpty && world.clock.uptimeSeconds < stopAt { return false }
        for job in running.values {
            abandon(
                job, begun: .outcome(.unknown(.stoppedWhileSending)),
                notBegun: .givenBack(from: world.clock.now))
        }
        return true
    }

    /// After an error of the store: nothing leaves any more.
    func letNothingLeave() {
        for job in running.values {
            job.guarded.close()
            job.task.cancel()
        }
        running = [:]
        pending = []
        suspect = nil
        finished = []
        gates = ChannelGates(perChannelMax: gates.perChannelMax)
    }
}

extension Failure {
    static let overdue = Failure(
        .transient, "The plugin did not end in time after it had begun to send: find out whether it went out."
    )
    static let stuck = Failure(
        .pluginFault, "The plugin did not end in time and sent nothing: look at its log.")
    static let noAnswer = Failure(
        .transient, "The question what became of the delivery was not answered in time.")
    static let stoppedWhileSending = Failure(
        .transient, "The program was stopped before the answer came: find out whether it went out.")
}

internal import CaseStore
internal import ChannelPluginKit
internal import CivilCalendar
internal import ContactRouting

/// One claimed delivery that the worker has to do something about.
struct Job: Hashable, Sendable {
    enum Duty: Hashable {
        case send
        /// Ask what became of it.
        case ask
    }

    let ticket: ClaimTicket
    let record: DeliveryRecord
    let life: DeliveryLifecycle
    let duty: Duty
    let claimedAt: Instant
    var leaseUntil: Instant

    var reference: DeliveryReference { record.reference }
    var channel: ChannelName { record.channel }

    /// True when nothing of the delivery can have left any machine before.
    var isFirstAttempt: Bool {
        duty == .send && record.claims == 1 && record.rescues == 0 && record.checkpoint == nil
            && !life.wasRestored
    }

    /// - Returns: nil when the claim itself has decided, and nothing is left to do.
    init?(_ claim: Claim, at now: Instant) {
        let life = claim.record.life
        switch life.state {
        case .sending: duty = .send
        case .unknown(let outcome):
            guard outcome.askAt != nil else { return nil }
            duty = .ask
        case .queued, .waiting, .needsPerson, .accepted, .failed, .cancelled, .quarantined, .held: return nil
        }
        ticket = claim.ticket
        record = claim.record
        self.life = life
        claimedAt = now
        leaseUntil = claim.record.lease?.until ?? now
    }
}

/// What a plugin does about one job.
struct JobRun: Sendable {
    let job: Job
    let world: OutboxWorld
    let guarded: SendingGuard

    func outcome() async -> DeliveryOutcome {
        guard let plugin = world.plugins[job.channel] else {
            return .failed(
                Failure(.unsupported, "No plugin serves the channel \(job.channel): choose another channel."))
        }
        let attempt = DeliveryAttempt(
            reference: job.reference, idempotencyKey: IdempotencyKey(job.reference),
            number: job.life.attempts, now: world.clock.now, latest: job.life.latest,
            checkpoint: job.record.checkpoint, orderedAt: job.record.createdAt, isFirst: job.isFirstAttempt)
        switch job.duty {
        case .send: return await send(with: plugin, attempt)
        case .ask:
            world.atFaultPoint(.asking)
            return await plugin.reconcile(attempt, with: ChannelPorts(inquiring: world, guarded: guarded))
        }
    }

    private func send(with plugin: any ChannelPlugin, _ attempt: DeliveryAttempt) async -> DeliveryOutcome {
        let prepared: PreparedDelivery
        do throws(CaseStoreError) {
            guard let stored = try await world.store.preparation(of: job.reference) else {
                return .failed(
                    Failure(.permanentContent, "What was prepared is no longer stored: prepare it again."))
            }
            prepared = try stored.prepared()
        } catch {
            return .failed(Self.failure(of: error))
        }
        world.atFaultPoint(.starting)
        let outcome = await plugin.deliver(
            prepared, attempt: attempt,
            with: ChannelPorts(
                world, guarded: guarded,
                pointOfNoReturn: world.descriptor(of: job.channel)?.pointOfNoReturn))
        world.atFaultPoint(.returned)
        return outcome
    }

    /// Bytes that are not the ones that were prepared never go out; a store that is busy is asked again.
    private static func failure(of error: CaseStoreError) -> Failure {
        switch error {
        case .damaged, .preparationUnreadable:
            Failure(.permanentContent, "What was prepared is not what was stored: prepare it again.")
        case .caseExists, .caseUnknown, .caseClosed, .caseOpen, .caseForgotten, .factsChanged,
            .deliveryExists, .deliveryOpen,
            .deliveryUnknown, .deliveryUnderway, .deliveryChanged, .superseded, .stateUnreadable, .onHold,
            .workerRunning, .workerReplaced, .overLimit, .backupExists, .unsupported, .digestUnavailable,
            .full,
            .busy, .readOnly, .inputOutput, .foreign, .newerSchema, .olderSchema, .unsafeSetting,
            .unsafePermissions,
            .sharedFolder, .foreignOwner, .locked, .cannotOpen, .stopped, .closed, .engine:
            Failure(.transient, "What was prepared could not be read for now.")
        }
    }
}

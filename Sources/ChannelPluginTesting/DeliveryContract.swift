internal import ChannelPluginKit
internal import CivilCalendar
internal import ContactRouting

/// The rules about what a plugin delivers, tried with ports that misbehave.
struct DeliveryContract {
    private let subject: ContractSubject
    private let prepared: PreparedDelivery
    private let now: Instant

    init(_ subject: ContractSubject, _ prepared: PreparedDelivery, now: Instant) {
        self.subject = subject
        self.prepared = prepared
        self.now = now
    }

    /// One delivery in one mood, and what the ports saw of it.
    private struct Trial {
        let mail: ScriptedMailPort
        let http: ScriptedHTTPPort
        let checkpoints: ScriptedCheckpointPort
        var outcome: DeliveryOutcome

        /// True once the step before the call that cannot be undone was remembered.
        func isBeyondReturn(_ descriptor: ChannelDescriptor?) -> Bool {
            checkpoints.checkpoints.contains { $0.step == descriptor?.pointOfNoReturn }
        }

        /// True for a channel that has such a step, while it was not remembered.
        func isBeforeReturn(_ descriptor: ChannelDescriptor?) -> Bool {
            descriptor?.pointOfNoReturn != nil && !isBeyondReturn(descriptor)
        }
    }

    func breaches() async -> [ContractBreach] {
        var found: [ContractBreach] = []
        for mood in TransportMood.allCases {
            let trial = await deliver(mood)
            found += judge(trial, mood)
            if SecretSearch(subject.canary).finds(in: trial.outcome)
                || trial.http.sent.contains(where: SecretSearch(subject.canary).finds(in:))
            {
                found.append(breach(.secretsKept, "\(mood.rawValue): a delivery shows a secret"))
            }
        }
        return found + (await checkCutOffs()) + (await checkDuplicates()) + (await checkFullDisk())
            + (await checkReconcile())
    }

    /// A delivery in several calls, cut off at each of them.
    private func checkCutOffs() async -> [ContractBreach] {
        guard prepared.payload.isHTTP, descriptor?.pointOfNoReturn != nil else { return [] }
        let calls = await deliver(.willing).http.sent.count
        var found: [ContractBreach] = []
        for mood in TransportMood.allCases where mood != .willing {
            for number in 1..<max(1, calls) {
                let trial = await deliver(mood, after: number)
                found += judgeCutOff(trial, mood).map {
                    breach($0.rule, "from call \(number + 1) on, \($0.text)")
                }
            }
        }
        return found
    }

    private func judgeCutOff(_ trial: Trial, _ mood: TransportMood) -> [ContractBreach] {
        let affected = trial.http.sentInMood
        var found: [ContractBreach] = []
        if affected.filter({ !$0.head.method.isSafe }).count > 1 {
            found.append(breach(.noRetry, "\(mood.rawValue): it went on after a call had failed"))
        }
        // A question that was not answered after the last step changes nothing about what is proved.
        if trial.isBeyondReturn(descriptor), affected.first?.head.method.isSafe ?? true { return found }
        return found + judgeOutcome(trial, mood)
    }

    private var descriptor: ChannelDescriptor? {
        subject.plugin.channels.first { $0.channel == prepared.channel }
    }

    private func judge(_ trial: Trial, _ mood: TransportMood) -> [ContractBreach] {
        switch prepared.payload {
        case .person: judgePerson(trial, mood)
        case .mail(let envelope, let role):
            judgeMail(trial, envelope, role) + judgeOutcome(trial, mood)
        case .http: judgeHTTP(trial, mood) + judgeOutcome(trial, mood)
        }
    }

    private func judgePerson(_ trial: Trial, _ mood: TransportMood) -> [ContractBreach] {
        var found: [ContractBreach] = []
        if !trial.mail.sent.isEmpty || !trial.http.sent.isEmpty {
            found.append(breach(.personTouchesNoPort, "\(mood.rawValue): it used a port"))
        }
        if case .needsPerson = trial.outcome { return found }
        return found + [breach(.personTouchesNoPort, "\(mood.rawValue): it does not give the person a task")]
    }

    private func judgeMail(_ trial: Trial, _ envelope: MailEnvelope, _ role: ArtifactRole) -> [ContractBreach]
    {
        var found: [ContractBreach] = []
        if trial.mail.sent.count != 1 {
            found.append(breach(.noRetry, "\(trial.mail.sent.count) mails in one attempt"))
        }
        let wanted = prepared.artifact(role)?.bytes.reveal()
        if trial.mail.sent.contains(where: { $0.message.bytes.reveal() != wanted || $0.envelope != envelope })
        {
            found.append(breach(.sentAsPrepared, "the mail differs from the prepared one"))
        }
        return found
    }

    private func judgeHTTP(_ trial: Trial, _ mood: TransportMood) -> [ContractBreach] {
        switch mood {
        case .willing:
            return trial.http.sentToChange.isEmpty ? [breach(.sentAsPrepared, "nothing was sent")] : []
        case .resetBeforeBody, .resetAfterBody, .throttled, .errorInBody:
            let count = trial.http.sentToChange.count
            return count > 1
                ? [breach(.noRetry, "\(mood.rawValue): \(count) requests after the first had failed")] : []
        }
    }

    private func judgeOutcome(_ trial: Trial, _ mood: TransportMood) -> [ContractBreach] {
        let outcome = trial.outcome
        return switch (mood, outcome) {
        case (.willing, .accepted(let receipt)): judgeReceipt(receipt)
        case (.willing, _): [breach(.acceptanceProved, "it does not report an acceptance")]
        case (.resetBeforeBody, .failed(let failure)) where failure.kind == .transient: []
        case (.resetBeforeBody, _): [breach(.lostBeforeIsFailed, "it reports \(name(outcome))")]
        case (.resetAfterBody, .unknown): []
        // Before the step that cannot be undone it is proved that nothing binding went out.
        case (.resetAfterBody, .failed(let failure))
        where failure.kind == .transient && trial.isBeforeReturn(descriptor): []
        case (.resetAfterBody, _): [breach(.lostAfterIsUnknown, "it reports \(name(outcome))")]
        case (.throttled, .deferred(let until, .rateLimit)) where until > now: []
        case (.throttled, .failed(let failure)) where failure.kind == .rateLimited: []
        case (.throttled, _): [breach(.throttledWaits, "it reports \(name(outcome))")]
        case (.errorInBody, .accepted):
            prepared.payload.isHTTP ? [breach(.bodyOutranksStatus, "it reports accepted")] : []
        case (.errorInBody, _): []
        }
    }

    private func judgeReceipt(_ receipt: Receipt) -> [ContractBreach] {
        var found: [ContractBreach] = []
        if receipt.evidence > descriptor?.evidence ?? .none {
            found.append(breach(.acceptanceProved, "its receipt proves more than its channel can"))
        }
        if receipt.acceptedAt != now {
            found.append(breach(.acceptanceProved, "its receipt has a time of its own"))
        }
        return found
    }

    private func checkDuplicates() async -> [ContractBreach] {
        guard prepared.payload.isHTTP else { return [] }
        let trial = await deliver(.willing)
        let copies = trial.http.copies
        _ = await subject.plugin.deliver(prepared, attempt: attempt(number: 2), with: ports(trial))
        return trial.http.copies > copies
            ? [breach(.duplicatesRecognised, "a second attempt made a second copy: send the attempt's key")]
            : []
    }

    private func checkFullDisk() async -> [ContractBreach] {
        let trial = await deliver(.willing, isFull: true)
        guard !trial.checkpoints.checkpoints.isEmpty, case .accepted = trial.outcome else { return [] }
        return [breach(.checkpointFirst, "it went on although its checkpoint was not stored")]
    }

    private func checkReconcile() async -> [ContractBreach] {
        var found: [ContractBreach] = []
        for mood in TransportMood.allCases {
            let trial = trial(mood)
            _ = await subject.plugin.reconcile(attempt(number: 1), with: ports(trial))
            if !trial.mail.sent.isEmpty || !trial.http.sentToChange.isEmpty {
                found.append(breach(.reconcileSendsNothing, "\(mood.rawValue): it sent something"))
            }
        }
        return found
    }

    private func deliver(
        _ mood: TransportMood, after willingCount: Int = 0, isFull: Bool = false
    ) async -> Trial {
        var trial = trial(mood, after: willingCount, isFull: isFull)
        trial.outcome = await subject.plugin.deliver(
            prepared, attempt: attempt(number: 1), with: ports(trial))
        return trial
    }

    private func trial(_ mood: TransportMood, after willingCount: Int = 0, isFull: Bool = false) -> Trial {
        Trial(
            mail: ScriptedMailPort(mood),
            http: ScriptedHTTPPort(
                mood, after: willingCount, answer: subject.answer, errorAnswer: subject.errorAnswer),
            checkpoints: ScriptedCheckpointPort(isFull: isFull),
            outcome: .failed(Failure(.cancelled, "Not tried.")))
    }

    private func ports(_ trial: Trial) -> ChannelPorts {
        ChannelPorts(
            mail: trial.mail, http: trial.http, signing: ScriptedSigningPort(), checkpoints: trial.checkpoints
        )
    }

    private func attempt(number: Int) -> DeliveryAttempt {
        DeliveryAttempt(
            reference: prepared.reference, idempotencyKey: IdempotencyKey(prepared.reference), number: number,
            now: now,
            latest: now.adding(seconds: 86_400))
    }

    private func breach(_ rule: ContractRule, _ text: String) -> ContractBreach {
        ContractBreach(rule, prepared.channel, text)
    }
}

/// The case of an outcome, without its content.
private func name(_ outcome: DeliveryOutcome) -> String {
    switch outcome {
    case .accepted: "accepted"
    case .needsPerson: "needsPerson"
    case .deferred: "deferred"
    case .failed(let failure): "failed (\(failure.kind.rawValue))"
    case .unknown: "unknown"
    }
}

extension DeliveryPayload {
    var isHTTP: Bool {
        switch self {
        case .http: true
        case .mail, .person: false
        }
    }
}

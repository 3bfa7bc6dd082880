internal import ChannelPluginKit
internal import CivilCalendar
internal import ContactRouting

extension ChannelPorts {
    /// The ports of one attempt.
    ///
    /// - Parameters:
    ///   - pointOfNoReturn: the step that the plugin remembers before the call that cannot be undone; nil when the first
    ///     call is that one.
    init(_ world: OutboxWorld, guarded: SendingGuard, pointOfNoReturn: StepName?) {
        let marksItself = pointOfNoReturn != nil
        self.init(
            mail: GuardedMailPort(port: world.mail, guarded: guarded, marksItself: marksItself),
            http: GuardedHTTPPort(port: world.http, guarded: guarded, marksItself: marksItself),
            signing: world.signing,
            checkpoints: GuardedCheckpoints(guarded: guarded, pointOfNoReturn: pointOfNoReturn))
    }

    /// The ports of an inquiry: no mail leaves.
    init(inquiring world: OutboxWorld, guarded: SendingGuard) {
        self.init(
            mail: ClosedMailPort(),
            http: GuardedHTTPPort(port: world.http, guarded: guarded, marksItself: true),
            signing: world.signing,
            checkpoints: GuardedCheckpoints(guarded: guarded, pointOfNoReturn: nil))
    }
}

extension Failure {
    /// The attempt was called off, or its beginning could not be stored.
    static let notBegun = Failure(
        .transient, "The attempt was called off before anything left: it is made again later.")
}

private struct GuardedMailPort: MailPort {
    let port: any MailPort
    let guarded: SendingGuard
    let marksItself: Bool

    /// A mail that lacks its last byte cannot be delivered: only before that byte is it stored that it may be.
    func send(_ mail: OutgoingMail, beforeEnd: (@Sendable () async -> Bool)?) async -> MailResult {
        guard !guarded.isClosed else { return .failed(.notBegun) }
        return await port.send(mail) { [guarded, marksItself] in
            if let beforeEnd, await !beforeEnd() { return false }
            return marksItself ? !guarded.isClosed : await guarded.begin()
        }
    }
}

private struct GuardedHTTPPort: HTTPPort {
    let port: any HTTPPort
    let guarded: SendingGuard
    let marksItself: Bool

    func send(_ request: HTTPRequest, at now: Instant) async -> HTTPResult {
        let isAllowed =
            marksItself || request.head.method.isSafe ? !guarded.isClosed : await guarded.begin()
        return isAllowed ? await port.send(request, at: now) : .failed(.notBegun)
    }
}

private struct ClosedMailPort: MailPort {
    func send(_ mail: OutgoingMail, beforeEnd: (@Sendable () async -> Bool)?) async -> MailResult {
        .failed(Failure(.pluginFault, "The plugin tried to send a mail where it may only ask."))
    }
}

private struct GuardedCheckpoints: CheckpointPort {
    let guarded: SendingGuard
    let pointOfNoReturn: StepName?

    func remember(_ checkpoint: Checkpoint) async throws(ChannelError) {
        let isStored =
            checkpoint.step == pointOfNoReturn
            ? await guarded.begin(checkpoint) : await guarded.keep(checkpoint)
        guard isStored else { throw .checkpointNotStored }
    }
}

/// Runs transfers on one thread of its own, with one multi handle and its kept connections.
///
/// One engine per relay and TLS policy: libcurl reuses a connection for a transfer with other certificate settings and does
/// not verify again. Everything that touches a handle happens on the thread; callers only leave jobs in the inbox.
final class CurlEngine: Sendable {
    private let inbox: EngineInbox
    private let limits: TransportLimits

    /// - Throws: `TransportError.outOfResources` when the system gives no thread.
    init(limits: TransportLimits) throws(TransportError) {
        let inbox = EngineInbox(waitingMax: limits.waitingMax)
        let transfersMax = limits.transfersMax
        self.limits = limits
        self.inbox = inbox
        try startThread { EngineLoop.run(inbox, transfersMax: transfersMax) }
    }

    deinit { inbox.close() }

    /// Runs one transfer to its end; cancelling the task takes it out at once.
    ///
    /// Only the wait for the reply after a mail's final dot cannot be left at once, but within a second: libcurl looks for
    /// our answer once a second there.
    ///
    /// A mail that is taken out in the middle, by the task or by `close()`, is not completed: no final dot follows, the
    /// connection is closed, and a server that keeps RFC 5321 throws away what it has (section 4.1.1.10).
    func perform(_ plan: TransferPlan) async -> TransferReport {
        let flag = CancelFlag()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let refused = inbox.submit(
                    EngineJob(plan: plan, cancelFlag: flag) { continuation.resume(returning: $0) })
                if let refused { continuation.resume(returning: TransferReport(stop: refused)) }
            }
        } onCancel: {
            flag.set()
            inbox.wakeForCancellation()
        }
    }

    /// Ends the thread; running transfers end as `engineClosed`, unfinished mails without a final dot.
    func close() { inbox.close() }
}

/// A transfer that somebody waits for.
struct EngineJob: Sendable {
    let plan: TransferPlan
    let cancelFlag: CancelFlag
    /// Called exactly once.
    let finish: @Sendable (TransferReport) -> Void
}

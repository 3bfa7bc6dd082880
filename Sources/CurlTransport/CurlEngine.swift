/// Runs transfers on threads of its own, each with one multi handle and its kept connections.
///
/// One engine per relay and TLS policy: libcurl reuses a connection for a transfer with other certificate settings and does
/// not verify again. Everything that touches a handle happens on its thread; callers only leave jobs in the inbox.
final class CurlEngine: Sendable {
    private let inbox: EngineInbox

    /// - Parameters:
    ///   - threads: how many threads take jobs.
    ///   - transfersMax: most transfers at a time on each of them; each may keep one connection open.
    ///   - waitingMax: most transfers that may wait for their turn.
    /// - Throws: `TransportError.outOfResources` when the system gives no thread.
    init(threads: Int, transfersMax: Int, waitingMax: Int) throws(TransportError) {
        let inbox = EngineInbox(threads: threads, transfersMax: transfersMax, waitingMax: waitingMax)
        self.inbox = inbox
        do throws(TransportError) {
            for member in 0..<threads {
                try startThread { EngineLoop.run(inbox, member: member, transfersMax: max(1, transfersMax)) }
            }
        } catch {
            inbox.close()
            throw error
        }
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
            inbox.cancel(flag)
        }
    }

    /// Ends the threads; running transfers end as `engineClosed`, unfinished mails without a final dot.
    func close() { inbox.close() }
}

/// A transfer that somebody waits for.
struct EngineJob: Sendable {
    let plan: TransferPlan
    let cancelFlag: CancelFlag
    /// Called exactly once.
    let finish: @Sendable (TransferReport) -> Void
}

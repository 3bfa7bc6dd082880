internal import CCurl

/// The engine's thread: takes jobs, lets libcurl work, answers.
struct EngineLoop: ~Copyable {
    private struct Running {
        let transfer: Transfer
        let finish: @Sendable (TransferReport) -> Void
    }

    /// Longest sleep without an event, in milliseconds; libcurl's own timers shorten it.
    private static let sleepMax: Int32 = 1000

    private let multi: MultiHandle
    private let inbox: EngineInbox
    private let transfersMax: Int
    private var running: [UnsafeMutableRawPointer: Running] = [:]

    /// Runs until the inbox is closed, and answers every job that it ever took.
    static func run(_ inbox: EngineInbox, transfersMax: Int) {
        do throws(TransportError) {
            var loop = EngineLoop(multi: try MultiHandle(), inbox: inbox, transfersMax: transfersMax)
            loop.runUntilClosed()
        } catch {
            inbox.close()
            for job in inbox.take(.max).jobs { job.finish(TransferReport(stop: .notStarted(error))) }
        }
    }

    private init(multi: consuming MultiHandle, inbox: EngineInbox, transfersMax: Int) {
        self.multi = multi
        self.inbox = inbox
        self.transfersMax = transfersMax
        self.multi.keepConnections(transfersMax)
    }

    private mutating func runUntilClosed() {
        inbox.setBell(EngineBell(multi))
        var isClosed = false
        while !isClosed {
            let orders = inbox.take(transfersMax - running.count)
            isClosed = orders.isClosed
            for job in orders.jobs { start(job) }
            if orders.hasCancellation { removeCancelled() }
            multi.perform()
            // After an answer there may be room for a waiting job: look before sleeping.
            if !answerFinished() && !isClosed { multi.wait(milliseconds: Self.sleepMax) }
        }
        inbox.setBell(nil)
        for easy in Array(running.keys) { takeOut(easy, stop: .engineClosed) }
        for job in inbox.take(.max).jobs { job.finish(TransferReport(stop: .engineClosed)) }
    }

    private mutating func start(_ job: EngineJob) {
        guard !job.cancelFlag.isSet else {
            job.finish(TransferReport(stop: .cancelled))
            return
        }
        do throws(TransportError) {
            let transfer = try Transfer(job.plan, cancelFlag: job.cancelFlag)
            guard multi.add(transfer.easy) else { throw .outOfResources(step: "curl_multi_add_handle") }
            running[transfer.easy.raw] = Running(transfer: transfer, finish: job.finish)
        } catch {
            job.finish(TransferReport(stop: .notStarted(error)))
        }
    }

    private mutating func removeCancelled() {
        let cancelled = running.filter { $0.value.transfer.isCancelled }.keys
        for easy in cancelled { takeOut(easy, stop: .cancelled) }
    }

    /// Answers what ended; tells whether anything did.
    private mutating func answerFinished() -> Bool {
        var any = false
        while let (easy, code) = multi.nextFinished() {
            guard let ended = running.removeValue(forKey: easy) else { continue }
            let report = ended.transfer.finished(code: code)
            multi.removeEnded(ended.transfer)
            ended.finish(report)
            any = true
        }
        return any
    }

    /// Ends a transfer before its end, without completing what it was sending.
    private mutating func takeOut(_ easy: UnsafeMutableRawPointer, stop: TransferStop) {
        guard let ended = running.removeValue(forKey: easy) else { return }
        let report = ended.transfer.finished(code: CurlCode.abortedByCallback, stop: stop)
        multi.removeRunning(ended.transfer)
        ended.finish(report)
    }
}

internal import CCurl

/// A thread of the engine: takes jobs, lets libcurl work, answers.
struct EngineLoop: ~Copyable {
    private struct Running {
        let transfer: Transfer
        let finish: @Sendable (TransferReport) -> Void
    }

    /// Longest sleep while a transfer runs, in milliseconds; libcurl's own timers shorten it.
    private static let sleepMax: Int32 = 1000

    private let multi: MultiHandle
    private let inbox: EngineInbox
    private let member: Int
    private let transfersMax: Int
    private var running: [UnsafeMutableRawPointer: Running] = [:]
    /// Handles that served without a fault and serve again, set up as they are.
    private var spare: [Transfer] = []
    /// Jobs that ended since the inbox was asked last.
    private var ended = 0

    /// Runs until the inbox is closed, and answers every job that it ever took.
    static func run(_ inbox: EngineInbox, member: Int, transfersMax: Int) {
        do throws(TransportError) {
            var loop = EngineLoop(
                multi: try MultiHandle(), inbox: inbox, member: member, transfersMax: transfersMax)
            loop.runUntilClosed()
        } catch {
            inbox.close()
            for job in inbox.takeRest() { job.finish(TransferReport(stop: .notStarted(error))) }
        }
    }

    private init(multi: consuming MultiHandle, inbox: EngineInbox, member: Int, transfersMax: Int) {
        self.multi = multi
        self.inbox = inbox
        self.member = member
        self.transfersMax = transfersMax
        self.multi.keepConnections(transfersMax)
    }

    private var room: Int { transfersMax - running.count }

    private mutating func runUntilClosed() {
        inbox.setBell(EngineBell(multi), of: member)
        while true {
            let orders = inbox.take(member, room: room, ended: ended)
            ended = 0
            for job in orders.jobs { start(job) }
            if orders.isClosed { break }
            if orders.hasCancellation { removeCancelled() }
            multi.perform()
            // After an answer there is room for a waiting job: look before sleeping.
            if !answerFinished() { sleep() }
        }
        inbox.setBell(nil, of: member)
        for easy in Array(running.keys) { takeOut(easy, stop: .engineClosed) }
        for job in inbox.takeRest() { job.finish(TransferReport(stop: .engineClosed)) }
    }

    private func sleep() {
        switch inbox.sleep(member, room: room, isIdle: running.isEmpty) {
        case .none: break
        case .parked: inbox.park(member)
        case .polling: multi.wait(milliseconds: Self.sleepMax)
        }
    }

    private mutating func start(_ job: EngineJob) {
        guard !job.cancelFlag.isSet else {
            answer(job.finish, TransferReport(stop: .cancelled))
            return
        }
        do throws(TransportError) {
            let transfer = if let used = spare.popLast() { used } else { try Transfer() }
            try transfer.begin(job.plan, cancelFlag: job.cancelFlag)
            guard multi.add(transfer.easy) else { throw .outOfResources(step: "curl_multi_add_handle") }
            running[transfer.easy.raw] = Running(transfer: transfer, finish: job.finish)
        } catch {
            answer(job.finish, TransferReport(stop: .notStarted(error)))
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
            guard let done = running.removeValue(forKey: easy) else { continue }
            let report = done.transfer.finished(code: code)
            multi.removeEnded(done.transfer)
            // A handle after a fault is freed: nothing of what it went through can reach the next transfer.
            if code == 0 { spare.append(done.transfer) }
            answer(done.finish, report)
            any = true
        }
        return any
    }

    /// Ends a transfer before its end, without completing what it was sending.
    private mutating func takeOut(_ easy: UnsafeMutableRawPointer, stop: TransferStop) {
        guard let done = running.removeValue(forKey: easy) else { return }
        let report = done.transfer.finished(code: CurlCode.abortedByCallback, stop: stop)
        multi.removeRunning(done.transfer)
        answer(done.finish, report)
    }

    private mutating func answer(_ finish: (TransferReport) -> Void, _ report: TransferReport) {
        ended += 1
        finish(report)
    }
}

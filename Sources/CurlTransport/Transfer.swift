internal import CCurl

/// One handle with the transfer it runs, and what its callbacks gather.
///
/// Lives on the engine's thread only. libcurl's callbacks get an unretained pointer to it, so it must outlive its stay in
/// the multi handle; the engine keeps it in a table for exactly that long. After a transfer without a fault it takes the
/// next one, and sets only what differs.
final class Transfer {
    let easy: EasyHandle
    private(set) var plan: TransferPlan
    /// What libcurl was told last; nil before the first transfer.
    private var settled: TransferPlan?
    private var list: TextList?
    private let heldBody = HeldBody()
    /// A request that may not be repeated is on its way.
    private var hasBegun = false
    private var cancelFlag = CancelFlag()

    private(set) var report = TransferReport()
    /// True while a transfer runs: afterwards libcurl gets no byte more.
    private var isRunning = false
    private var replies = MailReplies()
    private var headerBytes = 0
    /// Grows with every byte in or out; the watch compares it.
    private var movement = 0
    private var movementSeen = -1
    private var movedAt = 0

    init() throws(TransportError) {
        easy = try EasyHandle()
        plan = .none
        try configureAlways()
        try installCallbacks(context: Unmanaged.passUnretained(self).toOpaque())
    }

    /// Takes the next transfer.
    ///
    /// - Precondition: the handle is in no multi handle.
    func begin(_ plan: TransferPlan, cancelFlag: CancelFlag) throws(TransportError) {
        self.plan = plan
        self.cancelFlag = cancelFlag
        report = TransferReport()
        isRunning = true
        replies.begin()
        (hasBegun, headerBytes, movement, movementSeen, movedAt) = (false, 0, 0, -1, 0)
        try configure(after: settled)
        settled = plan.withoutBody
    }

    var isCancelled: Bool { cancelFlag.isSet }

    /// Gives libcurl a new list and frees the one before it.
    func use(_ texts: [String], for option: CURLoption) throws(TransportError) {
        let list = try TextList(texts)
        try easy.set(option, list: list)
        self.list = consume list
    }

    /// Copies the body to where libcurl reads it, and gives that place: the same for every request of this handle.
    func holdBody() -> UnsafeMutablePointer<UInt8> {
        heldBody.hold(plan.body)
        return heldBody.raw
    }

    /// Keeps a mail that is taken out in the middle from being delivered without its end.
    ///
    /// libcurl 7.88 ends an SMTP upload that is taken out of the multi handle as if it were complete, with the final dot,
    /// unless there is no recipient. The handle does nothing afterwards but be taken out and freed.
    func abandon() { _ = ccurl_set_list(easy.raw, CURLOPT_MAIL_RCPT, nil) }

    /// Everything known once the transfer ended or was taken out; nothing of it stays here but a small request body, until the
    /// next one takes its place.
    ///
    /// - Parameter code: libcurl's CURLcode; `abortedByCallback` when it was taken out.
    func finished(code: Int, stop: TransferStop? = nil) -> TransferReport {
        var report = report
        report.curlCode = code
        report.responseCode = easy.number(CURLINFO_RESPONSE_CODE)
        report.stage = replies.stage
        switch plan.kind {
        case .mail, .probe: break
        case .http:
            // The first counts what the first write took, the second what bytes of the body followed.
            report.headBytesSent = max(easy.number(CURLINFO_REQUEST_SIZE), easy.bytes(CURLINFO_SIZE_UPLOAD_T))
            if (300...399).contains(report.responseCode) {
                report.redirectURL = easy.text(CURLINFO_REDIRECT_URL)
            }
        }
        report.stop = report.stop ?? stop
        self.report = TransferReport()
        plan = plan.withoutBody
        isRunning = false
        return report
    }
}

// What the callbacks do. Each returns what libcurl's documentation of the option asks for.
extension Transfer {
    /// READFUNCTION: the next piece of the body.
    func read(into target: UnsafeMutableRawBufferPointer) -> Int {
        guard isRunning else { return Int(CURL_READFUNC_ABORT) }
        let start = report.bytesHandedOver
        let count = min(target.count, plan.body.count - start)
        guard count > 0 else { return 0 }
        if start + count == plan.body.count, !mayEnd() { return Int(CURL_READFUNC_ABORT) }
        plan.body.withUnsafeBytes {
            target.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[start..<start + count]))
        }
        report.bytesHandedOver += count
        movement &+= count
        return count
    }

    /// Asks whoever sends, which holds up this thread: a mail has it for itself.
    private func mayEnd() -> Bool {
        guard let question = plan.beforeEnd else { return true }
        let isWanted = question.answer()
        guard isWanted, !cancelFlag.isSet else {
            report.stop = isWanted ? .cancelled : .calledOff
            return false
        }
        return true
    }

    /// WRITEFUNCTION: a piece of the answer, counted because MAXFILESIZE does not see chunked bodies.
    func write(_ bytes: UnsafeRawBufferPointer) -> Int {
        movement &+= bytes.count
        guard report.body.count + bytes.count <= plan.limits.responseBytesMax else {
            report.stop = .bodyOverLimit
            return 0
        }
        report.body.append(contentsOf: bytes)
        return bytes.count
    }

    /// HEADERFUNCTION: one line of the answer; for SMTP every reply line.
    func header(_ bytes: UnsafeRawBufferPointer) -> Int {
        movement &+= bytes.count
        headerBytes += bytes.count
        guard headerBytes <= plan.limits.headerBytesMax else {
            report.stop = .headersOverLimit
            return 0
        }
        switch plan.kind {
        case .mail, .probe:
            replies.read(bytes)
            report.headerLines.append(Array(bytes.prefix(ReplyLines.lineBytesMax)))
            // Replies may be long: the last lines are kept, and those before them leave many at a time.
            if report.headerLines.count >= 2 * ReplyLines.linesMax {
                report.headerLines.removeFirst(ReplyLines.linesMax)
            }
        case .http: report.headerLines.append(Array(bytes))
        }
        return bytes.count
    }

    /// OPENSOCKETFUNCTION: tells whether this address may be connected to.
    func mayOpen(_ address: [UInt8]) -> Bool {
        // What another connection announced says nothing about this one.
        replies.sizeMax = nil
        return allows(address)
    }

    /// PREREQFUNCTION: tells whether the request may go over the connection that was found for it.
    func mayBegin(over address: [UInt8]) -> Bool {
        replies.isConnected = true
        guard allows(address) else { return false }
        switch plan.kind {
        case .probe: return true
        case .http(let http):
            return mayBegin(http)
        case .mail:
            guard let max = replies.sizeMax, max > 0, plan.body.count > max else { return true }
            report.stop = .overRelayLimit(max: max)
            return false
        }
    }

    /// libcurl repeats a request by itself when a kept connection dies under it: only what changes nothing may be repeated.
    private func mayBegin(_ http: TransferPlan.HTTPPart) -> Bool {
        switch http.bodyWay {
        case .none: return true
        case .whole: report.bytesHandedOver = plan.body.count
        case .pieces: break
        }
        defer { hasBegun = true }
        return !hasBegun
    }

    private func allows(_ address: [UInt8]) -> Bool {
        guard plan.rule.allows(address) else {
            report.stop = .addressRefused
            return false
        }
        return true
    }

    /// A connection was opened after all, so an address refused before it no longer explains a failure.
    func addressAllowed() {
        if report.stop == .addressRefused { report.stop = nil }
    }

    /// XFERINFOFUNCTION: goes on unless the transfer is cancelled or has stopped moving.
    ///
    /// libcurl waits for the reply after the final dot inside `curl_multi_perform`; this is the only way in.
    func mayGoOn() -> Bool {
        if cancelFlag.isSet {
            report.stop = .cancelled
            return false
        }
        var elapsed: curl_off_t = 0
        guard ccurl_get_offset(easy.raw, CURLINFO_TOTAL_TIME_T, &elapsed) == CURLE_OK else { return true }
        let now = Int(elapsed / 1000)
        if movement != movementSeen {
            movementSeen = movement
            movedAt = now
        }
        let isHandedOver = report.bytesHandedOver >= plan.body.count
        let limit = isHandedOver ? plan.limits.replyTimeMax : plan.limits.stallTimeMax
        guard now - movedAt < limit.curlMilliseconds else {
            report.stop = .stalled
            return false
        }
        return true
    }
}

internal import CCurl

/// One running transfer: its handle, and what its callbacks gather.
///
/// Lives on the engine's thread only. libcurl's callbacks get an unretained pointer to it, so it must outlive its stay in
/// the multi handle; the engine keeps it in a table for exactly that long.
final class Transfer {
    let plan: TransferPlan
    let easy: EasyHandle
    private let list: TextList
    private let cancelFlag: CancelFlag

    private(set) var report = TransferReport()
    private var headerBytes = 0
    /// Grows with every byte in or out; the watch compares it.
    private var movement = 0
    private var movementSeen = -1
    private var movedAt = 0

    init(_ plan: TransferPlan, cancelFlag: CancelFlag) throws(TransportError) {
        self.plan = plan
        self.cancelFlag = cancelFlag
        easy = try EasyHandle()
        switch plan.kind {
        case .mail(let mail): list = try TextList(["<\(mail.recipient)>"])
        case .http(let http): list = try TextList(http.headers)
        }
        try configure(list)
        try installCallbacks(context: Unmanaged.passUnretained(self).toOpaque())
    }

    var isCancelled: Bool { cancelFlag.isSet }

    /// Keeps a mail that is taken out in the middle from being delivered without its end.
    ///
    /// libcurl 7.88 ends an SMTP upload that is taken out of the multi handle as if it were complete, with the final dot,
    /// unless there is no recipient. The handle does nothing afterwards but be taken out and freed.
    func abandon() { _ = ccurl_set_list(easy.raw, CURLOPT_MAIL_RCPT, nil) }

    /// Everything known once the transfer ended or was taken out.
    ///
    /// - Parameter code: libcurl's CURLcode; `abortedByCallback` when it was taken out.
    func finished(code: Int, stop: TransferStop? = nil) -> TransferReport {
        var report = report
        report.curlCode = code
        report.responseCode = easy.number(CURLINFO_RESPONSE_CODE)
        report.headBytesSent = easy.number(CURLINFO_REQUEST_SIZE)
        report.redirectURL = easy.text(CURLINFO_REDIRECT_URL)
        report.stop = report.stop ?? stop
        return report
    }
}

// What the callbacks do. Each returns what libcurl's documentation of the option asks for.
extension Transfer {
    /// READFUNCTION: the next piece of the body.
    func read(into target: UnsafeMutableRawBufferPointer) -> Int {
        let start = report.bytesHandedOver
        let count = min(target.count, plan.body.count - start)
        guard count > 0 else { return 0 }
        plan.body.withUnsafeBytes {
            target.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[start..<start + count]))
        }
        report.bytesHandedOver += count
        movement &+= count
        return count
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
        keepHeaderLine(Array(bytes))
        return bytes.count
    }

    /// Keeps every header of an HTTP answer; of SMTP replies, which may be long, only the last lines.
    private func keepHeaderLine(_ line: [UInt8]) {
        report.headerLines.append(line)
        switch plan.kind {
        case .mail:
            let surplus = report.headerLines.count - ReplyLines.linesMax
            if surplus > 0 { report.headerLines.removeFirst(surplus) }
        case .http: break
        }
    }

    /// OPENSOCKETFUNCTION and PREREQFUNCTION: tells whether this address may be connected to.
    func allows(_ address: [UInt8]) -> Bool {
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

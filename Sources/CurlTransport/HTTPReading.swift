internal import ChannelPluginKit
internal import CivilCalendar
internal import ContactRouting

/// Reads the result of a request from the report of its transfer.
struct HTTPReading {
    private let report: TransferReport
    private let acceptance: HTTPAcceptance
    private let host: String
    private let now: Instant

    init(_ report: TransferReport, of request: HTTPRequest, at now: Instant) {
        self.report = report
        self.now = now
        host = request.head.target.host
        acceptance = HTTPAcceptance(
            method: request.head.method, expected: request.head.expected,
            curlCode: report.curlCode ?? CurlCode.abortedByCallback, responseCode: report.responseCode,
            bytesHandedOver: report.bytesHandedOver, bodySize: request.body.reveal().count,
            headBytesSent: report.headBytesSent)
    }

    var result: HTTPResult {
        switch acceptance.verdict {
        case .answered:
            .answered(
                HTTPResponse(
                    code: report.responseCode, contentType: header("content-type") ?? "", body: report.body))
        case .failed(let kind): .failed(failure(report.stop?.failureKind(insteadOf: kind) ?? kind))
        case .unknown: .unknown(failure(report.stop?.failureKind(insteadOf: .transient) ?? .transient))
        }
    }

    private func failure(_ kind: FailureKind) -> Failure {
        let wait = header("retry-after").flatMap { RetryAfter(parsing: $0, now: now) }
        return Failure(
            kind, "\(host): \(explanation(kind)).",
            responseCode: report.responseCode == 0 ? nil : report.responseCode,
            reply: report.body.isEmpty ? nil : PrintableReply.text(of: report.body),
            retryAfterSeconds: wait?.seconds)
    }

    private func explanation(_ kind: FailureKind) -> String {
        if let stop = report.stop { return stop.explanation }
        switch (acceptance.verdict, report.responseCode) {
        case (_, 300...399):
            return "it answers with a redirect to \(redirectName): set the address it names, if it is right"
        case (.unknown, 0):
            return
                "the connection ended after the whole request was handed over: ask by its reference before sending again"
        case (.unknown, let code):
            return "its answer (\(code)) does not say whether the request had an effect"
        case (_, 0):
            return "no answer (libcurl \(report.curlCode ?? 0)), and the request was not handed over in full"
        case (_, let code): return "it refuses the request (\(code))"
        }
    }

    /// The host that a redirect names, or the scheme when it has none.
    private var redirectName: String {
        guard let url = report.redirectURL else { return "an unnamed address" }
        guard let target = HTTPTarget(parsing: url) else {
            return PrintableReply.text(of: "\(url.prefix { $0 != ":" }):".utf8.prefix(32))
        }
        return target.host
    }

    /// The value of a header in the final answer, printable, at most 200 bytes.
    private func header(_ name: String) -> String? {
        let mark = Array("\(name):".utf8)
        for line in report.headerLines.reversed() {
            // A status line ends the final answer's header, seen from its end.
            if line.starts(with: "HTTP/".utf8) { return nil }
            guard line.count > mark.count, zip(line, mark).allSatisfy({ lowercase($0) == $1 }) else {
                continue
            }
            let value = PrintableReply.text(of: line[mark.count...].prefix(200))
            return String(Substring(value).trimmingSpaces)
        }
        return nil
    }
}

private func lowercase(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
}

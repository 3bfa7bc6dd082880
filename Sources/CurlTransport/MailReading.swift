internal import ChannelPluginKit
internal import ContactRouting

/// Reads the result of a mail from the report of its transfer.
struct MailReading {
    private let report: TransferReport
    private let acceptance: MailAcceptance
    private let host: String

    init(_ report: TransferReport, size: Int, host: String) {
        self.report = report
        self.host = host
        acceptance = MailAcceptance(
            curlCode: report.curlCode ?? CurlCode.abortedByCallback, responseCode: report.responseCode,
            stage: report.stage, bytesHandedOver: report.bytesHandedOver, messageSize: size)
    }

    var result: MailResult {
        switch acceptance.verdict {
        case .accepted: .accepted(ServerReply(code: report.responseCode, text: reply))
        case .failed(let kind): .failed(failure(report.stop?.failureKind(insteadOf: kind) ?? kind))
        case .unknown: .unknown(failure(report.stop?.failureKind(insteadOf: .transient) ?? .transient))
        }
    }

    private var reply: String { ReplyLines.text(of: report.headerLines, code: report.responseCode) }

    private func failure(_ kind: FailureKind) -> Failure {
        let code = report.responseCode == 0 ? nil : report.responseCode
        return Failure(
            kind, "The mail relay \(host): \(explanation(kind)).", responseCode: code,
            reply: code == nil ? nil : reply, field: field)
    }

    /// The part of the request to blame where we know it before the relay says so.
    private var field: String? {
        switch report.stop {
        case .overRelayLimit: "attachments"
        case .cancelled, .calledOff, .stalled, .bodyOverLimit, .headersOverLimit, .addressRefused,
            .tooManyWaiting, .engineClosed, .notStarted, nil:
            nil
        }
    }

    private func explanation(_ kind: FailureKind) -> String {
        if let stop = report.stop { return stop.explanation }
        if acceptance.verdict == .unknown {
            return
                "the connection ended after the whole message was handed over, so it may have been taken: look "
                + "for it before sending again"
        }
        switch kind {
        case .configuration where (500...599).contains(report.responseCode):
            return report.stage == .sender
                ? "it refuses the sender's address (code \(report.responseCode)): check which one the account may use"
                : "it refuses this program (code \(report.responseCode)): check its name, port and account"
        case .configuration:
            return "no trusted encrypted connection (libcurl \(curlCode)): check its certificate and port"
        case .authentication:
            return "it refuses the account (code \(report.responseCode)): check name and password"
        case .permanentRecipient:
            return "it refuses the recipient for good (code \(report.responseCode))"
        case .permanentContent:
            return "it refuses the message for good (code \(report.responseCode))"
        case .transient, .rateLimited:
            return (400...499).contains(report.responseCode)
                ? "it refuses the mail for now (code \(report.responseCode)): it can be tried again later"
                : "the connection failed before the message was handed over (libcurl \(curlCode)): it can be tried again"
        case .policy, .unsupported, .cancelled, .pluginFault: return "not sent"
        }
    }

    private var curlCode: Int { report.curlCode ?? 0 }
}

extension TransferStop {
    /// The class of failure when we ended the transfer ourselves; `kind` where the protocol knows better.
    func failureKind(insteadOf kind: FailureKind) -> FailureKind {
        switch self {
        case .cancelled: .cancelled
        case .addressRefused: .policy
        case .overRelayLimit: .permanentContent
        case .stalled, .tooManyWaiting, .engineClosed, .bodyOverLimit, .headersOverLimit: kind
        case .notStarted, .calledOff: .transient
        }
    }

    /// Half a sentence for the operator, to stand after the name of the host.
    var explanation: String {
        switch self {
        case .cancelled: "the delivery was cancelled"
        case .calledOff: "the delivery was called off before its end, so it was not sent"
        case .stalled: "nothing moved for longer than the limit allows"
        case .bodyOverLimit: "the answer is larger than the limit allows"
        case .headersOverLimit: "the header of the answer is larger than the limit allows"
        case .addressRefused:
            "its address is not one that deliveries may go to; RECOURS_ALLOW_LOOPBACK=1 allows loopback and private ones"
        case .overRelayLimit(let max):
            "it takes no mail above \(max) bytes: send fewer or smaller attachments"
        case .tooManyWaiting: "too many deliveries are waiting already"
        case .engineClosed: "the program is stopping"
        case .notStarted(let error): "the transfer could not be started (\(error))"
        }
    }
}

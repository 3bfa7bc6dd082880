import ChannelPluginKit
import CivilCalendar
import ContactRouting
import Testing

extension ChannelPorts {
    /// The one port that a test uses; a call of any other is a failure of the test.
    static func testing(
        mail: any MailPort = ClosedPort(), http: any HTTPPort = ClosedPort()
    ) -> ChannelPorts {
        ChannelPorts(mail: mail, http: http, signing: ClosedPort(), checkpoints: ClosedPort())
    }
}

/// A port that nothing may go through.
struct ClosedPort: MailPort, HTTPPort, SigningPort, CheckpointPort {
    func send(_ mail: OutgoingMail, beforeEnd: (@Sendable () async -> Bool)?) async -> MailResult {
        Issue.record("a mail was sent where none is expected")
        return .failed(Failure(.unsupported, "closed port"))
    }

    func send(_ request: HTTPRequest, at now: Instant) async -> HTTPResult {
        Issue.record("a request was sent where none is expected")
        return .failed(Failure(.unsupported, "closed port"))
    }

    func sign(_ bytes: [UInt8], with secret: SecretName) async throws(ChannelError) -> [UInt8] {
        Issue.record("something was signed where nothing is expected")
        throw .secretUnknown(secret)
    }

    func remember(_ checkpoint: Checkpoint) async throws(ChannelError) {
        Issue.record("a checkpoint was stored where none is expected")
        throw .checkpointNotStored
    }
}

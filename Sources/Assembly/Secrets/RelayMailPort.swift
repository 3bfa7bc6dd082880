public import ChannelPluginKit
import ContactRouting
public import CurlTransport
import Synchronization

/// Hands mails to the relay of the settings, with the password as its file holds it at that moment.
///
/// A password that was changed holds from the next mail on, without a new start; mails under way keep theirs.
public final class RelayMailPort: MailPort {
    private let settings: Settings
    private let keeper: SecretKeeper
    private let limits: TransportLimits
    private let current = Mutex<Connection?>(nil)

    private struct Connection: Sendable {
        let relay: MailRelay
        let port: CurlMailPort
    }

    public init(_ settings: Settings, limits: TransportLimits = .mail) {
        self.settings = settings
        self.limits = limits
        keeper = SecretKeeper(settings.secrets)
    }

    public func send(
        _ mail: OutgoingMail, beforeEnd: (@Sendable () async -> Bool)?
    ) async -> MailResult {
        let port: CurlMailPort
        do throws(MailSetupFault) { port = try self.port() } catch { return .failed(error.failure) }
        return await port.send(mail, beforeEnd: beforeEnd)
    }

    /// Ends the connections; what is running ends as failed or unknown.
    public func close() { current.withLock { $0 }?.port.close() }

    /// What keeps mails from being handed over; nil when nothing does.
    public func fault() -> MailSetupFault? {
        do throws(MailSetupFault) { _ = try relay() } catch { return error }
        return nil
    }

    private func port() throws(MailSetupFault) -> CurlMailPort {
        let relay = try relay()
        return try current.withLock { connection throws(MailSetupFault) in
            if let connection, connection.relay == relay { return connection.port }
            do throws(TransportError) {
                let port = try CurlMailPort(relay: relay, limits: limits)
                // The one before ends by itself when its last mail has.
                connection = Connection(relay: relay, port: port)
                return port
            } catch {
                throw .transport(error)
            }
        }
    }

    /// The relay with its account, read now.
    func relay() throws(MailSetupFault) -> MailRelay {
        guard let relay = settings.relay else { throw .noRelay }
        let credentials = try relay.username.map { name throws(MailSetupFault) in
            try self.credentials(of: name)
        }
        do throws(TransportError) {
            return try relay.relay(
                credentials: credentials, authorityFile: settings.authorityFile, rule: settings.addressRule)
        } catch {
            throw .transport(error)
        }
    }

    private func credentials(of username: String) throws(MailSetupFault) -> MailCredentials {
        let password: Private<String>
        do throws(SecretFault) { password = try keeper.text(of: .smtpPassword) } catch {
            throw .secret(error)
        }
        do throws(TransportError) {
            return try MailCredentials(username: username, password: password)
        } catch {
            throw .transport(error)
        }
    }
}

/// Why no mail can be handed over.
public enum MailSetupFault: Error, Hashable, Sendable {
    case noRelay
    case secret(SecretFault)
    case transport(TransportError)
}

extension MailSetupFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noRelay: "No relay takes mails: set RECOURS_SMTP_URL."
        case .secret(let fault): fault.description
        case .transport(let error): error.description
        }
    }
}

extension MailSetupFault {
    /// The same as the result of a mail: nothing went out.
    fileprivate var failure: Failure {
        switch self {
        case .noRelay, .secret: Failure(.configuration, description)
        case .transport(.outOfResources): Failure(.transient, description)
        case .transport: Failure(.configuration, description)
        }
    }
}

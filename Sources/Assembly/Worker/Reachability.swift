public import ContactRouting
import CurlTransport

/// Tries whether the servers of the settings could take a delivery; nothing is sent.
public struct Reachability: Sendable {
    private let settings: Settings

    public init(_ settings: Settings) { self.settings = settings }

    /// Why the relay would take no mail; nil when it would.
    ///
    /// Logs in, so that a wrong password shows.
    public func faultOfRelay() async -> Failure? {
        let relay: MailRelay
        do throws(MailSetupFault) { relay = try RelayMailPort(settings).relay() } catch {
            return Failure(.configuration, error.description)
        }
        return await ReachProbe().fault(of: relay)
    }

    /// Why nobody answers at an address; nil when somebody does.
    public func fault(of target: HTTPTarget) async -> Failure? {
        await ReachProbe().fault(
            of: target, rule: settings.addressRule, authorityFile: settings.authorityFile)
    }
}

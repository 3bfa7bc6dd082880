/// Everything that can be wrong when a port is set up.
///
/// What goes wrong with a transfer is no error but a result: `MailResult` or `HTTPResult`.
public enum TransportError: Error, Hashable, Sendable {
    /// The relay's URL is not `smtp://host:port` or `smtps://host:port`.
    case malformedRelay
    /// A name or password holds a control character, or is too long.
    case malformedCredentials
    /// Mails without encryption go to loopback only, and only when loopback is allowed.
    case plainNotAllowed
    /// The system gives no thread or no memory for a connection.
    case outOfResources(step: String)
    /// libcurl refuses an option; the installed version is too old.
    case optionRefused(option: String, code: Int)
}

extension TransportError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .malformedRelay:
            "The mail relay is not usable: write smtps://host:465 or smtp://host:587, without a name or password in it."
        case .malformedCredentials:
            "The mail account is not usable: name and password must be one line of at most 1,000 bytes each."
        case .plainNotAllowed:
            "Mails without encryption are only sent to a loopback address: use TLS, or allow loopback for tests."
        case .outOfResources(let step):
            "The system has no resources left (\(step)): free memory or raise the limit of threads."
        case .optionRefused(let option, let code):
            "libcurl refuses the option \(option) (code \(code)): install libcurl 7.86 or later."
        }
    }
}

/// The secrets of the program, each in a file of its own.
public enum Secret: String, Hashable, Sendable, CaseIterable {
    case smtpPassword = "smtp-password"
    case webhook = "webhook"
    case registeredMailClient = "registered-mail-client-secret"
    case registeredMailPassword = "registered-mail-password"

    /// True when a plugin may have bytes signed with it; the others open an account, and sign nothing.
    var signs: Bool {
        switch self {
        case .webhook: true
        case .smtpPassword, .registeredMailClient, .registeredMailPassword: false
        }
    }

    /// The setting that names its file.
    public var setting: String { variable.rawValue }

    /// The name under which systemd hands it in: `LoadCredential=` and `SetCredentialEncrypted=`.
    public var credentialName: String { "recours-\(rawValue)" }

    var variable: Settings.Variable {
        switch self {
        case .smtpPassword: .smtpPasswordFile
        case .webhook: .webhookSecretFile
        case .registeredMailClient: .registeredMailClientSecretFile
        case .registeredMailPassword: .registeredMailPasswordFile
        }
    }
}

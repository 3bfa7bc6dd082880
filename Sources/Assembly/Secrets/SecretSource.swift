import ContactRouting
import Glibc

/// Where a secret is kept.
public struct SecretSource: Hashable, Sendable {
    public let path: String
    /// True for a file in the folder that systemd made for this service, whose rights are systemd's.
    public let isCredential: Bool

    public init(path: String, isCredential: Bool = false) {
        self.path = path
        self.isCredential = isCredential
    }

    /// The places of all secrets that are configured: the file that a setting names, else the credential of systemd.
    ///
    /// - Parameter credentials: the folder that systemd names in `CREDENTIALS_DIRECTORY`.
    static func all(
        _ values: [Settings.Variable: String], credentials folder: String?
    ) -> [Secret: SecretSource] {
        var sources: [Secret: SecretSource] = [:]
        let folder = folder.flatMap { $0.hasPrefix("/") ? $0 + "/" : nil }
        for secret in Secret.allCases {
            if let path = values[secret.variable], !path.isEmpty {
                sources[secret] = SecretSource(path: path, isCredential: folder.map(path.lies) ?? false)
            } else if let folder {
                let path = folder + secret.credentialName
                if access(path, F_OK) == 0 { sources[secret] = SecretSource(path: path, isCredential: true) }
            }
        }
        return sources
    }
}

extension String {
    /// True for a file directly inside of this folder, which ends in a slash.
    fileprivate func lies(in folder: String) -> Bool {
        hasPrefix(folder) && !dropFirst(folder.count).contains("/")
    }
}

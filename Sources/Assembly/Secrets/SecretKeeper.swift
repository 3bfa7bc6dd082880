public import ChannelPluginKit
import ContactRouting
import Digests

/// Reads the secrets of the configuration when they are needed, and signs with them.
///
/// Nothing is kept: a secret that was changed holds from the next use on.
public struct SecretKeeper: Sendable {
    private let sources: [Secret: SecretSource]

    public init(_ sources: [Secret: SecretSource]) { self.sources = sources }

    /// - Throws: `SecretFault`.
    func bytes(of secret: Secret) throws(SecretFault) -> Private<[UInt8]> {
        guard let source = sources[secret] else { throw .notConfigured(secret) }
        return try SecretFile(secret: secret, source: source).bytes()
    }

    /// - Throws: `SecretFault`.
    func text(of secret: Secret) throws(SecretFault) -> Private<String> {
        Private(String(decoding: try bytes(of: secret).reveal(), as: UTF8.self))
    }

    /// Why a secret cannot be used now; nil when it can.
    public func fault(of secret: Secret) -> SecretFault? {
        do throws(SecretFault) { _ = try bytes(of: secret) } catch { return error }
        return nil
    }
}

extension SecretKeeper: SigningPort {
    public func sign(_ bytes: [UInt8], with name: SecretName) async throws(ChannelError) -> [UInt8] {
        guard let secret = Secret(rawValue: name.text), secret.signs else { throw .secretUnknown(name) }
        let key: Private<[UInt8]>
        do throws(SecretFault) { key = try self.bytes(of: secret) } catch {
            throw .secretUnusable(name, reason: error.description)
        }
        do throws(DigestError) { return try HMACSHA256.code(for: bytes, key: key.reveal()).bytes } catch {
            throw .secretUnusable(name, reason: error.description)
        }
    }
}

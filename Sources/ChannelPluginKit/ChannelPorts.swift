public import ContactRouting

/// The only ways in which a plugin may touch the world.
///
/// Secrets stay with the program: a plugin names one, and gets a signature.
public struct ChannelPorts: Sendable {
    public let mail: any MailPort
    public let http: any HTTPPort
    private let signing: any SigningPort
    private let checkpoints: any CheckpointPort

    public init(
        mail: any MailPort, http: any HTTPPort, signing: any SigningPort, checkpoints: any CheckpointPort
    ) {
        self.mail = mail
        self.http = http
        self.signing = signing
        self.checkpoints = checkpoints
    }

    /// Signs bytes with a secret that the plugin never sees.
    ///
    /// - Returns: HMAC-SHA256, 32 bytes.
    /// - Throws: `ChannelError.secretUnknown`, `.secretUnusable`.
    public func sign(_ bytes: [UInt8], with secret: SecretName) async throws(ChannelError) -> [UInt8] {
        try await signing.sign(bytes, with: secret)
    }

    /// Stores where the delivery stands, and returns when it is on disk.
    ///
    /// Call it before every step that cannot be undone, and do not take the step when it throws.
    ///
    /// - Throws: `ChannelError.checkpointNotStored`.
    public func remember(_ checkpoint: Checkpoint) async throws(ChannelError) {
        try await checkpoints.remember(checkpoint)
    }
}

/// Signs with the program's secrets.
public protocol SigningPort: Sendable {
    /// - Throws: `ChannelError.secretUnknown`, `.secretUnusable`.
    func sign(_ bytes: [UInt8], with secret: SecretName) async throws(ChannelError) -> [UInt8]
}

/// Keeps the checkpoint of the attempt at hand.
public protocol CheckpointPort: Sendable {
    /// Returns only when the checkpoint survives a crash.
    ///
    /// - Throws: `ChannelError.checkpointNotStored`.
    func remember(_ checkpoint: Checkpoint) async throws(ChannelError)
}

/// Names a secret of the configuration, such as `webhook`.
///
/// The secret itself stays with the program.
public struct SecretName: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    /// Makes a name from a literal in source code.
    public init(_ literal: StaticString) { text = "\(literal)" }

    public var description: String { text }
}

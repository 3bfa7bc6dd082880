internal import Glibc

/// A port of 127.0.0.1 at which every connection is refused, for as long as this is kept.
///
/// A socket that is bound and never listens: nobody else can get its number meanwhile.
public final class RefusingPort: Sendable {
    public let number: Int
    private let descriptor: Int32

    /// - Throws: `ServerSetupError` when the system gives no socket.
    public init() throws {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw ServerSetupError(step: "socket", code: errno) }
        self.descriptor = descriptor
        number = try LoopbackServer.bind(descriptor)
    }

    deinit { close(descriptor) }
}

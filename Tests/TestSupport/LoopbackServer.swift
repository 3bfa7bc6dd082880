internal import CurlTransport
internal import Glibc

/// A TCP server on 127.0.0.1 for one test: every connection runs the same script on a thread of its own.
///
/// Everything is bounded: a read or write waits at most `patienceSeconds`, and `stop()` ends every connection.
public final class LoopbackServer: Sendable {
    public let port: Int

    /// Longest wait for a single read or write, in seconds.
    public static let patienceSeconds = 60

    private struct State: Sendable {
        var isStopped = false
        var open: Set<Int32> = []
    }

    private let listener: Int32
    private let state = Locked(State())

    /// - Throws: `ServerSetupError` when the system gives no socket.
    public init(_ serve: @escaping @Sendable (ServerConnection) -> Void) throws {
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard listener >= 0 else { throw ServerSetupError(step: "socket", code: errno) }
        // A small buffer, so that a large body cannot hide in the kernel when a script resets the connection.
        var bytes: Int32 = 65_536
        setsockopt(listener, SOL_SOCKET, SO_RCVBUF, &bytes, socklen_t(MemoryLayout<Int32>.size))
        port = try Self.listen(on: listener)
        spawn { [self] in
            while let descriptor = acceptOne() {
                spawn { [self] in
                    serve(ServerConnection(descriptor))
                    finish(descriptor)
                }
            }
            // Closed by the thread that accepts: closed elsewhere, its number could already be another server's.
            close(listener)
        }
    }

    /// Ends the listener and every open connection.
    public func stop() {
        state.withLock { state in
            guard !state.isStopped else { return }
            state.isStopped = true
            shutdown(listener, Int32(SHUT_RDWR))
            for descriptor in state.open { shutdown(descriptor, Int32(SHUT_RDWR)) }
        }
    }

    private func acceptOne() -> Int32? {
        let descriptor = accept(listener, nil, nil)
        guard descriptor >= 0 else { return nil }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        let isWanted = state.withLock { state in
            guard !state.isStopped else { return false }
            state.open.insert(descriptor)
            return true
        }
        guard isWanted else {
            close(descriptor)
            return nil
        }
        return descriptor
    }

    private func finish(_ descriptor: Int32) {
        state.withLock { state in
            state.open.remove(descriptor)
            close(descriptor)
        }
    }

    private static func listen(on descriptor: Int32) throws -> Int {
        let port = try bind(descriptor)
        guard Glibc.listen(descriptor, 64) == 0 else { throw ServerSetupError(step: "listen", code: errno) }
        return port
    }

    /// Gives a socket a free port of 127.0.0.1, and says which.
    static func bind(_ descriptor: Int32) throws -> Int {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let code = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                guard Glibc.bind(descriptor, generic, length) == 0 else { return errno }
                return getsockname(descriptor, generic, &length) == 0 ? 0 : errno
            }
        }
        guard code == 0 else { throw ServerSetupError(step: "bind", code: code) }
        return Int(UInt16(bigEndian: address.sin_port))
    }
}

/// The system gave no server.
public struct ServerSetupError: Error {
    public let step: String
    public let code: Int32

    public init(step: String, code: Int32) {
        self.step = step
        self.code = code
    }
}

/// Runs a closure on a thread of its own, with all signals blocked.
public func spawn(_ body: @escaping @Sendable () -> Void) {
    final class Box: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
    var thread = pthread_t()
    let code = pthread_create(
        &thread, nil,
        { context in
            var all = sigset_t()
            sigfillset(&all)
            pthread_sigmask(SIG_BLOCK, &all, nil)
            if let context { Unmanaged<Box>.fromOpaque(context).takeRetainedValue().body() }
            return nil
        }, Unmanaged.passRetained(Box(body)).toOpaque())
    precondition(code == 0, "a test needs a thread")
    pthread_detach(thread)
}

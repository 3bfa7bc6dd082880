internal import Glibc

/// Starts a thread that runs `body` once and ends with it.
///
/// All signals are blocked on it, so that a broken connection does not end the process with SIGPIPE while OpenSSL writes,
/// and the program's own signal handlers run elsewhere.
///
/// - Throws: `TransportError.outOfResources`.
func startThread(_ body: @escaping @Sendable () -> Void) throws(TransportError) {
    let box = Unmanaged.passRetained(ThreadBody(body))
    var thread = pthread_t()
    let code = pthread_create(&thread, nil, runThreadBody, box.toOpaque())
    guard code == 0 else {
        box.release()
        throw .outOfResources(step: "pthread_create")
    }
    pthread_detach(thread)
}

private final class ThreadBody: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

private func runThreadBody(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    var all = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_BLOCK, &all, nil)
    Unmanaged<ThreadBody>.fromOpaque(context).takeRetainedValue().run()
    return nil
}

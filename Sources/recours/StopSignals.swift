import Dispatch
import Glibc

/// Hears SIGTERM and Ctrl-C while something is under way that must not be cut off.
final class StopSignals {
    private let sources: [any DispatchSourceSignal]

    /// Listens until it is let go.
    ///
    /// - Parameter stop: called with each signal; a second one must change nothing.
    init(_ stop: @escaping @Sendable () -> Void) {
        sources = [SIGTERM, SIGINT].map { number in
            // Otherwise the signal ends the process before anybody hears it.
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler(handler: stop)
            source.resume()
            return source
        }
    }

    deinit {
        for source in sources { source.cancel() }
        for number in [SIGTERM, SIGINT] { signal(number, SIG_DFL) }
    }
}

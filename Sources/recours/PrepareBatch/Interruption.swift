import Glibc
import Synchronization

/// The person's wish to stop: the first Ctrl-C is heard between two cases, the second ends the program at once.
enum Interruption {
    /// The signal that came; 0 while none did.
    private static let signalNumber = Atomic<Int32>(0)

    /// Listens from now on.
    static func listen() {
        // Made before a handler may need it.
        signalNumber.store(0, ordering: .relaxed)
        for number in [SIGINT, SIGTERM] {
            var action = sigaction()
            // Async-signal-safe: it stores one word and does nothing else.
            action.__sigaction_handler.sa_handler = {
                Interruption.signalNumber.store($0, ordering: .relaxed)
            }
            action.sa_flags = Int32(truncatingIfNeeded: SA_RESETHAND)
            sigaction(number, &action, nil)
        }
    }

    static var isWished: Bool { signalNumber.load(ordering: .relaxed) != 0 }

    /// Ends the program as the signal would have, so that whoever started it can tell.
    static func end() -> Never {
        let number = signalNumber.load(ordering: .relaxed)
        signal(number, SIG_DFL)
        raise(number)
        exit(128 + number)
    }
}

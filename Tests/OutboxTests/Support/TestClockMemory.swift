import Outbox
import Synchronization

/// Keeps readings of the clocks as a file would, and how many there were.
final class TestClockMemory: ClockMemory {
    private let kept = Mutex<[ClockReading]>([])

    var readings: [ClockReading] { kept.withLock { $0 } }

    func lastReading() async -> ClockReading? { kept.withLock { $0.last } }
    func keep(_ reading: ClockReading) async { kept.withLock { $0.append(reading) } }
}

import CivilCalendar
import JSONText
public import Outbox

/// Keeps the last reading of the clocks in a file of the state folder.
///
/// A reading that cannot be written is lost: then only jumps while the worker runs are noticed.
public struct FileClockMemory: ClockMemory {
    /// Largest file that is read, in bytes.
    private static let bytesMax = 4096

    private let path: String

    public init(_ folder: StateFolder) { path = folder.clock }

    public func lastReading() async -> ClockReading? {
        guard let bytes = try? FileReading.bytes(of: path, bytesMax: Self.bytesMax, isRegular: true),
            let root = try? JSONDocument(parsing: bytes).root, let wall = root["wall"]?.int,
            let uptime = root["uptimeSeconds"]?.int, let isTrusted = root["trusted"]?.bool
        else { return nil }
        return ClockReading(
            wall: Instant(secondsSinceEpoch: Int64(wall)), uptimeSeconds: Int64(uptime),
            boot: root["boot"]?.string, isTrusted: isTrusted)
    }

    public func keep(_ reading: ClockReading) async {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("wall")
        writer.int(reading.wall.secondsSinceEpoch)
        writer.key("uptimeSeconds")
        writer.int(reading.uptimeSeconds)
        writer.key("boot")
        if let boot = reading.boot { writer.string(boot) } else { writer.null() }
        writer.key("trusted")
        writer.bool(reading.isTrusted)
        writer.endObject()
        writer.endLine()
        try? SyncedFile.replace(path, with: writer.bytes)
    }
}

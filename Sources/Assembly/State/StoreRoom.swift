import Glibc
public import Outbox

/// The room on the volume of the state folder.
public struct StoreRoom: RoomGauge {
    private let path: String

    /// What the worker keeps free before it begins anything; see `OutboxLimits`.
    public static let bytesNeeded = OutboxLimits().bytesFreeMin

    public init(_ folder: StateFolder) { path = folder.path }

    /// What others than root may still write (statvfs(3)).
    public func bytesFree() -> Int64? {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { return nil }
        let (bytes, isTooLarge) = UInt64(status.f_bavail).multipliedReportingOverflow(
            by: UInt64(status.f_frsize))
        return isTooLarge ? .max : Int64(clamping: bytes)
    }
}

/// Tells how much room is left where the store is.
public protocol RoomGauge: Sendable {
    /// Bytes that this process can still write there; nil when that cannot be known.
    func bytesFree() -> Int64?
}

/// Where the room that a delivery needs is known to be missing.
public struct RoomShortage: Hashable, Sendable {
    public let bytesFree: Int64
    public let bytesNeeded: Int64

    public init(bytesFree: Int64, bytesNeeded: Int64) {
        self.bytesFree = bytesFree
        self.bytesNeeded = bytesNeeded
    }

    /// - Returns: nil when there is room enough, or nobody knows.
    public init?(_ gauge: (any RoomGauge)?, needs bytesNeeded: Int64) {
        guard let free = gauge?.bytesFree(), free < bytesNeeded else { return nil }
        self.init(bytesFree: free, bytesNeeded: bytesNeeded)
    }
}

extension RoomShortage: CustomStringConvertible {
    /// One sentence that says what to do; both numbers in MiB, what is free rounded down.
    public var description: String {
        let mebibyte: Int64 = 1 << 20
        return
            "Nothing goes out: \(bytesFree / mebibyte) MiB are free where the cases are stored, and what follows a delivery needs \(bytesNeeded / mebibyte) MiB. Free some space."
    }
}

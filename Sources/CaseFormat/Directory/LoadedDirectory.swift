public import ContactRouting
public import Digests
public import OpeningHours

/// A directory that was read and found correct, with its opening hours parsed.
public struct LoadedDirectory: Sendable {
    public let directory: Directory
    /// The hours of ``ContactRouting/Directory/hours``, in that order.
    public let schedules: [Schedule]
    /// The digest of the file's bytes; with an overlay, of both files'.
    public let digest: SHA256Digest
    /// What of it comes from an overlay; nil without one.
    public let overlay: OverlayOrigin?

    init(
        directory: Directory, schedules: [Schedule], digest: SHA256Digest, overlay: OverlayOrigin? = nil
    ) {
        precondition(directory.hours.count == schedules.count, "one schedule for each of the hours")
        self.directory = directory
        self.schedules = schedules
        self.digest = digest
        self.overlay = overlay
    }
}

import Glibc

/// What the system knows about its own clock.
public enum MachineClock {
    /// Whether the system's time service says that it has set the clock; false when none of the kind is there.
    ///
    /// - Source: systemd-timesyncd.service(8), `/run/systemd/timesync/synchronized`.
    public static var isSynchronised: Bool { access("/run/systemd/timesync/synchronized", F_OK) == 0 }
}

/// A moment, the same everywhere on earth, to the second.
///
/// Leap seconds are not counted, as in POSIX and RFC 3339 practice. Sums saturate at the ends of `Int64`.
public struct Instant: Hashable, Comparable, Sendable {
    /// Seconds since 1970-01-01T00:00:00Z; negative before it.
    public let secondsSinceEpoch: Int64

    /// Makes the moment this many seconds after 1970-01-01T00:00:00Z.
    public init(secondsSinceEpoch: Int64) { self.secondsSinceEpoch = secondsSinceEpoch }

    /// The moment this many seconds later, or earlier when negative.
    public func adding(seconds: Int64) -> Instant {
        let (sum, overflow) = secondsSinceEpoch.addingReportingOverflow(seconds)
        return Instant(secondsSinceEpoch: overflow ? (seconds > 0 ? .max : .min) : sum)
    }

    /// The moment this many clock hours (of 3600 seconds) later, or earlier when negative.
    public func adding(hours: Int) -> Instant {
        let (seconds, overflow) = Int64(hours).multipliedReportingOverflow(by: 3600)
        return adding(seconds: overflow ? (hours > 0 ? .max : .min) : seconds)
    }

    /// The seconds from this moment to the other; negative when the other is earlier.
    public func seconds(until other: Instant) -> Int64 {
        let (difference, overflow) = other.secondsSinceEpoch
            .subtractingReportingOverflow(secondsSinceEpoch)
        return overflow ? (other > self ? .max : .min) : difference
    }

    public static func < (lhs: Self, rhs: Self) -> Bool {
        lhs.secondsSinceEpoch < rhs.secondsSinceEpoch
    }
}

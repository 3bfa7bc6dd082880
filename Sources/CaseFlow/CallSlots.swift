import ChannelPluginKit
import CivilCalendar
import ContactRouting
import OpeningHours

/// When a merchant may call: inside its hours and the person's, over the next days.
struct CallSlots {
    /// How far ahead is looked, in days.
    static let days: Int64 = 7
    /// Shortest slot, in seconds.
    static let secondsMin: Int64 = 900
    /// Longest slot, in seconds: nobody waits by the phone for a day.
    static let secondsMax: Int64 = 7200
    /// Time before the first slot, in seconds: the request must reach the merchant first.
    static let leadSeconds: Int64 = 900
    /// Most slots that are proposed.
    static let slotsMax = 5

    /// When a person who did not say can be called, in their own zone: a policy of ours, so that nobody is woken.
    static let usualHours = "Mo-Su 08:00-20:00"

    let channel: Evaluator
    let person: Evaluator

    /// The first slots from now on, earliest first; their starts lie on a quarter of an hour.
    func slots(from now: Instant) -> [CallSlot] {
        let start = Self.nextQuarter(now.adding(seconds: Self.leadSeconds))
        let end = now.adding(seconds: Self.days * 86_400)
        guard start < end else { return [] }
        let window = start..<end
        let open = Self.openings(of: channel, in: window)
        let both = Self.common(open, Self.openings(of: person, in: window))
        return Array(both.lazy.compactMap(Self.slot).prefix(Self.slotsMax))
    }

    /// The first part of an opening: from a quarter of an hour on, and not too long.
    private static func slot(in opening: Range<Instant>) -> CallSlot? {
        let start = nextQuarter(opening.lowerBound)
        let end = min(opening.upperBound, start.adding(seconds: secondsMax))
        guard start.seconds(until: end) >= secondsMin else { return nil }
        return CallSlot(from: start, to: end)
    }

    /// Parts that are surely open: an unknown hour is no promise.
    static func openings(of evaluator: Evaluator, in window: Range<Instant>) -> [Range<Instant>] {
        var found: [Range<Instant>] = []
        for interval in evaluator.intervals(in: window) where interval.state == .open {
            if let last = found.last, last.upperBound == interval.range.lowerBound {
                found[found.count - 1] = last.lowerBound..<interval.range.upperBound
            } else {
                found.append(interval.range)
            }
        }
        return found
    }

    /// What both lists have in common; each is in order and without overlaps.
    ///
    /// - Complexity: O(intervals).
    private static func common(_ one: [Range<Instant>], _ other: [Range<Instant>]) -> [Range<Instant>] {
        var found: [Range<Instant>] = []
        var (left, right) = (0, 0)
        while left < one.count, right < other.count {
            let (a, b) = (one[left], other[right])
            if a.overlaps(b) { found.append(a.clamped(to: b)) }
            if a.upperBound < b.upperBound { left += 1 } else { right += 1 }
        }
        return found
    }

    /// Quarters of an hour are the same in every zone of today, whose offsets are multiples of 15 minutes.
    private static func nextQuarter(_ moment: Instant) -> Instant {
        let rest = moment.secondsSinceEpoch % 900
        return rest == 0 ? moment : moment.adding(seconds: 900 - rest)
    }
}

/// A moment at which a zone's clock changes.
public struct ZoneTransition: Hashable, Sendable {
    /// The first moment of the new time.
    public let instant: Instant
    /// Seconds east of UTC before it.
    public let offsetBefore: Int
    /// Seconds east of UTC from it on.
    public let offsetAfter: Int
    /// Whether daylight-saving time begins or goes on.
    public let isDaylight: Bool
    /// The zone's short name from it on, such as `CEST` or `-03`.
    public let abbreviation: String
}

extension TimeZoneRules {
    /// The clock changes in the range, in order, without those that leave the offset as it is.
    ///
    /// - Complexity: O(changes in the range): two a year at most in the zones of today. A range past the year
    ///   9999 ends there.
    public func transitions(in range: Range<Instant>) -> [ZoneTransition] {
        var found: [ZoneTransition] = []
        var moment = range.lowerBound.adding(seconds: -1)
        while let next = nextTransition(after: moment), next.instant < range.upperBound {
            found.append(next)
            moment = next.instant
        }
        return found
    }

    /// The first change of the offset after that moment; nil when there is none up to the year 9999.
    public func nextTransition(after moment: Instant) -> ZoneTransition? {
        let (second, shift) = table.folded(moment.secondsSinceEpoch)
        guard second + shift >= moment.secondsSinceEpoch else { return nil }
        var segment = table.segment(at: second) + 1
        while segment < table.starts.count {
            let instant = Instant(secondsSinceEpoch: table.starts[segment] + shift)
            guard day(at: instant) < .last else { return nil }
            if table.offsets[segment] != table.offsets[segment - 1] {
                let type = table.types[segment]
                return ZoneTransition(
                    instant: instant, offsetBefore: Int(table.offsets[segment - 1]),
                    offsetAfter: Int(type.offset), isDaylight: type.isDaylight,
                    abbreviation: type.abbreviation)
            }
            segment += 1
        }
        return nil
    }

    /// The zone's short name at that moment, such as `CET`.
    public func abbreviation(at instant: Instant) -> String {
        table.types[table.segment(at: table.folded(instant.secondsSinceEpoch).second)].abbreviation
    }
}

public import CivilCalendar

/// The days on which a part of the directory holds: from a first day, until a last one, or always.
public struct Validity: Hashable, Sendable {
    /// The first day; nil when it held before anybody looked.
    public let from: CivilDay?
    /// The last day; nil while no end is known.
    public let until: CivilDay?

    public static let always = Validity()

    public init(from: CivilDay? = nil, until: CivilDay? = nil) {
        self.from = from
        self.until = until
    }

    public func includes(_ day: CivilDay) -> Bool {
        from.map { $0 <= day } ?? true && until.map { day <= $0 } ?? true
    }

    /// Whether both hold on some day.
    public func overlaps(_ other: Validity) -> Bool {
        !isOver(before: other.from) && !other.isOver(before: from)
    }

    /// Whether it holds on no day from this one on.
    ///
    /// - Parameter day: nil stands for the beginning of time, before which nothing is over.
    public func isOver(before day: CivilDay?) -> Bool {
        guard let day, let until else { return false }
        return until < day
    }
}

extension Directory {
    /// The directory as it held on a day.
    ///
    /// Channels, endpoints, policies, institutions and closed services of other days are left out; merchants stay. ``hours``
    /// is the same for every day, so that what was worked out for it fits all of them.
    ///
    /// - Complexity: O(entries × channels).
    public func valid(on day: CivilDay) -> Directory {
        let merchants = merchants.map { merchant in
            var merchant = merchant
            merchant.policies.removeAll { !$0.validity.includes(day) }
            merchant.channels = Self.valid(merchant.channels, on: day)
            return merchant
        }
        let institutions = institutions.filter { $0.validity.includes(day) }.map { institution in
            var institution = institution
            institution.channels = Self.valid(institution.channels, on: day)
            return institution
        }
        return Directory(
            updatedOn: updatedOn, merchants: merchants, institutions: institutions,
            closed: closed.filter { $0.since <= day }, hours: hours, distrusted: distrusted)
    }

    private static func valid(_ channels: [ChannelEntry], on day: CivilDay) -> [ChannelEntry] {
        channels.filter { $0.validity.includes(day) }.map { channel in
            var channel = channel
            channel.endpoints.removeAll { !$0.validity.includes(day) }
            return channel
        }
    }

    /// The days on which something begins or ceases to hold, in order: between two of them ``valid(on:)`` is the same.
    ///
    /// - Complexity: O(entries × channels).
    public var turningDays: [CivilDay] {
        let channels = merchants.flatMap(\.channels) + institutions.flatMap(\.channels)
        let periods =
            channels.map(\.validity) + channels.flatMap(\.endpoints).map(\.validity)
            + merchants.flatMap(\.policies).map(\.validity) + institutions.map(\.validity)
        let days = periods.flatMap { [$0.from, $0.until.map { $0.adding(days: 1) }] }.compactMap { $0 }
        return Set(days + closed.map(\.since)).sorted()
    }
}

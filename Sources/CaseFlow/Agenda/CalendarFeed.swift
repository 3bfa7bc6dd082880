internal import CalendarText
public import CivilCalendar
internal import ContactRouting

/// The calendar of what is due over all cases (RFC 5545), made from the one before.
///
/// An entry that has not changed keeps its stamp and sequence number, so that the same state gives the same bytes. One that
/// changed gets a higher number; one that is no longer due before its time is marked as cancelled for a while, so that
/// every calendar that took it strikes it out.
public struct CalendarFeed: Sendable {
    /// What stands behind the `@` of a UID; reserved, so that it names nobody's machine (RFC 2606).
    public static let uidDomain = "recours.invalid"
    /// How long a cancelled entry stays in the feed: 90 days, in seconds.
    public static let cancelledSeconds: Int64 = 90 * 86_400

    private let now: Instant
    private let earlier: [String: CalendarComponent]

    /// - Parameter previous: the feed as it was written last; nil, or what cannot be read, counts as none.
    public init(after previous: [UInt8]?, at now: Instant) {
        self.now = now
        let events = previous.flatMap { CalendarComponent(parsing: $0) }?.parts ?? []
        var earlier: [String: CalendarComponent] = [:]
        for event in events {
            if let uid = event["UID"] { earlier[uid] = event }
        }
        self.earlier = earlier
    }

    /// The feed with these entries.
    ///
    /// - Parameters:
    ///   - cases: the references of the cases that the entries are all of; entries of others stay as they are. Nil for
    ///     all cases.
    ///   - forgotten: cases of which nothing may be told any more; their entries are cancelled without a word.
    /// - Complexity: O(n log n) in the entries of both feeds.
    public func bytes(
        _ entries: [CalendarEntry], ofAll cases: Set<String>? = nil, forgotten: Set<String> = []
    ) -> [UInt8] {
        var events: [String: CalendarComponent] = [:]
        for entry in entries { events[entry.uid] = event(of: entry) }
        for (uid, event) in earlier where events[uid] == nil {
            let reference = Self.reference(in: uid)
            events[uid] =
                cases?.contains(reference) ?? true
                ? cancelled(event, isForgotten: forgotten.contains(reference)) : event
        }
        return CalendarComponent(
            "VCALENDAR",
            [
                CalendarProperty("VERSION", "2.0"), CalendarProperty("PRODID", "-//Recours//Agenda 1//EN"),
                CalendarProperty("CALSCALE", "GREGORIAN"),
                // RFC 7986, and the name that older programs read.
                CalendarProperty("NAME", "Recours"), CalendarProperty("X-WR-CALNAME", "Recours"),
                CalendarProperty("REFRESH-INTERVAL", "PT1H", parameters: ";VALUE=DURATION"),
                CalendarProperty("X-PUBLISHED-TTL", "PT1H"),
            ], parts: events.sorted { $0.key < $1.key }.map(\.value)
        ).bytes
    }

    /// The references of the cases that the feed before had entries of.
    public var caseReferences: Set<String> { Set(earlier.keys.map(Self.reference)) }

    private static func reference(in uid: String) -> String { String(uid.prefix { $0 != "." }) }

    private func event(of entry: CalendarEntry) -> CalendarComponent {
        let event = entry.event(at: now)
        guard let old = earlier[entry.uid] else {
            return event.stamped(CalendarForms.utc(now), sequence: entry.revision)
        }
        let sequence = old["SEQUENCE"].flatMap { Int($0) } ?? 0
        if let stamp = old["DTSTAMP"], event.says(what: old, since: CalendarForms.utc(now)) {
            return event.stamped(stamp, sequence: sequence)
        }
        let next = sequence == .max ? sequence : sequence + 1
        return event.stamped(CalendarForms.utc(now), sequence: max(next, entry.revision))
    }

    /// Whether a day or a moment has been reached; days and moments of one length compare as text.
    ///
    /// A day is reached when it has begun anywhere on earth, because the feed does not say whose it is.
    private func isOver(_ end: String) -> Bool {
        let isDay = !end.contains("T")
        return end
            <= (isDay ? CalendarForms.utc(now.adding(hours: 14)).prefix(8) : CalendarForms.utc(now)[...])
    }

    /// An entry that is no longer due: struck out when its time is still to come, else dropped.
    private func cancelled(_ event: CalendarComponent, isForgotten: Bool) -> CalendarComponent? {
        var event = event
        if event["STATUS"] == "CANCELLED" {
            let oldest = CalendarForms.utc(now.adding(seconds: -Self.cancelledSeconds))
            guard event["DTSTAMP"].map({ $0 >= oldest }) ?? false else { return nil }
        } else {
            guard let end = event["DTEND"], !isOver(end) else { return nil }
            let sequence = event["SEQUENCE"].flatMap { Int($0) } ?? 0
            event.cancel(
                stamp: CalendarForms.utc(now), sequence: sequence == .max ? sequence : sequence + 1)
            event.properties.removeAll { $0.name == "DESCRIPTION" }
        }
        if isForgotten { event.set("SUMMARY", "–") }
        return event
    }
}

extension CalendarComponent {
    fileprivate func stamped(_ stamp: String, sequence: Int) -> CalendarComponent {
        var event = self
        event.properties.insert(
            contentsOf: [CalendarProperty("DTSTAMP", stamp), CalendarProperty("SEQUENCE", "\(sequence)")],
            at: min(1, event.properties.count))
        return event
    }

    /// Whether it says the same as an older one, alarms that have rung since left out.
    fileprivate func says(what old: CalendarComponent, since now: String) -> Bool {
        let silent = old.properties.filter { $0.name != "DTSTAMP" && $0.name != "SEQUENCE" }
        return properties == silent && parts == old.parts.filter { $0["TRIGGER"].map { $0 > now } ?? false }
    }
}

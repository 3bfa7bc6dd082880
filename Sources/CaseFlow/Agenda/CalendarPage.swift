internal import CalendarText
public import CivilCalendar

/// What the calendar shows of one case (RFC 5545), made from what it showed before.
///
/// An entry that has not changed keeps its stamp and sequence number, so that the same state gives the same bytes. One that
/// changed gets a higher number; one that is no longer due before its time is marked as cancelled for a while, so that
/// every calendar that took it strikes it out. What is over is left out.
public struct CalendarPage: Sendable {
    /// What stands behind the `@` of a UID; reserved, so that it names nobody's machine (RFC 2606).
    public static let uidDomain = "recours.invalid"
    /// How long a cancelled entry stays in the calendar: 90 days, in seconds.
    public static let cancelledSeconds: Int64 = 90 * 86_400

    private let now: Instant
    private let earlier: [String: CalendarComponent]

    /// The events of a page, as they stand in the calendar.
    public struct Text: Hashable, Sendable {
        public let bytes: [UInt8]
        /// When the page is to be made anew although the case is the same: an alarm has rung, an entry is over.
        ///
        /// Nil for never.
        public let changesAt: Instant?
    }

    /// - Parameter previous: the events that the page showed last; what cannot be read counts as none.
    public init(after previous: [UInt8], at now: Instant) {
        self.now = now
        let whole = Array("BEGIN:VCALENDAR\r\n".utf8) + previous + Array("END:VCALENDAR\r\n".utf8)
        var earlier: [String: CalendarComponent] = [:]
        for event in CalendarComponent(parsing: whole)?.parts ?? [] {
            if let uid = event["UID"] { earlier[uid] = event }
        }
        self.earlier = earlier
    }

    /// The page with all entries of its case.
    ///
    /// - Complexity: O(n log n) in the entries of both pages.
    public func showing(_ entries: [CalendarEntry]) -> Text {
        var events: [String: CalendarComponent] = [:]
        var changes: [Instant] = []
        for entry in entries where entry.isShown(after: now) {
            events[entry.uid] = event(of: entry)
            changes += entry.changes(after: now)
        }
        for (uid, event) in earlier where events[uid] == nil { events[uid] = cancelled(event) }
        return text(events, changes: changes)
    }

    /// The page of a case of which nothing may be told any more: its entries are cancelled without a word.
    public func struckOut() -> Text {
        let events = earlier.compactMapValues { event in
            var event = cancelled(event)
            event?.set("SUMMARY", "–")
            return event
        }
        return text(events, changes: [])
    }

    private func text(_ events: [String: CalendarComponent], changes: [Instant]) -> Text {
        let ends = events.values.compactMap { event in
            event.isCancelled ? event.stamp?.adding(seconds: Self.cancelledSeconds + 1) : nil
        }
        var lines = CalendarLines()
        for (_, event) in events.sorted(by: { $0.key < $1.key }) { event.write(to: &lines) }
        return Text(bytes: lines.bytes, changesAt: (changes + ends).min())
    }

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
    /// A day is reached when it has begun anywhere on earth, because the page does not say whose it is.
    private func isOver(_ end: String) -> Bool {
        let isDay = !end.contains("T")
        return end
            <= (isDay ? CalendarForms.utc(now.adding(hours: 14)).prefix(8) : CalendarForms.utc(now)[...])
    }

    /// An entry that is no longer due: struck out when its time is still to come, else dropped.
    private func cancelled(_ event: CalendarComponent) -> CalendarComponent? {
        var event = event
        if event.isCancelled {
            let oldest = now.adding(seconds: -Self.cancelledSeconds)
            guard event.stamp.map({ $0 >= oldest }) ?? false else { return nil }
        } else {
            guard let end = event["DTEND"], !isOver(end) else { return nil }
            let sequence = event["SEQUENCE"].flatMap { Int($0) } ?? 0
            event.cancel(
                stamp: CalendarForms.utc(now), sequence: sequence == .max ? sequence : sequence + 1)
            event.properties.removeAll { $0.name == "DESCRIPTION" }
        }
        return event
    }
}

extension CalendarComponent {
    fileprivate var isCancelled: Bool { self["STATUS"] == "CANCELLED" }

    fileprivate var stamp: Instant? { self["DTSTAMP"].flatMap { CalendarForms.instant(utc: $0) } }

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

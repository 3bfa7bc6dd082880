public import CivilCalendar

extension CalendarLines {
    /// - Unit: days around an event for which the zone's clock changes are listed.
    private static let zoneDays = 400

    /// Adds a `VTIMEZONE`: the zone's changes around an event one by one, so that no rule has to be guessed from them.
    ///
    /// The first is the one that made the clock what it is when the list begins; a zone without changes has one part.
    public mutating func addZone(_ zone: TimeZoneRules, around event: Range<Instant>) {
        let span = Int64(Self.zoneDays) * 86_400
        let start = event.lowerBound.adding(seconds: -span)
        let changes = zone.transitions(
            in: start.adding(seconds: -span)..<event.upperBound.adding(seconds: span))
        add("BEGIN", "VTIMEZONE")
        add("TZID", zone.identifier)
        let first = changes.lastIndex { $0.instant <= start }
        if first == nil {
            let offset = zone.offset(at: start)
            addPart("STANDARD", at: start, from: offset, to: offset, zone.abbreviation(at: start))
        }
        for change in changes[(first ?? 0)...] {
            addPart(
                change.isDaylight ? "DAYLIGHT" : "STANDARD", at: change.instant, from: change.offsetBefore,
                to: change.offsetAfter, change.abbreviation)
        }
        add("END", "VTIMEZONE")
    }

    private mutating func addPart(
        _ kind: String, at instant: Instant, from before: Int, to after: Int, _ name: String
    ) {
        add("BEGIN", kind)
        add("DTSTART", CalendarForms.local(instant, offset: before))
        add("TZOFFSETFROM", CalendarForms.offset(before))
        add("TZOFFSETTO", CalendarForms.offset(after))
        addText("TZNAME", name)
        add("END", kind)
    }
}

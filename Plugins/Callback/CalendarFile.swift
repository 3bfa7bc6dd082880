internal import ChannelPluginKit
internal import CivilCalendar
internal import ContactRouting

/// `callback.ics`: the slot as an event with its time zone and an alarm (RFC 5545), or its withdrawal.
struct CalendarFile {
    /// What the calendar is told.
    enum Purpose: Hashable {
        case announce
        /// The entry that was announced is struck out, at this moment.
        case withdraw(at: Instant)
    }

    let request: PreparationRequest
    let slot: CallSlot
    let summary: String
    let description: String
    var purpose = Purpose.announce

    /// What stands behind the `@` of a UID; reserved, so that it names nobody's machine (RFC 2606).
    static let uidDomain = "recours.invalid"
    /// - Unit: days around the event for which the zone's clock changes are listed.
    private static let zoneDays = 400

    private var zone: TimeZoneRules { request.timeZone }
    private var isUTC: Bool { zone.identifier == TimeZoneRules.utc.identifier }
    /// The person keeps the entry, so they are its organizer.
    private var organizer: String? { request.contactCase.consumer.email.map { $0.reveal().text } }

    func bytes() -> [UInt8] {
        var lines = CalendarLines()
        lines.add("BEGIN", "VCALENDAR")
        lines.add("VERSION", "2.0")
        lines.add("PRODID", "-//Recours//Callback 1//EN")
        lines.add("CALSCALE", "GREGORIAN")
        // A method promises an organizer (RFC 5546, sections 3.2.1 and 3.2.5); without one the file is a plain entry.
        if organizer != nil { lines.add("METHOD", method) }
        if !isUTC { addZone(to: &lines) }
        addEvent(to: &lines)
        lines.add("END", "VCALENDAR")
        return lines.bytes
    }

    private var method: String {
        switch purpose {
        case .announce: "PUBLISH"
        case .withdraw: "CANCEL"
        }
    }

    private func addEvent(to lines: inout CalendarLines) {
        lines.add("BEGIN", "VEVENT")
        // The same name in both files: by it a calendar finds the entry again.
        lines.add("UID", "\(request.deliveryReference.text)@\(Self.uidDomain)")
        switch purpose {
        case .announce:
            lines.add("DTSTAMP", CalendarForms.utc(request.now))
            lines.add("SEQUENCE", "0")
        case .withdraw(let moment):
            lines.add("DTSTAMP", CalendarForms.utc(moment))
            lines.add("SEQUENCE", "1")
        }
        if let organizer { lines.add("ORGANIZER", "mailto:\(organizer)") }
        addTime("DTSTART", slot.from, to: &lines)
        addTime("DTEND", slot.to, to: &lines)
        lines.addText("SUMMARY", summary)
        lines.addText("DESCRIPTION", description)
        if let link = request.link?.text { lines.add("URL", link) }
        // Others who see the calendar need not read what the trouble is.
        lines.add("CLASS", "PRIVATE")
        // The person may do other things while waiting for the call.
        lines.add("TRANSP", "TRANSPARENT")
        switch purpose {
        case .announce:
            lines.add("STATUS", "TENTATIVE")
            addAlarm(to: &lines)
        case .withdraw: lines.add("STATUS", "CANCELLED")
        }
        lines.add("END", "VEVENT")
    }

    private func addAlarm(to lines: inout CalendarLines) {
        lines.add("BEGIN", "VALARM")
        lines.add("ACTION", "DISPLAY")
        lines.add("TRIGGER", "-PT10M")
        lines.addText("DESCRIPTION", summary)
        lines.add("END", "VALARM")
    }

    private func addTime(_ name: String, _ instant: Instant, to lines: inout CalendarLines) {
        if isUTC {
            lines.add(name, CalendarForms.utc(instant))
        } else {
            let local = CalendarForms.local(instant, offset: zone.offset(at: instant))
            lines.add("\(name);TZID=\(zone.identifier)", local)
        }
    }

    /// Lists the zone's changes around the event one by one, so that no rule has to be guessed from them.
    ///
    /// The first is the one that made the clock what it is when the list begins; a zone without changes has one part.
    private func addZone(to lines: inout CalendarLines) {
        let span = Int64(Self.zoneDays) * 86_400
        let start = slot.from.adding(seconds: -span)
        let changes = zone.transitions(
            in: start.adding(seconds: -span)..<slot.to.adding(seconds: span))
        lines.add("BEGIN", "VTIMEZONE")
        lines.add("TZID", zone.identifier)
        let first = changes.lastIndex { $0.instant <= start }
        if first == nil {
            let offset = zone.offset(at: start)
            addPart("STANDARD", at: start, from: offset, to: offset, zone.abbreviation(at: start), to: &lines)
        }
        for change in changes[(first ?? 0)...] {
            addPart(
                change.isDaylight ? "DAYLIGHT" : "STANDARD", at: change.instant, from: change.offsetBefore,
                to: change.offsetAfter, change.abbreviation, to: &lines)
        }
        lines.add("END", "VTIMEZONE")
    }

    private func addPart(
        _ kind: String, at instant: Instant, from before: Int, to after: Int, _ name: String,
        to lines: inout CalendarLines
    ) {
        lines.add("BEGIN", kind)
        lines.add("DTSTART", CalendarForms.local(instant, offset: before))
        lines.add("TZOFFSETFROM", CalendarForms.offset(before))
        lines.add("TZOFFSETTO", CalendarForms.offset(after))
        lines.addText("TZNAME", name)
        lines.add("END", kind)
    }
}

internal import ChannelPluginKit
internal import CivilCalendar
internal import ContactRouting

/// `callback.ics`: the slot as an event with its time zone and an alarm (RFC 5545).
struct CalendarFile {
    let request: PreparationRequest
    let slot: CallSlot
    let summary: String
    let description: String

    /// What stands behind the `@` of a UID; reserved, so that it names nobody's machine (RFC 2606).
    static let uidDomain = "recours.invalid"
    /// - Unit: days around the event for which the zone's clock changes are listed.
    private static let zoneDays = 400

    private var zone: TimeZoneRules { request.timeZone }
    private var isUTC: Bool { zone.identifier == TimeZoneRules.utc.identifier }

    func bytes() -> [UInt8] {
        var lines = CalendarLines()
        lines.add("BEGIN", "VCALENDAR")
        lines.add("VERSION", "2.0")
        lines.add("PRODID", "-//Recours//Callback 1//EN")
        lines.add("CALSCALE", "GREGORIAN")
        lines.add("METHOD", "PUBLISH")
        if !isUTC { addZone(to: &lines) }
        addEvent(to: &lines)
        lines.add("END", "VCALENDAR")
        return lines.bytes
    }

    private func addEvent(to lines: inout CalendarLines) {
        lines.add("BEGIN", "VEVENT")
        lines.add("UID", "\(request.deliveryReference.text)@\(Self.uidDomain)")
        lines.add("DTSTAMP", CalendarForms.utc(request.now))
        lines.add("SEQUENCE", "0")
        addTime("DTSTART", slot.from, to: &lines)
        addTime("DTEND", slot.to, to: &lines)
        lines.addText("SUMMARY", summary)
        lines.addText("DESCRIPTION", description)
        if let link = request.link?.text { lines.add("URL", link) }
        lines.add("STATUS", "TENTATIVE")
        // The person may do other things while waiting for the call.
        lines.add("TRANSP", "TRANSPARENT")
        lines.add("BEGIN", "VALARM")
        lines.add("ACTION", "DISPLAY")
        lines.add("TRIGGER", "-PT10M")
        lines.addText("DESCRIPTION", summary)
        lines.add("END", "VALARM")
        lines.add("END", "VEVENT")
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
    private func addZone(to lines: inout CalendarLines) {
        let span = Int64(Self.zoneDays) * 86_400
        let start = slot.from.adding(seconds: -span)
        lines.add("BEGIN", "VTIMEZONE")
        lines.add("TZID", zone.identifier)
        let changes = zone.transitions(in: start..<slot.to.adding(seconds: span))
        // What holds before the first change that is listed; without any change it is all there is.
        let first = zone.offset(at: start)
        if changes.first.map({ slot.from < $0.instant }) ?? true {
            addPart("STANDARD", at: start, from: first, to: first, zone.abbreviation(at: start), to: &lines)
        }
        for change in changes {
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

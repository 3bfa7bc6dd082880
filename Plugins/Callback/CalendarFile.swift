internal import CalendarText
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
        if organizer != nil { lines.add("METHOD", "PUBLISH") }
        if !isUTC { lines.addZone(zone, around: slot.from..<slot.to) }
        addEvent(to: &lines)
        lines.add("END", "VCALENDAR")
        return lines.bytes
    }

    private func addEvent(to lines: inout CalendarLines) {
        lines.add("BEGIN", "VEVENT")
        // By this name a calendar finds the entry again when it is withdrawn.
        lines.add("UID", "\(request.deliveryReference.text)@\(Self.uidDomain)")
        lines.add("DTSTAMP", CalendarForms.utc(request.now))
        lines.add("SEQUENCE", "0")
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
        lines.add("STATUS", "TENTATIVE")
        addAlarm(to: &lines)
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
}

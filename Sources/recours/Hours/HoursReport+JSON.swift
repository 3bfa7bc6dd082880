import CivilCalendar
import JSONText
import OpeningHours

extension HoursReport {
    /// Writes the report as one object.
    ///
    /// - Parameter asked: the names as they were typed.
    func write(zone: String, country: String?, region: String?, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("expr")
        writer.string(text)
        writer.key("canonical")
        writer.string(schedule.description)
        writer.key("tz")
        writer.string(zone)
        writer.key("country")
        writer.optional(country)
        writer.key("region")
        writer.optional(region)
        writer.key("at")
        writer.string(moment(now))
        writer.key("state")
        writer.string(status.state.name)
        writer.key("why")
        writer.optional(status.state.reason)
        writer.key("comment")
        writer.optional(status.comment)
        writer.key("rule")
        writer.optional(decidingRule)
        writer.key("until")
        writer.optional(status.until.map(moment))
        writer.key("nextOpening")
        writer.optional(nextOpening.map(moment))
        writer.key("guessesPosition")
        writer.bool(guessesPosition)
        writer.key("week")
        writer.beginArray()
        for day in week { write(day, to: &writer) }
        writer.endArray()
        writer.key("diagnostics")
        writer.beginArray()
        for diagnostic in diagnostics { diagnostic.write(to: &writer) }
        writer.endArray()
        writer.endObject()
    }

    private func write(_ day: Day, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("day")
        writer.string(day.day.description)
        writer.key("holiday")
        writer.optional(day.holidayName)
        writer.key("intervals")
        writer.beginArray()
        for part in day.parts {
            writer.beginObject()
            writer.key("from")
            writer.string(moment(part.range.lowerBound))
            writer.key("to")
            writer.string(moment(part.range.upperBound))
            writer.key("state")
            writer.string(part.isOpen ? "open" : "unknown")
            if let comment = part.comment {
                writer.key("comment")
                writer.string(comment)
            }
            writer.endObject()
        }
        writer.endArray()
        writer.endObject()
    }

    private func moment(_ instant: Instant) -> String { place.timeZone.text(instant) }
}

extension State {
    /// The name in JSON.
    fileprivate var name: String {
        switch self {
        case .open: "open"
        case .closed: "closed"
        case .unknown: "unknown"
        }
    }

    /// Why it is unknown, in JSON.
    fileprivate var reason: String? {
        switch self {
        case .open, .closed: nil
        case .unknown(.declared): "declared"
        case .unknown(.openEnd): "open-end"
        case .unknown(.holidayCalendarMissing): "holidays-unknown"
        case .unknown(.positionMissing): "position-unknown"
        }
    }
}

extension Diagnostic {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("severity")
        switch severity {
        case .warning: writer.string("warning")
        case .note: writer.string("note")
        }
        writer.key("message")
        writer.string(description)
        writer.key("offset")
        writer.int(range.lowerBound)
        writer.key("length")
        writer.int(range.count)
        writer.key("replacement")
        writer.optional(fixIt?.replacement)
        writer.endObject()
    }
}

extension JSONWriter {
    /// Writes a text, or `null`.
    fileprivate mutating func optional(_ text: String?) {
        if let text { string(text) } else { null() }
    }
}

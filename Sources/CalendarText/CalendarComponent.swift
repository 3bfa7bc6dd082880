/// A part of a calendar between `BEGIN` and `END`, as it stands in the file: to be read again and changed.
///
/// - Source: RFC 5545, sections 3.4 and 3.6.
public struct CalendarComponent: Hashable, Sendable {
    /// Such as `VCALENDAR`, `VEVENT` or `VALARM`.
    public let name: String
    public var properties: [CalendarProperty]
    public var parts: [CalendarComponent]

    public init(
        _ name: String, _ properties: [CalendarProperty] = [], parts: [CalendarComponent] = []
    ) {
        self.name = name
        self.properties = properties
        self.parts = parts
    }

    /// The value of the first property of this name, as it stands in the file; nil when there is none.
    public subscript(name: String) -> String? { properties.first { $0.name == name }?.value }

    /// Gives the first property of this name another value, or adds the property at the end.
    public mutating func set(_ name: String, _ value: String) {
        if let index = properties.firstIndex(where: { $0.name == name }) {
            properties[index] = CalendarProperty(name, value, parameters: properties[index].parameters)
        } else {
            properties.append(CalendarProperty(name, value))
        }
    }

    /// The component as lines of a file.
    public var bytes: [UInt8] {
        var lines = CalendarLines()
        write(to: &lines)
        return lines.bytes
    }

    /// Adds the component to a file.
    public func write(to lines: inout CalendarLines) {
        lines.add("BEGIN", name)
        for property in properties { lines.add(property.name + property.parameters, property.value) }
        for part in parts { part.write(to: &lines) }
        lines.add("END", name)
    }
}

/// One line of a calendar.
public struct CalendarProperty: Hashable, Sendable {
    /// In capitals, such as `DTSTART`.
    public let name: String
    /// With their semicolons, such as `;VALUE=DATE`; empty when there are none.
    public let parameters: String
    /// As it stands in the file: a text is escaped.
    public let value: String

    public init(_ name: String, _ value: String, parameters: String = "") {
        self.name = name
        self.parameters = parameters
        self.value = value
    }

    /// A property of type TEXT (section 3.3.11).
    public init(_ name: String, text: String) {
        self.init(name, CalendarLines.escape(text))
    }
}

extension CalendarComponent {
    /// The calendar that strikes its events out of every calendar that took them: the same names, a higher sequence number,
    /// no alarm.
    ///
    /// - Source: RFC 5546, section 3.2.5.
    public func withdrawn(stamp: String) -> CalendarComponent {
        var calendar = self
        for index in calendar.properties.indices where calendar.properties[index].name == "METHOD" {
            calendar.properties[index] = CalendarProperty("METHOD", "CANCEL")
        }
        for index in calendar.parts.indices where calendar.parts[index].name == "VEVENT" {
            let sequence = calendar.parts[index]["SEQUENCE"].flatMap { Int($0) } ?? 0
            calendar.parts[index].cancel(stamp: stamp, sequence: sequence.saturatingNext)
        }
        return calendar
    }

    /// Marks an event as cancelled; it rings no alarm any more.
    public mutating func cancel(stamp: String, sequence: Int) {
        set("DTSTAMP", stamp)
        set("SEQUENCE", "\(sequence)")
        set("STATUS", "CANCELLED")
        parts = []
    }
}

extension Int {
    /// One more, unless it is the largest number there is.
    var saturatingNext: Int { self == .max ? .max : self + 1 }
}

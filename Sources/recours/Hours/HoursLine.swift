import CivilCalendar
import JSONText

/// A line of a batch of hours: what is asked, where, and from when to when.
struct HoursLine {
    let expression: String
    let zone: String
    let country: String?
    let region: String?
    let range: Range<Instant>

    /// - Throws: `HoursFault` that names the key.
    init(parsing bytes: [UInt8]) throws(HoursFault) {
        let document: JSONDocument
        do throws(JSONError) { document = try JSONDocument(parsing: bytes) } catch {
            throw HoursFault(error.description)
        }
        guard var object = JSONObjectReader(document.root) else {
            throw HoursFault("A line is an object with expr, tz, from and to; write one.")
        }
        expression = try Self.text(object.take("expr"), of: "expr")
        zone = try Self.text(object.take("tz"), of: "tz")
        country = try Self.optionalText(object.take("country"), of: "country")
        region = try Self.optionalText(object.take("region"), of: "region")
        let from = try Self.moment(object.take("from"), of: "from")
        let to = try Self.moment(object.take("to"), of: "to")
        if let unknown = object.firstUnknownKey() {
            throw HoursFault(
                "Column \(unknown.place.position.column): a line has no such key; "
                    + (unknown.nearest.map { "did you mean \($0)?" }
                        ?? "use expr, tz, country, region, from and to."))
        }
        guard from <= to else { throw HoursFault("to lies before from; exchange them.") }
        range = from..<to
    }

    private static func text(_ value: JSONValue?, of key: String) throws(HoursFault) -> String {
        guard let text = try optionalText(value, of: key) else {
            throw HoursFault("\(key) is missing; add it.")
        }
        return text
    }

    private static func optionalText(_ value: JSONValue?, of key: String) throws(HoursFault) -> String? {
        guard let value, value.kind != .null else { return nil }
        guard let text = value.string else { throw HoursFault("\(key) is a text; write it in quotes.") }
        return text
    }

    private static func moment(_ value: JSONValue?, of key: String) throws(HoursFault) -> Instant {
        let text = try text(value, of: key)
        do { return try Instant(parsing: text) } catch { throw HoursFault("\(key): \(error.description)") }
    }
}

internal import JSONText
internal import OpeningHours

extension Intake {
    /// Opening hours, read strictly; a fault stands where it is inside the text.
    func hours(_ value: JSONValue) -> (text: String, schedule: Schedule)? {
        guard let text = text(value) else { return nil }
        do throws(ParseError) {
            return (text, try Schedule(parsing: text, mode: .strict))
        } catch {
            note(.malformedHours(error), at: Self.place(of: error, in: text, value))
            return nil
        }
    }

    /// The place inside the value; its beginning when escapes of JSON make the two texts differ.
    private static func place(of error: ParseError, in text: String, _ value: JSONValue) -> JSONPlace {
        let start = value.place
        let before = text.utf8.prefix(error.range.lowerBound)
        let isPlain = !before.contains { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
        guard isPlain else { return start }
        // Bytes that go on a character are not characters of their own.
        let columns = before.reduce(into: 1) { count, byte in if byte & 0xC0 != 0x80 { count += 1 } }
        let position = JSONPosition(
            offset: start.position.offset + 1 + before.count, line: start.position.line,
            column: start.position.column + columns)
        return JSONPlace(position: position, pointer: start.pointer)
    }
}

import CalendarText
import CivilCalendar
import Testing

@Suite("CalendarText")
struct CalendarComponentTests {
    private func event(_ name: String, sequence: Int = 0) -> CalendarComponent {
        CalendarComponent(
            "VEVENT",
            [
                CalendarProperty("UID", "\(name)@recours.invalid"),
                CalendarProperty("SEQUENCE", "\(sequence)"),
                CalendarProperty("DTSTART", "20261125", parameters: ";VALUE=DATE"),
                CalendarProperty("SUMMARY", text: "Dernier jour : « rétractation »; \\ fin,\nligne 2"),
            ], parts: [CalendarComponent("VALARM", [CalendarProperty("ACTION", "DISPLAY")])])
    }

    @Test("what was written is read back, over every place at which a line can be folded", arguments: 0..<90)
    func roundTrip(length: Int) {
        var event = event("a")
        event.properties.append(
            CalendarProperty(
                "DESCRIPTION", text: String(repeating: "é", count: length) + "😀, fin"))
        let calendar = CalendarComponent("VCALENDAR", [CalendarProperty("VERSION", "2.0")], parts: [event])

        let read = CalendarComponent(parsing: calendar.bytes)

        #expect(read == calendar)
        #expect(read?.bytes == calendar.bytes)
    }

    @Test(
        "what is no complete calendar is not read",
        arguments: [
            "", "BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VCALENDAR\r\nEND:VEVENT", "VERSION:2.0",
            "BEGIN:A\r\nEND:A\r\nBEGIN:B\r\nEND:B", "BEGIN:A\r\nno colon\r\nEND:A", "BEGIN:A\r\n:x\r\nEND:A",
            "BEGIN:A\r\nX;Y=\"a:b\r\nEND:A",
        ])
    func malformed(text: String) { #expect(CalendarComponent(parsing: Array(text.utf8)) == nil) }

    @Test("bytes that are no text, and a nest that is too deep, are not read")
    func hostile() {
        let deep = String(repeating: "BEGIN:A\r\n", count: 9) + String(repeating: "END:A\r\n", count: 9)

        #expect(CalendarComponent(parsing: [0x42, 0xFF, 0xFE]) == nil)
        #expect(CalendarComponent(parsing: Array(deep.utf8)) == nil)
    }

    @Test("a colon between quotation marks belongs to the parameter")
    func quoted() {
        let text = "BEGIN:A\r\nORGANIZER;CN=\"A: b;c\":mailto:x@exemple.example\r\nEND:A\r\n"

        let organizer = CalendarComponent(parsing: Array(text.utf8))?.properties.first

        #expect(organizer?.parameters == ";CN=\"A: b;c\"")
        #expect(organizer?.value == "mailto:x@exemple.example")
    }

    @Test("a withdrawal keeps the name and outranks what it withdraws")
    func withdrawn() {
        let calendar = CalendarComponent(
            "VCALENDAR", [CalendarProperty("METHOD", "PUBLISH")],
            parts: [event("a", sequence: 4), event("b", sequence: .max)])

        let withdrawn = calendar.withdrawn(stamp: "20261125T080000Z")

        #expect(withdrawn["METHOD"] == "CANCEL")
        #expect(withdrawn.parts.map { $0["SEQUENCE"] } == ["5", "\(Int.max)"])
        #expect(withdrawn.parts.allSatisfy { $0["STATUS"] == "CANCELLED" && $0.parts.isEmpty })
        #expect(withdrawn.parts.map { $0["UID"] } == calendar.parts.map { $0["UID"] })
    }

    @Test("days and moments are written as the norm has them")
    func forms() throws {
        let moment = try Instant(parsing: "2026-03-01T00:30:05+01:00")

        #expect(CalendarForms.utc(moment) == "20260228T233005Z")
        #expect(CalendarForms.local(moment, offset: 3600) == "20260301T003005")
        #expect(CalendarForms.day(try #require(CivilDay("0999-01-02"))) == "09990102")
        #expect(CalendarForms.offset(-12_600) == "-0330")
        #expect(CalendarForms.offset(561) == "+000921")
    }
}

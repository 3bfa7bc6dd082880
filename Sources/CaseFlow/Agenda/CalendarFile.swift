internal import CalendarText
public import CaseStore

/// What stands before and after the pages of the calendar.
///
/// The file bears the revision of the agenda that it shows, so that nobody has to read it to know whether it is up to date.
public enum CalendarFile {
    /// Bytes at the beginning of a file among which its revision stands.
    public static let headBytesMax = 512
    private static let mark = "X-RECOURS-REVISION"

    /// The lines before the first page.
    public static func head(revision: AgendaRevision) -> [UInt8] {
        var lines = CalendarLines()
        lines.add("BEGIN", "VCALENDAR")
        lines.add("VERSION", "2.0")
        lines.add("PRODID", "-//Recours//Agenda 1//EN")
        lines.add("CALSCALE", "GREGORIAN")
        // RFC 7986, and the name that older programs read.
        lines.add("NAME", "Recours")
        lines.add("X-WR-CALNAME", "Recours")
        lines.add("REFRESH-INTERVAL;VALUE=DURATION", "PT1H")
        lines.add("X-PUBLISHED-TTL", "PT1H")
        lines.add(mark, "\(revision)")
        return lines.bytes
    }

    /// The line behind the last page.
    public static let foot = Array("END:VCALENDAR\r\n".utf8)

    /// The revision that a file shows; nil for a file that is not of this program, or not whole.
    ///
    /// - Parameters:
    ///   - head: its first ``headBytesMax`` bytes, or all of it.
    ///   - tail: as many of its last bytes as ``foot`` has.
    public static func revision(head: [UInt8], tail: [UInt8]) -> AgendaRevision? {
        guard tail == foot else { return nil }
        for line in head.split(separator: 10).dropLast() {
            let text = String(decoding: line.last == 13 ? line.dropLast() : line, as: UTF8.self)
            guard text.hasPrefix("\(mark):") else { continue }
            guard let revision = AgendaRevision(String(text.dropFirst(mark.utf8.count + 1))),
                head.starts(with: self.head(revision: revision))
            else { return nil }
            return revision
        }
        return nil
    }
}

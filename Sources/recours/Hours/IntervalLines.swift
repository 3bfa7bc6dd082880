import CivilCalendar
import JSONText
import OpeningHours

/// Lines of intervals as JSON, made byte by byte: a batch writes little else.
struct IntervalLines {
    private(set) var bytes: [UInt8] = []
    /// The last comment and its JSON, quotation marks included.
    private var comment: (text: String, json: [UInt8]) = ("", [])

    /// What was written goes out when it is this long, in bytes, also in the middle of a line.
    private static let chunkBytes = 1 << 18

    init() { bytes.reserveCapacity(Self.chunkBytes + 1024) }

    /// Writes what is open or unknown, as one line.
    ///
    /// A line can be longer than the memory that it takes: `flush` is called as often as needed.
    mutating func write(_ parts: OpenParts, in zone: TimeZoneRules, flush: ([UInt8]) -> Void) {
        append("{\"intervals\":[")
        var isFirst = true
        for part in parts {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            append(part, in: zone)
            if bytes.count >= Self.chunkBytes { empty(into: flush) }
        }
        append("]}\n")
    }

    /// Writes an error object as one line.
    mutating func write(_ fault: HoursFault) {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("error")
        writer.beginObject()
        writer.key("message")
        writer.string(fault.message)
        writer.key("offset")
        if let offset = fault.offset { writer.int(offset) } else { writer.null() }
        writer.endObject()
        writer.endObject()
        writer.endLine()
        bytes += writer.bytes
    }

    /// Hands out everything that was written, and forgets it.
    mutating func empty(into flush: ([UInt8]) -> Void) {
        guard !bytes.isEmpty else { return }
        flush(bytes)
        bytes.removeAll(keepingCapacity: true)
    }

    private mutating func append(_ part: OpenParts.Part, in zone: TimeZoneRules) {
        append("{\"from\":\"")
        bytes.append(part.range.lowerBound, in: zone)
        append("\",\"to\":\"")
        bytes.append(part.range.upperBound, in: zone)
        append(part.isOpen ? "\",\"state\":\"open\"" : "\",\"state\":\"unknown\"")
        if let text = part.comment {
            append(",\"comment\":")
            bytes += json(text)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    private mutating func json(_ text: String) -> [UInt8] {
        if comment.text != text || comment.json.isEmpty {
            var writer = JSONWriter()
            writer.string(text)
            comment = (text, writer.bytes)
        }
        return comment.json
    }

    private mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }
}

extension [UInt8] {
    /// Adds a moment as `2026-11-26T09:00:00+01:00`, the same text as `TimeZoneRules.text(_:)`.
    fileprivate mutating func append(_ instant: Instant, in zone: TimeZoneRules) {
        let time = zone.civilTime(at: instant)
        let (year, month, day) = time.day.components
        appendDigits(year / 100)
        appendDigits(year % 100)
        append(UInt8(ascii: "-"))
        appendDigits(month)
        append(UInt8(ascii: "-"))
        appendDigits(day)
        append(UInt8(ascii: "T"))
        appendClock(time.secondOfDay, withSeconds: true)
        append(time.offset < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
        appendClock(abs(time.offset), withSeconds: time.offset % 60 != 0)
    }

    private mutating func appendClock(_ seconds: Int, withSeconds: Bool) {
        appendDigits(seconds / 3600)
        append(UInt8(ascii: ":"))
        appendDigits(seconds / 60 % 60)
        guard withSeconds else { return }
        append(UInt8(ascii: ":"))
        appendDigits(seconds % 60)
    }

    /// Adds two digits of a number in 0...99.
    private mutating func appendDigits(_ number: Int) {
        append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number / 10))
        append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number % 10))
    }
}

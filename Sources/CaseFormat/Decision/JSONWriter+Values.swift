internal import CivilCalendar
internal import ContactRouting
internal import JSONText

extension JSONWriter {
    /// A moment with the zone's offset, `2026-11-26T09:00:00+01:00`; null when there is none.
    mutating func moment(_ moment: Instant?, in zone: TimeZoneRules) {
        guard let moment else {
            null()
            return
        }
        let time = zone.civilTime(at: moment)
        // An offset with seconds is that of local mean time, before about 1900.
        guard time.offset % 60 == 0 else {
            string(zone.text(moment))
            return
        }
        var digits = Digits()
        digits.append(time.day)
        digits.append(UInt8(ascii: "T"))
        digits.append(time.hour)
        digits.append(UInt8(ascii: ":"))
        digits.append(time.minute)
        digits.append(UInt8(ascii: ":"))
        digits.append(time.second)
        digits.append(time.offset < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
        digits.append(abs(time.offset) / 3600)
        digits.append(UInt8(ascii: ":"))
        digits.append(abs(time.offset) / 60 % 60)
        string(utf8: digits.bytes.span.extracting(0..<digits.count))
    }

    /// A day, `2026-11-26`; null when there is none.
    mutating func day(_ day: CivilDay?) {
        guard let day else {
            null()
            return
        }
        var digits = Digits()
        digits.append(day)
        string(utf8: digits.bytes.span.extracting(0..<digits.count))
    }

    /// An amount with its currency; null when there is none.
    mutating func money(_ money: Money?) {
        guard let money else {
            null()
            return
        }
        beginObject()
        key("amount")
        string(money.amount)
        key("currency")
        string(money.currency.code)
        endObject()
    }

    /// A source of the directory, as it stands on a day.
    mutating func source(_ source: Source, on today: CivilDay) {
        beginObject()
        key("source")
        string(source.shownName)
        key("checkedOn")
        day(source.checkedOn)
        key("confidence")
        string(source.confidence.rawValue)
        key("stale")
        bool(source.isStale(on: today))
        endObject()
    }

    /// A list of texts.
    mutating func names(_ names: [String]) {
        beginArray()
        for name in names { string(name) }
        endArray()
    }
}

/// A short ASCII text that is built without memory of its own: the longest is a moment.
private struct Digits {
    var bytes = InlineArray<32, UInt8>(repeating: 0)
    private(set) var count = 0

    mutating func append(_ byte: UInt8) {
        bytes[count] = byte
        count += 1
    }

    /// Two digits of a number from 0 to 99.
    mutating func append(_ number: Int) {
        append(UInt8(truncatingIfNeeded: 48 + number / 10 % 10))
        append(UInt8(truncatingIfNeeded: 48 + number % 10))
    }

    mutating func append(_ day: CivilDay) {
        let (year, month, number) = day.components
        append(year / 100)
        append(year % 100)
        append(UInt8(ascii: "-"))
        append(month)
        append(UInt8(ascii: "-"))
        append(number)
    }
}

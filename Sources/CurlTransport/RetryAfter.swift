public import CivilCalendar

/// The wait that an answer asks for in its Retry-After header (RFC 9110 section 10.2.3).
public struct RetryAfter: Hashable, Sendable {
    /// The wait, in seconds, `0...86_400`.
    public let seconds: Int

    /// Longest wait that is believed: 24 hours.
    public static let secondsMax = 86_400

    /// Reads seconds or an HTTP date; a wait above 24 hours counts as 24 hours, a date in the past as 0.
    ///
    /// - Returns: nil for anything else, so that rubbish in a header changes nothing.
    public init?(parsing value: String, now: Instant) {
        let text = Substring(value).trimmingSpaces
        if !text.isEmpty, text.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) {
            // More digits than an Int holds are a wait above the limit as well.
            seconds = min(Int(text) ?? Self.secondsMax, Self.secondsMax)
        } else if let moment = Instant(httpDate: text) {
            seconds = Int(min(max(now.seconds(until: moment), 0), Int64(Self.secondsMax)))
        } else {
            return nil
        }
    }
}

extension Instant {
    /// Reads the preferred form of an HTTP date, `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110 section 5.6.7).
    init?(httpDate text: Substring) {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0].utf8.count == 4, parts[0].hasSuffix(","), parts[5] == "GMT",
            let day = number(parts[1], digits: 2), let month = months.firstIndex(of: String(parts[2])),
            let year = number(parts[3], digits: 4),
            let date = CivilDay(year: year, month: month + 1, day: day)
        else { return nil }
        let time = parts[4].split(separator: ":", omittingEmptySubsequences: false)
        guard time.count == 3, let hour = number(time[0], digits: 2), let minute = number(time[1], digits: 2),
            let second = number(time[2], digits: 2), hour < 24, minute < 60, second <= 60
        else { return nil }
        self.init(
            secondsSinceEpoch: Int64(date.dayNumber) * 86_400 + Int64(hour * 3600 + minute * 60 + second))
    }
}

private let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

private func number(_ text: Substring, digits: Int) -> Int? {
    guard text.utf8.count == digits, text.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
    else {
        return nil
    }
    return Int(text)
}

extension Substring {
    /// The text without spaces and tabs at either end.
    var trimmingSpaces: Substring {
        var text = self
        while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return text
    }
}

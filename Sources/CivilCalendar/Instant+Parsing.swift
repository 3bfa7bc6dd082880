extension Instant {
    /// Reads a moment such as `2026-11-26T09:00:00+01:00` or `2026-11-26T08:00Z`.
    ///
    /// The form of RFC 3339, section 5.6. Besides it, the seconds may be left out, and an offset may end in
    /// seconds (`+00:09:21`), as local mean time needs. A fraction of a second is accepted and cut off.
    /// Second 60 (a leap second) is read as the first second of the next minute.
    ///
    /// - Throws: `CivilCalendarError.offsetMissing` when only the offset is missing,
    ///   `.malformedInstant` for everything else that is wrong.
    public init(parsing iso8601: String) throws(CivilCalendarError) {
        var scanner = InstantScanner(iso8601)
        guard let seconds = scanner.scan() else {
            throw scanner.offsetIsMissing
                ? .offsetMissing(scanner.excerpt) : .malformedInstant(scanner.excerpt)
        }
        self.init(secondsSinceEpoch: seconds)
    }
}

/// Reads the parts of an RFC 3339 timestamp from left to right.
private struct InstantScanner {
    /// Longest text that is read, in bytes: a timestamp with a fraction of nanoseconds takes 38.
    private static let lengthMax = 64

    private let bytes: [UInt8]
    private let isTooLong: Bool
    private var position = 0
    private(set) var offsetIsMissing = false

    init(_ text: String) {
        bytes = Array(text.utf8.prefix(Self.lengthMax))
        isTooLong = text.utf8.count > Self.lengthMax
    }

    /// The start of the text, for the error.
    var excerpt: String { String(decoding: bytes, as: UTF8.self) + (isTooLong ? "…" : "") }

    /// Seconds since the epoch; nil when the text is not a timestamp.
    mutating func scan() -> Int64? {
        guard !isTooLong,
            let year = number(4), take("-"), let month = number(2), take("-"), let day = number(2),
            let date = CivilDay(year: year, month: month, day: day),
            take("T") || take("t") || take(" "),
            let hour = number(2), hour < 24, take(":"), let minute = number(2), minute < 60,
            let second = optionalSecond()
        else { return nil }
        guard position < bytes.count else {
            offsetIsMissing = true
            return nil
        }
        guard let offset = offset(), position == bytes.count else { return nil }
        let wall = Int64(hour * 3600 + minute * 60 + second)
        return Int64(date.dayNumber) * 86_400 + wall - Int64(offset)
    }

    /// `:SS` with an optional fraction; 0 when there is none, nil when it is malformed.
    private mutating func optionalSecond() -> Int? {
        guard take(":") else { return 0 }
        guard let second = number(2), second <= 60 else { return nil }
        guard take(".") || take(",") else { return second }
        guard number(1) != nil else { return nil }
        while number(1) != nil {}
        return second
    }

    /// `Z`, `±hh:mm` or `±hh:mm:ss`, in seconds east of UTC.
    private mutating func offset() -> Int? {
        if take("Z") || take("z") { return 0 }
        let isEast = take("+")
        guard isEast || take("-"), let hours = number(2), hours < 24, take(":"),
            let minutes = number(2), minutes < 60
        else { return nil }
        var total = hours * 3600 + minutes * 60
        if take(":") {
            guard let seconds = number(2), seconds < 60 else { return nil }
            total += seconds
        }
        return isEast ? total : -total
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, UInt32(bytes[position]) == character.value else { return false }
        position += 1
        return true
    }

    private mutating func number(_ digits: Int) -> Int? {
        guard position + digits <= bytes.count,
            let value = decimal(bytes[position..<position + digits])
        else { return nil }
        position += digits
        return value
    }
}

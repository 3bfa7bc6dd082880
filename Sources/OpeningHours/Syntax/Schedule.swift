/// Opening hours, as a value: what a text of the OpenStreetMap `opening_hours` language says.
///
/// Two schedules are equal when their rules are, wherever these stood in their texts.
///
/// - Source: OSM wiki, *Key:opening_hours/specification*.
public struct Schedule: Hashable, Sendable {
    /// The rules in the order written; never empty.
    public let rules: [Rule]

    /// Longest text that is parsed, in UTF-8 bytes.
    public static let lengthMax = 16_384
    /// Most rules a text may have.
    public static let rulesMax = 256

    init(unchecked rules: [Rule]) { self.rules = rules }

    /// Parses a text.
    ///
    /// - Parameter points: whether points in time (`10:00`, `10:00-16:00/90`) may stand where spans do; without, they
    ///   are an error. Opening hours have none, departures and collections do.
    /// - Throws: `ParseError` with the place and, where there is a good guess, what to write.
    /// - Complexity: O(bytes), and there are at most `lengthMax`.
    public init(
        parsing text: String, mode: ParsingMode = .strict, points: Bool = false
    ) throws(ParseError) {
        try self.init(trusting: Array(text.utf8), mode: mode, points: points)
    }

    /// Parses bytes that should be UTF-8 text.
    ///
    /// - Parameter points: whether points in time may stand where spans do.
    /// - Throws: `ParseError`, with the code `invalidUTF8` for bytes that are not text.
    /// - Complexity: O(bytes), and there are at most `lengthMax`.
    public init(
        parsing bytes: [UInt8], mode: ParsingMode = .strict, points: Bool = false
    ) throws(ParseError) {
        try Self.checkText(bytes)
        try self.init(trusting: bytes, mode: mode, points: points)
    }

    private init(trusting bytes: [UInt8], mode: ParsingMode, points: Bool) throws(ParseError) {
        var parser = try Parser(bytes, mode: mode, points: points)
        self = try parser.schedule()
    }

    /// Parses a text and says everything that is noteworthy about it.
    ///
    /// - Parameter points: whether points in time may stand where spans do.
    /// - Returns: the schedule and its diagnostics in the order of the text, or the error.
    public static func parse(
        _ text: String, mode: ParsingMode = .strict, points: Bool = false
    ) -> (schedule: Result<Schedule, ParseError>, diagnostics: [Diagnostic]) {
        parse(trusting: Array(text.utf8), mode: mode, points: points)
    }

    /// Parses bytes that should be UTF-8 text, and says everything that is noteworthy about them.
    ///
    /// - Parameter points: whether points in time may stand where spans do.
    /// - Returns: the schedule and its diagnostics in the order of the text, or the error.
    public static func parse(
        _ bytes: [UInt8], mode: ParsingMode = .strict, points: Bool = false
    ) -> (schedule: Result<Schedule, ParseError>, diagnostics: [Diagnostic]) {
        do throws(ParseError) { try checkText(bytes) } catch { return (.failure(error), []) }
        return parse(trusting: bytes, mode: mode, points: points)
    }

    private static func parse(
        trusting bytes: [UInt8], mode: ParsingMode, points: Bool
    ) -> (schedule: Result<Schedule, ParseError>, diagnostics: [Diagnostic]) {
        do throws(ParseError) {
            var parser = try Parser(bytes, mode: mode, points: points)
            let schedule = try parser.schedule()
            let found = parser.lexer.diagnostics + schedule.advice()
            return (.success(schedule), found.sorted { $0.range.lowerBound < $1.range.lowerBound })
        } catch {
            return (.failure(error), [])
        }
    }

    private static func checkText(_ bytes: [UInt8]) throws(ParseError) {
        guard bytes.count <= lengthMax else { throw ParseError(.tooLong, 0..<bytes.count, in: []) }
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
        } catch {
            throw ParseError(.invalidUTF8, error.byteOffsets, in: bytes)
        }
    }

    /// Whether a rule names public holidays.
    public var usesPublicHolidays: Bool { uses(.publicHoliday) }

    /// Whether a rule names school holidays.
    public var usesSchoolHolidays: Bool { uses(.schoolHoliday) }

    /// Whether a rule has a time that depends on the sun.
    public var usesSunEvents: Bool { rules.contains { $0.selectors.times.contains(where: \.usesSunEvents) } }

    /// Whether the text says open at every moment, by a single rule without any condition.
    public var isAlwaysOpen: Bool {
        rules.count == 1 && rules[0].state == .open && !rules[0].selectors.selectsDays
            && rules[0].selectors.times.isEmpty
    }

    private func uses(_ kind: HolidayKind) -> Bool {
        rules.contains { $0.selectors.holidays.contains { $0.kind == kind } }
    }
}

extension Schedule: LosslessStringConvertible {
    /// Parses strictly, points in time included; nil when the text is not a schedule.
    public init?(_ description: String) {
        do { try self.init(parsing: description, points: true) } catch { return nil }
    }
}

extension Schedule: Codable {
    /// Decodes the text and parses it strictly, points in time included.
    public init(from decoder: any Decoder) throws {
        try self.init(parsing: try decoder.singleValueContainer().decode(String.self), points: true)
    }

    /// Encodes the canonical text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

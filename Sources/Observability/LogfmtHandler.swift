internal import CivilCalendar
internal import Logging

/// Writes each event as one line of `key=value`.
///
///     time=2026-11-23T10:00:00Z level=notice event=delivery-settled channel=email delivery=lamp-1 state=accepted
///
/// Values with a space or a sign are quoted, control characters are written as `\u{…}`, and a value above
/// ``valueCharactersMax`` says how much of it is missing. What is not made by ``EventLog`` is treated alike.
struct LogfmtHandler: LogHandler {
    /// Longest value, in characters.
    static let valueCharactersMax = 1000

    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?
    private let style: LogStyle
    private let now: @Sendable () -> Instant
    private let sink: @Sendable (String) -> Void

    init(
        level: Logger.Level, style: LogStyle, now: @escaping @Sendable () -> Instant,
        sink: @escaping @Sendable (String) -> Void
    ) {
        logLevel = level
        self.style = style
        self.now = now
        self.sink = sink
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let values = metadata.merging(event.metadata ?? [:]) { _, own in own }
        var line =
            switch style {
            case .dated: "time=\(LogValue.utc(now())) level=\(event.level.rawValue) "
            case .journal: "<\(event.level.priority)>"
            }
        line += "event=\(Self.written(event.message.description))"
        for (key, value) in values.sorted(by: { $0.key < $1.key }) {
            line += " \(Self.written(key))=\(Self.written("\(value)"))"
        }
        sink(line + "\n")
    }

    /// The value as it stands in the line.
    static func written(_ value: String) -> String {
        var isPlain = !value.isEmpty
        var text = ""
        for scalar in value.prefix(valueCharactersMax).unicodeScalars {
            switch scalar {
            case "\"", "\\":
                text += "\\"
                text.unicodeScalars.append(scalar)
                isPlain = false
            case "\n":
                text += "\\n"
                isPlain = false
            case _ where Self.isHidden(scalar):
                text += "\\u{\(String(scalar.value, radix: 16))}"
                isPlain = false
            default:  // tidy-allow: characters
                text.unicodeScalars.append(scalar)
                if scalar == " " || scalar == "=" { isPlain = false }
            }
        }
        let missing = value.dropFirst(valueCharactersMax).count
        if missing > 0 { text += "… (\(missing) more)" }
        return isPlain && missing == 0 ? text : "\"\(text)\""
    }

    /// A character that would steer a terminal, or hide.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .lineSeparator, .paragraphSeparator: true
        default: false  // tidy-allow: an enum of the standard library
        }
    }
}

public import CivilCalendar
public import Logging

/// Writes what happened, as named events with named values.
///
/// A door before swift-log that lets through no text of a person: events and keys are words of the source code, values
/// are ``LogValue``.
public struct EventLog: Sendable {
    private let logger: Logger

    /// - Parameter logger: made with a handler of our own; see ``LogfmtHandler``.
    public init(_ logger: Logger) { self.logger = logger }

    /// A log that writes lines to standard error or wherever the sink leads.
    ///
    /// - Parameters:
    ///   - level: what is less important is left out.
    ///   - style: how a line begins.
    ///   - now: the moment of a line.
    ///   - sink: takes one line with its line end.
    public init(
        level: Logger.Level, style: LogStyle = .dated, now: @escaping @Sendable () -> Instant,
        sink: @escaping @Sendable (String) -> Void
    ) {
        let handler = LogfmtHandler(level: level, style: style, now: now, sink: sink)
        self.init(Logger(label: "recours") { _ in handler })
    }

    /// A log that writes nothing.
    public static var silent: EventLog {
        EventLog(Logger(label: "recours") { _ in SwiftLogNoOpLogHandler() })
    }

    public func log(_ level: Logger.Level, _ event: StaticString, _ values: [LogField] = []) {
        guard level >= logger.logLevel else { return }
        var metadata: Logger.Metadata = [:]
        for field in values { metadata["\(field.key)"] = .string(field.value.text) }
        logger.log(level: level, "\(event)", metadata: metadata)
    }
}

/// A value with its name.
public struct LogField: Sendable {
    let key: StaticString
    let value: LogValue

    public init(_ key: StaticString, _ value: LogValue) {
        self.key = key
        self.value = value
    }
}

/// How a line of the log begins.
public enum LogStyle: String, Hashable, Sendable, CaseIterable {
    /// With the moment and the level.
    case dated
    /// With the priority of the level, for the journal of systemd, which dates by itself (sd-daemon(3)).
    case journal
}

extension Logger.Level {
    /// A level as it stands in `RECOURS_LOG`; nil for any other word.
    public init?(setting text: String) { self.init(rawValue: text) }

    /// The priority of syslog (RFC 5424, section 6.2.1).
    var priority: Int {
        switch self {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }
}

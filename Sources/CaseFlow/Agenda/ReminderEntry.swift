public import CaseStore
public import CivilCalendar
public import ContactRouting
internal import JSONText

extension LogKind {
    /// Somebody was told of what is due; the payload is a ``ReminderEntry``.
    public static let reminder = LogKind("reminder")
    /// The next step was drafted, or something that was announced was withdrawn; the payload is a ``DraftEntry``.
    public static let stepDrafted = LogKind("step-drafted")
}

/// What the log says of a reminder that fired.
public struct ReminderEntry: Hashable, Sendable {
    /// The name of the item: `right/withdrawal`.
    public let item: String
    /// `30`, `7`, `3`, `1` for days before, `over` for the end.
    public let mark: String
    /// When it was to be told.
    public let due: Instant
    /// The last day, when the item has one.
    public let day: CivilDay?
    /// It was told later than it should have been: nothing ran at that moment.
    public let isLate: Bool

    public init(item: String, mark: String, due: Instant, day: CivilDay?, isLate: Bool) {
        self.item = item
        self.mark = mark
        self.due = due
        self.day = day
        self.isLate = isLate
    }

    /// Reads an entry of a case's log; nil when it is about something else, or its payload was erased.
    public init?(_ entry: LogEntry) {
        guard entry.kind == .reminder, let payload = entry.payload?.reveal(),
            let root = try? JSONDocument(parsing: payload).root, let item = root["item"]?.string,
            let mark = root["mark"]?.string,
            let due = root["due"]?.string.flatMap({ try? Instant(parsing: $0) })
        else { return nil }
        self.init(
            item: item, mark: mark, due: due, day: root["day"]?.string.flatMap { CivilDay($0) },
            isLate: root["late"]?.bool ?? false)
    }

    /// Whether it told that something is over, or possible, so that the case was looked at anew.
    var isOver: Bool { mark == AgendaReminder.Mark.over.text }

    func draft(at now: Instant) -> LogDraft {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("item")
        writer.string(item)
        writer.key("mark")
        writer.string(mark)
        writer.key("due")
        writer.string(TimeZoneRules.utc.text(due))
        if let day {
            writer.key("day")
            writer.string("\(day)")
        }
        writer.key("late")
        writer.bool(isLate)
        writer.endObject()
        return LogDraft(.reminder, at: now, payload: writer.bytes)
    }
}

/// What the log says of something that the program laid ready for the person.
public enum DraftEntry: Hashable, Sendable {
    /// The next step, as `prepare --draft` writes it.
    case step(ChannelName)
    /// A calendar's entry of a delivery was struck out.
    case withdrawal(DeliveryReference)

    /// Reads an entry of a case's log; nil when it is about something else, or its payload was erased.
    public init?(_ entry: LogEntry) {
        guard entry.kind == .stepDrafted, let payload = entry.payload?.reveal(),
            let root = try? JSONDocument(parsing: payload).root
        else { return nil }
        if let name = root["channel"]?.string, let channel = try? ChannelName(parsing: name) {
            self = .step(channel)
        } else if let name = root["withdraws"]?.string, let delivery = try? DeliveryReference(parsing: name) {
            self = .withdrawal(delivery)
        } else {
            return nil
        }
    }

    /// - Parameter once: what made it necessary, so that it is recorded once.
    func draft(at now: Instant, once: String) -> LogDraft {
        var writer = JSONWriter()
        writer.beginObject()
        switch self {
        case .step(let channel):
            writer.key("channel")
            writer.string(channel.text)
        case .withdrawal(let delivery):
            writer.key("withdraws")
            writer.string(delivery.text)
        }
        writer.endObject()
        return LogDraft(.stepDrafted, at: now, payload: writer.bytes, once: once)
    }
}

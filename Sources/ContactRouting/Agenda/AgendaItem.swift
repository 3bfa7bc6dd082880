public import CivilCalendar

/// Something that is due in a case: a right ends, a promise falls due, a step becomes possible.
public struct AgendaItem: Hashable, Sendable {
    public enum Matter: Hashable, Sendable {
        /// A right or a time that the law or the merchant gives ends.
        case right(RightName)
        /// What they promised through this channel, at this moment, falls due.
        case promise(ChannelName, at: Instant)
        /// The time that a formal notice gave them ends.
        case notice(ChannelName, at: Instant)
        /// Their time to answer what was sent through this channel ends.
        case answer(ChannelName)
        /// These channels become possible; the first of them names the item.
        case steps([ChannelName])
        /// What lies ready for the person to send through this channel, ordered at this moment, loses its value.
        case task(ChannelName, at: Instant)
    }

    public let matter: Matter
    /// The last day; nil for what begins or ends within a day.
    public let day: CivilDay?
    /// The last day on which whoever acts is safe, where the texts leave the last day open; nil when they do not.
    public let safeDay: CivilDay?
    /// When the time is over (24:00 of the last day), or the step becomes possible.
    public let moment: Instant
    /// Earliest first; the last one says that it is over, or possible.
    public let reminders: [AgendaReminder]

    public init(
        matter: Matter, day: CivilDay?, safeDay: CivilDay?, moment: Instant, reminders: [AgendaReminder]
    ) {
        self.matter = matter
        self.day = day
        self.safeDay = safeDay
        self.moment = moment
        self.reminders = reminders
    }

    /// Tells it from the other items of its case, and stays the same while its moment moves: 1 to 60 of `a-z`, `0-9`, `-`
    /// and `/`.
    public var name: String { matter.name }

    /// The day by which somebody should act, or look at it.
    public func dayToAct(in zone: TimeZoneRules) -> CivilDay { safeDay ?? day ?? zone.day(at: moment) }
}

/// A moment at which somebody is told about an item.
public struct AgendaReminder: Hashable, Sendable {
    public enum Mark: Hashable, Sendable {
        /// So many days before the last day.
        case before(days: Int)
        /// The time is over, or the step is possible.
        case over
    }

    public let mark: Mark
    public let due: Instant

    public init(_ mark: Mark, due: Instant) {
        self.mark = mark
        self.due = due
    }
}

extension AgendaReminder.Mark {
    /// How the mark stands behind the name of its item: `7`, `over`.
    public var text: String {
        switch self {
        case .before(let days): "\(days)"
        case .over: "over"
        }
    }
}

extension AgendaItem.Matter {
    var name: String {
        switch self {
        case .right(let right): "right/\(right.rawValue)"
        case .promise(let channel, let moment):
            "promise/\(channel.text)/\(moment.secondsSinceEpoch.magnitude)"
        case .notice(let channel, let moment): "notice/\(channel.text)/\(moment.secondsSinceEpoch.magnitude)"
        case .answer(let channel): "answer/\(channel.text)"
        case .steps(let channels): "step/\(channels.first?.text ?? "none")"
        case .task(let channel, let moment): "task/\(channel.text)/\(moment.secondsSinceEpoch.magnitude)"
        }
    }

    /// Whether the moment is the end of the other side's time, and not of the person's.
    public var isOwedByTheOtherSide: Bool {
        switch self {
        case .right(let right): right.isOwedByTheOtherSide
        case .promise, .notice, .answer: true
        case .steps, .task: false
        }
    }

    /// Whether its end is news that somebody must hear of: that a right of the person's own is over is none.
    public var isNewsWhenOver: Bool {
        switch self {
        case .right, .promise, .notice, .answer, .steps: isOwedByTheOtherSide
        case .task: true
        }
    }
}

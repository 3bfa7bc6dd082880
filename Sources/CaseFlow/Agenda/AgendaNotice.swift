public import CaseStore
public import CivilCalendar
public import ContactRouting

/// What the chore of reminding tells those who look on.
///
/// Nothing about a person stands in it: references, names of channels, rights and merchants' channels, days.
public enum AgendaNotice: Hashable, Sendable {
    case reminded(Reminded)
    /// A delivery has been tried in vain for longer than it should take. Told once.
    case delayed(Delayed)
    case drafted(CaseReference, ChannelName, path: String)
    /// The next step could not be drafted; a sentence says why.
    case notDrafted(CaseReference, ChannelName, String)
    /// A calendar's entry of a delivery was made needless; the file at the path strikes it out.
    case withdrawn(CaseReference, DeliveryReference, path: String)
    /// What is stored of the case cannot be read: nobody is reminded of anything of it. Told once.
    case unreadable(CaseReference, String)
    /// The store cannot go on; the next turn tries again.
    case storeFailed(CaseStoreError)
    /// The calendar, a draft or a withdrawal cannot be written; the next turn tries again.
    case filesFailed(AgendaFilesFault)

    /// A delivery that takes long.
    public struct Delayed: Hashable, Sendable {
        public let caseReference: CaseReference
        public let delay: DelayEntry
        /// The person's.
        public let zone: TimeZoneRules
        /// Of the words.
        public let language: Language

        public init(
            caseReference: CaseReference, delay: DelayEntry, zone: TimeZoneRules, language: Language
        ) {
            self.caseReference = caseReference
            self.delay = delay
            self.zone = zone
            self.language = language
        }
    }

    /// A reminder that fired.
    public struct Reminded: Hashable, Sendable {
        public let caseReference: CaseReference
        /// A few words: `Dernier jour : droit de rétractation`.
        public let title: String
        /// How far away it is: `dans 7 jours`.
        public let distance: String
        public let entry: ReminderEntry
        /// The person's.
        public let zone: TimeZoneRules
        /// Of the words.
        public let language: Language

        public init(
            caseReference: CaseReference, title: String, distance: String, entry: ReminderEntry,
            zone: TimeZoneRules, language: Language
        ) {
            self.caseReference = caseReference
            self.title = title
            self.distance = distance
            self.entry = entry
            self.zone = zone
            self.language = language
        }
    }
}

extension AgendaNotice {
    /// Whether it keeps the chore from its work; what was recorded is recorded all the same.
    public var isFault: Bool {
        switch self {
        case .storeFailed, .filesFailed: true
        case .reminded, .delayed, .drafted, .notDrafted, .withdrawn, .unreadable: false
        }
    }
}

extension AgendaNotice: CustomStringConvertible {
    /// One line for a log, in English; it holds nothing about a person.
    public var description: String {
        switch self {
        case .reminded(let told):
            "\(told.caseReference): \(told.entry.item), \(told.entry.mark)\(told.entry.isLate ? ", late" : "")"
        case .delayed(let told):
            "\(told.caseReference): \(told.delay.delivery) waits since \(TimeZoneRules.utc.text(told.delay.since))"
        case .drafted(let reference, let channel, let path):
            "\(reference): the next step by \(channel) is drafted in \(path); nothing was sent"
        case .notDrafted(let reference, let channel, let reason):
            "\(reference): the next step by \(channel) is not drafted: \(reason)"
        case .withdrawn(let reference, let delivery, let path):
            "\(reference): \(path) takes the appointment of \(delivery) out of the calendar"
        case .unreadable(_, let reason): reason
        case .storeFailed(let error): error.description
        case .filesFailed(let fault): fault.description
        }
    }
}

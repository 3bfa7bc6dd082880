public import CivilCalendar
public import ContactRouting

/// Keeps what is to happen at a moment, and sees to it that it happens once; ``AgendaKeeping`` plans it.
public protocol ReminderKeeping: Sendable {
    /// The reminders whose moment has come and that have not fired, earliest first.
    ///
    /// - Parameter limit: `1...1000`.
    func dueReminders(at now: Instant, limit: Int) async throws(CaseStoreError) -> [Reminder]

    /// The reminders of a case that have not fired, earliest first.
    func reminders(of reference: CaseReference) async throws(CaseStoreError) -> [Reminder]

    /// Marks reminders as fired, each with its entry in the log of its case.
    ///
    /// - Returns: for each firing whether it was this call that fired it; false when it had fired or was dropped.
    func fire(_ firings: [Firing]) async throws(CaseStoreError) -> [Bool]
}

/// Something that is to happen once: a reminder before a deadline, a step when one passes.
///
/// The same name with another moment is another reminder.
public struct Reminder: Hashable, Sendable {
    /// Most reminders of one case.
    public static let perCaseMax = 1000

    public let caseReference: CaseReference
    public let name: ReminderName
    public let due: Instant

    public init(caseReference: CaseReference, name: ReminderName, due: Instant) {
        self.caseReference = caseReference
        self.name = name
        self.due = due
    }
}

/// Names what is to happen, such as `refund-overdue/7`: 1 to 64 of `a-z`, `0-9`, `-` and `/`.
public struct ReminderName: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    /// - Throws: `RoutingError.malformedName`.
    public init(parsing text: String) throws(RoutingError) {
        let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789-/".utf8)
        guard (1...64).contains(text.utf8.count), text.utf8.allSatisfy(allowed.contains) else {
            throw .malformedName(kind: .reference, text: text)
        }
        self.text = text
    }

    public var description: String { text }
}

/// That a reminder fires, and what the log says of it.
public struct Firing: Hashable, Sendable {
    public let reminder: Reminder
    public let at: Instant
    public let entry: LogDraft?

    public init(_ reminder: Reminder, at: Instant, entry: LogDraft? = nil) {
        self.reminder = reminder
        self.at = at
        self.entry = entry
    }
}

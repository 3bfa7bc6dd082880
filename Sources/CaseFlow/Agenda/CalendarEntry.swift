internal import CalendarText
internal import CaseStore
public import CivilCalendar
public import ContactRouting
internal import Digests
internal import Texts

/// One item of one case, in words, as the calendar shows it.
public struct CalendarEntry: Hashable, Sendable {
    public let caseReference: CaseReference
    public let item: AgendaItem
    /// One more with each entry of the case's log: an entry of the calendar that is made anew outranks every older one.
    public let revision: Int
    /// A few words: `Boutique · Dernier jour : droit de rétractation`.
    public let title: String
    /// A sentence or two, with the reference of the case.
    public let text: String
    /// The person's.
    public let zone: TimeZoneRules
    /// By it a calendar finds the entry again; see ``uid(ofItem:in:)``.
    let uid: String

    /// - Throws: `CaseFlowError.digests`.
    public init(
        caseReference: CaseReference, item: AgendaItem, revision: Int, title: String, text: String,
        zone: TimeZoneRules
    ) throws(CaseFlowError) {
        uid = try Self.uid(ofItem: item.name, in: caseReference)
        self.caseReference = caseReference
        self.item = item
        self.revision = revision
        self.title = title
        self.text = text
        self.zone = zone
    }

    /// The name of an entry in every calendar, which stays the same while the item's day moves.
    ///
    /// A digest: in a calendar it outlives a forgotten case, and is not to say in words what that was about.
    ///
    /// - Throws: `CaseFlowError.digests`.
    public static func uid(
        ofItem name: String, in reference: CaseReference
    ) throws(CaseFlowError) -> String {
        do throws(DigestError) {
            let digest = try SHA256.digest(of: "agenda-v1\n\(reference)\n\(name)")
            return "\(digest.hex.prefix(32))@\(CalendarPage.uidDomain)"
        } catch {
            throw .digests(error)
        }
    }

    init(
        _ item: AgendaItem, of stored: StoredCase, decision: Decision, phrasebook: Phrasebook
    ) throws(CaseFlowError) {
        try self.init(
            caseReference: stored.reference, item: item, revision: stored.record.summary.entries,
            title: "\(phrasebook.merchantName) · \(phrasebook.title(of: item))",
            text: "\(phrasebook.text(of: item, in: decision))\n\(stored.reference)", zone: stored.zone)
    }
}

extension CalendarEntry {
    /// The entry without its stamp and its sequence number.
    ///
    /// Alarms stand there as moments, so that no clock change moves them; past ones would ring at once.
    func event(at now: Instant) -> CalendarComponent {
        let time: [CalendarProperty] =
            if let day = item.day {
                [
                    CalendarProperty("DTSTART", CalendarForms.day(day), parameters: ";VALUE=DATE"),
                    CalendarProperty(
                        "DTEND", CalendarForms.day(day.adding(days: 1)), parameters: ";VALUE=DATE"),
                ]
            } else {
                [
                    CalendarProperty("DTSTART", CalendarForms.utc(item.moment)),
                    CalendarProperty(
                        "DTEND", CalendarForms.utc(item.moment.adding(seconds: Self.shownSeconds))),
                ]
            }
        return CalendarComponent(
            "VEVENT",
            [CalendarProperty("UID", uid)] + time + [
                CalendarProperty("SUMMARY", text: title), CalendarProperty("DESCRIPTION", text: text),
                // Others who see the calendar need not read what the trouble is.
                CalendarProperty("CLASS", "PRIVATE"), CalendarProperty("TRANSP", "TRANSPARENT"),
                CalendarProperty("STATUS", "CONFIRMED"),
            ], parts: alarms.filter { $0 > now }.map(alarm))
    }

    /// Whether it is not over yet, or still to ring.
    func isShown(after now: Instant) -> Bool { !changes(after: now).isEmpty }

    /// The moments to come at which the entry looks different: an alarm has rung, it is over.
    func changes(after now: Instant) -> [Instant] {
        let end = item.day == nil ? item.moment.adding(seconds: Self.shownSeconds) : item.moment
        return (alarms + [end]).filter { $0 > now }
    }

    /// How long an entry without a day is shown: a moment is overlooked.
    private static let shownSeconds: Int64 = 15 * 60

    /// The reminders, those at midnight put off to the morning; that a right of the person's own is over rings no bell.
    private var alarms: [Instant] {
        item.reminders.compactMap { reminder in
            switch reminder.mark {
            case .before: reminder.due
            case .over:
                if let day = item.day {
                    item.matter.isNewsWhenOver
                        ? zone.instant(of: day.adding(days: 1), secondOfDay: Agenda.tellingSecondOfDay) : nil
                } else {
                    reminder.due
                }
            }
        }
    }

    private func alarm(_ moment: Instant) -> CalendarComponent {
        CalendarComponent(
            "VALARM",
            [
                CalendarProperty("ACTION", "DISPLAY"),
                CalendarProperty("TRIGGER", CalendarForms.utc(moment), parameters: ";VALUE=DATE-TIME"),
                CalendarProperty("DESCRIPTION", text: title),
            ])
    }
}

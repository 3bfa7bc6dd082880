internal import CivilCalendar
internal import ContactRouting
internal import JSONText
internal import OpeningHours
internal import PhoneNumbers

/// One reading of one case, top to bottom in the order of the format.
///
/// A class, because its methods are handed on for every key and must not carry copies of it.
final class CaseReading {
    let reader: CaseReader
    let intake: Intake
    let decidedAt: Instant?
    /// A contact later than the decision is passed over instead of being a fault.
    let leavesLaterContactsOut: Bool

    init(
        _ reader: CaseReader, _ intake: Intake, decidedAt: Instant?, leavesLaterContactsOut: Bool = false
    ) {
        self.reader = reader
        self.intake = intake
        self.decidedAt = decidedAt
        self.leavesLaterContactsOut = leavesLaterContactsOut
    }

    /// - Returns: nil when a fault hides the merchant or the issue; the facts otherwise, faults or not.
    func read(_ root: JSONValue) -> LoadedCase? {
        guard var fields = Fields(root, intake) else { return nil }
        let reference = fields.read("reference") { intake.checked($0, CaseReference.init(parsing:)) }
        let merchant = fields.require("merchant", merchant)
        let seller = fields.read("seller", seller)
        let issue = fields.require("issue", issue)
        let order = fields.read("order", order)
        let consumer = fields.read("consumer", consumer)
        let region = PhoneRegion(consumer?.facts.country)
        let preferences = fields.read("preferences", preferences)
        let history = fields.read("history", intake.list(max: CaseReader.contactsMax, contact))
        let attachments = fields.read("attachments", intake.list(max: CaseReader.entriesMax, attachment))
        let bank = fields.read("bank") { correspondent($0, region) }
        let court = fields.read("court") { correspondent($0, region) }
        fields.finish()
        guard let merchant, let issue else { return nil }

        var facts = ContactCase(merchant: merchant, issue: issue)
        facts.reference = reference
        facts.seller = seller ?? Seller()
        facts.order = order ?? Order()
        facts.consumer = consumer?.facts ?? Consumer()
        facts.preferences = preferences ?? Preferences()
        let contacts = history ?? []
        facts.history = leavesLaterContactsOut ? contacts.filter { !isLater($0.at) } : contacts
        facts.attachments = attachments ?? []
        facts.bank = bank
        facts.court = court
        Contradictions(facts, root, intake, decidedAt: decidedAt).note()
        return LoadedCase(
            facts: facts, reachable: consumer?.reachable, value: root,
            contactsLeftOut: contacts.count - facts.history.count)
    }

    private func issue(_ value: JSONValue) -> Issue? {
        guard var fields = Fields(value, intake) else { return nil }
        let kind: IssueKind? = fields.require("kind", intake.choice)
        let urgency: Issue.Urgency? = fields.read("urgency", intake.choice)
        let demand: Issue.Demand? = fields.read("demand", intake.choice)
        let description = fields.read("description", intake.privateText)
        let medium: Issue.Medium? = fields.read("medium", intake.choice)
        let clicked = fields.read("clicked", intake.bool)
        let dataGiven: [Issue.GivenData]? = fields.read(
            "dataGiven", intake.list(max: Issue.GivenData.allCases.count, intake.choice))
        fields.finish()
        guard let kind else { return nil }

        var issue = Issue(kind: kind)
        issue.urgency = urgency
        issue.demand = demand
        issue.description = description
        issue.medium = medium
        issue.clicked = clicked
        issue.dataGiven = dataGiven
        return issue
    }

    private func preferences(_ value: JSONValue) -> Preferences? {
        guard var fields = Fields(value, intake) else { return nil }
        let channel = intake.channel(among: reader.channels)
        var preferences = Preferences()
        preferences.priority = fields.read("priority", intake.choice)
        preferences.needsWrittenProof = fields.read("needsWrittenProof", intake.bool)
        preferences.preferredChannel = fields.read("preferredChannel", channel)
        preferences.askedChannel = fields.read("askedChannel", channel)
        preferences.avoid = fields.read("avoid", intake.list(max: CaseReader.entriesMax, channel)) ?? []
        fields.finish()
        return preferences
    }

    private func contact(_ value: JSONValue) -> PastContact? {
        guard var fields = Fields(value, intake) else { return nil }
        let contact = contact(&fields)
        fields.finish()
        return contact
    }

    /// The keys of a contact of an object that may have others.
    func contact(_ fields: inout Fields) -> PastContact? {
        let channel = fields.require("channel", intake.channel(among: reader.channels))
        let at = fields.require("at", moment)
        let outcome: PastContact.Outcome? = fields.require("outcome", intake.choice)
        let deliveredOn = fields.read("deliveredOn", intake.day)
        let promisedOn = fields.read("promisedOn", intake.day)
        let deadline = fields.read("deadline", intake.day)
        let transcriptKept = fields.read("transcriptKept", intake.bool)
        let note = fields.read("note", intake.privateText)
        let tracking = fields.read("tracking", intake.privateLine)
        guard let channel, let at, let outcome else { return nil }

        var contact = PastContact(channel: channel, at: at, outcome: outcome)
        contact.deliveredOn = deliveredOn
        contact.promisedOn = promisedOn
        contact.deadline = deadline
        contact.transcriptKept = transcriptKept
        contact.note = note
        contact.tracking = tracking
        return contact
    }

    /// A moment that must not lie after the decision.
    private func moment(_ value: JSONValue) -> Instant? {
        guard let moment = intake.instant(value) else { return nil }
        if !leavesLaterContactsOut, isLater(moment) { intake.note(.laterThanDecision, at: value) }
        return moment
    }

    private func isLater(_ moment: Instant) -> Bool { decidedAt.map { moment > $0 } ?? false }

    private func attachment(_ value: JSONValue) -> Attachment? {
        guard var fields = Fields(value, intake) else { return nil }
        let path = fields.require("path", intake.path)
        let title = fields.require("title", intake.line)
        fields.finish()
        guard let path, let title else { return nil }
        return Attachment(path: path, title: title)
    }
}

public import CivilCalendar
public import ContactRouting
internal import JSONText

/// What the log of a stored case says of one contact: the contact as it stands from then on.
///
/// Whole and not a change, so that the newest entry of a contact is all that is known of it. As JSON it is an entry of
/// `history` in `case.json` with two more keys: `delivery`, `recordedAt`.
public struct ContactEntry: Hashable, Sendable {
    public var contact: PastContact
    /// What went out through this program, when it did.
    public var delivery: DeliveryReference?
    /// When it was written down, which may be long after it happened.
    public var recordedAt: Instant?

    public init(
        _ contact: PastContact, delivery: DeliveryReference? = nil, recordedAt: Instant? = nil
    ) {
        self.contact = contact
        self.delivery = delivery
        self.recordedAt = recordedAt
    }

    /// The entry as JSON.
    ///
    /// - Parameter zone: the person's, in which moments are written.
    public func json(in zone: TimeZoneRules) -> [UInt8] {
        var writer = JSONWriter(.compact, capacity: 256)
        writer.beginObject()
        contact.writeMembers(to: &writer, in: zone)
        if let delivery {
            writer.key("delivery")
            writer.string(delivery.text)
        }
        if let recordedAt {
            writer.key("recordedAt")
            writer.moment(recordedAt, in: zone)
        }
        writer.endObject()
        return writer.bytes
    }
}

extension CaseReader {
    /// Reads what a log says of a contact.
    ///
    /// - Throws: the first fault.
    public func contactEntry(_ bytes: [UInt8]) throws(CaseFormatError) -> ContactEntry {
        let intake = Intake(nullIsUnknown: true)
        let reading = CaseReading(self, intake, decidedAt: nil)
        let entry = reading.contactEntry(try Self.document(bytes).root)
        try intake.throwFirst()
        guard let entry else { preconditionFailure("a contact is missing only after a fault was noted") }
        return entry
    }
}

extension CaseReader {
    /// A note as it may stand in a history: several lines, no control characters.
    ///
    /// - Throws: what is wrong with it.
    public static func note(_ text: String) throws(CaseFormatError) -> Private<String> {
        var writer = JSONWriter(.compact, capacity: text.utf8.count + 2)
        writer.string(text)
        let intake = Intake(nullIsUnknown: true)
        let note = intake.privateText(try document(writer.bytes).root)
        try intake.throwFirst()
        guard let note else { preconditionFailure("a note is missing only after a fault was noted") }
        return note
    }
}

extension CaseReading {
    fileprivate func contactEntry(_ value: JSONValue) -> ContactEntry? {
        guard var fields = Fields(value, intake) else { return nil }
        let contact = contact(&fields)
        let delivery = fields.read("delivery") { intake.checked($0, DeliveryReference.init(parsing:)) }
        let recordedAt = fields.read("recordedAt", intake.instant)
        fields.finish()
        return contact.map {
            ContactEntry($0, delivery: delivery, recordedAt: recordedAt)
        }
    }
}

extension PastContact {
    /// Writes the keys of an entry of `history` into an object that is open; what is unknown is left out.
    func writeMembers(to writer: inout JSONWriter, in zone: TimeZoneRules) {
        writer.key("channel")
        writer.string(channel.text)
        writer.key("at")
        writer.moment(at, in: zone)
        writer.key("outcome")
        writer.string(outcome.rawValue)
        if let deliveredOn {
            writer.key("deliveredOn")
            writer.day(deliveredOn)
        }
        if let promisedOn {
            writer.key("promisedOn")
            writer.day(promisedOn)
        }
        if let deadline {
            writer.key("deadline")
            writer.day(deadline)
        }
        if let transcriptKept {
            writer.key("transcriptKept")
            writer.bool(transcriptKept)
        }
        if let note {
            writer.key("note")
            writer.string(note.reveal())
        }
        if let tracking {
            writer.key("tracking")
            writer.string(tracking.reveal().text)
        }
    }
}

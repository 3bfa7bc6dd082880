internal import CaseFormat
internal import CaseStore
internal import CivilCalendar
internal import ContactRouting
internal import Outbox

/// Puts the history of a stored case together.
///
/// What was said last of a contact is what is known of it. Two sayings are about the same contact when they name the
/// same delivery, or the same channel and moment.
struct ContactMerging {
    private(set) var contacts: [StoredContact]

    /// Begins with contacts that are put together already.
    init(contacts: [StoredContact] = []) { self.contacts = contacts }

    /// In the order of time; those of one moment in the order in which they were told.
    var inOrder: [StoredContact] {
        contacts.enumerated()
            .sorted { one, other in
                (one.element.entry.contact.at, one.offset) < (other.element.entry.contact.at, other.offset)
            }
            .map(\.element)
    }

    /// Adds what is said of a contact, or puts it in the place of what was said before.
    mutating func add(_ entry: ContactEntry, from origin: StoredContact.Origin) {
        guard let place = contacts.firstIndex(where: { $0.entry.isAboutSameContact(as: entry) }) else {
            contacts.append(StoredContact(entry, origin: origin))
            return
        }
        var entry = entry
        let before = contacts[place].entry
        entry.delivery = entry.delivery ?? before.delivery
        entry.contact.tracking = entry.contact.tracking ?? before.contact.tracking
        contacts[place] = StoredContact(entry, origin: origin)
    }
}

extension ContactEntry {
    func isAboutSameContact(as other: ContactEntry) -> Bool {
        if let delivery, let others = other.delivery { return delivery == others }
        return contact.channel == other.contact.channel && contact.at == other.contact.at
    }
}

extension DeliveryRecord {
    /// The contact that an accepted delivery is; nil for any other, and for one to a system of the person's own.
    ///
    /// - Parameters:
    ///   - deadline: the last day that it gives the other side.
    ///   - zone: the person's.
    func contact(deadline: CivilDay?, in zone: TimeZoneRules) -> ContactEntry? {
        guard !forgotten, channel != .webhook, case .accepted(let receipt) = life.state else { return nil }
        var contact = PastContact(channel: channel, at: receipt.acceptedAt, outcome: .sent)
        contact.deadline = deadline.flatMap { $0.given(at: contact.at, in: zone) }
        contact.tracking = receipt.providerReference.flatMap { try? TextLine(parsing: $0) }.map {
            Private($0)
        }
        return ContactEntry(contact, delivery: reference)
    }
}

extension CivilDay {
    /// The day as a last day that is given at a moment; nil when it had passed by then, and was given to nobody.
    func given(at moment: Instant, in zone: TimeZoneRules) -> CivilDay? {
        self < zone.day(at: moment) ? nil : self
    }
}

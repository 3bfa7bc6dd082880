internal import ChannelPluginKit
internal import CivilCalendar
internal import ContactRouting
internal import JSONText

/// Reads what the provider reports later: its notices, and the list of delivery statuses.
///
/// - Source: Maileva notification center and registered mail 2.5 (`delivery_statuses`).
struct ProviderEvents {
    let event: InboundEvent

    /// - Unit: bytes of an event that is read.
    static let bytesMax = 256 << 10
    /// Most statuses of one list.
    static let statusesMax = 200

    /// - Throws: `ChannelError.eventNotUnderstood`.
    func events() throws(ChannelError) -> [CaseEvent] {
        let content = event.content.reveal()
        guard event.kind == .providerEvent, content.count <= Self.bytesMax,
            let root = try? JSONDocument(parsing: content).root
        else { throw .eventNotUnderstood(event.channel) }
        if let statuses = root.member(named: "delivery_statuses")?.elements {
            return statuses.prefix(Self.statusesMax).compactMap { trusted(status($0)) }
        }
        guard let notice = notice(root) else { throw .eventNotUnderstood(event.channel) }
        return [trusted(notice)].compactMap { $0 }
    }

    /// What nobody vouches for changes nothing: a person reads it.
    private func trusted(_ found: CaseEvent?) -> CaseEvent? {
        guard let found, !event.verified else { return found }
        return CaseEvent(
            kind: .needsReading, at: found.at, reference: found.reference,
            providerReference: found.providerReference, note: found.note?.reveal())
    }

    private func notice(_ root: JSONValue) -> CaseEvent? {
        guard let type = root.member(named: "event_type")?.string, let kind = Self.noticeKinds[type],
            let id = SendingID(root.member(named: "resource_id")?.string)
        else { return nil }
        return CaseEvent(
            kind: kind, at: moment(root.member(named: "event_date")), reference: event.reference,
            providerReference: "\(id.text) \(type)", note: type)
    }

    private func status(_ value: JSONValue) -> CaseEvent? {
        guard let code = value.member(named: "status")?.string, let kind = DeliveryCode(code)?.kind else {
            return nil
        }
        let at = moment(value.member(named: "date"))
        return CaseEvent(
            kind: kind, at: at, reference: event.reference,
            providerReference: "\(code) \(at.secondsSinceEpoch)",
            note: value.member(named: "label")?.string.map { "\(code): \(PrintableLabel.text($0))" } ?? code)
    }

    private func moment(_ value: JSONValue?) -> Instant {
        guard let text = value?.string, let moment = Instant(provider: text) else {
            return event.receivedAt
        }
        return moment
    }

    private static let noticeKinds: [String: CaseEvent.Kind] = [
        "ON_STATUS_ACCEPTED": .dispatched,
        "ON_STATUS_PROCESSED": .dispatched,
        "ON_DEPOSIT_PROOF_RECEIVED": .dispatched,
        "ON_STATUS_REJECTED": .bounced,
        "ON_STATUS_PROCESSED_WITH_ERRORS": .needsReading,
        // Signed or not, and on which day: that stands on the picture of the form.
        "ON_ACKNOWLEDGEMENT_OF_RECEIPT_RECEIVED": .needsReading,
    ]
}

/// A label of the provider's, short and without control characters.
private enum PrintableLabel {
    static func text(_ label: String) -> String {
        String(
            String.UnicodeScalarView(
                label.unicodeScalars.prefix(200).filter {
                    $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value)
                })
        )
    }
}

/// A code by which the post and the provider say where a letter is.
///
/// A: on its way, P: presented, D: delivered, N: scanned by the provider.
struct DeliveryCode {
    let text: String

    /// - Returns: nil for anything but a letter of `A`, `D`, `N` and `P` and two digits.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard bytes.count == 3, Array("ADNP".utf8).contains(bytes[0]), bytes[1...].allSatisfy(digits.contains)
        else { return nil }
        self.text = text
    }

    /// What it means for the case; nil for a letter that is merely on its way.
    var kind: CaseEvent.Kind? {
        switch text {
        // Taken in charge; deposited.
        case "A01", "A06": .dispatched
        // Delivered; the acknowledgement came back signed.
        case "D01", "N01": .delivered
        // Not fetched in time.
        case "A14", "A17", "P03", "N03": .unclaimed
        // Refused.
        case "A16", "A18", "P04", "P05", "P06", "N05", "N08": .unclaimed
        // Nobody to deliver it to: no box, no such address, moved, deceased, returned.
        case "A19", "A21", "A22", "A23", "A24", "A25", "A26", "N02", "N04", "N07", "N10": .bounced
        // Missing at the deposit, waiting for a call, not signed for, another regime.
        case "A13", "A15", "N06", "N09": .needsReading
        default: nil  // tidy-allow: an open set of codes
        }
    }
}

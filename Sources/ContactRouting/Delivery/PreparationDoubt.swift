public import CivilCalendar

/// Something to look at before a preparation goes out: missing, doubtful, or late.
///
/// Data, no sentence; Texts says it in the reader's language.
public enum PreparationDoubt: Hashable, Sendable {
    /// Where a delivery goes.
    public enum Destination: Hashable, Sendable, CaseIterable {
        case postalAddress, mailAddress, phoneNumber, page
    }

    /// The person did not say what they want.
    case demandUnknown
    case orderNumberUnknown
    case amountUnknown
    /// A right that the case is about cannot be used any more.
    case rightOver(Deadline)
    /// A right that the case is about ends within ``daysAhead``; 0 days are left on its last day.
    case rightEndsSoon(Deadline, daysLeft: Int)
    /// An earlier contact may still be answered.
    case answerPending(ChannelName, until: Instant)
    /// The directory's source for the destination must be checked again.
    case destinationStale(Destination, checkedOn: CivilDay)
    /// The directory's source for the destination is not to be relied on.
    case destinationUncertain(Destination, checkedOn: CivilDay)
    /// The destination stands in the case and in no directory.
    case destinationUnchecked(Destination)
    /// Nothing says that the recipient reads the language of the text.
    case languageUncertain(Language)
    /// The numbering plan does not know the person's number.
    case phoneRangeUnknown

    /// How near the end of a right is told.
    ///
    /// - Unit: days. A policy of ours.
    public static let daysAhead = 7
}

extension PreparedDelivery {
    /// The same preparation with other doubts.
    public func withDoubts(_ doubts: [String]) -> PreparedDelivery {
        PreparedDelivery(
            channel: channel, reference: reference, recipient: recipient.reveal(), link: link,
            artifacts: artifacts, consent: consent, doubts: doubts, afterwards: afterwards, payload: payload)
    }
}

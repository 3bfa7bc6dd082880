public import CaseFormat
internal import CaseStore
public import CivilCalendar
public import ContactRouting

/// Why a report about a contact cannot be recorded.
public enum ReportFault: Error, Hashable, Sendable {
    /// It has not happened yet.
    case later
    /// These outcomes come with no promise.
    case promisedDayWithout(PastContact.Outcome)
    /// The promised day lies before the day on which it was promised.
    case promisedBefore(CivilDay)
    /// The delivery was ordered on a later day than it is said to have gone out.
    case beforeOrder(DeliveryReference, ordered: CivilDay)
    /// Several things wait to be told of.
    case ambiguous(ChannelName, [DeliveryReference])
    case deliveryOfOtherChannel(DeliveryReference, ChannelName)
    case deliveryOfOtherCase(DeliveryReference)
    /// The delivery has not gone out.
    case deliveryNotOut(DeliveryReference, DeliveryState.Kind)
    /// Whether the delivery went out must be told before what came of it.
    case mayNotHaveGoneOut(DeliveryReference)
    case noSuchContact(Int, count: Int)
    case contactOfOtherChannel(Int, ChannelName)
    /// Only what was told with `did` can be taken back.
    case notInLog(Int, StoredContact.Origin)
    /// The history would contradict itself.
    case contradicts(CaseFormatError)
}

extension ReportFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .later: "This moment is still to come: record a contact once it has taken place."
        case .promisedDayWithout(let outcome):
            "With the outcome \(outcome.rawValue) nothing is promised: leave the promised day out, or record promised, accepted, partly-accepted or answered."
        case .promisedBefore(let day):
            "The promised day \(day) lies before the day on which it was promised: say with --at when that was, or correct the day."
        case .beforeOrder(let delivery, let day):
            "Delivery \(delivery) was ordered on \(day) only and cannot have gone out before: correct the day, or record the earlier one as a contact of its own once this delivery is decided."
        case .ambiguous(let channel, let deliveries):
            "Several things may be meant by \(channel): say --delivery \(deliveries.map(\.text).joined(separator: " or ")), or --contact with a number of `recours case show`."
        case .deliveryOfOtherChannel(let delivery, let channel):
            "Delivery \(delivery) went through \(channel): name that channel, or another delivery."
        case .deliveryOfOtherCase(let delivery):
            "This case has no delivery \(delivery): `recours case show` lists those it has."
        case .deliveryNotOut(let delivery, let state):
            "Delivery \(delivery) \(state.clause): leave --delivery out, or decide about it with `recours delivery`."
        case .mayNotHaveGoneOut(let delivery):
            "This does not say whether delivery \(delivery) went out: tell that first with --outcome sent and its --at, or with `recours delivery decide \(delivery)`."
        case .noSuchContact(let number, 0): "The case has no contact \(number): it has none yet."
        case .noSuchContact(let number, let count):
            "The case has no contact \(number): it has \(count), as `recours case show` numbers them."
        case .contactOfOtherChannel(let number, let channel):
            "Contact \(number) went through \(channel): name that channel, or another contact."
        case .notInLog(let number, .facts):
            "Contact \(number) stands in the case file: change the file and run `recours case update`."
        case .notInLog(let number, .delivery), .notInLog(let number, .log):
            "Contact \(number) went out through this program and cannot be taken back: record what came of it."
        case .contradicts(let error): "The history would contradict itself: \(error.message)"
        }
    }
}

extension StoredCase {
    /// Nothing goes out before the day on which it was ordered.
    ///
    /// - Throws: `ReportFault.beforeOrder`.
    public func checkOrdered(_ reference: DeliveryReference, by moment: Instant) throws(ReportFault) {
        guard let delivery = deliveries.first(where: { $0.reference == reference }) else { return }
        let ordered = zone.day(at: delivery.createdAt)
        if zone.day(at: moment) < ordered { throw .beforeOrder(reference, ordered: ordered) }
    }
}

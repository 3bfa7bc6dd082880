internal import CivilCalendar
internal import ContactRouting

/// The days of an order, by their keys.
enum OrderDay: String, CaseIterable {
    case orderedOn, promisedOn, latestEstimatedDelivery, deliveredOn, parcelsDeliveredOn, withdrawalNotifiedOn
    case returnShippedOn, returnReceivedOn, defectFoundOn, repairRequestedOn, repairedOn, terminatedOn,
        debitedOn

    /// The key with the object it stands in.
    var name: String { "order.\(rawValue)" }

    /// The day; of several parcels the first.
    func day(in order: Order) -> CivilDay? {
        switch self {
        case .orderedOn: order.orderedOn
        case .promisedOn: order.promisedOn
        case .latestEstimatedDelivery: order.latestEstimatedDelivery
        case .deliveredOn: order.deliveredOn
        case .parcelsDeliveredOn: order.parcelsDeliveredOn.min()
        case .withdrawalNotifiedOn: order.withdrawalNotifiedOn
        case .returnShippedOn: order.returnShippedOn
        case .returnReceivedOn: order.returnReceivedOn
        case .defectFoundOn: order.defectFoundOn
        case .repairRequestedOn: order.repairRequestedOn
        case .repairedOn: order.repairedOn
        case .terminatedOn: order.terminatedOn
        case .debitedOn: order.debitedOn
        }
    }

    /// The day; of several parcels the last.
    func latest(in order: Order) -> CivilDay? {
        self == .parcelsDeliveredOn ? order.parcelsDeliveredOn.max() : day(in: order)
    }

    /// Whether the day says what has happened; the others say what was promised.
    ///
    /// A contract may be terminated for a day to come.
    var isPast: Bool {
        switch self {
        case .promisedOn, .latestEstimatedDelivery, .terminatedOn: false
        case .orderedOn, .deliveredOn, .parcelsDeliveredOn, .withdrawalNotifiedOn, .returnShippedOn,
            .returnReceivedOn, .defectFoundOn, .repairRequestedOn, .repairedOn, .debitedOn:
            true
        }
    }
}

import CivilCalendar
import ContactRouting
import Synchronization

/// What a directory offers in one stretch of days, on all of which the same parts of it hold.
final class Stretch: Sendable {
    let router: ContactRouter
    private let hoursOfAll: [Int]
    private let hoursByMerchant: [EntryID: [Int]]

    init(_ directory: Directory) {
        router = ContactRouter(directory)
        // Of several institutions with one channel the first one is offered.
        var seen: Set<ChannelName> = []
        let common = directory.institutions.filter { $0.kind != .mediator }.flatMap(\.channels)
        hoursOfAll = common.filter { seen.insert($0.channel).inserted }.compactMap(\.hours)
        var hours: [EntryID: [Int]] = [:]
        for merchant in directory.merchants {
            let mediators = merchant.mediator.flatMap(directory.mediator)?.channels ?? []
            let own = (merchant.channels + mediators).compactMap(\.hours)
            if !own.isEmpty { hours[merchant.id] = own }
        }
        hoursByMerchant = hours
    }

    /// Calls with the place of every opening hours that a case may ask for; one may come twice.
    func forEachHours(of merchant: MerchantReference, _ body: (Int) -> Void) {
        for hours in hoursOfAll { body(hours) }
        guard case .listed(let id) = merchant, let own = hoursByMerchant[id] else { return }
        for hours in own { body(hours) }
    }
}

/// One stretch of days after the other, each laid out when a case of its time is first decided.
final class RouterShelf: Sendable {
    private let directory: Directory
    /// A stretch ends where the next of these begins.
    let turningDays: [CivilDay]
    /// One place for each stretch, filled when it is first asked for.
    private let known: Mutex<[Stretch?]>
    private let stretchesMax: Int

    /// Most merchants in all stretches that are kept: each holds the offers of every merchant.
    static let merchantsMax = 10_000

    init(_ directory: Directory) {
        self.directory = directory
        turningDays = directory.turningDays
        known = Mutex(Array(repeating: nil, count: turningDays.count + 1))
        stretchesMax = max(1, Self.merchantsMax / max(1, directory.merchants.count))
    }

    /// What held on a day.
    func stretch(on day: CivilDay) -> Stretch {
        var number = turningDays.count
        while number > 0, day < turningDays[number - 1] { number -= 1 }
        if let stretch = known.withLock({ $0[number] }) { return stretch }
        let stretch = Stretch(turningDays.isEmpty ? directory : directory.valid(on: day))
        known.withLock { kept in
            if kept.count(where: { $0 != nil }) >= stretchesMax {
                for place in kept.indices { kept[place] = nil }
            }
            kept[number] = stretch
        }
        return stretch
    }
}

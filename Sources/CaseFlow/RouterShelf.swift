import CivilCalendar
import ContactRouting
import Synchronization

/// One router for each stretch of days on which the same parts of a directory hold.
///
/// The offers of a stretch are laid out when a case of that time is first decided; those of the latest stretch at once.
final class RouterShelf: Sendable {
    private let directory: Directory
    /// A stretch ends where the next of these begins.
    private let turningDays: [CivilDay]
    private let latest: ContactRouter
    private let earlier = Mutex<[Int: ContactRouter]>([:])

    /// Most stretches that are kept besides the latest: each holds the offers of every merchant.
    static let routersMax = 8

    init(_ directory: Directory) {
        self.directory = directory
        turningDays = directory.turningDays
        latest = ContactRouter(turningDays.last.map(directory.valid) ?? directory)
    }

    /// The router of what held on a day.
    func router(on day: CivilDay) -> ContactRouter {
        guard let last = turningDays.last, day < last else { return latest }
        let stretch = turningDays.count { $0 <= day }
        if let router = earlier.withLock({ $0[stretch] }) { return router }
        let router = ContactRouter(directory.valid(on: day))
        earlier.withLock { kept in
            if kept.count >= Self.routersMax { kept.removeAll() }
            kept[stretch] = router
        }
        return router
    }
}

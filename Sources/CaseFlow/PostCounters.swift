import CivilCalendar
import ContactRouting
import OpeningHours
import Synchronization

/// The post counters where people live: each keeps the hours and the holidays of its place.
///
/// A counter is worked out when a case first asks for it: most cases ask for none, and no run asks for all of them.
final class PostCounters: Sendable {
    private let zones: ZoneShelf
    /// Nil for a place whose zone this machine does not know.
    private let known = Mutex<[PublicHolidays: CompiledHours?]>([:])

    init(_ zones: ZoneShelf) { self.zones = zones }

    /// The counter of a place; nil when this machine does not know its zone.
    func counter(_ holidays: PublicHolidays) -> CompiledHours? {
        known.withLock { known in
            if let counter = known[holidays] { return counter }
            let counter = hours(holidays)
            known[holidays] = .some(counter)
            return counter
        }
    }

    private func hours(_ holidays: PublicHolidays) -> CompiledHours? {
        guard let place = try? zones.place(holidays.timeZone, holidays: holidays) else { return nil }
        do {
            return CompiledHours(Evaluator(try Schedule(parsing: Surroundings.postCounterHours), in: place))
        } catch {
            preconditionFailure("the post counter's hours are written by us and covered by a test")
        }
    }
}

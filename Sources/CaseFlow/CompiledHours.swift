import CivilCalendar
import ContactRouting
import OpeningHours

/// Hours that are asked where they lie: an evaluator in a list would be copied for every question.
final class CompiledHours: Sendable {
    let evaluator: Evaluator

    init(_ evaluator: Evaluator) { self.evaluator = evaluator }

    func availability(at now: Instant) -> Availability { evaluator.availability(at: now) }
}

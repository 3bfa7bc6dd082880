internal import CivilCalendar
internal import OpeningHours

/// The entry of libFuzzer: any bytes.
///
/// What is read strictly is also read leniently and means the same; what is printed is read back as the same value;
/// normalising changes nothing but the words; and what is evaluated keeps its order.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOpeningHours(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    var schedules: Set<Schedule> = []
    for points in [false, true] {
        let strict = read(bytes, .strict, points: points)
        let lenient = read(bytes, .lenient, points: points)
        if let strict { hold(lenient == strict, "lenient reading differs from strict: \(strict)") }
        schedules.formUnion([strict, lenient].compactMap(\.self))
    }
    for schedule in schedules { check(schedule) }
    return 0
}

private func read(_ bytes: [UInt8], _ mode: ParsingMode, points: Bool) -> Schedule? {
    let (result, diagnostics) = Schedule.parse(bytes, mode: mode, points: points)
    for diagnostic in diagnostics {
        hold(diagnostic.range.upperBound <= bytes.count, "a diagnostic lies outside of the text")
        hold(mode == .lenient || diagnostic.severity == .warning, "strict reading took a liberty")
    }
    switch result {
    case .success(let schedule): return schedule
    case .failure(let error):
        hold(error.range.upperBound <= bytes.count, "an error lies outside of the text")
        hold(!error.description.isEmpty, "an error says nothing")
        return nil
    }
}

private func check(_ schedule: Schedule) {
    let text = schedule.description
    hold(Schedule(text) == schedule, "not read back: \(text)")
    let normal = schedule.normalized()
    hold(normal.normalized() == normal, "normalised twice: \(text) → \(normal) → \(normal.normalized())")
    hold(Schedule(normal.description) == normal, "not read back: \(normal)")
    let place = Place(timeZone: .utc, holidays: FrenchHolidays(.metropole))
    let evaluator = Evaluator(schedule, in: place)
    let normalEvaluator = Evaluator(normal, in: place)
    // Spread over the years 1950 to 2119, each text at another moment, and around a turn of the year.
    let spread = Int64(text.utf8.reduce(UInt64(0)) { $0 &* 31 &+ UInt64($1) } % 170) * 31_556_952
    for start in [spread - 631_152_000, 1_767_222_000] {
        check(evaluator, normalEvaluator, at: Instant(secondsSinceEpoch: start))
    }
}

private func check(_ evaluator: Evaluator, _ normal: Evaluator, at start: Instant) {
    let text = evaluator.schedule.description
    let status = evaluator.status(at: start)
    hold(evaluator.isOpen(at: start) == (status.state == .open), "isOpen differs from status: \(text)")
    if let change = evaluator.nextChange(after: start) {
        hold(change > start, "a change that is not later: \(text)")
        hold(evaluator.status(at: change).state != status.state, "a change without a change: \(text)")
        hold(status.until == change, "status and nextChange differ: \(text)")
    }
    let week = start..<Instant(secondsSinceEpoch: start.secondsSinceEpoch + 14 * 86_400)
    let intervals = Array(evaluator.intervals(in: week))
    hold(intervals.first?.range.lowerBound == week.lowerBound, "a gap at the start: \(text)")
    hold(intervals.last?.range.upperBound == week.upperBound, "a gap at the end: \(text)")
    for (one, next) in zip(intervals, intervals.dropFirst()) {
        hold(one.range.upperBound == next.range.lowerBound, "a gap or an overlap: \(text)")
        hold(!one.range.isEmpty, "an empty interval: \(text)")
        hold(one.state != next.state || one.comment != next.comment, "neighbours alike: \(text)")
    }
    let other = Array(normal.intervals(in: week))
    hold(
        intervals.elementsEqual(other) {
            $0.range == $1.range && $0.state == $1.state && $0.comment == $1.comment
        },
        "normalised to something else: \(text) → \(normal.schedule)")
}

private func hold(_ condition: Bool, _ complaint: @autoclosure () -> String) {
    if !condition { fatalError(complaint()) }
}

/// The days of a week or of a year, as references to the few different days there are.
///
/// A table never changes once it is made, and it owns the memory that its view points to.
final class DayTable: Sendable {
    let view: DayView
    /// The number of different days.
    let planCount: Int
    /// Memory that it takes, in bytes.
    var size: Int { view.size }

    private let entryCount: Int
    private let breakCount: Int

    /// - Parameters:
    ///   - plans: for each day the number of its plan.
    ///   - days: for each plan its breaks, the first at minute 0, neighbours different.
    init(plans: [UInt16], days: [[Break]]) {
        planCount = days.count
        entryCount = plans.count
        breakCount = days.reduce(1) { $0 + $1.count }
        let entries = UnsafeMutablePointer<DayEntry>.allocate(capacity: entryCount)
        let breaks = UnsafeMutablePointer<Break>.allocate(capacity: breakCount)
        var starts: [UInt32] = []
        var filled = 0
        for day in days {
            starts.append(UInt32(filled))
            for item in day {
                (breaks + filled).initialize(to: item)
                filled += 1
            }
        }
        (breaks + filled).initialize(to: Break(minute: 0, slot: .silent))
        var runEnd = plans.count
        for day in plans.indices.reversed() {
            if day + 1 < plans.count, plans[day] != plans[day + 1] { runEnd = day + 1 }
            (entries + day).initialize(
                to: DayEntry(firstBreak: starts[Int(plans[day])], runEnd: UInt32(runEnd)))
        }
        view = DayView(
            count: plans.count,
            size: entryCount * MemoryLayout<DayEntry>.stride + breakCount * MemoryLayout<Break>.stride,
            entries: UnsafePointer(entries), breaks: UnsafePointer(breaks),
            summary: SlotSummary(days.joined().lazy.map(\.slot)))
    }

    deinit {
        UnsafeMutablePointer(mutating: view.entries).deinitialize(count: entryCount).deallocate()
        UnsafeMutablePointer(mutating: view.breaks).deinitialize(count: breakCount).deallocate()
    }
}

/// A day of a table.
struct DayEntry: Sendable {
    /// The index of its first break.
    var firstBreak: UInt32
    /// The next day of the table that is different, or the number of days.
    var runEnd: UInt32
}

/// What a table knows, without owning it: reading it costs no reference counting.
///
/// Proof: sending it is safe, because what the pointers lead to is never written after the table is made, and
/// whoever holds a view holds its table or the timetable that keeps it.
struct DayView: @unchecked Sendable {
    /// The number of days.
    let count: Int
    /// Memory that the table takes, in bytes.
    let size: Int
    let entries: UnsafePointer<DayEntry>
    /// The breaks of all different days in a row.
    ///
    /// A break at minute 0 begins the next of them; one more stands
    /// at the end.
    let breaks: UnsafePointer<Break>
    let summary: SlotSummary

    /// The index of the break that holds at that minute.
    @inline(__always)
    func breakIndex(day: Int, minute: Int) -> Int {
        var index = Int(entries[day].firstBreak)
        // A minute of 0 wraps to the largest number, so it ends the loop as a later minute does.
        while Int(breaks[index + 1].minute &- 1) < minute { index += 1 }
        return index
    }

    /// What holds at that minute.
    ///
    /// - Parameter owner: what has to live until the answer is there.
    @inline(__always)
    func slot(day: Int, minute: Int, keptBy owner: DayTable?) -> Slot {
        withExtendedLifetime(owner) { breaks[breakIndex(day: day, minute: minute)].slot }
    }
}

/// Which slots a table has, as far as a search needs to know to leave it out.
struct SlotSummary: Sendable {
    /// One bit for each code.
    private(set) var codes: UInt8 = 0
    private(set) var comment: UInt16 = 0
    private(set) var hasSeveralComments = false

    init(_ slots: some Sequence<Slot>) {
        for slot in slots {
            if codes == 0 { comment = slot.comment }
            codes |= slot.code.bit
            if slot.comment != comment { hasSeveralComments = true }
        }
    }
}

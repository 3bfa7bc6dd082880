import CivilCalendar

/// A place in a timetable: a break of a day, and the clock's offset there.
struct Cursor {
    private var chunk: Chunk
    /// The index in the chunk.
    private var day: Int
    /// The index of the break.
    private var index: Int
    private var reading: SteadyReading

    /// What holds here.
    @inline(__always)
    var slot: Slot { chunk.view.breaks[index].slot }

    /// The day number.
    private var dayNumber: Int { chunk.firstDay &+ day }

    /// The wall second at which the break begins.
    private var breakSecond: Int64 {
        Int64(dayNumber) &* 86_400 &+ Int64(chunk.view.breaks[index].minute) &* 60
    }

    /// Where a search from here ends at the latest.
    @inline(__always)
    func searchLimit(in timetable: Timetable) -> SearchLimit {
        SearchLimit(fromDay: dayNumber, year: chunk.year, in: timetable)
    }

    @inline(__always)
    init(_ timetable: Timetable, at instant: Instant) {
        reading = timetable.zone.steadyReading(at: instant)
        let wall = WallMinute(reading.second)
        chunk = timetable.chunk(around: wall.day)
        day = wall.day &- chunk.firstDay
        index = chunk.view.breakIndex(day: day, minute: wall.minute)
    }

    /// Goes to the first moment after the given one at which something is wanted that was not before; nil when
    /// the search ends.
    ///
    /// A break in an hour that the clock skips is reached only together with those after it, so what is found
    /// across a clock change is asked once more as a moment.
    mutating func advance(
        after instant: Instant, to wanted: WantedSlot, in timetable: Timetable, _ limit: inout SearchLimit
    ) -> Instant? {
        while findBreak(wanted, timetable, &limit) {
            // A week goes on after the end of the calendar.
            guard dayNumber <= WallMinute.lastDay else { return nil }
            let second = breakSecond
            if let moment = reading.instant(ofLater: second) { return moment }
            let moment = timetable.zone.instant(
                of: CivilDay(dayNumber: Int32(clamping: dayNumber)),
                secondOfDay: Int(chunk.view.breaks[index].minute) * 60)
            guard moment > instant else { continue }
            let there = Cursor(timetable, at: moment)
            if wanted.matches(there.slot) {
                self = there
                return moment
            }
        }
        return nil
    }

    /// Goes to the next break that is wanted.
    @inline(__always)
    private mutating func findBreak(
        _ wanted: WantedSlot, _ timetable: Timetable, _ limit: inout SearchLimit
    ) -> Bool {
        let breaks = chunk.view.breaks
        var next = index &+ 1
        while breaks[next].minute != 0 {
            if wanted.matches(breaks[next].slot) {
                index = next
                return true
            }
            next &+= 1
        }
        day &+= 1
        while true {
            if findDay(wanted) { return true }
            // Every week is like this one.
            if chunk.year == nil, !wanted.mayBe(in: chunk.view.summary) { return false }
            guard let next = timetable.chunk(after: chunk, &limit) else { return false }
            chunk = next
            limit.pay(for: next.view.size)
            day = wanted.mayBe(in: next.view.summary) ? 0 : next.view.count
        }
    }

    /// Goes to the first wanted break of the chunk's days from `day` on.
    @inline(__always)
    private mutating func findDay(_ wanted: WantedSlot) -> Bool {
        let (entries, breaks) = (chunk.view.entries, chunk.view.breaks)
        while day < chunk.view.count {
            var next = Int(entries[day].firstBreak)
            repeat {
                if wanted.matches(breaks[next].slot) {
                    index = next
                    return true
                }
                next &+= 1
            } while breaks[next].minute != 0
            day = Int(entries[day].runEnd)
        }
        return false
    }
}

/// A minute of a local day.
struct WallMinute {
    /// A day number of the calendar.
    let day: Int
    let minute: Int

    /// The day numbers of the calendar, 0001-01-01 to 9999-12-31.
    @inline(__always) static var firstDay: Int { -719_162 }
    @inline(__always) static var lastDay: Int { 2_932_896 }

    /// - Parameter wallSecond: seconds after 1970-01-01T00:00 on the clock; outside the calendar its nearest edge.
    @inline(__always)
    init(_ wallSecond: Int64) {
        let first = Int64(Self.firstDay) &* 86_400
        let second = min(max(wallSecond, first), Int64(Self.lastDay &+ 1) &* 86_400 &- 1)
        // Counted from the calendar's first day, so that the divisions have no sign to care for.
        let sinceFirst = UInt64(bitPattern: second &- first)
        day = Int(bitPattern: UInt(sinceFirst / 86_400)) &+ Self.firstDay
        minute = Int(bitPattern: UInt(sinceFirst % 86_400 / 60))
    }
}

/// Where a search ends that finds nothing.
struct SearchLimit {
    /// Chunks that begin after this day number are not searched.
    fileprivate var lastDay: Int
    /// The search ends in this year of a regular era.
    fileprivate var lastYear: Int
    /// Tables that may still be made for single years, in the era and all together.
    fileprivate var singlesInEra: Int
    fileprivate var singles: Int

    /// The Gregorian calendar repeats after 400 years, so nothing is missed where years come in kinds.
    private static let regularYears = 400
    /// Years with a table each that are searched in a row, before the search goes on with the next named year.
    static let singlesInEraMax = 50
    /// Years with a table each that a search may need in all.
    static let singlesMax = 1000
    /// A table counts once more for each so many bytes; a usual one has some 4,000.
    private static let largeSize = 64 << 10

    /// A search that ends only when nothing is left to find, or when it gets too dear.
    @inline(__always)
    fileprivate init(fromDay day: Int, year: Int?, in timetable: Timetable) {
        // In a week, the rest of this one and the whole of the next.
        lastDay = year == nil ? day &+ 7 : WallMinute.lastDay
        lastYear = max(year ?? 0, timetable.eras.lastNamedYear) &+ Self.regularYears
        singlesInEra = Self.singlesInEraMax
        singles = Self.singlesMax
    }

    /// A search for everything that begins before a moment.
    init(before end: Instant, in timetable: Timetable) {
        lastDay = WallMinute(timetable.zone.steadyWallSecond(at: end.adding(seconds: -1))).day
        lastYear = 9999
        singlesInEra = .max
        singles = .max
    }
}

extension Timetable {
    /// The days after those of the chunk; nil when the search ends before them.
    fileprivate func chunk(after chunk: Chunk, _ limit: inout SearchLimit) -> Chunk? {
        let next = chunk.firstDay + chunk.view.count
        guard next <= limit.lastDay else { return nil }
        guard var year = chunk.year else {
            return Chunk(view: chunk.view, firstDay: next, year: nil, keep: nil)
        }
        year += 1
        let era = eras.all[eras.index(of: min(year, 9999))]
        if !era.isRegular, !limit.takeSingle(of: era, year) { year = era.years.upperBound + 1 }
        guard year <= min(limit.lastYear, 9999), limit.singles > 0 else { return nil }
        return self.chunk(year: year, newYear: YearFrame.newYear(year))
    }
}

extension SearchLimit {
    /// Counts a large table as several, since it takes as long to make.
    @inline(__always)
    fileprivate mutating func pay(for size: Int) {
        guard size > Self.largeSize, singles != .max else { return }
        singles -= size / Self.largeSize
        singlesInEra -= size / Self.largeSize
    }

    /// Whether one more table of a single year may be made in the era.
    fileprivate mutating func takeSingle(of era: Eras.Era, _ year: Int) -> Bool {
        guard singles != .max else { return true }
        singles -= 1
        if era.isNamed { return true }
        if year == era.years.lowerBound { singlesInEra = Self.singlesInEraMax }
        singlesInEra -= 1
        return singlesInEra > 0
    }
}

/// The clock of a place: how far it is from UTC, at every moment.
///
/// A value in use, cheap to copy: the table behind it is built once and never changes. Moments outside
/// the years 1 to 9999 are taken for the calendar's nearest edge.
public struct TimeZoneRules: Hashable, Sendable, CustomStringConvertible {
    /// The IANA name, such as `Europe/Paris`.
    public let identifier: String
    let table: ZoneTable

    /// Coordinated universal time.
    public static let utc = TimeZoneRules(
        identifier: "UTC", table: ZoneTable(ZoneFile(initial: .utc, changes: [], rule: nil)))

    /// Reads the bytes of a TZif file, versions 1 to 4, footer included.
    ///
    /// - Throws: `CivilCalendarError.malformedZoneFile` with the flaw when the bytes break RFC 9636 or count
    ///   leap seconds.
    public init(identifier: String, tzif: [UInt8]) throws(CivilCalendarError) {
        do throws(ZoneFileFlaw) {
            self.init(identifier: identifier, table: ZoneTable(try TZifReader.read(tzif)))
        } catch {
            throw .malformedZoneFile(zone: identifier, flaw: error)
        }
    }

    init(identifier: String, table: ZoneTable) {
        self.identifier = identifier
        self.table = table
    }

    public var description: String { identifier }

    /// Equal names with equal offsets over all time are equal rules.
    public static func == (lhs: Self, rhs: Self) -> Bool {
        guard lhs.identifier == rhs.identifier else { return false }
        return lhs.table === rhs.table
            || (lhs.table.starts == rhs.table.starts && lhs.table.types == rhs.table.types)
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(identifier) }
}

extension TimeZoneRules {
    /// Seconds east of UTC at that moment.
    ///
    /// - Complexity: constant for the zones that exist.
    public func offset(at instant: Instant) -> Int {
        let second = table.folded(instant.secondsSinceEpoch).second
        return Int(table.offsets[table.segment(at: second)])
    }

    /// The day and time that a clock shows at that moment.
    public func civilTime(at instant: Instant) -> CivilTime {
        let offset = offset(at: instant)
        let shown = instant.adding(seconds: Int64(offset)).secondsSinceEpoch
        let wall = min(max(shown, ZoneTable.calendarStart), ZoneTable.calendarEnd - 1)
        let dayNumber = wall.flooringDivided(by: 86_400)
        return CivilTime(
            day: CivilDay(dayNumber: Int32(clamping: dayNumber)),
            secondOfDay: Int(wall - dayNumber * 86_400), offset: offset)
    }

    /// The local day at that moment.
    public func day(at instant: Instant) -> CivilDay { civilTime(at: instant).day }

    /// The moment at which the clock reaches that time of that day.
    ///
    /// A time that the clock skips is the moment of the change; a time that it shows twice is the first of
    /// the two. So the result never goes back when the time goes on.
    ///
    /// - Parameter secondOfDay: seconds after 00:00 on the clock; may run past 24:00 into the next days
    ///   or be negative, by as much as the calendar is long.
    public func instant(of day: CivilDay, secondOfDay: Int) -> Instant {
        let limit = ZoneTable.calendarEnd - ZoneTable.calendarStart
        let wall = Int64(day.dayNumber) * 86_400 + min(max(Int64(secondOfDay), -limit), limit)
        // Every moment up to here still shows an earlier time, whatever the offset is.
        let (earliest, shift) = table.folded(wall - Int64(ZoneType.offsetLimit))
        var segment = table.segment(at: earliest)
        while segment < table.starts.count {
            let moment = max(table.starts[segment], wall - shift - Int64(table.offsets[segment]))
            if segment + 1 == table.starts.count || moment < table.starts[segment + 1] {
                return Instant(secondsSinceEpoch: moment + shift)
            }
            segment += 1
        }
        return Instant(secondsSinceEpoch: wall)
    }

    /// The first moment of the day; with a day that the zone skips, the moment of the skip.
    public func startOfDay(_ day: CivilDay) -> Instant { instant(of: day, secondOfDay: 0) }

    /// The end of the day, 24:00: the first moment that is no longer in it.
    public func endOfDay(_ day: CivilDay) -> Instant { instant(of: day, secondOfDay: 86_400) }
}

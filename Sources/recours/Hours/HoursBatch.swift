import Assembly
import CivilCalendar
import JSONText
import OpeningHours

/// Answers a JSON Lines file of hours line by line, in order and in constant memory.
struct HoursBatch {
    private var places = HoursPlaces()
    private var lines = IntervalLines()
    /// Schedules that were made ready, for the next line that asks for one of them.
    private var ready: [Key: Ready] = [:]

    private struct Ready {
        let evaluator: Evaluator
        let zone: TimeZoneRules
    }

    private struct Key: Hashable {
        let expression: String
        let zone: String
        let country: String?
        let region: String?
    }

    /// Longest line, in bytes.
    static let lineBytesMax = 2 << 20
    /// Most schedules that are kept ready.
    private static let readyMax = 512
    /// Longest expression that is kept ready, in UTF-8 bytes.
    private static let keptBytesMax = 512
    /// Longest range that a kept schedule is asked for, in seconds: it remembers each year.
    private static let keptSecondsMax: Int64 = 10 * 366 * 86_400

    /// - Returns: `done` when every line was answered, else `wrongUse`.
    /// - Throws: `CommandFailure` when the file cannot be read.
    mutating func run(_ path: String) throws -> ExitStatus {
        var splitter = JSONLineSplitter(lineBytesMax: Self.lineBytesMax)
        var status = ExitStatus.done
        do {
            let stream = try FileStream(path)
            while let chunk = try stream.next() {
                splitter.append(chunk)
                answer(&splitter, &status)
            }
        } catch {
            throw CommandFailure(.wrongUse, error.description)
        }
        splitter.finish()
        answer(&splitter, &status)
        return status
    }

    /// Answers the lines that are complete, and sends the answers: who writes line by line gets them so.
    private mutating func answer(_ splitter: inout JSONLineSplitter, _ status: inout ExitStatus) {
        while let line = splitter.next() {
            do throws(HoursFault) {
                try answer(line)
            } catch {
                lines.write(error)
                status = .wrongUse
            }
        }
        lines.empty(into: Output.standardOutput)
    }

    private mutating func answer(_ line: JSONLineSplitter.Line) throws(HoursFault) {
        switch line {
        case .tooLong(_, let bytes):
            throw HoursFault(
                "The line has \(bytes) bytes and at most \(Self.lineBytesMax) are read; shorten it.")
        case .complete(_, let bytes):
            let asked = try HoursLine(parsing: bytes)
            let ready = try ready(for: asked)
            lines.write(
                OpenParts(ready.evaluator, in: asked.range), in: ready.zone, flush: Output.standardOutput)
        }
    }

    private mutating func ready(for asked: HoursLine) throws(HoursFault) -> Ready {
        let seconds = asked.range.lowerBound.seconds(until: asked.range.upperBound)
        guard asked.expression.utf8.count <= Self.keptBytesMax, seconds <= Self.keptSecondsMax else {
            return try makeReady(for: asked)
        }
        let key = Key(
            expression: asked.expression, zone: asked.zone, country: asked.country, region: asked.region)
        if let known = ready[key] { return known }
        let made = try makeReady(for: asked)
        if ready.count >= Self.readyMax { ready.removeAll(keepingCapacity: true) }
        ready[key] = made
        return made
    }

    private mutating func makeReady(for asked: HoursLine) throws(HoursFault) -> Ready {
        let schedule: Schedule
        do throws(ParseError) { schedule = try Schedule(parsing: asked.expression) } catch {
            throw HoursFault(error)
        }
        let place = try places.place(
            zone: asked.zone, country: asked.country, region: asked.region,
            usesSun: schedule.usesSunEvents)
        return Ready(evaluator: Evaluator(schedule, in: place.place), zone: place.timeZone)
    }
}

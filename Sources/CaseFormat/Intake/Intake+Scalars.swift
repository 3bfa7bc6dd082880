internal import CivilCalendar
internal import JSONText

extension Intake {
    func text(_ value: JSONValue) -> String? {
        guard let text = value.string else {
            note(.wrongType(expected: .text, found: value.kind), at: value)
            return nil
        }
        return text
    }

    func bool(_ value: JSONValue) -> Bool? {
        guard let bool = value.bool else {
            note(.wrongType(expected: .bool, found: value.kind), at: value)
            return nil
        }
        return bool
    }

    func wholeNumber(_ range: ClosedRange<Int64>) -> (JSONValue) -> Int? {
        { value in
            guard value.kind == .number else {
                self.note(.wrongType(expected: .wholeNumber, found: value.kind), at: value)
                return nil
            }
            guard let number = value.int, range.contains(number) else {
                self.note(.outOfRange(range), at: value)
                return nil
            }
            return Int(number)
        }
    }

    /// One of a closed list.
    func choice<Choice: RawRepresentable & CaseIterable>(_ value: JSONValue) -> Choice?
    where Choice.RawValue == String {
        guard let text = text(value) else { return nil }
        guard let choice = Choice(rawValue: text) else {
            unknown(text, among: Choice.allCases.map(\.rawValue), at: value)
            return nil
        }
        return choice
    }

    /// One of a part of a closed list.
    func choice<Choice: RawRepresentable & Equatable>(among choices: [Choice]) -> (JSONValue) -> Choice?
    where Choice.RawValue == String {
        { value in
            guard let text = self.text(value) else { return nil }
            guard let choice = Choice(rawValue: text), choices.contains(choice) else {
                self.unknown(text, among: choices.map(\.rawValue), at: value)
                return nil
            }
            return choice
        }
    }

    func unknown(_ text: String, among names: [String], at value: JSONValue) {
        note(.unknownValue(text, nearest: nearestName(to: text, among: names), known: names), at: value)
    }

    /// A list of at most so many elements; a faulty element is left out and noted.
    func list<Element>(
        _ value: JSONValue, min: Int = 0, max: Int, _ body: (JSONValue) -> Element?
    ) -> [Element]? {
        guard let elements = value.elements else {
            note(.wrongType(expected: .list, found: value.kind), at: value)
            return nil
        }
        // Counted before anything is read, so that a list of a million costs a walk and nothing else.
        let count = elements.reduce(into: 0) { count, _ in count += 1 }
        guard count <= max else {
            note(.tooMany(count: count, max: max), at: value)
            return nil
        }
        guard count >= min else {
            note(.tooFew(count: count, min: min), at: value)
            return nil
        }
        var read: [Element] = []
        read.reserveCapacity(count)
        for element in elements {
            guard !isFull else { break }
            if let element = body(element) { read.append(element) }
        }
        return read
    }

    func list<Element>(min: Int = 0, max: Int, _ body: @escaping (JSONValue) -> Element?) -> (JSONValue) ->
        [Element]?
    {
        { self.list($0, min: min, max: max, body) }
    }
}

// MARK: Days and moments

extension Intake {
    func day(_ value: JSONValue) -> CivilDay? {
        let reading = value.withTextBytes(DayReading.init)
        switch reading {
        case .day(let day): return day
        case .impossible: note(.impossibleDay, at: value)
        case .malformed: note(.malformedDay, at: value)
        case nil: note(.wrongType(expected: .text, found: value.kind), at: value)
        }
        return nil
    }

    func instant(_ value: JSONValue) -> Instant? {
        guard let text = text(value) else { return nil }
        do throws(CivilCalendarError) {
            return try Instant(parsing: text)
        } catch {
            note(Self.fault(of: error, in: text), at: value)
            return nil
        }
    }

    private static func fault(of error: CivilCalendarError, in text: String) -> Fault {
        if case .offsetMissing = error { return .offsetMissing }
        let day = DayReading(Array(text.utf8.prefix(10)).span)
        return day == .impossible ? .impossibleDay : .malformedInstant
    }
}

/// The bytes of a day, read without making a text of them.
private enum DayReading: Equatable {
    case day(CivilDay)
    /// Well written, and no calendar has it.
    case impossible
    case malformed

    init(_ bytes: Span<UInt8>) {
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = Self.number(bytes, 0..<4), let month = Self.number(bytes, 5..<7),
            let day = Self.number(bytes, 8..<10)
        else {
            self = .malformed
            return
        }
        self = CivilDay(year: year, month: month, day: day).map { .day($0) } ?? .impossible
    }

    private static func number(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        var number = 0
        for index in range {
            let digit = bytes[index] &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            number = number * 10 + Int(digit)
        }
        return number
    }
}

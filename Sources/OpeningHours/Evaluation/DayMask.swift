/// The days of a year and the one before it, one bit each: bit 0 is 31 December of the year before.
struct DayMask: Hashable, Sendable {
    private(set) var words: [6 of UInt64] = .init(repeating: 0)

    static let all: DayMask = {
        var mask = DayMask()
        for index in 0..<6 { mask.words[index] = .max }
        return mask
    }()

    static func == (lhs: Self, rhs: Self) -> Bool { (0..<6).allSatisfy { lhs.words[$0] == rhs.words[$0] } }

    func hash(into hasher: inout Hasher) { for index in 0..<6 { hasher.combine(words[index]) } }

    subscript(day: Int) -> Bool { words[day >> 6] >> UInt64(day & 63) & 1 == 1 }

    mutating func insert(_ day: Int) { words[day >> 6] |= 1 << UInt64(day & 63) }

    /// Adds all days of a range within 0...383, word by word.
    mutating func insert(_ days: ClosedRange<Int>) {
        for word in days.lowerBound >> 6...days.upperBound >> 6 {
            let from = max(days.lowerBound - word * 64, 0)
            let to = min(days.upperBound - word * 64, 63)
            words[word] |= (UInt64.max >> UInt64(63 - (to - from))) << UInt64(from)
        }
    }

    mutating func formIntersection(_ other: DayMask) {
        for index in 0..<6 { words[index] &= other.words[index] }
    }

    mutating func formUnion(_ other: DayMask) {
        for index in 0..<6 { words[index] |= other.words[index] }
    }

    mutating func subtract(_ other: DayMask) {
        for index in 0..<6 { words[index] &= ~other.words[index] }
    }

    var isEmpty: Bool { (0..<6).allSatisfy { words[$0] == 0 } }
}

/// Digits that stand together, parted by spaces, dots, dashes and the like: `06 39 98 12 34` has five chunks.
struct NumberGroup {
    /// The digits between the separators.
    private(set) var chunks: [String] = []
    private(set) var hasPlus = false

    /// - Unit: characters between two chunks of one group.
    private static let separatorsMax = 3
    private static let separators: Set<Character> = [
        " ", "\u{A0}", "\u{202F}", "\u{2009}", ".", "-", "/", "(", ")", "_", "–", "‑", "·", "\n",
    ]
    /// Most chunks of one number: sixteen single digits and a little more.
    private static let windowChunksMax = 20

    /// The groups of a text in order.
    static func groups(in text: String) -> [NumberGroup] {
        var groups: [NumberGroup] = []
        var group = NumberGroup()
        var chunk = ""
        var gap = 0
        var before: Character?
        for character in text {
            if let digit = character.digit {
                if chunk.isEmpty, group.chunks.isEmpty { group.hasPlus = before == "+" || before == "＋" }
                chunk.append(digit)
                gap = 0
            } else {
                if !chunk.isEmpty { group.chunks.append(chunk) }
                chunk = ""
                gap += 1
                if !separators.contains(character) || gap > separatorsMax {
                    if !group.chunks.isEmpty { groups.append(group) }
                    group = NumberGroup()
                }
            }
            if character != " " || before != "+" { before = character }
        }
        if !chunk.isEmpty { group.chunks.append(chunk) }
        return group.chunks.isEmpty ? groups : groups + [group]
    }

    /// A French number of ten digits, or one with its country.
    var holdsPhone: Bool {
        if hasPlus, windows(from: 0).contains(where: { (8...15).contains($0.joined().count) }) { return true }
        return !frenchNumbers.isEmpty
    }

    /// The numbers of ten digits, those with the country's code among them.
    var frenchNumbers: [String] {
        var found: [String] = []
        var start = 0
        while start < chunks.count {
            let number = windows(from: start).lazy.compactMap { window in
                Self.frenchNumber(window, hasPlus: hasPlus && start == 0).map { ($0, window.count) }
            }.first
            if let number { found.append(number.0) }
            start += number?.1 ?? 1
        }
        return found
    }

    private static func frenchNumber(_ chunks: [String], hasPlus: Bool) -> String? {
        let digits = chunks.joined()
        for code in hasPlus ? ["33"] : ["0033"] where digits.hasPrefix(code) {
            let national = digits.dropFirst(code.count).drop { $0 == "0" }
            if national.count == 9 { return "0\(national)" }
        }
        guard digits.count == 10, digits.hasPrefix("0"), !digits.hasPrefix("00") else { return nil }
        // A date and an hour may have ten digits, too; their year stands in the middle.
        return chunks.dropFirst().contains { $0.count == 4 } ? nil : digits
    }

    /// Sixteen digits that keep the check of Luhn (ISO/IEC 7812-1).
    var holdsCard: Bool {
        anyWindow { chunks in
            let digits = chunks.joined().compactMap(\.wholeNumberValue)
            guard digits.count == 16, let first = digits.first, (2...6).contains(first) else { return false }
            let sum = digits.reversed().enumerated().reduce(0) { sum, place in
                let doubled = place.offset.isMultiple(of: 2) ? place.element : place.element * 2
                return sum + (doubled > 9 ? doubled - 9 : doubled)
            }
            return sum.isMultiple(of: 10)
        }
    }

    /// Three, seven and seven digits: how the numbers of large marketplaces look.
    var holdsOrderNumber: Bool { anyWindow { $0.map(\.count) == [3, 7, 7] } }

    private func anyWindow(_ matches: ([String]) -> Bool) -> Bool {
        chunks.indices.contains { start in windows(from: start).contains(where: matches) }
    }

    private func windows(from start: Int) -> [[String]] {
        let end = min(chunks.count, start + Self.windowChunksMax)
        return (start..<end).map { Array(chunks[start...$0]) }
    }
}

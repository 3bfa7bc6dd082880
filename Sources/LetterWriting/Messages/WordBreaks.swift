/// Where a line of text may be cut: at spaces, but neither inside a name nor beside a number.
///
/// A date, a sum and a house number with its street therefore stay together: `3 décembre 2026`, `129,00 €`.
struct WordBreaks {
    /// Longest piece that numbers may glue together; beyond it a list of numbers is cut at its spaces.
    ///
    /// - Unit: characters.
    static let gluedCharactersMax = 60

    /// The line without its spaces at the cuts, in order.
    let pieces: [String]

    /// - Parameter whole: values that stay together where they occur.
    /// - Complexity: O(n · m) for the characters of the line and of the values.
    init(_ line: String, whole: [String] = []) {
        let characters = Array(line)
        let kept = Self.insides(of: whole, in: characters)
        var pieces: [String] = []
        var piece = ""
        for (index, character) in characters.enumerated() {
            guard character == " " else {
                piece.append(character)
                continue
            }
            let isGlued =
                kept.contains(index)
                || (piece.count < Self.gluedCharactersMax && Self.isBesideNumber(index, characters, piece))
            if isGlued, !piece.isEmpty {
                piece.append(character)
            } else if !piece.isEmpty {
                pieces.append(piece)
                piece = ""
            }
        }
        if !piece.isEmpty { pieces.append(piece) }
        self.pieces = pieces
    }

    private static func isBesideNumber(_ space: Int, _ line: [Character], _ before: String) -> Bool {
        let word = before.split(separator: " ").last
        if let word, word.first?.isNumber == true || word.last?.isNumber == true { return true }
        return space + 1 < line.count && line[space + 1].isNumber
    }

    /// The places of all characters that lie inside an occurrence of a value.
    private static func insides(of values: [String], in line: [Character]) -> Set<Int> {
        var inside: Set<Int> = []
        for value in values.map(Array.init) where value.contains(" ") && value.count <= line.count {
            for start in 0...line.count - value.count
            where line[start] == value[0] && line[start..<start + value.count].elementsEqual(value) {
                inside.formUnion(start..<start + value.count)
            }
        }
        return inside
    }
}

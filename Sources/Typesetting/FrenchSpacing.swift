/// Puts the spaces of French typography into plain text.
///
/// A narrow no-break space before ; ! and ?, a no-break space before : and » and after «, before € and % and
/// after n°; between groups of three digits, and inside a date, the space no longer breaks. What the
/// caller wrote as a no-break space stays as it is. Marks inside a word, as in an address of the web or a time, are left alone.
///
/// - Source: *Lexique des règles typographiques en usage à l'Imprimerie nationale*, "Ponctuation".
enum FrenchSpacing {
    private typealias Scalar = StyledScalar

    /// Collapses spaces in any language, and applies the French rules when `isFrench`.
    static func apply(to input: [StyledScalar], isFrench: Bool, curlsApostrophes: Bool) -> [StyledScalar] {
        var output: [StyledScalar] = []
        output.reserveCapacity(input.count + 16)
        var index = 0
        while index < input.count {
            let scalar = input[index]
            if Scalar.isSpace(scalar.value) {
                let end = endOfSpaces(in: input, from: index)
                if var space = space(input[index..<end]), let previous = output.last, end < input.count,
                    previous.value != Scalar.lineFeed, input[end].value != Scalar.lineFeed
                {
                    if isFrench && space.value == Scalar.space {
                        space.value = frenchSpace(after: output, before: input[end...])
                    }
                    output.append(space)
                }
                index = end
                continue
            }
            if isFrench, let missing = missingSpace(after: output.last?.value, before: input, at: index) {
                output.append(StyledScalar(value: missing, face: scalar.face))
            }
            output.append(
                curlsApostrophes ? curled(scalar, after: output.last, before: input, at: index) : scalar)
            index += 1
        }
        return output
    }

    private static func endOfSpaces(in input: [StyledScalar], from start: Int) -> Int {
        var end = start
        while end < input.count, Scalar.isSpace(input[end].value) { end += 1 }
        return end
    }

    /// One space for several: the caller's no-break space if there is one.
    private static func space(_ spaces: ArraySlice<StyledScalar>) -> StyledScalar? {
        spaces.first { $0.value != Scalar.space } ?? spaces.first
    }

    /// What an ordinary space becomes between its neighbours.
    private static func frenchSpace(after left: [StyledScalar], before right: ArraySlice<StyledScalar>)
        -> UInt32
    {
        guard let previous = left.last?.value, let next = right.first?.value else { return Scalar.space }
        switch next {
        case 0x21, 0x3B, 0x3F: return Scalar.narrowNoBreakSpace  // ! ; ?
        case 0x3A, 0xBB: return Scalar.noBreakSpace  // : »
        case 0x20AC, 0x25: return Scalar.isDigit(previous) ? Scalar.noBreakSpace : Scalar.space  // € %
        default: break  // tidy-allow: characters are an open set
        }
        if previous == 0xAB || isNumberSign(left) { return Scalar.noBreakSpace }
        if Scalar.isDigit(previous) && (startsWithThreeDigits(right) || startsWithMonth(right)) {
            return Scalar.noBreakSpace
        }
        if previous == 0x72, endsWith(premier, left), startsWithMonth(right) { return Scalar.noBreakSpace }
        if startsWithYear(right), months.contains(where: { endsWith($0, left) }) {
            return Scalar.noBreakSpace
        }
        return Scalar.space
    }

    /// The space that French wants where the caller wrote none.
    private static func missingSpace(
        after previous: UInt32?, before input: [StyledScalar], at index: Int
    ) -> UInt32? {
        guard let previous, !Scalar.isSpace(previous), previous != Scalar.lineFeed else { return nil }
        if previous == 0xAB { return Scalar.noBreakSpace }
        let wanted: UInt32
        switch input[index].value {
        case 0xBB: return Scalar.noBreakSpace
        case 0x21, 0x3B, 0x3F: wanted = Scalar.narrowNoBreakSpace
        case 0x3A: wanted = Scalar.noBreakSpace
        default: return nil  // tidy-allow: characters are an open set
        }
        guard Scalar.isLetter(previous) || Scalar.isDigit(previous) || closes(previous),
            endsWord(input[(index + 1)...])
        else { return nil }
        return wanted
    }

    /// Whether a mark is the last of its word: the end, a space, or more marks and closing brackets up to there.
    private static func endsWord(_ rest: ArraySlice<StyledScalar>) -> Bool {
        for scalar in rest.prefix(4) {
            switch scalar.value {
            case Scalar.space, Scalar.noBreakSpace, Scalar.narrowNoBreakSpace, Scalar.lineFeed, 0xBB:
                return true
            case 0x21, 0x3F, 0x29, 0x22, 0x2026, 0x2E: continue
            default: return false  // tidy-allow: characters are an open set
            }
        }
        return rest.count <= 4
    }

    /// Whether a character ends what a mark may follow: ) ] " % €.
    private static func closes(_ value: UInt32) -> Bool {
        switch value {
        case 0x29, 0x5D, 0x22, 0x25, 0x20AC: true
        default: false  // tidy-allow: characters are an open set
        }
    }

    private static func isNumberSign(_ left: [StyledScalar]) -> Bool {
        guard left.count >= 2, left[left.count - 1].value == 0xB0 else { return false }
        return left[left.count - 2].value & ~0x20 == 0x4E  // n° or N°
    }

    private static func startsWithThreeDigits(_ right: ArraySlice<StyledScalar>) -> Bool {
        let run = right.prefix(4).prefix { Scalar.isDigit($0.value) }
        return run.count == 3
    }

    private static let months = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
        "novembre", "décembre",
    ].map { $0.unicodeScalars.map(\.value) }

    /// The first day of a month.
    private static let premier = "1er".unicodeScalars.map(\.value)

    private static func startsWithYear(_ right: ArraySlice<StyledScalar>) -> Bool {
        right.prefix(5).prefix { Scalar.isDigit($0.value) }.count == 4
    }

    /// Whether a text ends with this word, and not with a longer one.
    private static func endsWith(_ word: [UInt32], _ left: [StyledScalar]) -> Bool {
        guard left.count >= word.count, left.suffix(word.count).lazy.map(\.value).elementsEqual(word) else {
            return false
        }
        let before = left.dropLast(word.count).last?.value
        return before.map { !Scalar.isLetter($0) && !Scalar.isDigit($0) } ?? true
    }

    private static func startsWithMonth(_ right: ArraySlice<StyledScalar>) -> Bool {
        months.contains { month in right.lazy.map(\.value).starts(with: month) }
    }

    private static func curled(
        _ scalar: StyledScalar, after previous: StyledScalar?, before input: [StyledScalar], at index: Int
    ) -> StyledScalar {
        guard scalar.value == 0x27, let previous, Scalar.isLetter(previous.value), index + 1 < input.count,
            Scalar.isLetter(input[index + 1].value)
        else { return scalar }
        return StyledScalar(value: 0x2019, face: scalar.face)
    }
}

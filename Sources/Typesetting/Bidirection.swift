internal import CFriBidi

/// Finds out which parts of a text run from right to left, and in which order a line shows them.
///
/// The text around is French or English, so the base direction is always left to right: a Hebrew name inside a
/// sentence, or alone in an address, does not turn the line around it.
///
/// - Source: Unicode Standard Annex 9.
enum Bidirection {
    /// Gives each character its level: even ones run from left to right, odd ones from right to left.
    ///
    /// - Throws: `TypesettingError.outOfMemory`.
    /// - Complexity: O(text); ask only for texts that hold a letter written from right to left.
    static func setLevels(of text: inout [StyledScalar]) throws(TypesettingError) {
        // At most `Limits.paragraphMax` characters and the spaces among them.
        guard let count = FriBidiStrIndex(exactly: text.count), count > 0 else { return }
        let scalars = text.map(\.value)
        var types = [FriBidiCharType](repeating: FriBidiCharType(rawValue: 0), count: text.count)
        var brackets = [FriBidiBracketType](repeating: 0, count: text.count)
        var levels = [FriBidiLevel](repeating: 0, count: text.count)
        var base = cfb_left_to_right()
        fribidi_get_bidi_types(scalars, count, &types)
        fribidi_get_bracket_types(scalars, count, types, &brackets)
        guard fribidi_get_par_embedding_levels_ex(types, brackets, count, &base, &levels) != 0
        else { throw .outOfMemory }
        for index in text.indices { text[index].level = UInt8(clamping: levels[index]) }
    }

    /// The places of a line's parts as they are shown, left to right, given the level of each in the order of reading.
    ///
    /// - Source: rule L2.
    static func visualOrder(of levels: [UInt8]) -> [Int] {
        var order = Array(levels.indices)
        guard let highest = levels.max(), highest > 0 else { return order }
        for level in stride(from: highest, to: 0, by: -1) {
            var start = 0
            while start < order.count {
                guard levels[order[start]] >= level else {
                    start += 1
                    continue
                }
                var end = start
                while end < order.count, levels[order[end]] >= level { end += 1 }
                order[start..<end].reverse()
                start = end
            }
        }
        return order
    }
}

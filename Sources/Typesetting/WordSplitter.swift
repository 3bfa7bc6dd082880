/// Cuts text into words and what follows them.
struct WordSplitter {
    /// Where a word stands in the text, and what follows it.
    struct Word {
        var range: Range<Int>
        var follower: Follower
    }

    /// The most characters of one piece of a word that is wider than its line.
    static let brokenPieceMax = 12

    /// - Complexity: O(text).
    static func words(in text: [StyledScalar]) -> [Word] {
        var words: [Word] = []
        var start = 0
        var index = 0
        func close(_ end: Int, _ follower: Follower) {
            words.append(Word(range: start..<end, follower: follower))
        }
        while index < text.count {
            let follower = follower(in: text, at: index)
            if follower?.kind == .softHyphen, start == index {
                // It follows no letter: a line must not begin or fill up with hyphens.
                start = index + 1
            } else if let follower {
                close(index + (follower.keepsCharacter ? 1 : 0), follower.kind)
                start = index + 1
            } else if index + 1 < text.count,
                text[index + 1].face != text[index].face || text[index + 1].level != text[index].level,
                separator(text[index + 1].value) == nil
            {
                close(index + 1, .join)
                start = index + 1
            }
            index += 1
        }
        if start < text.count || words.isEmpty { close(text.count, .lineEnd) }
        words[words.count - 1].follower = .lineEnd
        return words
    }

    /// Cuts a word that is too wide: after marks where an address may be broken, else every few letters.
    static func pieces(of word: Word, in text: [StyledScalar]) -> [Word] {
        var pieces: [Word] = []
        var start = word.range.lowerBound
        for index in word.range {
            if allowsBreak(after: text[index].value) || index + 1 - start >= brokenPieceMax {
                pieces.append(Word(range: start..<(index + 1), follower: .anywhere))
                start = index + 1
            }
        }
        if start < word.range.upperBound || pieces.isEmpty {
            pieces.append(Word(range: start..<word.range.upperBound, follower: word.follower))
        }
        pieces[pieces.count - 1].follower = word.follower
        return pieces
    }

    /// Whether an address of the web or of mail may be broken after a mark: slash, query, at sign and the like.
    private static func allowsBreak(after value: UInt32) -> Bool {
        switch value {
        case 0x2F, 0x3F, 0x26, 0x3D, 0x2D, 0x5F, 0x2E, 0x2C, 0x40: true
        default: false  // tidy-allow: characters are an open set
        }
    }

    private static func separator(_ value: UInt32) -> Follower? {
        switch value {
        case StyledScalar.space: .space
        case StyledScalar.noBreakSpace: .noBreakSpace
        case StyledScalar.narrowNoBreakSpace: .narrowNoBreakSpace
        case StyledScalar.softHyphen: .softHyphen
        case StyledScalar.lineFeed: .lineEnd
        default: nil  // tidy-allow: characters are an open set
        }
    }

    private static func follower(
        in text: [StyledScalar], at index: Int
    ) -> (kind: Follower, keepsCharacter: Bool)? {
        if let kind = separator(text[index].value) { return (kind, false) }
        guard text[index].value == 0x2D, index > 0, index + 1 < text.count,
            StyledScalar.isLetter(text[index - 1].value), StyledScalar.isLetter(text[index + 1].value)
        else { return nil }
        return (.afterHyphen, true)
    }
}

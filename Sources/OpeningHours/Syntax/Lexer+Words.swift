extension Lexer {
    static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    mutating func word() throws(ParseError) -> Token.Kind {
        let start = position
        var packed: UInt64 = 0
        while position < bytes.count, Self.isLetter(bytes[position]) {
            packed = packed << 8 | UInt64(bytes[position])
            position += 1
        }
        let end = position
        if position < bytes.count, bytes[position] >= 0x80 { endWord() }
        if position == end, position - start <= Vocabulary.canonicalLengthMax,
            let word = Vocabulary.canonical(packed), !isOtherwise(word)
        {
            return .word(word)
        }
        return try everydayWord(from: start)
    }

    /// Goes on to the end of a word that may hold letters outside of ASCII.
    private mutating func endWord() {
        while let byte = peek(0), Self.isLetter(byte) || byte >= 0x80 {
            if byte >= 0x80, dashLength() != nil || otherSpaceLength() != nil || quotationMarks() != nil {
                break
            }
            position += 1
        }
    }

    /// Whether a word of the language is another one here: "Mar" among French weekdays, "week" of "week-end".
    private mutating func isOtherwise(_ word: Word) -> Bool {
        guard mode == .lenient else { return false }
        if word == .week { return peek(0) == UInt8(ascii: "-") }
        guard word == .month(3) else { return false }
        return languageOfText() == .french && !isBesideDate()
    }

    /// Whether a number of a day or a range of months is beside the word that was just passed.
    private func isBesideDate() -> Bool {
        var index = position
        while index < bytes.count, bytes[index] == 0x20 { index += 1 }
        guard index < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) else {
            return false
        }
        var end = index
        while end < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[end]) { end += 1 }
        // `Mar 15` is a date; `Mar 9h` and `Mar 09:00` are times.
        return end == bytes.count
            || ![UInt8(ascii: ":"), UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: ".")].contains(
                bytes[end])
    }

    private mutating func everydayWord(from start: Int) throws(ParseError) -> Token.Kind {
        guard position - start <= Vocabulary.everydayLengthMax else {
            throw error(.unknownWord, start..<position, expected: Vocabulary.examples)
        }
        var lower = text(start..<position).lowercased()
        if let (phrase, end) = phrase(after: lower) { (lower, position) = (phrase, end) }
        let nameRange = start..<position
        // The full stop of an abbreviation, `Mar.`, belongs to the word.
        if peek(0) == UInt8(ascii: "."), Vocabulary.isAbbreviation(lower) { position += 1 }
        let range = start..<position
        let word: Word
        if let meanings = Vocabulary.ambiguous[lower] {
            guard mode == .lenient, let language = languageOfText(), let meaning = meanings[language] else {
                throw error(
                    .ambiguousWord, nameRange, expected: meanings.values.map(Vocabulary.spelling).sorted())
            }
            word = meaning
        } else if let meaning = Vocabulary.everyday[lower] {
            word = meaning
        } else {
            throw error(.unknownWord, nameRange, expected: Vocabulary.examples)
        }
        let spelling = Vocabulary.spelling(of: word)
        let isOnlyCase = spelling.lowercased() == lower && range == nameRange
        try liberty(
            isOnlyCase ? .letterCase : word == .filler ? .fillerWord : .otherWord, range, write: spelling)
        switch word {
        case .dash: return .dash
        case .comma: return .comma
        case .filler: return .filler
        case .clock(let minutes): return .time(minutes)
        case .weekday, .month, .holiday, .easter, .week, .day, .state, .sunEvent, .weekdays, .hour:
            return .word(word)
        }
    }

    /// The longest phrase of the vocabulary that begins with the word, and where it ends.
    private mutating func phrase(after head: String) -> (String, end: Int)? {
        guard Vocabulary.phraseHeads.contains(head) else { return nil }
        let start = position
        defer { position = start }
        var phrase = head
        var found: (String, end: Int)?
        for _ in 1..<Vocabulary.phraseLengthMax {
            guard peek(0) == 0x20 || peek(0) == UInt8(ascii: "-"), let separator = peek(0) else { break }
            position += 1
            let wordStart = position
            endWord()
            guard (1...Vocabulary.everydayLengthMax).contains(position - wordStart) else { break }
            phrase += (separator == 0x20 ? " " : "-") + text(wordStart..<position).lowercased()
            if Vocabulary.everyday[phrase] != nil { found = (phrase, position) }
        }
        return found
    }

    /// The language of the everyday words that belong to one language only; nil when they are of none or of several.
    private mutating func languageOfText() -> Vocabulary.Language? {
        if let language { return language }
        let start = position
        defer { position = start }
        var found: Set<Vocabulary.Language> = []
        position = 0
        var isInComment = false
        while let byte = peek(0) {
            if byte == UInt8(ascii: "\"") { isInComment.toggle() }
            let wordStart = position
            if !isInComment, Self.isLetter(byte) || byte >= 0x80 { endWord() }
            if position > wordStart, position - wordStart <= Vocabulary.everydayLengthMax,
                let own = Vocabulary.language(of: text(wordStart..<position).lowercased())
            {
                found.insert(own)
            }
            position = max(position, wordStart + 1)
        }
        let only = found.count == 1 ? found.first : nil
        language = .some(only)
        return only
    }
}

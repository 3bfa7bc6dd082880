import CivilCalendar

/// The words of the language, and the ones that people write in their place.
enum Vocabulary {
    static let weekdayNames = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
    static let monthNames = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// The language's own words, exactly as it writes them.
    private static let canonicalWords: [(String, Word)] =
        [
            ("PH", .holiday(.publicHoliday)), ("SH", .holiday(.schoolHoliday)), ("easter", .easter),
            ("week", .week), ("day", .day), ("days", .day), ("open", .state(.open)), ("off", .state(.closed)),
            ("closed", .state(.closed)), ("unknown", .state(.unknown)), ("dawn", .sunEvent(.dawn)),
            ("sunrise", .sunEvent(.sunrise)), ("sunset", .sunEvent(.sunset)), ("dusk", .sunEvent(.dusk)),
        ] + zip(weekdayNames, Weekday.allCases).map { ($0, .weekday($1)) }
        + monthNames.enumerated().map { ($1, .month($0 + 1)) }

    /// Bytes of the longest word of the language, "unknown" and "sunrise".
    static let canonicalLengthMax = 7

    /// The word whose ASCII bytes are packed into the number, the last one lowest.
    ///
    /// A table of 128 places with at most one third of them taken: a look-up ends after one or two steps.
    static func canonical(_ packed: UInt64) -> Word? {
        var place = place(of: packed)
        while true {
            let entry = table[place]
            if entry.packed == packed { return entry.word }
            if entry.packed == 0 { return nil }
            place = (place + 1) & 127
        }
    }

    private static func place(of packed: UInt64) -> Int {
        Int(truncatingIfNeeded: (packed &* 0x9E37_79B9_7F4A_7C15) >> 57)
    }

    private static let table: [(packed: UInt64, word: Word)] = {
        var table = [(packed: UInt64, word: Word)](repeating: (0, .filler), count: 128)
        for (text, word) in canonicalWords {
            let packed = text.utf8.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            var place = place(of: packed)
            while table[place].packed != 0 { place = (place + 1) & 127 }
            table[place] = (packed, word)
        }
        return table
    }()

    /// What could stand where a word is not known.
    static let examples = [
        "Mo to Su", "Jan to Dec", "PH", "SH", "easter", "week", "open", "off", "unknown", "sunset",
    ]

    /// The canonical spelling of a word.
    static func spelling(of word: Word) -> String {
        switch word {
        case .weekday(let day): weekdayNames[day.rawValue - 1]
        case .month(let month): monthNames[month - 1]
        case .holiday(.publicHoliday): "PH"
        case .holiday(.schoolHoliday): "SH"
        case .easter: "easter"
        case .week: "week"
        case .day: "days"
        case .state(.open): "open"
        case .state(.closed): "off"
        case .state(.unknown): "unknown"
        case .sunEvent(.dawn): "dawn"
        case .sunEvent(.sunrise): "sunrise"
        case .sunEvent(.sunset): "sunset"
        case .sunEvent(.dusk): "dusk"
        case .weekdays(let first, let last):
            "\(weekdayNames[first.rawValue - 1])-\(weekdayNames[last.rawValue - 1])"
        case .clock(let minutes): RuleMinute(unchecked: minutes).description
        case .dash: "-"
        case .comma: ","
        case .hour, .filler: ""
        }
    }

    /// Everyday words and phrases in lower case, as far as they mean the same in every language.
    static let everyday: [String: Word] = {
        var words: [String: Word] = [:]
        for (text, word) in canonicalWords { words[text.lowercased()] = word }
        for language in Language.allCases {
            for (text, word) in language.words where ambiguous[text] == nil { words[text] = word }
        }
        return words
    }()

    /// Words in lower case that mean different things in different languages, such as "di" and "mar".
    static let ambiguous: [String: [Language: Word]] = {
        var meanings: [String: [Language: Word]] = [:]
        for (text, word) in canonicalWords { meanings[text.lowercased(), default: [:]][.english] = word }
        for language in Language.allCases {
            for (text, word) in language.words { meanings[text, default: [:]][language] = word }
        }
        return meanings.filter { Set($0.value.values).count > 1 }
    }()

    /// The one language that has the word, in lower case; nil when it tells nothing.
    static func language(of text: String) -> Language? { tellingWords[text] }

    private static let tellingWords: [String: Language] = {
        var languages: [String: Language] = [:]
        let own = Set(canonicalWords.map { $0.0.lowercased() })
        var shared: Set<String> = []
        for language in Language.allCases {
            for text in Set(language.words.map(\.0)) where !own.contains(text) {
                if languages.updateValue(language, forKey: text) != nil { shared.insert(text) }
            }
        }
        return languages.filter { !shared.contains($0.key) }
    }()

    /// Bytes of the longest word that is looked up; longer ones are unknown.
    static let everydayLengthMax = 32

    /// Most words of a phrase.
    static let phraseLengthMax = 3

    /// The first words of all phrases.
    static let phraseHeads: Set<String> = {
        var heads: Set<String> = []
        for text in everyday.keys {
            if let end = text.firstIndex(where: { $0 == " " || $0 == "-" }) {
                heads.insert(String(text[..<end]))
            }
        }
        return heads
    }()

    /// Whether a full stop after the word can be a part of it: it has at most four letters.
    static func isAbbreviation(_ text: String) -> Bool {
        text.count <= 5 && (everyday[text] != nil || ambiguous[text] != nil)
    }
}

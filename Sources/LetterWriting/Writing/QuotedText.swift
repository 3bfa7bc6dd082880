internal import ContactRouting

extension String {
    /// A text with quotation marks of its own, as it stands inside those of a sentence: “ ” in « », ‘ ’ in “ ”.
    func insideQuotation(in language: Language) -> String {
        let outer: (opening: String, closing: String) =
            switch language {
            case .french: ("«", "»")
            case .english: ("“", "”")
            }
        guard contains(outer.opening), contains(outer.closing) else { return self }
        let inner: (opening: String, closing: String) =
            switch language {
            case .french: ("“", "”")
            case .english: ("‘", "’")
            }
        var text = self
        for space in ["\u{A0}", "\u{202F}", " ", ""] {
            text = text.replacing(outer.opening + space, with: inner.opening)
                .replacing(space + outer.closing, with: inner.closing)
        }
        return text
    }

    /// The text with no line end inside a date such as `7 décembre 2026`, in whatever language the page is.
    var withWholeDates: String {
        let words = split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        var text = ""
        var index = 0
        while index < words.count {
            let isDate = index + 2 < words.count && Self.isDate(words[index...index + 2])
            let part = isDate ? words[index...index + 2].joined(separator: "\u{A0}") : words[index]
            text += (index == 0 ? "" : " ") + part
            index += isDate ? 3 : 1
        }
        return text
    }

    private static func isDate(_ words: ArraySlice<String>) -> Bool {
        guard let day = words.first, let month = words.dropFirst().first, let year = words.last else {
            return false
        }
        let isDay = day == "1er" || (1...2).contains(day.count) && day.allSatisfy(\.isNumber)
        let digits = year.prefix { $0.isNumber }
        return isDay && month.allSatisfy(\.isLetter) && month.count > 2 && digits.count == 4
            && !year.dropFirst(4).contains { $0.isLetter }
    }
}

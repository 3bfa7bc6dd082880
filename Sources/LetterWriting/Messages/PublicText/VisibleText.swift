/// A text as a reader sees it, before it is searched.
enum VisibleText {
    /// Without characters that nobody sees, such as soft hyphens, and with `@` and `.` where they are spelt out.
    static func of(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: text.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint })
        var visible = String(scalars)
        for (spelt, sign) in spellings { visible = visible.replacing(spelt, with: sign) }
        return visible
    }

    private static let spellings = [
        (" (at) ", "@"), ("(at)", "@"), (" [at] ", "@"), ("[at]", "@"), (" arobase ", "@"), (" (dot) ", "."),
        ("(dot)", "."), (" [dot] ", "."), ("[dot]", "."), (" (point) ", "."), ("(point)", "."),
    ]

    /// The words in lower case, signs inside of them kept: `A-77`.
    static func words(of text: String) -> [String] {
        text.lowercased().split { $0.isWhitespace || ",;:.!?()[]<>\"«»“”’'".contains($0) }.map(String.init)
    }

    /// Whether a word has digits and something else, so that no ordinary word or year is meant.
    static func mixesDigits(_ word: String) -> Bool {
        word.contains { $0.digit != nil } && word.contains { $0.digit == nil }
    }
}

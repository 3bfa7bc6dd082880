/// Text for a person at a terminal: headings, wrapped paragraphs, lists.
struct Page {
    private(set) var text = ""
    private let columns: Int
    private let isStyled: Bool

    /// - Parameter isStyled: headings in bold, for a terminal that shows it.
    init(columns: Int, isStyled: Bool) {
        self.columns = columns
        self.isStyled = isStyled
    }

    mutating func heading(_ title: String) {
        if !text.isEmpty { text += "\n" }
        text += bold(title) + "\n"
    }

    mutating func title(_ title: String) { text += bold(title) + "\n" }

    mutating func paragraph(_ words: String, indent: Int = 2) {
        wrap(words, first: indent, rest: indent, mark: "")
    }

    mutating func item(_ words: String, mark: String = "•", indent: Int = 2) {
        wrap(words, first: indent, rest: indent + mark.count + 1, mark: mark + " ")
    }

    /// A label and its value, the values under one another.
    mutating func pair(_ label: String, _ value: String, width: Int, indent: Int = 2) {
        let padding = String(repeating: " ", count: max(0, width - label.count))
        wrap(value, first: indent, rest: indent + width + 2, mark: label + padding + "  ")
    }

    /// A line as it is, not wrapped.
    mutating func line(_ words: String) { text += words + "\n" }

    /// A sentence, wrapped; or one that ends with a command of the program, which is not, so that it can be copied.
    mutating func advice(_ words: String, indent: Int = 2) {
        guard words.contains("recours ") else { return paragraph(words, indent: indent) }
        line(String(repeating: " ", count: indent) + Self.shown(words))
    }

    /// A fixed beginning and words beside it, wrapped under one another; in bold when it is strong.
    mutating func row(_ start: String, _ words: String, isStrong: Bool) {
        var page = Page(columns: columns, isStyled: false)
        page.wrap(words, first: 0, rest: start.count, mark: start)
        guard isStrong, isStyled else {
            text += page.text
            return
        }
        text += bold(String(page.text.dropLast())) + "\n"
    }

    mutating func blankLine() { text += "\n" }

    private func bold(_ words: String) -> String { isStyled ? "\u{1B}[1m\(words)\u{1B}[0m" : words }

    /// Breaks at ordinary spaces only, so that a sum or a date stays on one line.
    private mutating func wrap(_ words: String, first: Int, rest: Int, mark: String) {
        var line = String(repeating: " ", count: first) + Self.shown(mark)
        var isEmpty = true
        for word in Self.shown(words).split(separator: " ") {
            if !isEmpty, line.count + 1 + word.count > columns {
                text += line + "\n"
                line = String(repeating: " ", count: rest)
                isEmpty = true
            }
            line += (isEmpty ? "" : " ") + word
            isEmpty = false
        }
        text += line + "\n"
    }

    /// A name from a case file must not steer the terminal: control and direction marks are shown as a sign.
    private static func shown(_ words: String) -> String {
        String(
            String.UnicodeScalarView(
                words.unicodeScalars.map { scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .format, .surrogate, .privateUse: "\u{FFFD}"
                    default: scalar  // tidy-allow: an enum of the standard library
                    }
                }))
    }
}

/// A document as text in columns, for `letter.txt` and the body of an e-mail.
///
/// The same words and the same French spaces as on paper; narrow no-break spaces are written as no-break
/// spaces, which every terminal and mail program knows. Bold is not marked.
struct PlainText {
    /// - Unit: columns.
    static let width = 78
    /// Where the recipient's address, the date and the signature stand.
    static let rightColumn = 38

    private let document: Document
    private var lines: [String] = []

    init(_ document: Document) { self.document = document }

    mutating func text() -> String {
        for entry in document.entries { add(entry.block) }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n") + "\n"
    }

    private mutating func add(_ block: Block) {
        if !lines.isEmpty { lines.append("") }
        switch block {
        case .sender(let texts):
            for text in texts { addWrapped([.regular(text)], spaces: false) }
        case .recipientWindow(let texts): addRight(texts)
        case .placeAndDate(let text): addRight([text])
        case .mention(let text), .subject(let text), .heading(let text): addWrapped([.regular(text)])
        case .references(let references): addReferences(references)
        case .paragraph(let inlines): addWrapped(inlines)
        case .list(let style, let items): addList(style, items)
        case .table(let table): addTable(table)
        case .signature(let name, _, _):
            lines += ["", ""]
            addRight([name])
        case .enclosures(let title, let items):
            addWrapped([.regular(title)])
            addList(.dashed, items.map { [.regular($0)] })
        case .spacer: break
        }
    }

    /// Adds lines that are not broken, as far right as the longest allows.
    private mutating func addRight(_ texts: [String]) {
        let spaced = texts.map { text in
            words([.regular(text)], spaces: false).joined(separator: " ").replacing("\n ", with: " ")
        }
        let longest = spaced.map(\.unicodeScalars.count).max() ?? 0
        let indent = max(0, min(Self.rightColumn, Self.width - longest))
        for text in spaced { lines.append(String(repeating: " ", count: indent) + text) }
    }

    private mutating func addReferences(_ references: [Reference]) {
        let longest = references.map(\.label.unicodeScalars.count).max() ?? 0
        let column = min(longest, Self.width / 2) + 1
        for reference in references {
            let missing = max(1, column - reference.label.unicodeScalars.count)
            let label = words([.regular(reference.label)]).joined(separator: " ")
            addWrapped(
                [.regular(reference.value)], first: label + String(repeating: " ", count: missing),
                indent: column)
        }
    }

    /// Adds a table in columns; cells are broken inside them.
    private mutating func addTable(_ table: Table) {
        let cells = ([table.headings] + table.rows).map { row in row.map { words([.regular($0)]) } }
        let needs = table.headings.indices.map { column in
            cells.map { $0.indices.contains(column) ? Self.columns(of: $0[column]) : 0 }.max() ?? 0
        }
        let gap = 2
        let widths = TableColumns.widths(needs: needs, room: Self.width - gap * max(0, needs.count - 1))
        for row in cells {
            let broken = zip(row, widths).map { Self.broken($0, width: $1) }
            for index in 0..<(broken.map(\.count).max() ?? 0) {
                var line = ""
                var margin = 0
                for (column, texts) in broken.enumerated() {
                    if index < texts.count {
                        // A cell wider than its column pushes the next one on, and never touches it.
                        let gap = line.isEmpty ? 0 : gap
                        line += String(repeating: " ", count: max(gap, margin - line.unicodeScalars.count))
                        line += texts[index]
                    }
                    margin += widths[column] + gap
                }
                lines.append(line)
            }
        }
    }

    private static func columns(of words: [String]) -> Int {
        words.reduce(max(0, words.count - 1)) { $0 + $1.unicodeScalars.count }
    }

    /// A longer word stays whole.
    private static func broken(_ words: [String], width: Int) -> [String] {
        words.filter { $0 != "\n" }.reduce(into: []) { lines, word in
            if let last = lines.last, last.unicodeScalars.count + 1 + word.unicodeScalars.count <= width {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(word)
            }
        }
    }

    private mutating func addList(_ style: ListStyle, _ items: [[Inline]]) {
        for (index, item) in items.enumerated() {
            let mark =
                switch style {
                case .dashed: "- "
                case .boxes: "[ ] "
                case .numbered: "\(index + 1). "
                }
            addWrapped(item, first: mark, indent: mark.utf8.count)
        }
    }

    /// Adds text broken at ordinary spaces; a longer word stands out on the right rather than being cut.
    private mutating func addWrapped(
        _ inlines: [Inline], first: String = "", indent: Int = 0, spaces: Bool = true
    ) {
        let margin = String(repeating: " ", count: indent)
        var line = first
        var columns = first.unicodeScalars.count
        var isEmpty = true
        for word in words(inlines, spaces: spaces) {
            let needed = word.unicodeScalars.count
            if word == "\n" || !isEmpty && columns + 1 + needed > Self.width {
                lines.append(line)
                (line, columns, isEmpty) = (margin, indent, true)
                if word == "\n" { continue }
            }
            line += isEmpty ? word : " " + word
            columns += isEmpty ? needed : needed + 1
            isEmpty = false
        }
        lines.append(line)
    }

    /// Words between ordinary spaces, and line feeds as words of their own.
    private func words(_ inlines: [Inline], spaces: Bool = true) -> [String] {
        var scalars: [StyledScalar] = []
        for inline in inlines {
            switch inline {
            case .regular(let text), .bold(let text):
                scalars += text.unicodeScalars.map { StyledScalar(value: Self.shown($0), face: .regular) }
            case .lineBreak: scalars.append(StyledScalar(value: StyledScalar.lineFeed, face: .regular))
            }
        }
        let spaced = FrenchSpacing.apply(
            to: scalars, isFrench: document.isFrench && spaces, curlsApostrophes: document.curlsApostrophes)
        var words: [String] = []
        var word = String.UnicodeScalarView()
        func close() {
            if !word.isEmpty { words.append(String(word)) }
            word = String.UnicodeScalarView()
        }
        for scalar in spaced {
            switch scalar.value {
            case StyledScalar.space: close()
            case StyledScalar.lineFeed:
                close()
                words.append("\n")
            case StyledScalar.softHyphen: break
            case StyledScalar.narrowNoBreakSpace: word.append("\u{A0}")
            default:  // tidy-allow: characters are an open set
                word.append(Unicode.Scalar(scalar.value) ?? "\u{FFFD}")
            }
        }
        close()
        return words
    }

    /// What `Typesetter.render` refuses is shown as U+FFFD, so that it cannot act on a terminal.
    private static func shown(_ scalar: Unicode.Scalar) -> UInt32 {
        switch TextClass(of: scalar.value) {
        case .plain, .maybeDecomposed, .rightToLeft: scalar.value
        case .space: StyledScalar.space
        case .control, .invisible: 0xFFFD
        }
    }
}

extension Typesetter {
    /// The document as text of at most 78 columns, address block and all; a longer word stays whole.
    ///
    /// It needs no fonts and refuses nothing: what `render` would refuse stands as U+FFFD.
    ///
    /// - Complexity: O(text).
    public static func plainText(_ document: Document) -> String {
        var text = PlainText(document)
        return text.text()
    }
}

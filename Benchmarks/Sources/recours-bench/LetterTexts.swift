import Typesetting

extension Document {
    /// The words of a letter, one part a line: its kind, a tab, and its text.
    ///
    /// A plain form that a peer in any language can read without a library.
    var lines: String { entries.flatMap { Self.lines(of: $0.block) }.map { $0 + "\n" }.joined() }

    private static func lines(of block: Block) -> [String] {
        switch block {
        case .sender(let lines): lines.map { "sender\t\($0)" }
        case .recipientWindow(let lines): lines.map { "recipient\t\($0)" }
        case .placeAndDate(let text): ["date\t\(text)"]
        case .mention(let text): ["mention\t\(text)"]
        case .subject(let text), .heading(let text): ["subject\t\(text)"]
        case .references(let references): references.map { "reference\t\($0.label)\t\($0.value)" }
        case .paragraph(let inlines): ["paragraph\t\(words(of: inlines))"]
        case .list(_, let items): items.map { "item\t\(words(of: $0))" }
        case .table(let table):
            ([table.headings] + table.rows).map { "row\t" + $0.joined(separator: "\t") }
        case .signature(let name, _, _): ["signature\t\(name)"]
        case .enclosures(let title, let items): ["paragraph\t\(title)"] + items.map { "item\t\($0)" }
        case .spacer: []
        }
    }

    private static func words(of inlines: [Inline]) -> String {
        inlines.map { inline in
            switch inline {
            case .regular(let text), .bold(let text): text
            case .lineBreak: " "
            }
        }.joined()
    }
}

public import PDFWriting

/// A letter or another short document, before it has lines and pages.
///
/// The typesetter decides where things go and owns the French rules of spacing; the caller owns the words.
public struct Document: Hashable, Sendable {
    /// A block, and what to call it in an error.
    public struct Entry: Hashable, Sendable {
        public var block: Block
        /// The field that the text comes from, such as `complaint.description`; shown in errors, never printed.
        public var label: String
    }

    /// What stands at the foot of a page.
    public enum Footer: Hashable, Sendable {
        case none
        /// "page 1/2", on documents of two pages or more.
        case pageNumbers
    }

    /// How large the type is, and how close the lines.
    public enum TypeSize: Hashable, Sendable, CaseIterable {
        /// 10.5 points on 14, for letters.
        case letter
        /// 9.5 points on 12.
        case small
        /// 8.5 points on 10.5: the least that is read without effort.
        case smallest
    }

    /// The language of the text, RFC 5646; `fr` and its variants get French spacing.
    public var language: String
    /// What a reader's title bar shows.
    public var title: String
    public var author: String
    public var footer: Footer
    /// Whether ' between letters is set as ’.
    public var curlsApostrophes: Bool
    /// The type of the text; addresses keep theirs.
    public var typeSize = TypeSize.letter
    public var entries: [Entry]
    /// Files that travel inside the PDF; with one or more of them it follows PDF/A-3a instead of 2a.
    public var attachments: [EmbeddedFile] = []

    public init(
        language: String = "fr", title: String, author: String = "", footer: Footer = .pageNumbers,
        curlsApostrophes: Bool = false, blocks: [Block] = []
    ) {
        self.language = language
        self.title = title
        self.author = author
        self.footer = footer
        self.curlsApostrophes = curlsApostrophes
        entries = blocks.map { Entry(block: $0, label: $0.kind) }
    }

    /// Adds a block at the end.
    public mutating func append(_ block: Block, label: String? = nil) {
        entries.append(Entry(block: block, label: label ?? block.kind))
    }
}

/// One part of a document.
///
/// `sender` and then `recipientWindow` have their own places on the first page and come before everything else, once
/// each. The others follow one another down the pages.
public enum Block: Hashable, Sendable {
    /// The sender's address, top left; at most `Limits.senderLinesMax` lines.
    case sender([String])
    /// The recipient's address, where window envelopes show it.
    ///
    /// At most 6 lines, 7 with a country; each must fit 85 mm in type of 9 points.
    case recipientWindow([String])
    /// "Paris, le 22 novembre 2026".
    case placeAndDate(String)
    /// "Lettre recommandée avec avis de réception".
    case mention(String)
    case subject(String)
    case references([Reference])
    case paragraph([Inline])
    case list(ListStyle, [[Inline]])
    case table(Table)
    /// The heading of a section, below the subject.
    case heading(String)
    /// The name, with room for a signature in ink above it, or with a picture of the signature instead.
    case signature(name: String, spaceHeight: Length, picture: Picture? = nil)
    case enclosures(title: String, items: [String])
    case spacer(Length)

    /// The block's name, as an error shows it when the caller gave none.
    public var kind: String {
        switch self {
        case .sender: "sender"
        case .recipientWindow: "recipient"
        case .placeAndDate: "place and date"
        case .mention: "mention"
        case .subject: "subject"
        case .references: "references"
        case .paragraph: "paragraph"
        case .list: "list"
        case .table: "table"
        case .heading: "heading"
        case .signature: "signature"
        case .enclosures: "enclosures"
        case .spacer: "spacer"
        }
    }
}

/// A picture, and what it shows.
public struct Picture: Hashable, Sendable {
    public var image: RasterImage
    /// In words, for who cannot see it; not empty.
    public var alternative: String

    public init(image: RasterImage, alternative: String) {
        self.image = image
        self.alternative = alternative
    }
}

/// A line of the reference table, such as "Commande" and its number.
public struct Reference: Hashable, Sendable {
    public var label: String
    public var value: String

    public init(label: String, value: String) {
        self.label = label
        self.value = value
    }
}

/// Rows of cells under headings.
public struct Table: Hashable, Sendable {
    /// One for each column.
    public var headings: [String]
    /// Each with one cell for each heading; a cell without words needs a dash.
    public var rows: [[String]]

    public init(headings: [String], rows: [[String]]) {
        self.headings = headings
        self.rows = rows
    }
}

/// What stands before the items of a list.
public enum ListStyle: Hashable, Sendable {
    /// An en dash, as French lists have it.
    case dashed
    /// "1.", "2.", …
    case numbered
    /// "□", a box to tick.
    case boxes

    /// What stands before an item, counted from 0.
    func mark(at index: Int) -> String {
        switch self {
        case .dashed: "–"
        case .numbered: "\(index + 1)."
        case .boxes: "□"
        }
    }
}

/// A stretch of text in one style.
public enum Inline: Hashable, Sendable {
    case regular(String)
    case bold(String)
    /// The text goes on in a new line.
    case lineBreak
}

extension Inline: ExpressibleByStringInterpolation {
    public init(stringLiteral value: String) { self = .regular(value) }
}

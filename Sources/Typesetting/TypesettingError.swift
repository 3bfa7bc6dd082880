public import PDFWriting

/// Everything that can go wrong in `Typesetting`.
///
/// No case carries text of the document, which may be personal; a character is named by its code point.
public enum TypesettingError: Error, Hashable, Sendable {
    case fontMissing(path: String, package: String)
    /// No face has the character; the document is refused rather than printed with a box.
    case characterWithoutGlyph(Unicode.Scalar, label: String)
    /// A combining mark that does not join its letter, or more than `Limits.marksMax` of them.
    case markWithoutLetter(Unicode.Scalar, label: String)
    case controlCharacter(Unicode.Scalar, label: String)
    /// A character that shows nothing but changes how others are read, such as a change of direction.
    case invisibleCharacter(Unicode.Scalar, label: String)
    /// A letter of a script that is written from right to left and that no face has, such as Arabic.
    case rightToLeft(Unicode.Scalar, label: String)
    case blockOutOfPlace(label: String)
    case emptyAddressLine(label: String, line: Int)
    case addressTooManyLines(label: String, lines: Int, linesMax: Int)
    /// - Unit: tenths of a millimetre, at the smallest size allowed.
    case addressLineTooWide(label: String, line: Int, width: Int, widthMax: Int)
    /// A picture that says nothing to who cannot see it.
    case pictureWithoutWords(label: String)
    /// A row whose cells are not as many as the headings.
    case irregularTable(label: String, row: Int)
    case tooManyColumns(label: String, columns: Int, columnsMax: Int)
    case spaceTooHigh(label: String, height: Int, heightMax: Int)
    case tooManyBlocks(blocks: Int, blocksMax: Int)
    case tooManyItems(label: String, items: Int, itemsMax: Int)
    case textTooLong(label: String, characters: Int, charactersMax: Int)
    case tooManyPages(pages: Int, pagesMax: Int)
    case outOfMemory
    case writing(PDFError)
}

extension TypesettingError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .fontMissing(let path, let package):
            "The font \(path) is missing: install the Debian package \(package)."
        case .characterWithoutGlyph(let scalar, let label):
            "The \(label) holds \(Self.name(scalar)), which the letter's fonts do not have: replace it."
        case .markWithoutLetter(let scalar, let label):
            "The \(label) holds the combining mark \(Self.name(scalar)) where it joins no letter: remove it."
        case .controlCharacter(let scalar, let label):
            "The \(label) holds the control character \(Self.name(scalar)): remove it."
        case .invisibleCharacter(let scalar, let label):
            "The \(label) holds the invisible character \(Self.name(scalar)): remove it."
        case .rightToLeft(let scalar, let label):
            "The \(label) holds \(Self.name(scalar)), a letter of a script that the letter's fonts do not have: write it in Latin letters."
        case .blockOutOfPlace(let label):
            "The \(label) comes twice, or after the text began: put it first, once."
        case .emptyAddressLine(let label, let line):
            "Line \(line) of the \(label) is empty: leave it out."
        case .addressTooManyLines(let label, let lines, let linesMax):
            "The \(label) has \(lines) lines, and at most \(linesMax) are allowed: join or shorten some."
        case .addressLineTooWide(let label, let line, let width, let widthMax):
            "Line \(line) of the \(label) is \(width / 10) mm wide, and at most \(widthMax / 10) mm fit: shorten it."
        case .pictureWithoutWords(let label):
            "The picture of the \(label) has no text for those who cannot see it: say what it shows."
        case .tooManyColumns(let label, let columns, let columnsMax):
            "The table \(label) has \(columns) columns, and at most \(columnsMax) are allowed: leave some out."
        case .irregularTable(let label, let row):
            "Row \(row) of the \(label) has not one cell for each heading: complete it."
        case .spaceTooHigh(let label, let height, let heightMax):
            "The space of the \(label) is \(height / 10) mm high, and 0 to \(heightMax / 10) mm are allowed."
        case .tooManyBlocks(let blocks, let blocksMax):
            "The document has \(blocks) blocks, and at most \(blocksMax) are allowed: shorten it."
        case .tooManyItems(let label, let items, let itemsMax):
            "The \(label) has \(items) items, and at most \(itemsMax) are allowed: shorten it."
        case .textTooLong(let label, let characters, let charactersMax):
            "The \(label) has \(characters) characters, and at most \(charactersMax) are allowed: shorten it."
        case .tooManyPages(let pages, let pagesMax):
            "The document has \(pages) pages, and at most \(pagesMax) are allowed: shorten it."
        case .outOfMemory:
            "There was not enough memory to set the document: free some and try again."
        case .writing(let error):
            error.description
        }
    }

    /// `U+1F600`: the way code charts name a character.
    private static func name(_ scalar: Unicode.Scalar) -> String { scalar.codePointName }

    /// The character that no page shows, and why; nil for every other fault.
    ///
    /// A control character is none of them: nobody meant to show it.
    public var unprintable: (scalar: Unicode.Scalar, reason: String)? {
        switch self {
        case .characterWithoutGlyph(let scalar, _):
            (scalar, "it holds \(Self.name(scalar)), which the letter's fonts do not have")
        case .rightToLeft(let scalar, _):
            (
                scalar,
                "it holds \(Self.name(scalar)), a letter of a script that the letter's fonts do not have"
            )
        case .markWithoutLetter(let scalar, _):
            (scalar, "it holds the combining mark \(Self.name(scalar)) where it joins no letter")
        case .invisibleCharacter(let scalar, _):
            (scalar, "it holds the invisible character \(Self.name(scalar))")
        case .fontMissing, .controlCharacter, .blockOutOfPlace, .emptyAddressLine, .addressTooManyLines,
            .addressLineTooWide, .pictureWithoutWords, .irregularTable, .tooManyColumns, .spaceTooHigh,
            .tooManyBlocks, .tooManyItems, .textTooLong, .tooManyPages, .outOfMemory, .writing:
            nil
        }
    }
}

extension Unicode.Scalar {
    fileprivate var codePointName: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

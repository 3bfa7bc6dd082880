internal import PDFWriting

/// A line of the flow: text, perhaps with a label on the same baseline.
struct Row {
    /// A list's number or a reference's name, set before `line`.
    var label: Int?
    var line: Int?
    /// The lines of a table's cells, instead of both.
    var cells: [Int] = []
    /// The headings of the table it belongs to, line by line; shown when a page begins with it.
    var headings: [[Int]] = []
    var height = PageFormat.leading
    /// Between blocks; not wanted at the top of a page.
    var spaceBefore = Length.zero
    /// For a signature, besides `spaceBefore`; wanted at the top of a page, too.
    var signatureRoom = Length.zero
    /// What is left of it when a page can be saved.
    var signatureRoomMin = Length.zero
    /// Whether a page may begin with this row.
    var mayStartPage = true
}

/// A line with its place on one page.
struct PlacedLine {
    var line: Int
    var y: Length
}

/// Turns the blocks of a document into rows, and addresses into placed lines.
struct LetterLayout {
    let setter: TextSetter
    var structure = StructureTree()
    var rows: [Row] = []
    /// Addresses, on the first page.
    var fixed: [PlacedLine] = []
    private(set) var pictures: [SetPicture] = []
    var flowTop = PageFormat.top
    var hasWindow = false

    private let isReduced: Bool
    var hasSender = false
    private(set) var type = Document.TypeSize.letter.measures(isReduced: false)
    private var hasHeading = false
    /// The first row of the block before.
    private var blockStart = 0
    var keepsWithNext = false
    /// Whether the last block belongs to the head of a letter: date, mention, subject or references.
    private var endsHead = false

    /// - Parameter isReduced: whether the type of a letter is a little smaller than usual, to save a page.
    init(setter: TextSetter, isReduced: Bool = false) {
        self.setter = setter
        self.isReduced = isReduced
    }

    /// Lays out all blocks.
    mutating func add(_ document: Document) throws(TypesettingError) {
        guard document.entries.count <= Limits.blocksMax
        else { throw .tooManyBlocks(blocks: document.entries.count, blocksMax: Limits.blocksMax) }
        for (label, text) in [
            ("title", document.title), ("author", document.author), ("language", document.language),
        ] where text.unicodeScalars.count > Limits.titleMax {
            throw .textTooLong(
                label: label, characters: text.unicodeScalars.count, charactersMax: Limits.titleMax)
        }
        setter.begin(document)
        type = document.typeSize.measures(isReduced: isReduced)
        for entry in document.entries {
            try add(entry)
            endsHead = entry.block.isHead
        }
    }

    private mutating func add(_ entry: Document.Entry) throws(TypesettingError) {
        let label = entry.label
        let start = rows.count
        defer { blockStart = start }
        switch entry.block {
        case .sender(let lines): try addSender(lines, label: label)
        case .recipientWindow(let lines): try addRecipient(lines, label: label)
        case .placeAndDate(let text):
            let width = PageFormat.left + PageFormat.measure - PageFormat.windowX
            try addText(
                [.regular(text)], spaceBefore: .zero, x: PageFormat.windowX, measure: width, style: .ragged,
                label: label)
            keepsWithNext = true
        case .mention(let text):
            try addText([.bold(text)], spaceBefore: .points(14), style: .ragged, label: label)
            keepsWithNext = true
        case .subject(let text):
            hasHeading = true
            try addText([.bold(text)], role: .heading, spaceBefore: .points(14), style: .ragged, label: label)
            keepsWithNext = true
        case .heading(let text):
            // Without a subject the first heading is the highest: levels are not skipped.
            try addText(
                [.bold(text)], role: hasHeading ? .subheading : .heading,
                spaceBefore: rows.isEmpty ? .zero : .points(10), style: .ragged, label: label)
            hasHeading = true
            keepsWithNext = true
        case .references(let references): try addReferences(references, label: label)
        case .paragraph(let inlines):
            try addText(inlines, spaceBefore: spaceBeforeParagraph, label: label)
        case .table(let table): try addTable(table, label: label)
        case .list(let style, let items): try addList(style, items, label: label)
        case .signature(let name, let space, let picture):
            try addSignature(name, space: space, picture: picture, label: label)
        case .enclosures(let title, let items): try addEnclosures(title, items, label: label)
        case .spacer(let height):
            try check(space: height, label: label)
            rows.append(Row(height: height, mayStartPage: false))
        }
    }

    // MARK: Text

    private mutating func addText(
        _ inlines: [Inline], role: StructureTree.Role = .paragraph, spaceBefore: Length,
        x: Length = PageFormat.left, measure: Length = PageFormat.measure,
        style: LineBreaker.Style = .justified, label: String
    ) throws(TypesettingError) {
        let shape = TextSetter.Shape(
            x: x, measure: measure, size: type.size, style: style,
            purpose: .element(structure.add(role), role), label: label)
        addRows(try setter.set(inlines, shape), spaceBefore: spaceBefore)
    }

    /// Adds lines as rows; neither the first nor the last stands alone on a page.
    private mutating func addRows(_ lines: Range<Int>, labels: Range<Int> = 0..<0, spaceBefore: Length) {
        let count = max(lines.count, labels.count)
        for index in 0..<count {
            var row = Row(height: type.leading)
            row.label = index < labels.count ? labels.lowerBound + index : nil
            row.line = index < lines.count ? lines.lowerBound + index : nil
            row.spaceBefore = index == 0 ? type.scaled(spaceBefore) : .zero
            row.mayStartPage = index == 0 ? !keepsWithNext : index > 1 && index < count - 1
            rows.append(row)
        }
        keepsWithNext = false
    }

    private mutating func addReferences(_ references: [Reference], label: String) throws(TypesettingError) {
        guard !references.isEmpty else { return }
        try check(items: references.count, label: label)
        var shape = TextSetter.Shape(
            x: PageFormat.left, measure: .millimetres(60), size: type.size, style: .ragged,
            purpose: .layout, label: label)
        let table = structure.add(.table)
        var cells: [StructureTree.Element] = []
        var names: [Range<Int>] = []
        var widest = Length.zero
        for reference in references {
            let row = structure.add(.tableRow, under: table)
            let name = structure.add(.headerCell, under: row, attribute: .namesRow)
            cells.append(structure.add(.dataCell, under: row))
            shape.purpose = .element(name, .headerCell)
            names.append(try setter.set([.regular(reference.label)], shape))
            for line in names[names.count - 1] { widest = max(widest, setter.width(of: line)) }
        }
        shape.x = PageFormat.left + widest + .millimetres(4)
        shape.measure = PageFormat.left + PageFormat.measure - shape.x
        for (index, reference) in references.enumerated() {
            shape.purpose = .element(cells[index], .dataCell)
            let values = try setter.set([.regular(reference.value)], shape)
            keepsWithNext = keepsWithNext || index > 0
            addRows(values, labels: names[index], spaceBefore: index == 0 ? spaceBeforeParagraph : .zero)
        }
        keepsWithNext = true
    }

    /// - Returns: the first row of each item.
    @discardableResult
    private mutating func addList(
        _ style: ListStyle, _ items: [[Inline]], label: String
    ) throws(TypesettingError) -> [Int] {
        try check(items: items.count, label: label)
        guard !items.isEmpty else { return [] }
        let list = structure.add(.list, attribute: style == .numbered ? .isNumbered : nil)
        let indent = Length.tenths(indent(of: style, items: items.count))
        // The sentence that announces a list stays with it.
        keepsWithNext = !rows.isEmpty
        var starts: [Int] = []
        for (index, item) in items.enumerated() {
            starts.append(rows.count)
            let parent = structure.add(.listItem, under: list)
            let mark = style.mark(at: index)
            var shape = TextSetter.Shape(
                x: PageFormat.left + .millimetres(2), measure: indent, size: type.size,
                purpose: .element(structure.add(.label, under: parent), .label), label: label, spaces: false)
            let marker = try setter.setLine(mark, shape)
            shape.purpose = .element(structure.add(.listBody, under: parent), .listBody)
            shape.x += indent
            shape.measure = PageFormat.left + PageFormat.measure - shape.x
            shape.spaces = true
            addRows(
                try setter.set(item, shape), labels: marker..<(marker + 1),
                spaceBefore: .points(index == 0 ? 4 : 3))
        }
        return starts
    }

    // MARK: The end of a letter

    private mutating func addSignature(
        _ name: String, space: Length, picture: Picture?, label: String
    ) throws(TypesettingError) {
        try check(space: space, label: label)
        keepClosingTogether()
        keepsWithNext = !rows.isEmpty
        var pictureRoom: Length?
        if let picture {
            let set = try SetPicture(
                picture, element: structure.add(.figure, attribute: .alternative(picture.alternative)),
                line: setter.lines.count, label: label)
            pictures.append(set)
            pictureRoom = set.height
        }
        let first = rows.count
        let width = PageFormat.left + PageFormat.measure - PageFormat.windowX
        try addText(
            [.regular(name)], spaceBefore: .points(7), x: PageFormat.windowX, measure: width,
            style: .ragged, label: label)
        rows[first].signatureRoom = pictureRoom ?? space
        rows[first].signatureRoomMin = pictureRoom ?? Self.roomMin(of: space)
    }

    /// A little less, but not less than is needed to sign.
    private static func roomMin(of space: Length) -> Length {
        max(min(space, PageFormat.signatureRoomMin), space - .millimetres(5))
    }

    /// A page that begins near the signature begins with two lines of text above the closing formula, or two lines of it.
    private mutating func keepClosingTogether() {
        let closing = rows.count - blockStart
        // A longer paragraph keeps its last two lines together by itself.
        guard (1...4).contains(closing) else { return }
        for index in max(1, blockStart - 1)..<max(1, rows.count) { rows[index].mayStartPage = false }
    }

    private mutating func addEnclosures(
        _ title: String, _ items: [String], label: String
    ) throws(TypesettingError) {
        keepsWithNext = !rows.isEmpty
        try addText([.regular(title)], spaceBefore: .points(21), style: .ragged, label: label)
        let starts = try addList(.dashed, items.map { [.regular($0)] }, label: label)
        // No item stands alone: not the first at the foot of a page, nor the last at the top of the next.
        for start in [starts.dropFirst().first, starts.last] {
            if let start { rows[start].mayStartPage = false }
        }
    }

    /// Half a line between paragraphs, a whole one under the head of a letter.
    private var spaceBeforeParagraph: Length {
        if rows.isEmpty { return .zero }
        return endsHead ? .points(14) : .points(7)
    }

    /// How far the text of an item stands from its mark, in tenths of a millimetre; the gap between them is small
    /// enough for readers to see one line.
    private func indent(of style: ListStyle, items: Int) -> Int {
        switch style {
        case .dashed: 45
        case .boxes: 55
        case .numbered: items < 10 ? 55 : items < 100 ? 75 : 120
        }
    }

    private func check(space: Length, label: String) throws(TypesettingError) {
        let heightMax = Length.millimetres(200)
        guard (Length.zero...heightMax).contains(space) else {
            throw .spaceTooHigh(
                label: label, height: space.tenthsOfMillimetre, heightMax: heightMax.tenthsOfMillimetre)
        }
    }

    func check(items: Int, label: String) throws(TypesettingError) {
        guard items <= Limits.blocksMax
        else { throw .tooManyItems(label: label, items: items, itemsMax: Limits.blocksMax) }
    }
}

extension Block {
    fileprivate var isHead: Bool {
        switch self {
        case .sender, .recipientWindow, .placeAndDate, .mention, .subject, .references: true
        case .paragraph, .list, .table, .heading, .signature, .enclosures, .spacer: false
        }
    }
}

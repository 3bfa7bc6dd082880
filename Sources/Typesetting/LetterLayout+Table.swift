internal import PDFWriting

extension LetterLayout {
    /// The gap between two columns.
    private static let columnGap = Length.millimetres(4)
    /// Cells of more lines may be broken over two pages.
    private static let unbrokenLinesMax = 8

    /// Sets a table under a row of headings, which a page that goes on with it shows again.
    mutating func addTable(_ table: Table, label: String) throws(TypesettingError) {
        try check(items: table.rows.count, label: label)
        guard table.headings.count <= Limits.columnsMax else {
            throw .tooManyColumns(
                label: label, columns: table.headings.count, columnsMax: Limits.columnsMax)
        }
        guard !table.headings.isEmpty, !table.rows.isEmpty else { return }
        for (index, row) in table.rows.enumerated() where row.count != table.headings.count {
            throw .irregularTable(label: label, row: index + 1)
        }
        let columns = try columns(of: table, label: label)
        let element = structure.add(.table)
        // The sentence that announces a table stays with it.
        keepsWithNext = !rows.isEmpty
        _ = try addTableRow(
            table.headings, in: columns, under: element, isHeading: true, spaceBefore: .points(4),
            label: label)
        let again = try repeated(table.headings, in: columns, label: label)
        keepsWithNext = true
        for (index, cells) in table.rows.enumerated() {
            let range = try addTableRow(
                cells, in: columns, under: element, isHeading: false, spaceBefore: .points(3), label: label)
            // No row stands alone: not the first at the foot of a page, nor the last at the top of the next.
            if index == 1 || index == table.rows.count - 1 { rows[range.lowerBound].mayStartPage = false }
            for place in range { rows[place].headings = again }
        }
    }

    /// Where each column is.
    private func columns(
        of table: Table, label: String
    ) throws(TypesettingError) -> [(x: Length, measure: Length)] {
        let shape = TextSetter.Shape(
            x: .zero, measure: .kilometre, size: type.size, style: .ragged, purpose: .layout, label: label)
        var needs: [Int] = []
        for (column, heading) in table.headings.enumerated() {
            var widest = try setter.width(of: heading, face: .bold, shape)
            for row in table.rows {
                widest = max(widest, try setter.width(of: row[column], face: .regular, shape))
            }
            needs.append(widest.centipoints + 1)
        }
        let gaps = Self.columnGap.centipoints * (needs.count - 1)
        var x = PageFormat.left
        return TableColumns.widths(needs: needs, room: PageFormat.measure.centipoints - gaps).map { width in
            defer { x += Length(centipoints: width) + Self.columnGap }
            return (x, Length(centipoints: width))
        }
    }

    /// - Returns: its lines among the rows of the document.
    private mutating func addTableRow(
        _ texts: [String], in columns: [(x: Length, measure: Length)], under table: StructureTree.Element,
        isHeading: Bool, spaceBefore: Length, label: String
    ) throws(TypesettingError) -> Range<Int> {
        let parent = structure.add(.tableRow, under: table)
        var cells: [Range<Int>] = []
        for (text, column) in zip(texts, columns) {
            let role = isHeading ? StructureTree.Role.headerCell : .dataCell
            let cell = structure.add(role, under: parent, attribute: isHeading ? .namesColumn : nil)
            let shape = TextSetter.Shape(
                x: column.x, measure: column.measure, size: type.size, style: .ragged,
                purpose: .element(cell, role), label: label)
            cells.append(try setter.set([isHeading ? .bold(text) : .regular(text)], shape))
        }
        let count = cells.map(\.count).max() ?? 0
        let first = rows.count
        for index in 0..<count {
            var row = Row(height: type.leading)
            row.cells = cells.compactMap { index < $0.count ? $0.lowerBound + index : nil }
            row.spaceBefore = index == 0 ? type.scaled(spaceBefore) : .zero
            row.mayStartPage =
                index == 0 ? !keepsWithNext : count > Self.unbrokenLinesMax && index > 1 && index < count - 1
            rows.append(row)
        }
        keepsWithNext = false
        return first..<rows.count
    }

    /// The headings once more, as an artifact: who listens to the table has heard them.
    private func repeated(
        _ headings: [String], in columns: [(x: Length, measure: Length)], label: String
    ) throws(TypesettingError) -> [[Int]] {
        var lines: [[Int]] = []
        for (heading, column) in zip(headings, columns) {
            let shape = TextSetter.Shape(
                x: column.x, measure: column.measure, size: type.size, style: .ragged, purpose: .pagination,
                label: label)
            for (index, line) in try setter.set([.bold(heading)], shape).enumerated() {
                if index == lines.count { lines.append([]) }
                lines[index].append(line)
            }
        }
        return lines
    }
}

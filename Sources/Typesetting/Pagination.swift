internal import PDFWriting

/// Distributes rows over pages.
enum Pagination {
    /// - Parameters:
    ///   - fixed: lines that have their place on the first page already.
    ///   - flowTop: where the rows begin on the first page.
    ///   - closeness: how much the space between them is reduced.
    /// - Returns: the lines of each page, at least one page.
    /// - Throws: `TypesettingError.tooManyPages`.
    /// - Complexity: O(rows).
    static func pages(
        of rows: [Row], fixed: [PlacedLine], flowTop: Length, closeness: Closeness = .normal
    ) throws(TypesettingError) -> [[PlacedLine]] {
        var pages: [[PlacedLine]] = []
        var start = 0
        repeat {
            guard pages.count < Limits.pagesMax
            else { throw .tooManyPages(pages: pages.count + 1, pagesMax: Limits.pagesMax) }
            let isFirst = pages.isEmpty
            var y = isFirst ? flowTop : PageFormat.top
            var baselines: [Length] = []
            var page = isFirst ? fixed : []
            if !isFirst {
                for line in rows[start].headings {
                    y += rows[start].height
                    page += line.map { PlacedLine(line: $0, y: y) }
                }
            }
            while start + baselines.count < rows.count {
                let row = rows[start + baselines.count]
                let space = closeness.space(
                    above: row, atTop: baselines.isEmpty && !isFirst && row.headings.isEmpty)
                let next = y + space + row.height
                // A first page may hold addresses alone; any row fits a page without them.
                if next > PageFormat.lowestBaseline && (isFirst || !baselines.isEmpty) { break }
                y = next
                baselines.append(y)
            }
            let count = rowsToKeep(from: start, fitting: baselines.count, of: rows)
            for index in 0..<count {
                let row = rows[start + index]
                let y = baselines[index]
                for cell in row.cells { page.append(PlacedLine(line: cell, y: y)) }
                if let label = row.label { page.append(PlacedLine(line: label, y: y)) }
                if let line = row.line { page.append(PlacedLine(line: line, y: y)) }
            }
            pages.append(page)
            start += count
        } while start < rows.count
        return pages
    }

    /// How many of the rows that fit are kept, so that the next page begins where it may.
    ///
    /// When no row of the page may begin one, as in a block longer than a page, all that fit are kept.
    private static func rowsToKeep(from start: Int, fitting count: Int, of rows: [Row]) -> Int {
        guard count > 0, start + count < rows.count else { return count }
        return (1...count).last { rows[start + $0].mayStartPage } ?? count
    }
}

internal import PDFWriting

/// The recipient's address inside the rectangle that window envelopes show.
///
/// - Source: NF Z 10-011 for the lines; the rectangle is x 110 to 195 mm, y 55 to 83 mm.
struct AddressWindow {
    let lines: [String]
    let label: String

    /// Sets the address in the largest type in which every line fits.
    ///
    /// - Throws: `TypesettingError.addressTooManyLines`, `.emptyAddressLine`, and `.addressLineTooWide` for the first
    ///   line that does not fit in the smallest type.
    func place(
        with setter: TextSetter, element: StructureTree.Element
    ) throws(TypesettingError) -> [PlacedLine] {
        try checkLines()
        let sizes = PageFormat.windowSizes
        for size in sizes.dropLast() {
            let set = try set(size, with: setter, element: element)
            if firstTooWide(set, in: setter) == nil { return place(set, size: size) }
        }
        let smallest = sizes[sizes.count - 1]
        let set = try set(smallest, with: setter, element: element)
        if let index = firstTooWide(set, in: setter) {
            throw .addressLineTooWide(
                label: label, line: index + 1, width: setter.width(of: set[index]).tenthsOfMillimetre,
                widthMax: PageFormat.windowWidth.tenthsOfMillimetre)
        }
        return place(set, size: smallest)
    }

    private func checkLines() throws(TypesettingError) {
        guard lines.count <= Limits.recipientLinesMax else {
            throw .addressTooManyLines(label: label, lines: lines.count, linesMax: Limits.recipientLinesMax)
        }
        for (index, line) in lines.enumerated() where line.unicodeScalars.allSatisfy({ $0 == " " }) {
            throw .emptyAddressLine(label: label, line: index + 1)
        }
    }

    private func set(
        _ size: Length, with setter: TextSetter, element: StructureTree.Element
    ) throws(TypesettingError) -> [Int] {
        let shape = TextSetter.Shape(
            x: PageFormat.windowX, measure: PageFormat.windowWidth, size: size, style: .ragged,
            purpose: .element(element, .paragraph), label: label, spaces: false)
        var set: [Int] = []
        for line in lines { set.append(try setter.setLine(line, shape)) }
        return set
    }

    private func firstTooWide(_ set: [Int], in setter: TextSetter) -> Int? {
        set.firstIndex { setter.width(of: $0) > PageFormat.windowWidth }
    }

    private func place(_ set: [Int], size: Length) -> [PlacedLine] {
        let isSeven = set.count > 6
        let pitch = isSeven ? PageFormat.windowPitchOfSeven : PageFormat.windowPitch
        // Liberation's accented capitals reach 0.91 em above the baseline; with room to spare they get 1.1.
        let first = PageFormat.windowTop + size.ofEm(thousandths: isSeven ? 910 : 1100)
        return set.enumerated().map { index, line in PlacedLine(line: line, y: first + pitch * index) }
    }
}

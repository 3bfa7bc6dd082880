internal import PDFWriting

/// A picture that stands above a line of text and goes where that line goes.
struct SetPicture {
    let picture: Picture
    let element: StructureTree.Element
    /// In the setter's list: the line below the picture.
    let line: Int
    let width: Length
    let height: Length

    /// From the lower edge of the picture to the baseline of the line below.
    private static let distance = Length.points(13)

    /// Scales the picture into the box of a signature, its proportions kept; a pixel is never larger than a point.
    ///
    /// - Throws: `TypesettingError.pictureWithoutWords`, `.textTooLong`.
    init(
        _ picture: Picture, element: StructureTree.Element, line: Int, label: String
    ) throws(TypesettingError) {
        let characters = picture.alternative.unicodeScalars.count
        guard picture.alternative.unicodeScalars.contains(where: { $0 != " " })
        else { throw .pictureWithoutWords(label: label) }
        guard characters <= Limits.titleMax
        else { throw .textTooLong(label: label, characters: characters, charactersMax: Limits.titleMax) }
        self.picture = picture
        self.element = element
        self.line = line
        let (columns, rows) = (picture.image.width, picture.image.height)
        let box = (
            width: min(PageFormat.pictureWidthMax, .points(columns)),
            height: min(PageFormat.pictureHeightMax, .points(rows))
        )
        // Multiplied across, so that nothing is rounded before the end.
        if columns * box.height.centipoints >= rows * box.width.centipoints {
            width = box.width
            height = Length(centipoints: max(1, box.width.centipoints * rows / columns))
        } else {
            width = Length(centipoints: max(1, box.height.centipoints * columns / rows))
            height = box.height
        }
    }

    /// The left edge.
    var x: Length { PageFormat.windowX }

    /// The upper edge, for a line whose baseline is at `y`.
    func top(above y: Length) -> Length { y - Self.distance - height }

    /// Where the picture stands on a page of these lines; nil when it is on another.
    func record(on page: [PlacedLine]) -> LayoutRecord.Rectangle? {
        guard let y = page.first(where: { $0.line == line })?.y else { return nil }
        return LayoutRecord.Rectangle(
            left: x.tenthsOfMillimetre, top: top(above: y).tenthsOfMillimetre,
            right: (x + width).tenthsOfMillimetre, bottom: (top(above: y) + height).tenthsOfMillimetre)
    }
}

internal import PDFWriting

extension LetterLayout {
    mutating func addSender(_ lines: [String], label: String) throws(TypesettingError) {
        guard !hasSender, !hasWindow, rows.isEmpty else { throw .blockOutOfPlace(label: label) }
        guard lines.count <= Limits.senderLinesMax else {
            throw .addressTooManyLines(label: label, lines: lines.count, linesMax: Limits.senderLinesMax)
        }
        hasSender = true
        let element = structure.add(.paragraph)
        var y = PageFormat.top
        for line in try setSender(lines, element: element, label: label).joined() {
            y += PageFormat.senderPitch
            fixed.append(PlacedLine(line: line, y: y))
        }
        guard fixed.count <= Limits.senderBrokenLinesMax else {
            throw .addressTooManyLines(
                label: label, lines: fixed.count, linesMax: Limits.senderBrokenLinesMax)
        }
        guard !lines.isEmpty else { return }
        flowTop = max(flowTop, y + .millimetres(6))
    }

    /// Sets the sender in the largest type in which no line is broken; in the text's when none is small enough.
    private func setSender(
        _ lines: [String], element: StructureTree.Element, label: String
    ) throws(TypesettingError) -> [Range<Int>] {
        var shape = TextSetter.Shape(
            x: PageFormat.left, measure: PageFormat.senderMeasure, size: PageFormat.bodySize, style: .ragged,
            purpose: .element(element, .paragraph), label: label, spaces: false)
        var inTextSize: [Range<Int>] = []
        for size in PageFormat.senderSizes {
            shape.size = size
            var set: [Range<Int>] = []
            for text in lines { set.append(try setter.set([.regular(text)], shape)) }
            if set.allSatisfy({ $0.count == 1 }) { return set }
            if size == PageFormat.bodySize { inTextSize = set }
        }
        return inTextSize
    }

    mutating func addRecipient(_ lines: [String], label: String) throws(TypesettingError) {
        guard !hasWindow, rows.isEmpty else { throw .blockOutOfPlace(label: label) }
        hasWindow = true
        let window = AddressWindow(lines: lines, label: label)
        fixed += try window.place(with: setter, element: structure.add(.paragraph))
        flowTop = max(flowTop, PageFormat.flowTopUnderWindow)
    }
}

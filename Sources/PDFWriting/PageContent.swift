/// What one page shows, in the order in which it is read.
///
/// Every line of text and every rule stands inside a `begin` and `end`: it belongs to an element of the
/// structure or is an artifact, which a screen reader leaves out.
public struct PageContent: Sendable {
    /// What a piece of content is for a screen reader.
    public enum Purpose: Hashable, Sendable {
        case element(StructureTree.Element, StructureTree.Role)
        /// Page numbers and the like.
        case pagination
        /// Marks that help to fold or cut the sheet.
        case layout
    }

    /// A rectangle, from the lower left corner of the page.
    struct Frame: Hashable, Sendable {
        let left: Length
        let bottom: Length
        let width: Length
        let height: Length
    }

    let width: Length
    let height: Length
    private(set) var stream: ByteBuffer
    /// By face.
    private(set) var usedGlyphs: [GlyphSet]
    /// By marked-content number.
    private(set) var marks: [StructureTree.Element] = []
    /// The pictures of the page, by the number in their name.
    private(set) var images: [RasterImage] = []
    /// Where the elements with pictures stand.
    private(set) var frames: [StructureTree.Element: Frame] = [:]

    private var isInText = false
    private var isInString = false
    private var pendingMove = 0
    private var face: Int?
    private var size = Length.zero
    private var lineStart: (x: Length, y: Length) = (.zero, .zero)

    /// - Parameter fonts: the same, in the same order, as the writer's.
    public init(width: Length, height: Length, fonts: [FontFile]) {
        self.width = width
        self.height = height
        stream = ByteBuffer(capacity: 16 * 1024)
        usedGlyphs = fonts.map { GlyphSet(glyphCount: $0.glyphCount) }
    }

    /// Starts a piece of content; the one before must have been ended.
    ///
    /// - Parameter text: what is copied and read aloud instead of the glyphs of an element's piece (ISO 32000-1, 14.9.4).
    public mutating func begin(_ purpose: Purpose, readAs text: Unicode.Scalar? = nil) {
        switch purpose {
        case .element(let element, let role):
            stream.append("/")
            stream.append(text: role.rawValue)
            stream.append("<</MCID ")
            stream.append(number: marks.count)
            if let text {
                stream.append("/ActualText")
                stream.append(textString: String(text))
            }
            stream.append(">>BDC\n")
            marks.append(element)
        case .pagination: stream.append("/Artifact<</Type/Pagination>>BDC\n")
        case .layout: stream.append("/Artifact<</Type/Layout>>BDC\n")
        }
    }

    /// Ends the piece of content that `begin` started.
    public mutating func end() {
        endText()
        stream.append("EMC\n")
    }

    /// Starts a line of text.
    ///
    /// - Parameters:
    ///   - x: from the left edge of the page.
    ///   - y: of the baseline, from the upper edge of the page.
    public mutating func startLine(x: Length, y: Length) {
        if !isInText {
            stream.append("BT\n")
            isInText = true
            lineStart = (.zero, height)
        }
        stream.append(points: x - lineStart.x)
        stream.append(" ")
        stream.append(points: lineStart.y - y)
        stream.append(" Td\n")
        lineStart = (x, y)
    }

    /// Chooses the type for what follows; call it between `startLine` or `endRun` and `startRun`.
    public mutating func setType(face: Int, size: Length) {
        guard face != self.face || size != self.size else { return }
        self.face = face
        self.size = size
        stream.append("/F")
        stream.append(number: face)
        stream.append(" ")
        stream.append(points: size)
        stream.append(" Tf\n")
    }

    /// Starts a run of glyphs in one face.
    public mutating func startRun() { stream.append("[") }

    /// Shows glyphs one after another.
    ///
    /// - Parameter kerns: as many as there are glyphs; what to add to the way after each, in 1/1000 em.
    public mutating func show(_ glyphs: Span<UInt16>, kerns: Span<Int16>) {
        guard let face else { preconditionFailure("show() without setType()") }
        usedGlyphs[face].insert(glyphs)
        for index in glyphs.indices {
            put(glyphs[index])
            pendingMove += Int(kerns[index])
        }
    }

    /// Shows one glyph.
    public mutating func show(_ glyph: UInt16) {
        guard let face else { preconditionFailure("show() without setType()") }
        usedGlyphs[face].insert(glyph)
        put(glyph)
    }

    /// Moves on by `thousandths` of an em without showing anything.
    public mutating func move(thousandths: Int) { pendingMove += thousandths }

    /// Ends a run of glyphs.
    public mutating func endRun() {
        flushMove()
        if isInString { stream.append(")") }
        isInString = false
        stream.append("]TJ\n")
    }

    /// Draws a straight black line.
    public mutating func rule(
        from start: (x: Length, y: Length), to end: (x: Length, y: Length), thickness: Length
    ) {
        endText()
        stream.append(points: thickness)
        stream.append(" w ")
        stream.append(points: start.x)
        stream.append(" ")
        stream.append(points: height - start.y)
        stream.append(" m ")
        stream.append(points: end.x)
        stream.append(" ")
        stream.append(points: height - end.y)
        stream.append(" l S\n")
    }

    /// Draws a picture; it fills the frame, so the caller keeps the proportions.
    ///
    /// - Parameters:
    ///   - element: the element that the piece of content belongs to.
    ///   - x: of the left edge, from the left edge of the page.
    ///   - y: of the upper edge, from the upper edge of the page.
    public mutating func draw(
        _ image: RasterImage, for element: StructureTree.Element, x: Length, y: Length, width: Length,
        height frameHeight: Length
    ) {
        endText()
        let frame = Frame(left: x, bottom: height - y - frameHeight, width: width, height: frameHeight)
        let turn = image.turn.matrix
        stream.append("q ")
        for part in [width * turn.a, frameHeight * turn.b, width * turn.c, frameHeight * turn.d] {
            stream.append(points: part)
            stream.append(" ")
        }
        stream.append(points: frame.left + width * turn.e)
        stream.append(" ")
        stream.append(points: frame.bottom + frameHeight * turn.f)
        stream.append(" cm /I")
        let place = images.firstIndex(of: image) ?? images.count
        if place == images.count { images.append(image) }
        stream.append(number: place)
        stream.append(" Do Q\n")
        frames[element] = frame
    }

    @inline(__always)
    private mutating func put(_ glyph: UInt16) {
        if pendingMove != 0 { flushMove() }
        if !isInString {
            stream.append(UInt8(ascii: "("))
            isInString = true
        }
        stream.append(escaped: UInt8(truncatingIfNeeded: glyph >> 8))
        stream.append(escaped: UInt8(truncatingIfNeeded: glyph))
    }

    private mutating func flushMove() {
        guard pendingMove != 0 else { return }
        if isInString { stream.append(UInt8(ascii: ")")) }
        isInString = false
        stream.append(number: -pendingMove)
        pendingMove = 0
    }

    private mutating func endText() {
        guard isInText else { return }
        stream.append("ET\n")
        isInText = false
    }
}

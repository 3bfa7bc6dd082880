internal import PDFWriting

/// Lines in which something runs from right to left.
///
/// Glyphs stand where they are seen and are written in the order in which they are read: whoever copies the text, or has
/// it read aloud, gets it as it was typed.
extension PagePainter {
    /// A word or a gap of a line, with its place.
    private struct Part {
        /// The piece that it is, or that it follows.
        var piece: Int
        var isGap: Bool
        var level: UInt8
        /// - Unit: 1/1000 em.
        var width: Int
        var x = 0
    }

    func drawBidirectional(_ line: SetLine, y: Length, on page: inout PageContent) {
        var writer = Writer(line: line, y: y, page: page)
        let parts = placedParts(of: line)
        for part in parts {
            let piece = pieces[part.piece]
            let font = faces[Int(piece.face.rawValue)]
            writer.choose(piece.face)
            if part.isGap {
                writer.show(gapGlyph(after: piece, in: font), in: font, at: part.x)
            } else {
                show(piece, in: font, at: part.x, with: &writer)
            }
        }
        if let last = line.pieces.last {
            let end = parts.reduce(0) { $0 + $1.width }
            let font = faces[Int(pieces[last].face.rawValue)]
            writer.choose(pieces[last].face)
            if pieces[last].follower == .softHyphen { writer.show(font.hyphenGlyph, in: font, at: end) }
            if line.endsWithSpace { writer.show(font.spaceGlyph, in: font, at: end) }
        }
        page = writer.finish()
    }

    /// Words and gaps in the order of reading, each where it is seen.
    private func placedParts(of line: SetLine) -> [Part] {
        var parts: [Part] = []
        var (slack, gaps) = (line.slack, line.gaps)
        for index in line.pieces {
            let piece = pieces[index]
            let cache = caches[Int(piece.face.rawValue)]
            let width = Int(cache.entries[piece.entry].width)
            parts.append(Part(piece: index, isGap: false, level: piece.level, width: width))
            guard index + 1 < line.pieces.upperBound, piece.follower.isSpace else { continue }
            let share = piece.follower == .narrowNoBreakSpace ? 0 : share(of: &slack, &gaps)
            let way = gapWidth(after: index) + share
            parts.append(Part(piece: index, isGap: true, level: piece.gapLevel, width: way))
        }
        var x = 0
        for place in Bidirection.visualOrder(of: parts.map(\.level)) {
            parts[place].x = x
            x += parts[place].width
        }
        return parts
    }

    private func gapWidth(after index: Int) -> Int {
        let piece = pieces[index]
        let face = faces[Int(piece.face.rawValue)]
        switch piece.follower {
        case .join, .afterHyphen, .softHyphen, .anywhere, .lineEnd: return 0
        case .narrowNoBreakSpace: return FontFace.narrowWidth
        case .noBreakSpace: return face.noBreakWidth
        case .space: return face.spaceWidth + kern(after: index)
        }
    }

    private func gapGlyph(after piece: Piece, in font: FontFace) -> UInt16 {
        piece.follower == .space ? font.spaceGlyph : font.noBreakGlyph
    }

    /// Shows a word: its glyphs lie from left to right in the cache, whichever way it is read.
    private func show(_ piece: Piece, in font: FontFace, at x: Int, with writer: inout Writer) {
        let cache = caches[Int(piece.face.rawValue)]
        let text = Array(cache.text(of: piece.entry))
        var glyphs: [(glyph: UInt16, x: Int)] = []
        var place = x
        cache.withGlyphs(of: piece.entry) { shaped, kerns in
            for index in shaped.indices {
                glyphs.append((shaped[index], place))
                place += font.width(of: shaped[index]) + Int(kerns[index])
            }
        }
        guard piece.isRightToLeft else {
            for item in glyphs { writer.show(item.glyph, in: font, at: item.x) }
            return
        }
        for (scalar, item) in zip(text, glyphs.reversed()) {
            // A mirrored bracket looks like its counterpart, and so its glyph would be read as that one.
            let mirrored = FontFace.mirrored(scalar)
            writer.show(item.glyph, in: font, at: item.x, readAs: mirrored == scalar ? nil : scalar)
        }
    }

    /// Puts glyphs anywhere on a line, keeping runs together as far as it can.
    private struct Writer {
        private let line: SetLine
        private let y: Length
        private var page: PageContent
        private var face: Face?
        private var isInRun = false
        /// Where the next glyph would stand by itself, in 1/1000 em.
        private var place = 0

        init(line: SetLine, y: Length, page: PageContent) {
            (self.line, self.y, self.page) = (line, y, page)
            self.page.startLine(x: line.x, y: y)
        }

        mutating func choose(_ face: Face) {
            guard face != self.face else { return }
            endRun()
            self.face = face
        }

        /// - Parameter scalar: what the glyph is read as, when that is not what it looks like.
        mutating func show(_ glyph: UInt16, in font: FontFace, at x: Int, readAs scalar: UInt32? = nil) {
            let scalar = scalar.flatMap(Unicode.Scalar.init)
            if let scalar { startPiece(readAs: scalar, at: x) }
            if !isInRun, let face {
                page.setType(face: Int(face.rawValue), size: line.size)
                page.startRun()
                isInRun = true
            }
            page.move(thousandths: x - place)
            page.show(glyph)
            place = x + font.width(of: glyph)
            if scalar != nil { startPiece(readAs: nil, at: place) }
        }

        /// Ends the piece of content and begins one of the same element.
        private mutating func startPiece(readAs scalar: Unicode.Scalar?, at x: Int) {
            endRun()
            page.end()
            page.begin(line.purpose, readAs: scalar)
            page.startLine(x: line.x + line.size.ofEm(thousandths: x), y: y)
            place = x
        }

        private mutating func endRun() {
            if isInRun { page.endRun() }
            isInRun = false
        }

        mutating func finish() -> PageContent {
            endRun()
            return page
        }
    }
}

extension Follower {
    /// Whether something is shown between the words of a line.
    fileprivate var isSpace: Bool {
        switch self {
        case .space, .noBreakSpace, .narrowNoBreakSpace: true
        case .join, .afterHyphen, .softHyphen, .anywhere, .lineEnd: false
        }
    }
}

internal import PDFWriting

/// Draws lines on a page.
///
/// It looks at the setter's tables as they are when it is made; it must be gone when the next document is set, which
/// would otherwise have to copy them.
struct PagePainter {
    let lines: [SetLine]
    let pieces: [Piece]
    let faces: [FontFace]
    let caches: [ShapeCache]

    init(_ setter: TextSetter) {
        lines = setter.lines
        pieces = setter.pieces
        faces = setter.faces
        caches = setter.caches
    }

    /// Draws lines in their order; neighbours with one purpose make one piece of content.
    func draw(_ placedLines: [PlacedLine], pictures: [SetPicture] = [], on page: inout PageContent) {
        var open: PageContent.Purpose?
        for placed in placedLines {
            let line = lines[placed.line]
            if let picture = pictures.first(where: { $0.line == placed.line }) {
                if open != nil { page.end() }
                open = nil
                draw(picture, above: placed.y, on: &page)
            }
            if open != line.purpose {
                if open != nil { page.end() }
                page.begin(line.purpose)
                open = line.purpose
            }
            draw(line, y: placed.y, on: &page)
        }
        if open != nil { page.end() }
    }

    private func draw(_ picture: SetPicture, above y: Length, on page: inout PageContent) {
        page.begin(.element(picture.element, .figure))
        page.draw(
            picture.picture.image, for: picture.element, x: picture.x, y: picture.top(above: y),
            width: picture.width, height: picture.height)
        page.end()
    }

    private func draw(_ line: SetLine, y: Length, on page: inout PageContent) {
        guard let first = line.pieces.first else { return }
        guard !line.isBidirectional else { return drawBidirectional(line, y: y, on: &page) }
        page.startLine(x: line.x, y: y)
        var face = pieces[first].face
        // Taken out once for each face: taken out for each word, their reference counts would cost more than the drawing.
        var (font, cache) = (faces[Int(face.rawValue)], caches[Int(face.rawValue)])
        page.setType(face: Int(face.rawValue), size: line.size)
        page.startRun()
        var gapsLeft = line.gaps
        var slackLeft = line.slack
        for index in line.pieces {
            let piece = pieces[index]
            if piece.face != face {
                face = piece.face
                (font, cache) = (faces[Int(face.rawValue)], caches[Int(face.rawValue)])
                page.endRun()
                page.setType(face: Int(face.rawValue), size: line.size)
                page.startRun()
            }
            cache.withGlyphs(of: piece.entry) { page.show($0, kerns: $1) }
            if index + 1 == line.pieces.upperBound {
                drawEnd(of: line, piece: piece, in: font, on: &page)
            } else {
                drawGap(after: index, in: font, slack: &slackLeft, gaps: &gapsLeft, on: &page)
            }
        }
        page.endRun()
    }

    private func drawGap(
        after index: Int, in face: FontFace, slack: inout Int, gaps: inout Int, on page: inout PageContent
    ) {
        switch pieces[index].follower {
        case .join, .afterHyphen, .softHyphen, .anywhere, .lineEnd: break
        case .space:
            page.show(face.spaceGlyph)
            page.move(thousandths: kern(after: index) + share(of: &slack, &gaps))
        case .noBreakSpace:
            page.show(face.noBreakGlyph)
            page.move(thousandths: share(of: &slack, &gaps))
        case .narrowNoBreakSpace:
            // The font has no narrow one: the wide one, and back.
            page.show(face.noBreakGlyph)
            page.move(thousandths: FontFace.narrowWidth - face.noBreakWidth)
        }
    }

    /// What the words on both sides of a space take or give.
    func kern(after index: Int) -> Int {
        pieces[index].kern(before: pieces[index + 1])
    }

    private func drawEnd(of line: SetLine, piece: Piece, in face: FontFace, on page: inout PageContent) {
        if piece.follower == .softHyphen { page.show(face.hyphenGlyph) }
        if line.endsWithSpace { page.show(face.spaceGlyph) }
    }

    /// The part of a line's slack that falls to the next gap; what is left at the end is nothing.
    func share(of slack: inout Int, _ gaps: inout Int) -> Int {
        guard gaps > 0 else { return 0 }
        let part = slack / gaps
        slack -= part
        gaps -= 1
        return part
    }

    /// What a line says, with its spaces as characters.
    func text(of line: SetLine) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(160)
        for index in line.pieces {
            let piece = pieces[index]
            for value in caches[Int(piece.face.rawValue)].text(of: piece.entry) {
                Self.append(value, to: &text)
            }
            let isLast = index + 1 == line.pieces.upperBound
            switch piece.follower {
            case .join, .afterHyphen, .anywhere, .lineEnd: break
            case .softHyphen: if isLast { text.append(UInt8(ascii: "-")) }
            case .space: if !isLast { text.append(UInt8(ascii: " ")) }
            case .noBreakSpace: Self.append(StyledScalar.noBreakSpace, to: &text)
            case .narrowNoBreakSpace: Self.append(StyledScalar.narrowNoBreakSpace, to: &text)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func append(_ value: UInt32, to text: inout [UInt8]) {
        if value < 0x80 {
            text.append(UInt8(truncatingIfNeeded: value))
        } else if let scalar = Unicode.Scalar(value) {
            text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }
}

internal import PDFWriting

/// Turns text into lines: intake, spacing, shaping, breaking.
///
/// Keeps the shaped words from document to document, and nothing else. An object, so that its large tables are
/// never copied; the typesetter that made it is its only owner.
final class TextSetter {
    /// How a paragraph is set.
    struct Shape {
        var x: Length
        var measure: Length
        var size: Length
        var style: LineBreaker.Style = .justified
        var purpose: PageContent.Purpose
        /// What errors call it.
        var label: String
        /// Whether the French rules apply, if the document is French.
        var spaces = true
    }

    let faces: [FontFace]
    private(set) var caches: [ShapeCache]
    private(set) var pieces: [Piece] = []
    private(set) var lines: [SetLine] = []

    private var intake = TextIntake()
    private var isFrench = false
    private var curlsApostrophes = false
    private var characters = 0

    init(faces: [FontFace]) {
        self.faces = faces
        caches = faces.map { _ in ShapeCache() }
    }

    /// Forgets the lines of the document before.
    func begin(_ document: Document) {
        pieces.removeAll(keepingCapacity: true)
        lines.removeAll(keepingCapacity: true)
        for index in caches.indices {
            caches[index].trim(words: Limits.shapedWordsMax, scalars: Limits.shapedScalarsMax)
        }
        isFrench = document.isFrench
        curlsApostrophes = document.curlsApostrophes
        characters = 0
    }

    /// Sets a paragraph.
    ///
    /// - Returns: its lines, at least one.
    func set(_ inlines: [Inline], _ shape: Shape) throws(TypesettingError) -> Range<Int> {
        intake.clear()
        for inline in inlines {
            try check(inline, label: shape.label)
            switch inline {
            case .regular(let text): try intake.add(text, face: .regular, label: shape.label)
            case .bold(let text): try intake.add(text, face: .bold, label: shape.label)
            case .lineBreak: intake.addLineBreak()
            }
            guard intake.scalars.count <= Limits.paragraphMax else {
                throw .textTooLong(
                    label: shape.label, characters: intake.scalars.count, charactersMax: Limits.paragraphMax)
            }
        }
        characters += intake.scalars.count
        guard characters <= Limits.textMax else {
            throw .textTooLong(label: "document", characters: characters, charactersMax: Limits.textMax)
        }
        return try breakLines(shape)
    }

    /// Refuses a text that is far too long before anything is done with it.
    private func check(_ inline: Inline, label: String) throws(TypesettingError) {
        switch inline {
        case .regular(let text), .bold(let text):
            guard text.utf8.count <= Limits.paragraphMax * 4 else {
                throw .textTooLong(
                    label: label, characters: text.unicodeScalars.count, charactersMax: Limits.paragraphMax)
            }
        case .lineBreak: break
        }
    }

    /// Sets a line that is never broken; the caller checks its width.
    func setLine(_ text: String, face: Face = .regular, _ shape: Shape) throws(TypesettingError)
        -> Int
    {
        var wide = shape
        wide.measure = .kilometre
        wide.style = .ragged
        let inline: Inline = face == .bold ? .bold(text) : .regular(text)
        return try set([inline], wide).lowerBound
    }

    /// The width that a text has on one line; nothing of it stays in the document.
    func width(
        of text: String, face: Face, _ shape: Shape
    ) throws(TypesettingError) -> Length {
        let (pieceCount, lineCount, before) = (pieces.count, lines.count, characters)
        let width = width(of: try setLine(text, face: face, shape))
        pieces.removeSubrange(pieceCount...)
        lines.removeSubrange(lineCount...)
        characters = before
        return width
    }

    /// The width of a line on paper.
    func width(of line: Int) -> Length { lines[line].size.ofEm(thousandths: lines[line].width) }

    /// Moves a line of its own sideways.
    func move(line: Int, toX x: Length) { lines[line].x = x }

    private func breakLines(_ shape: Shape) throws(TypesettingError) -> Range<Int> {
        var text = FrenchSpacing.apply(
            to: intake.scalars, isFrench: isFrench && shape.spaces, curlsApostrophes: curlsApostrophes)
        if intake.isBidirectional { try Bidirection.setLevels(of: &text) }
        let measure = shape.measure.centipoints * 1000 / max(shape.size.centipoints, 1)
        let firstPiece = pieces.count
        try addPieces(of: text, measure: measure, label: shape.label)
        let found = LineBreaker(measure: measure, style: shape.style).lines(of: items(from: firstPiece))
        let firstLine = lines.count
        for line in found { add(line, firstPiece: firstPiece, measure: measure, shape) }
        return firstLine..<lines.count
    }

    private func addPieces(
        of text: [StyledScalar], measure: Int, label: String
    ) throws(TypesettingError) {
        for word in WordSplitter.words(in: text) {
            let piece = try piece(of: word, in: text, label: label)
            guard Int(piece.width) > measure else {
                pieces.append(piece)
                continue
            }
            for part in WordSplitter.pieces(of: word, in: text) {
                pieces.append(try self.piece(of: part, in: text, label: label))
            }
        }
    }

    private func piece(
        of word: WordSplitter.Word, in text: [StyledScalar], label: String
    ) throws(TypesettingError) -> Piece {
        let characters = text[word.range]
        let face = characters.first?.face ?? .regular
        let place = Int(face.rawValue)
        let hash = ShapeCache.hash(characters)
        let entry: Int
        if let known = caches[place].find(characters, hash: hash) {
            entry = known
        } else {
            let shaped = try faces[place].shape(characters, label: label)
            entry = caches[place].insert(characters, hash: hash, shape: shaped)
        }
        let shape = caches[place].entries[entry]
        let gapLevel = word.range.upperBound < text.count ? text[word.range.upperBound].level : 0
        return Piece(
            entry: entry, face: face, follower: word.follower, level: characters.first?.level ?? gapLevel,
            gapLevel: gapLevel, width: shape.width, kernAfterSpace: shape.kernAfterSpace,
            kernBeforeSpace: shape.kernBeforeSpace)
    }

    private func items(from firstPiece: Int) -> [LineBreaker.Item] {
        let (pieces, faces) = (pieces, faces)
        var items: [LineBreaker.Item] = []
        items.reserveCapacity(pieces.count - firstPiece)
        for index in firstPiece..<pieces.count {
            let piece = pieces[index]
            var item = LineBreaker.Item(
                width: Int(piece.width),
                gap: gap(after: piece, before: index + 1 < pieces.count ? pieces[index + 1] : nil))
            switch piece.follower {
            case .join, .narrowNoBreakSpace: break
            case .noBreakSpace: item.stretches = true
            case .space: (item.stretches, item.end) = (true, .allowed)
            case .afterHyphen: item.end = .hyphen
            case .softHyphen:
                (item.end, item.endWidth) = (.hyphen, faces[Int(piece.face.rawValue)].hyphenWidth)
            case .anywhere: item.end = .allowed
            case .lineEnd: item.end = .forced
            }
            items.append(item)
        }
        return items
    }

    private func add(_ line: LineBreaker.Line, firstPiece: Int, measure: Int, _ shape: Shape) {
        let range = (line.items.lowerBound + firstPiece)..<(line.items.upperBound + firstPiece)
        let end = pieces[range.upperBound - 1].follower
        let slack = measure - line.width
        // Spaces of more than twice their width look worse than a ragged line.
        let stretches =
            shape.style == .justified && line.gaps > 0
            && (slack < 0 || end != .lineEnd && slack <= line.gaps * LineBreaker.stretchUnit * 2)
        lines.append(
            SetLine(
                pieces: range, x: shape.x, size: shape.size, width: stretches ? measure : line.width,
                slack: stretches ? slack : 0, gaps: line.gaps,
                endsWithSpace: end == .space || end == .lineEnd,
                isBidirectional: intake.isBidirectional && pieces[range].contains { $0.level > 0 },
                purpose: shape.purpose))
    }

    /// The way from the end of a piece to the start of the next, unstretched, in 1/1000 em.
    private func gap(after piece: Piece, before next: Piece?) -> Int {
        switch piece.follower {
        case .join, .afterHyphen, .softHyphen, .anywhere, .lineEnd: return 0
        case .narrowNoBreakSpace: return FontFace.narrowWidth
        case .noBreakSpace: return faces[Int(piece.face.rawValue)].noBreakWidth
        case .space:
            return faces[Int(piece.face.rawValue)].spaceWidth + (next.map { piece.kern(before: $0) } ?? 0)
        }
    }
}

extension Document {
    var isFrench: Bool { language == "fr" || language.hasPrefix("fr-") }
}

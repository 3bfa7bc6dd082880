internal import PDFWriting

/// A document as it will be printed.
public struct RenderedDocument: Hashable, Sendable {
    /// The file; the same document gives the same bytes.
    public var pdf: [UInt8]
    public var pageCount: Int
}

/// Sets documents and writes them as PDF.
///
/// An engine that keeps fonts, shaped words and font subsets from one document to the next; none of that changes
/// what a document looks like or its bytes. One engine serves one thread at a time: it has one owner and cannot be
/// copied. Put it in a `Mutex` to share it.
///
/// Shaped words of earlier documents stay in memory, names of people among them. Make a new engine to forget them.
public struct Typesetter: ~Copyable {
    private let files: [FontFile]
    private var writer: PDFWriter
    private let setter: TextSetter

    /// Opens the fonts.
    ///
    /// - Throws: `TypesettingError.fontMissing` with the package to install, `.writing` when a font is damaged.
    public init(fonts: FontFolder = .liberation) throws(TypesettingError) {
        let files = try fonts.open()
        var faces: [FontFace] = []
        for file in files { faces.append(try FontFace(file)) }
        let writer: PDFWriter
        do { writer = try PDFWriter(fonts: files) } catch { throw .writing(error) }
        self.files = files
        self.writer = writer
        setter = TextSetter(faces: faces)
    }

    /// Sets a document and writes it.
    ///
    /// - Throws: `TypesettingError`: a character that cannot be set, an address that does not fit its window, a limit.
    /// - Complexity: O(text); the first document of a process takes some milliseconds longer.
    public mutating func render(_ document: Document) throws(TypesettingError) -> RenderedDocument {
        let set = try set(document)
        var draft = PDFDraft(title: document.title, author: document.author, language: document.language)
        draft.structure = set.layout.structure
        draft.attachments = document.attachments
        for (index, lines) in set.pages.enumerated() {
            var page = PageContent(width: PageFormat.width, height: PageFormat.height, fonts: files)
            set.painter.draw(lines, pictures: set.layout.pictures, on: &page)
            if index < set.footers.count { set.painter.draw([set.footers[index]], on: &page) }
            if index == 0 && set.layout.hasWindow { drawFoldMarks(on: &page) }
            draft.pages.append(page)
        }
        do {
            return RenderedDocument(pdf: try writer.write(draft), pageCount: set.pages.count)
        } catch {
            throw .writing(error)
        }
    }

    /// Sets a document and tells where everything stands, without writing it.
    ///
    /// - Throws: as `render`.
    public func layout(of document: Document) throws(TypesettingError) -> LayoutRecord {
        let set = try set(document)
        var record = record(
            of: set.pages, footers: set.footers, hasWindow: set.layout.hasWindow, set.painter)
        for index in set.pages.indices {
            record.pages[index].pictures = set.layout.pictures.compactMap { $0.record(on: set.pages[index]) }
        }
        return record
    }

    /// A document whose lines have their places.
    private struct SetDocument {
        let layout: LetterLayout
        let pages: [[PlacedLine]]
        let footers: [PlacedLine]
        /// Reads the lines, until the next document is set.
        let painter: PagePainter
    }

    private func set(_ document: Document) throws(TypesettingError) -> SetDocument {
        let paged = try PagedLayout(document, with: setter)
        let footers = try footers(for: document, pageCount: paged.pages.count)
        return SetDocument(
            layout: paged.layout, pages: paged.pages, footers: footers, painter: PagePainter(setter))
    }

    private func footers(
        for document: Document, pageCount: Int
    ) throws(TypesettingError) -> [PlacedLine] {
        guard document.footer == .pageNumbers, pageCount > 1 else { return [] }
        var footers: [PlacedLine] = []
        for number in 1...pageCount {
            let shape = TextSetter.Shape(
                x: .zero, measure: PageFormat.measure, size: PageFormat.footerSize, purpose: .pagination,
                label: "footer")
            let line = try setter.setLine("page \(number)/\(pageCount)", shape)
            let x = PageFormat.left + PageFormat.measure - setter.width(of: line)
            setter.move(line: line, toX: x)
            footers.append(PlacedLine(line: line, y: PageFormat.footerBaseline))
        }
        return footers
    }

    private func drawFoldMarks(on page: inout PageContent) {
        page.begin(.layout)
        for y in PageFormat.foldMarks {
            page.rule(
                from: (PageFormat.foldMarkStart, y), to: (PageFormat.foldMarkEnd, y),
                thickness: Length(centipoints: 25))
        }
        page.end()
    }

    private func record(
        of pages: [[PlacedLine]], footers: [PlacedLine], hasWindow: Bool, _ painter: PagePainter
    ) -> LayoutRecord {
        let window = LayoutRecord.Rectangle(
            left: PageFormat.windowX.tenthsOfMillimetre, top: PageFormat.windowTop.tenthsOfMillimetre,
            right: (PageFormat.windowX + PageFormat.windowWidth).tenthsOfMillimetre,
            bottom: PageFormat.windowBottom.tenthsOfMillimetre)
        return LayoutRecord(
            width: PageFormat.width.tenthsOfMillimetre, height: PageFormat.height.tenthsOfMillimetre,
            window: hasWindow ? window : nil,
            foldMarks: hasWindow ? PageFormat.foldMarks.map(\.tenthsOfMillimetre) : [],
            pages: pages.enumerated().map { index, lines in
                let all = index < footers.count ? lines + [footers[index]] : lines
                return LayoutRecord.Page(lines: all.map { record(of: $0, painter) })
            })
    }

    private func record(of placed: PlacedLine, _ painter: PagePainter) -> LayoutRecord.Line {
        let line = painter.lines[placed.line]
        return LayoutRecord.Line(
            x: line.x.tenthsOfMillimetre, y: placed.y.tenthsOfMillimetre,
            width: setter.width(of: placed.line).tenthsOfMillimetre, text: painter.text(of: line))
    }
}

@available(*, unavailable)
extension Typesetter: Sendable {}

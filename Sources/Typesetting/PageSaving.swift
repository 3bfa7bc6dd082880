internal import PDFWriting

/// How closely a document is set; each step gives up a little more of its looks to save a page.
enum Closeness: CaseIterable {
    case normal
    /// Room for a signature in ink is reduced.
    case lessSignatureRoom
    /// So is the space between blocks.
    case lessSpace
    /// The type is reduced instead of the space.
    case smallerType
    /// All of it.
    case all

    var reducesSignatureRoom: Bool { self != .normal }

    var reducesSpace: Bool {
        switch self {
        case .normal, .lessSignatureRoom, .smallerType: false
        case .lessSpace, .all: true
        }
    }

    var reducesType: Bool {
        switch self {
        case .normal, .lessSignatureRoom, .lessSpace: false
        case .smallerType, .all: true
        }
    }

    /// What stands above a row.
    func space(above row: Row, atTop: Bool) -> Length {
        let room = reducesSignatureRoom ? row.signatureRoomMin : row.signatureRoom
        guard !atTop else { return room }
        let space = row.spaceBefore.centipoints
        return room + Length(centipoints: reducesSpace ? space * 3 / 4 : space)
    }
}

/// A document with its lines on pages.
struct PagedLayout {
    let layout: LetterLayout
    let pages: [[PlacedLine]]

    /// Longer documents look no better for being a page shorter.
    private static let pagesMax = 3
    /// The smaller type makes a text shorter by an eighth, at most.
    private static let gainDivisor = 8

    /// Sets a document on as few pages as small reductions allow.
    ///
    /// Tries the steps of `Closeness` in their order and keeps the first that needs fewer pages. When none does, the
    /// document is set as usual: nothing is reduced for nothing.
    ///
    /// - Complexity: O(text); text is set again only when its last page holds little.
    init(_ document: Document, with setter: TextSetter) throws(TypesettingError) {
        let usual = try Self.lay(document, with: setter, isReduced: false)
        let pages = try usual.pages(.normal)
        guard (2...Self.pagesMax).contains(pages.count) else {
            self.init(layout: usual, pages: pages)
            return
        }
        for step in [Closeness.lessSignatureRoom, .lessSpace] {
            let fewer = try usual.pages(step)
            if fewer.count < pages.count {
                self.init(layout: usual, pages: fewer)
                return
            }
        }
        guard document.typeSize == .letter, usual.lastPageHoldsLittle(of: pages.count, Self.gainDivisor)
        else {
            self.init(layout: usual, pages: pages)
            return
        }
        let reduced = try Self.lay(document, with: setter, isReduced: true)
        for step in [Closeness.smallerType, .all] {
            let fewer = try reduced.pages(step)
            if fewer.count < pages.count {
                self.init(layout: reduced, pages: fewer)
                return
            }
        }
        self.init(layout: try Self.lay(document, with: setter, isReduced: false), pages: pages)
    }

    private init(layout: LetterLayout, pages: [[PlacedLine]]) {
        self.layout = layout
        self.pages = pages
    }

    private static func lay(
        _ document: Document, with setter: TextSetter, isReduced: Bool
    ) throws(TypesettingError) -> LetterLayout {
        var layout = LetterLayout(setter: setter, isReduced: isReduced)
        try layout.add(document)
        return layout
    }
}

extension LetterLayout {
    fileprivate func pages(_ closeness: Closeness) throws(TypesettingError) -> [[PlacedLine]] {
        try Pagination.pages(of: rows, fixed: fixed, flowTop: flowTop, closeness: closeness)
    }

    /// Whether all rows, close together, pass the pages before the last by no more than the given part of them.
    fileprivate func lastPageHoldsLittle(of pages: Int, _ divisor: Int) -> Bool {
        let needed = rows.reduce(0) { sum, row in
            sum + (Closeness.all.space(above: row, atTop: false) + row.height).centipoints
        }
        let first = PageFormat.lowestBaseline.centipoints - flowTop.centipoints
        let other = PageFormat.lowestBaseline.centipoints - PageFormat.top.centipoints
        let room = first + (pages - 2) * other
        return needed - room <= needed / divisor
    }
}

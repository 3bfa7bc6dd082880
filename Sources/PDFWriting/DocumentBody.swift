/// Writes everything that differs from document to document: pages, structure, catalogue.
struct DocumentBody {
    private let draft: PDFDraft
    private let fonts: [ObjectNumber?]
    private var file: FileBuilder
    private var objects = ObjectStream()

    private let catalog: ObjectNumber
    private let pageTree: ObjectNumber
    private let facts: ObjectNumber
    private let structureRoot: ObjectNumber
    private let structureDocument: ObjectNumber
    private let parentTree: ObjectNumber
    private let objectStream: ObjectNumber
    private let firstPage: ObjectNumber
    private let firstElement: ObjectNumber

    init(draft: PDFDraft, prefix: FontPrefix) {
        var file = prefix.file
        self.draft = draft
        fonts = prefix.fonts
        catalog = file.allocate()
        pageTree = file.allocate()
        facts = file.allocate()
        structureRoot = file.allocate()
        structureDocument = file.allocate()
        parentTree = file.allocate()
        objectStream = file.allocate()
        // Pages and their contents in pairs, then the elements: their numbers follow by counting.
        firstPage = objectStream + 1
        for _ in 0..<(draft.pages.count * 2) { _ = file.allocate() }
        firstElement = firstPage + draft.pages.count * 2
        for _ in draft.structure.nodes { _ = file.allocate() }
        self.file = file
    }

    mutating func write(with compressor: inout Compressor) throws(PDFError) -> [UInt8] {
        for (index, page) in draft.pages.enumerated() {
            let content = try compressor.compress(page.stream.bytes)
            file.write(firstPage + index * 2 + 1, entries: [], compressed: content)
        }
        addCatalog()
        addPages()
        addFacts()
        addStructure()
        try objects.write(as: objectStream, into: &file, with: &compressor)
        return try file.finish(root: catalog, facts: facts, with: &compressor)
    }

    private mutating func addCatalog() {
        objects.begin(catalog)
        objects.add("<</Type/Catalog/Pages")
        objects.add(pageTree)
        objects.add("/Lang")
        objects.add(textString: draft.language)
        objects.add("/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>/StructTreeRoot")
        objects.add(structureRoot)
        objects.add(">>")
    }

    private mutating func addFacts() {
        objects.begin(facts)
        objects.add("<</Title")
        objects.add(textString: draft.title)
        if !draft.author.isEmpty {
            objects.add("/Author")
            objects.add(textString: draft.author)
        }
        objects.add(">>")
    }

    private mutating func addPages() {
        objects.begin(pageTree)
        objects.add("<</Type/Pages/Count ")
        objects.add(number: draft.pages.count)
        objects.add("/Kids[")
        for index in draft.pages.indices { objects.add(firstPage + index * 2) }
        objects.add("]>>")
        for (index, page) in draft.pages.enumerated() {
            objects.begin(firstPage + index * 2)
            objects.add("<</Type/Page/Parent")
            objects.add(pageTree)
            objects.add("/MediaBox[0 0 ")
            objects.add(page.width)
            objects.add(" ")
            objects.add(page.height)
            // Every page names its resources itself: PDF/A-2, 6.2.2.
            objects.add("]/Resources<</Font<<")
            for (face, font) in fonts.enumerated() {
                guard let font else { continue }
                objects.add("/F")
                objects.add(number: face)
                objects.add(font)
            }
            objects.add(">>>>/Contents")
            objects.add(firstPage + index * 2 + 1)
            objects.add("/Tabs/S/StructParents ")
            objects.add(number: index)
            objects.add(">>")
        }
    }

    private mutating func addStructure() {
        objects.begin(structureRoot)
        objects.add("<</Type/StructTreeRoot/K")
        objects.add(structureDocument)
        objects.add("/ParentTree")
        objects.add(parentTree)
        objects.add("/ParentTreeNextKey ")
        objects.add(number: draft.pages.count)
        objects.add(">>")
        objects.begin(structureDocument)
        objects.add("<</Type/StructElem/S/Document/P")
        objects.add(structureRoot)
        objects.add("/K[")
        for element in draft.structure.top { objects.add(firstElement + element) }
        objects.add("]>>")
        addParentTree()
        addElements()
    }

    /// Which element each piece of marked content belongs to, page by page.
    private mutating func addParentTree() {
        objects.begin(parentTree)
        objects.add("<</Nums[")
        for (index, page) in draft.pages.enumerated() {
            objects.add(" ")
            objects.add(number: index)
            objects.add("[")
            for element in page.marks { objects.add(firstElement + element.index) }
            objects.add("]")
        }
        objects.add("]>>")
    }

    private mutating func addElements() {
        var contents = [[(page: Int, mark: Int)]](repeating: [], count: draft.structure.nodes.count)
        for (page, content) in draft.pages.enumerated() {
            for (mark, element) in content.marks.enumerated() { contents[element.index].append((page, mark)) }
        }
        for (index, node) in draft.structure.nodes.enumerated() {
            objects.begin(firstElement + index)
            objects.add("<</Type/StructElem/S/")
            objects.add(text: node.role.rawValue)
            objects.add("/P")
            objects.add(node.parent.map { firstElement + $0 } ?? structureDocument)
            if let first = contents[index].first {
                objects.add("/Pg")
                objects.add(firstPage + first.page * 2)
            }
            objects.add("/K[")
            for child in node.children { objects.add(firstElement + child) }
            addMarks(contents[index])
            objects.add("]>>")
        }
    }

    /// An element's content: a bare number on the page that the element names, a reference elsewhere.
    private mutating func addMarks(_ marks: [(page: Int, mark: Int)]) {
        for content in marks {
            if content.page == marks[0].page {
                objects.add(" ")
                objects.add(number: content.mark)
            } else {
                objects.add("<</Type/MCR/Pg")
                objects.add(firstPage + content.page * 2)
                objects.add("/MCID ")
                objects.add(number: content.mark)
                objects.add(">>")
            }
        }
    }
}

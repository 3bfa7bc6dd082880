/// The structure tree: ISO 32000-1, 14.7.
extension DocumentBody {
    mutating func addStructure() {
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
            addAttribute(node.attribute, frame: frame(of: index, on: contents[index].first?.page))
            objects.add("/K[")
            for child in node.children { objects.add(firstElement + child) }
            addMarks(contents[index])
            objects.add("]>>")
        }
    }

    private func frame(of element: Int, on page: Int?) -> PageContent.Frame? {
        guard let page, !draft.pages[page].frames.isEmpty else { return nil }
        return draft.pages[page].frames[StructureTree.Element(index: element)]
    }

    private mutating func addAttribute(_ attribute: StructureTree.Attribute?, frame: PageContent.Frame?) {
        switch attribute {
        case .namesRow: objects.add("/A<</O/Table/Scope/Row>>")
        case .namesColumn: objects.add("/A<</O/Table/Scope/Column>>")
        case .isNumbered: objects.add("/A<</O/List/ListNumbering/Decimal>>")
        case .alternative(let text):
            objects.add("/Alt")
            objects.add(textString: text)
        case nil: break
        }
        guard let frame else { return }
        objects.add("/A<</O/Layout/Placement/Block/BBox[")
        objects.add(frame.left)
        for edge in [frame.bottom, frame.left + frame.width, frame.bottom + frame.height] {
            objects.add(" ")
            objects.add(edge)
        }
        objects.add("]>>")
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

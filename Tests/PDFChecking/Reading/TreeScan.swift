/// The structure tree, in reading order.
struct TreeScan {
    enum Kid: Hashable {
        /// The place of a child in `elements`.
        case element(Int)
        case content(page: Int, mark: Int)
    }

    struct Element {
        let number: Int
        let entries: [String: PDFValue]
        /// The standard role, found through the role map.
        let role: String
        let parent: Int?
        var kids: [Kid] = []

        var childElements: [Int] {
            kids.compactMap { if case .element(let place) = $0 { place } else { nil } }
        }
        var hasContent: Bool { kids.contains { if case .content = $0 { true } else { false } } }
    }

    /// The most elements that are followed; our documents have far fewer.
    private static let elementsMax = 100_000

    private(set) var elements: [Element] = []
    private(set) var faults: [String] = []
    let root: [String: PDFValue]
    let roleMap: [String: String]
    private let file: PDFFile
    /// The place of each element by its object number.
    private(set) var places: [Int: Int] = [:]

    init(_ file: PDFFile) {
        self.file = file
        root = file.entries(file.catalog["StructTreeRoot"])
        roleMap = file.entries(root["RoleMap"]).compactMapValues(\.name)
        guard let root = file.catalog["StructTreeRoot"]?.reference else { return }
        for kid in Self.list(file.resolve(self.root["K"]) == nil ? nil : self.root["K"]) {
            _ = add(kid, under: nil, number: root, page: nil, depth: 0)
        }
    }

    /// `K` and the like: one value, or an array of them.
    static func list(_ value: PDFValue?) -> [PDFValue] { value.map { $0.array ?? [$0] } ?? [] }

    /// The attribute objects of an element, by their owner.
    func attributes(of element: Element) -> [String: [String: PDFValue]] {
        var found: [String: [String: PDFValue]] = [:]
        for value in Self.list(file.resolve(element.entries["A"])) {
            let entries = file.entries(value)
            if let owner = entries["O"]?.name { found[owner] = entries }
        }
        return found
    }

    /// All content below an element, in order.
    func contents(of place: Int) -> [(page: Int, mark: Int)] {
        elements[place].kids.flatMap { kid -> [(page: Int, mark: Int)] in
            switch kid {
            case .element(let child): contents(of: child)
            case .content(let page, let mark): [(page, mark)]
            }
        }
    }

    private mutating func add(
        _ value: PDFValue, under parent: Int?, number parentNumber: Int, page: Int?, depth: Int
    ) -> Int? {
        guard let number = value.reference, let object = file.objects[number], depth < 64,
            elements.count < Self.elementsMax
        else { return note("an element is missing, or lies too deep") }
        guard places[number] == nil
        else { return note("element \(number) has two places in the tree") }
        let entries = object.value.dictionary ?? [:]
        if entries["P"] != .reference(parentNumber) { _ = note("element \(number) does not name its parent") }
        let name = entries["S"]?.name ?? ""
        let place = elements.count
        places[number] = place
        elements.append(
            Element(number: number, entries: entries, role: roleMap[name] ?? name, parent: parent))
        let own = entries["Pg"]?.reference ?? page
        for kid in Self.list(entries["K"]) {
            if let kid = self.kid(kid, of: place, number: number, page: own, depth: depth) {
                elements[place].kids.append(kid)
            }
        }
        return place
    }

    private mutating func kid(
        _ value: PDFValue, of place: Int, number: Int, page: Int?, depth: Int
    ) -> Kid? {
        switch value {
        case .integer(let mark):
            guard let page else {
                _ = note("element \(number) has content on no page")
                return nil
            }
            return .content(page: page, mark: mark)
        case .dictionary(let entries):
            guard entries["Type"] == .name("MCR"), let page = entries["Pg"]?.reference,
                let mark = entries["MCID"]?.integer
            else {
                _ = note("element \(number) has a malformed reference to content")
                return nil
            }
            return .content(page: page, mark: mark)
        case .reference:
            return add(value, under: place, number: number, page: page, depth: depth + 1).map(Kid.element)
        case .null, .boolean, .real, .string, .name, .array:
            _ = note("element \(number) has a child of no kind")
            return nil
        }
    }

    private mutating func note(_ fault: String) -> Int? {
        faults.append(fault)
        return nil
    }
}

/// A file with everything taken apart that the rules look at.
struct CheckedFile: Sendable {
    struct Page: Sendable {
        let number: Int
        let entries: [String: PDFValue]
        let resources: [String: PDFValue]
        let scan: PageScan
        /// What the codes of its fonts mean, by the fonts' names.
        var texts: [String: [Int: String]] = [:]
    }

    let file: PDFFile
    let pages: [Page]
    let fonts: [FontScan]
    let tree: TreeScan
    let packet: PacketScan?
    /// All objects that something refers to.
    let references: Set<Int>
    /// The place of each page by its object number.
    private let places: [Int: Int]

    init(_ file: PDFFile) {
        self.file = file
        var pages = file.pages.map { number in
            let entries = file.entries(.reference(number))
            return Page(
                number: number, entries: entries, resources: file.entries(entries["Resources"]),
                scan: PageScan(file.content(of: entries["Contents"]) ?? []))
        }
        var used: [Int: Set<Int>] = [:]
        for page in pages {
            for (name, value) in file.entries(page.resources["Font"]) {
                guard let number = value.reference else { continue }
                used[number, default: []].formUnion(page.scan.codes[name] ?? [])
            }
        }
        let fonts = used.sorted { $0.key < $1.key }.map { FontScan($0.key, in: file, used: $0.value) }
        for place in pages.indices {
            for (name, value) in file.entries(pages[place].resources["Font"]) {
                pages[place].texts[name] = fonts.first { .reference($0.number) == value }?.texts
            }
        }
        self.fonts = fonts
        self.pages = pages
        places = Dictionary(pages.enumerated().map { ($0.element.number, $0.offset) }) { first, _ in first }
        var references: Set<Int> = []
        for value in [PDFValue.dictionary(file.trailer)] + file.objects.values.map(\.value) {
            value.visit { if let number = $0.reference { references.insert(number) } }
        }
        self.references = references
        tree = TreeScan(file)
        packet = file.content(of: file.catalog["Metadata"]).flatMap(PacketScan.init)
    }

    /// A piece of marked content; nil when the page does not have it.
    func mark(_ content: (page: Int, mark: Int)) -> (page: Page, mark: PageScan.Mark)? {
        guard let place = places[content.page] else { return nil }
        let marks = pages[place].scan.marks
        // Nearly always the number is the place.
        if marks.indices.contains(content.mark), marks[content.mark].number == content.mark {
            return (pages[place], marks[content.mark])
        }
        return marks.first { $0.number == content.mark }.map { (pages[place], $0) }
    }

    /// What a piece of marked content says.
    func text(of content: (page: Int, mark: Int)) -> String {
        guard let (page, mark) = mark(content) else { return "" }
        return mark.codes.map { page.texts[$0.font]?[$0.code] ?? "" }.joined()
    }

    /// The attached files, as the catalogue lists them.
    var attachments: [(number: Int, entries: [String: PDFValue])] {
        (file.resolve(file.catalog["AF"])?.array ?? []).compactMap { value in
            value.reference.map { ($0, file.entries(value)) }
        }
    }

    /// The streams that are pictures.
    var pictures: [(number: Int, object: PDFFile.Object)] {
        file.objects.filter { $0.value["Subtype"] == .name("Image") }
            .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}

/// What the content of one page does, operator by operator.
///
/// - Source: ISO 32000-1, annex A for the operators, 14.6 for marked content.
struct PageScan {
    /// What a breach is about; each has a rule of its own.
    enum Aspect: Hashable { case notation, operators, balance, untagged, nesting, resources, artifacts }

    /// Text and pictures between one `BDC` and its `EMC`.
    struct Mark: Hashable {
        let number: Int
        let tag: String
        /// What is shown, by font and code.
        var codes: [(font: String, code: Int)] = []
        var pictures: [String] = []

        static func == (lhs: Mark, rhs: Mark) -> Bool { lhs.number == rhs.number && lhs.tag == rhs.tag }
        func hash(into hasher: inout Hasher) { hasher.combine(number) }
    }

    private(set) var faults: [Aspect: [String]] = [:]
    private(set) var marks: [Mark] = []
    /// By font name: everything shown, artifacts too.
    private(set) var codes: [String: Set<Int>] = [:]
    private(set) var pictures: Set<String> = []

    private enum Open {
        case artifact
        case mark(Int)
        /// Glyphs with a text of their own, inside a mark.
        case reading(Int)

        var mark: Int? {
            switch self {
            case .artifact: nil
            case .mark(let mark), .reading(let mark): mark
            }
        }
    }

    private var open: [Open] = []
    private var isInText = false
    private var saved = 0
    private var font: String?

    /// The operators that may occur, and how many operands each takes.
    private static let operators: [String: Int] = [
        "q": 0, "Q": 0, "cm": 6, "w": 1, "m": 2, "l": 2, "S": 0, "BT": 0, "ET": 0, "Td": 2, "Tf": 2, "TJ": 1,
        "BDC": 2, "EMC": 0, "Do": 1,
    ]
    private static let painting: Set<String> = ["S", "TJ", "Do"]
    private static let textOnly: Set<String> = ["Td", "TJ"]
    private static let pageOnly: Set<String> = ["q", "Q", "cm", "m", "l", "S", "Do", "BT"]

    init(_ content: [UInt8]) {
        var scanner = PDFScanner(content)
        var operands: [PDFValue] = []
        do throws(UnreadablePDF) {
            while let token = try scanner.next() {
                switch token {
                case .value(let value): operands.append(value)
                case .keyword(let name):
                    perform(name, operands)
                    operands = []
                }
            }
            if !operands.isEmpty { fault(.notation, "operands without an operator at the end") }
        } catch {
            fault(.notation, error.description)
        }
        if !open.isEmpty { fault(.balance, "\(open.count) pieces of marked content are not ended") }
        if isInText || saved != 0 { fault(.balance, "BT or q is not closed") }
    }

    private mutating func fault(_ aspect: Aspect, _ text: String) { faults[aspect, default: []].append(text) }

    private mutating func perform(_ name: String, _ operands: [PDFValue]) {
        guard let count = Self.operators[name] else { return fault(.operators, "operator \(name)") }
        guard operands.count == count else {
            return fault(.operators, "\(name) with \(operands.count) operands instead of \(count)")
        }
        if Self.painting.contains(name), open.isEmpty { fault(.untagged, "\(name) outside marked content") }
        if Self.textOnly.contains(name), !isInText { fault(.balance, "\(name) outside of text") }
        if Self.pageOnly.contains(name), isInText { fault(.balance, "\(name) inside text") }
        switch name {
        case "BT": isInText = true
        case "ET":
            if !isInText { fault(.balance, "ET without BT") }
            isInText = false
        case "q":
            saved += 1
            if saved > 28 { fault(.balance, "q is nested deeper than 28") }
        case "Q":
            saved -= 1
            if saved < 0 { fault(.balance, "Q without q") }
        case "BDC": begin(operands[0], operands[1])
        case "EMC": if open.popLast() == nil { fault(.balance, "EMC without BDC") }
        case "Tf": setFont(operands[0], operands[1])
        case "TJ": show(operands[0])
        case "Do": draw(operands[0])
        default:
            if operands.contains(where: { $0.number == nil }) { fault(.operators, "\(name) without numbers") }
        }
    }

    private mutating func begin(_ tag: PDFValue, _ properties: PDFValue) {
        guard let tag = tag.name, let entries = properties.dictionary
        else { return fault(.operators, "BDC without a tag or properties") }
        if tag == "Span", entries["MCID"] == nil, entries["ActualText"]?.text?.isEmpty == false,
            case .mark(let mark) = open.last
        {
            open.append(.reading(mark))
            return
        }
        if !open.isEmpty { fault(.nesting, "\(tag) inside other marked content") }
        if tag == "Artifact" {
            open.append(.artifact)
            if ![.name("Pagination"), .name("Layout")].contains(entries["Type"]) {
                fault(.artifacts, "an artifact does not say its kind")
            }
        } else if let number = entries["MCID"]?.integer {
            open.append(.mark(marks.count))
            marks.append(Mark(number: number, tag: tag))
        } else {
            open.append(.artifact)
            fault(.untagged, "\(tag) without an MCID")
        }
    }

    private mutating func setFont(_ name: PDFValue, _ size: PDFValue) {
        font = name.name
        guard let size = size.number, size > 0 else { return fault(.operators, "a font without a size") }
    }

    private mutating func show(_ parts: PDFValue) {
        guard let font else { return fault(.resources, "text before a font is chosen") }
        guard let parts = parts.array else { return fault(.operators, "TJ without an array") }
        for part in parts where part.number == nil {
            guard let bytes = part.bytes, bytes.count.isMultiple(of: 2)
            else { return fault(.operators, "a string of half a character") }
            for index in stride(from: 0, to: bytes.count, by: 2) {
                let code = Int(bytes[index]) << 8 | Int(bytes[index + 1])
                codes[font, default: []].insert(code)
                if let mark = open.last?.mark { marks[mark].codes.append((font, code)) }
            }
        }
    }

    private mutating func draw(_ name: PDFValue) {
        guard let name = name.name else { return fault(.operators, "Do without a name") }
        pictures.insert(name)
        if let mark = open.last?.mark { marks[mark].pictures.append(name) }
    }
}

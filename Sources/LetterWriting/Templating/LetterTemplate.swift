/// A template of a letter: Mustache in blocks.
///
/// Blocks are separated by empty lines. The first is the subject; each other one is a paragraph, a list when its text
/// begins with `* `, a heading when it begins with `# `, or a table when it begins with `| `: one line a row, the headings
/// first, `|` before each cell. A block that renders to nothing is left out. `{{> name}}`
/// alone in a block stands for the blocks of another file. Structure comes from the source alone, so data can never make
/// any.
struct LetterTemplate: Sendable {
    enum Part: Hashable, Sendable {
        case paragraph(String)
        case list([String])
        case heading(String)
        /// Headings first.
        case table([[String]])
    }

    private enum Shape: Sendable { case paragraph, list, heading, table }

    private struct Block: Sendable {
        let shape: Shape
        let nodes: [TemplateNode]
    }

    let name: String
    private let blocks: [Block]

    /// Most files that a template may take in, itself included.
    static let filesMax = 16

    /// - Parameter sources: every template file by its name.
    /// - Throws: `LetterError.templateMissing`, `.malformedTemplate`.
    init(named name: String, from sources: [String: String]) throws(LetterError) {
        self.name = name
        var files = 0
        var blocks: [Block] = []
        for text in try Self.blocks(of: name, from: sources, files: &files) {
            let nodes = try TemplateParser.nodes(of: text, template: name)
            let shape = Self.shape(of: nodes)
            blocks.append(Block(shape: shape, nodes: shape == .table ? nodes.map(Self.cell) : nodes))
        }
        self.blocks = blocks
    }

    private static func blocks(
        of name: String, from sources: [String: String], files: inout Int
    ) throws(LetterError) -> [String] {
        guard let source = sources[name] else { throw .templateMissing(name) }
        files += 1
        guard files <= filesMax else {
            throw .malformedTemplate(template: name, reason: "it takes in more than \(filesMax) files")
        }
        var texts: [String] = []
        for text in paragraphs(of: source) {
            if text.hasPrefix("{{>"), text.hasSuffix("}}"), !text.utf8.contains(UInt8(ascii: "\n")) {
                let file = String(text.dropFirst(3).dropLast(2)).trimming(" ")
                texts += try blocks(of: file, from: sources, files: &files)
            } else {
                texts.append(text)
            }
        }
        return texts
    }

    /// What stands between empty lines.
    private static func paragraphs(of source: String) -> [String] {
        var texts: [String] = []
        var lines: [Substring] = []
        func close() {
            if !lines.isEmpty { texts.append(lines.joined(separator: "\n")) }
            lines.removeAll()
        }
        for line in source.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if line.isEmpty { close() } else { lines.append(Substring(line)) }
        }
        close()
        return texts
    }

    /// What the first text says, outside of sections or in the first one: `* ` a list, `# ` a heading.
    private static func shape(of nodes: [TemplateNode]) -> Shape {
        switch nodes.first {
        case .text(let text):
            text.starts(with: "* ".utf8)
                ? .list
                : text.starts(with: "# ".utf8) ? .heading : text.starts(with: "| ".utf8) ? .table : .paragraph
        case .section(_, _, let inner): shape(of: inner)
        case .value, nil: .paragraph
        }
    }

    /// Marks where cells begin by a character that no data holds.
    private static func cell(_ node: TemplateNode) -> TemplateNode {
        switch node {
        case .text(let text): .text(text.map { $0 == UInt8(ascii: "|") ? cellStart : $0 })
        case .section(let name, let isInverted, let inner):
            .section(name, isInverted: isInverted, inner.map(cell))
        case .value: node
        }
    }

    /// The unit separator.
    private static let cellStart: UInt8 = 0x1F

    /// Fills in the values.
    ///
    /// - Returns: the subject, and the parts of the body that are not empty.
    /// - Throws: `LetterError.unknownVariable`, `.absentVariable`, `.misusedVariable`.
    func render(_ values: TemplateValues) throws(LetterError) -> (subject: String, body: [Part]) {
        var rendering = TemplateRendering(values, of: name)
        var parts: [Part] = []
        for block in blocks {
            rendering.clear()
            try rendering.add(block.nodes)
            if let part = Self.part(rendering.bytes, block.shape) { parts.append(part) }
        }
        guard case .paragraph(let subject)? = parts.first else {
            throw .malformedTemplate(template: name, reason: "its first block is no subject")
        }
        return (subject, Array(parts.dropFirst()))
    }

    private static func part(_ text: [UInt8], _ shape: Shape) -> Part? {
        let lines = lines(of: text)
        guard !lines.isEmpty else { return nil }
        switch shape {
        case .paragraph: return .paragraph(joined(lines, of: text))
        case .heading: return .heading(String(joined(lines, of: text).dropFirst(2)))
        case .table:
            return .table(
                lines.map { line in
                    text[line].split(separator: cellStart, omittingEmptySubsequences: false).dropFirst().map {
                        String(decoding: $0.trimmed(of: UInt8(ascii: " ")), as: UTF8.self)
                    }
                })
        case .list:
            return .list(
                lines.map { line in
                    let isItem = text[line].starts(with: "* ".utf8)
                    return String(decoding: isItem ? text[line].dropFirst(2) : text[line], as: UTF8.self)
                })
        }
    }

    /// Where the lines lie that hold more than spaces, without the spaces around them.
    private static func lines(of text: [UInt8]) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        // The end of the text ends the last line.
        for end in 0...text.count where end == text.count || text[end] == UInt8(ascii: "\n") {
            var line = start..<end
            while let first = line.first, text[first] == UInt8(ascii: " ") { line.removeFirst() }
            while let last = line.last, text[last] == UInt8(ascii: " ") { line.removeLast() }
            if !line.isEmpty { lines.append(line) }
            start = end + 1
        }
        return lines
    }

    private static func joined(_ lines: [Range<Int>], of text: [UInt8]) -> String {
        var joined: [UInt8] = []
        joined.reserveCapacity(text.count)
        for line in lines {
            if !joined.isEmpty { joined.append(UInt8(ascii: " ")) }
            joined += text[line]
        }
        return String(decoding: joined, as: UTF8.self)
    }
}

extension String {
    /// What stands between control characters of one kind, without what is empty.
    ///
    /// Such a character is one byte and stands alone: only a carriage return joins a line feed, and texts of letters have
    /// none. So nothing needs to be cut into characters here, which is slow.
    func pieces(at control: UInt8) -> [Substring] {
        guard utf8.contains(control) else { return isEmpty ? [] : [self[...]] }
        return utf8.split(separator: control).map { Substring($0) }
    }
}

extension StringProtocol {
    /// The text without this character at either end.
    func trimming(_ character: Character) -> String {
        guard first == character || last == character else { return String(self) }
        var text = self[startIndex...]
        while text.first == character { text = text.dropFirst() }
        while text.last == character { text = text.dropLast() }
        return String(text)
    }
}

internal import Mustache

/// A template of a letter: Mustache in blocks.
///
/// Blocks are separated by empty lines. The first is the subject; each other one is a paragraph, or a list when its
/// text begins with `* `. A block that renders to nothing is left out. `{{> name}}` alone in a block stands for the
/// blocks of another file. Structure comes from the source alone, so data can never make any.
struct LetterTemplate: Sendable {
    enum Part: Hashable, Sendable {
        case paragraph(String)
        case list([String])
    }

    private struct Block: Sendable {
        let isList: Bool
        let template: MustacheTemplate
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
        let texts = try Self.blocks(of: name, from: sources, files: &files)
        blocks = try texts.map { text throws(LetterError) in try Self.block(text, of: name) }
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
        for text in source.split(separator: "\n\n") {
            let text = text.trimming("\n")
            guard !text.isEmpty else { continue }
            if text.hasPrefix("{{>"), text.hasSuffix("}}"), !text.contains("\n") {
                let file = String(text.dropFirst(3).dropLast(2)).trimming(" ")
                texts += try blocks(of: file, from: sources, files: &files)
            } else {
                texts.append(text)
            }
        }
        return texts
    }

    private static func block(_ text: String, of name: String) throws(LetterError) -> Block {
        // Without the first line, Mustache would escape for HTML. A line never ends inside "L. 216-6".
        let source = "{{% CONTENT_TYPE:TEXT}}\n" + text.replacing("L. ", with: "L.\u{A0}")
        do {
            return Block(isList: isList(text), template: try MustacheTemplate(string: source))
        } catch {
            throw .malformedTemplate(template: name, reason: "a tag is not closed or not allowed")
        }
    }

    /// Whether the first characters outside of tags are `* `.
    private static func isList(_ text: String) -> Bool {
        var rest = text[...]
        while rest.hasPrefix("{{"), let end = rest.firstRange(of: "}}") { rest = rest[end.upperBound...] }
        return rest.hasPrefix("* ")
    }

    /// Fills in the values.
    ///
    /// - Returns: the subject, and the parts of the body that are not empty.
    /// - Throws: `LetterError.unknownVariable`, `.absentVariable`, `.misusedVariable`.
    func render(_ values: TemplateValues) throws(LetterError) -> (subject: String, body: [Part]) {
        let faults = TemplateFaults()
        let scope = StrictScope(values, faults: faults)
        var parts: [Part] = []
        for block in blocks {
            let text = block.template.render(scope)
            if let first = faults.first { throw error(first.fault, first.name) }
            if let part = Self.part(text, isList: block.isList) { parts.append(part) }
        }
        guard case .paragraph(let subject)? = parts.first else {
            throw .malformedTemplate(template: name, reason: "its first block is no subject")
        }
        return (subject, Array(parts.dropFirst()))
    }

    private func error(_ fault: TemplateFaults.Fault, _ name: String) -> LetterError {
        switch fault {
        case .unknown: .unknownVariable(template: self.name, name: name)
        case .absent: .absentVariable(template: self.name, name: name)
        case .misused: .misusedVariable(template: self.name, name: name)
        }
    }

    private static func part(_ text: String, isList: Bool) -> Part? {
        let lines = text.pieces(at: UInt8(ascii: "\n")).map { $0.trimming(" ") }.filter { !$0.isEmpty }
        guard !lines.isEmpty else { return nil }
        guard isList else { return .paragraph(lines.joined(separator: " ")) }
        return .list(lines.map { $0.hasPrefix("* ") ? String($0.dropFirst(2)) : $0 })
    }
}

extension String {
    /// What stands between control characters of one kind, without what is empty.
    ///
    /// Such a character is one byte and stands alone: only a carriage return joins a line feed, and texts of letters have
    /// none. So nothing needs to be cut into characters here, which is slow.
    func pieces(at control: UInt8) -> [Substring] { utf8.split(separator: control).map { Substring($0) } }
}

extension StringProtocol {
    /// The text without this character at either end.
    func trimming(_ character: Character) -> String {
        var text = self[startIndex...]
        while text.first == character { text = text.dropFirst() }
        while text.last == character { text = text.dropLast() }
        return String(text)
    }
}

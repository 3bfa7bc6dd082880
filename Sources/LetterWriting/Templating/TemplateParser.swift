/// A part of a template that has been read.
enum TemplateNode: Hashable, Sendable {
    /// Printed as it stands.
    case text([UInt8])
    /// Printed from the values.
    case value(String)
    /// Rendered when the name holds, once for each item of a list; an inverted one when it does not hold.
    case section(String, isInverted: Bool, [TemplateNode])
}

/// Reads the part of Mustache that letters use: values, sections and inverted sections.
///
/// - Source: the Mustache manual, `mustache(5)`. Everything else there (comments, parents, other delimiters, lambdas) is
///   refused, so that a template can only choose among words.
struct TemplateParser {
    /// The most sections inside one another.
    static let nestingMax = 16

    private struct Section {
        let name: String
        let isInverted: Bool
        /// What came before it.
        let before: [TemplateNode]
    }

    private let template: String
    private let bytes: [UInt8]
    private var place = 0
    private var nodes: [TemplateNode] = []
    private var open: [Section] = []

    private init(_ source: String, of template: String) {
        self.template = template
        bytes = Array(source.utf8)
    }

    /// - Parameter template: what errors call it.
    /// - Throws: `LetterError.malformedTemplate`.
    static func nodes(of source: String, template: String) throws(LetterError) -> [TemplateNode] {
        var parser = TemplateParser(source, of: template)
        return try parser.read()
    }

    private mutating func read() throws(LetterError) -> [TemplateNode] {
        while place < bytes.count {
            let start = find("{", "{", from: place)
            addText(place..<(start ?? bytes.count))
            guard let start else { break }
            try addTag(from: start + 2)
        }
        if let section = open.last { throw malformed("the section \(section.name) is not closed") }
        return nodes
    }

    /// Adds text.
    ///
    /// A line never ends inside "L. 216-6", "R. 631-3" or "no. 12".
    private mutating func addText(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        var text: [UInt8] = []
        text.reserveCapacity(range.count + 8)
        for index in range {
            let byte = bytes[index]
            if byte == UInt8(ascii: " "), Self.keepsNumber(text) {
                text += [0xC2, 0xA0]  // U+00A0
            } else {
                text.append(byte)
            }
        }
        nodes.append(.text(text))
    }

    /// Whether a text ends in what stands before a number.
    private static func keepsNumber(_ text: [UInt8]) -> Bool {
        guard text.last == UInt8(ascii: "."), text.count >= 2 else { return false }
        switch text[text.count - 2] {
        case UInt8(ascii: "L"), UInt8(ascii: "R"): return true
        default: return text.suffix(4).elementsEqual(" no.".utf8)  // tidy-allow: bytes
        }
    }

    private mutating func addTag(from start: Int) throws(LetterError) {
        // Three braces print a value as it is, which two do here as well.
        let isTripled = start < bytes.count && bytes[start] == UInt8(ascii: "{")
        guard let end = find("}", "}", from: start) else { throw malformed("a tag is not closed") }
        place = end + 2
        if isTripled {
            guard place < bytes.count, bytes[place] == UInt8(ascii: "}") else {
                throw malformed("a tag is not closed")
            }
            place += 1
        }
        let sign = start < end ? bytes[start] : 0
        switch sign {
        case UInt8(ascii: "#"), UInt8(ascii: "^"):
            guard open.count < Self.nestingMax else {
                throw malformed("it has more than \(Self.nestingMax) sections inside one another")
            }
            open.append(
                Section(
                    name: try name(in: (start + 1)..<end), isInverted: sign == UInt8(ascii: "^"),
                    before: nodes))
            nodes = []
        case UInt8(ascii: "/"): try close(try name(in: (start + 1)..<end))
        case UInt8(ascii: "&"), UInt8(ascii: "{"): nodes.append(.value(try name(in: (start + 1)..<end)))
        default: nodes.append(.value(try name(in: start..<end)))  // tidy-allow: characters are an open set
        }
    }

    private mutating func close(_ name: String) throws(LetterError) {
        guard let section = open.popLast(), section.name == name else {
            throw malformed("the section \(name) is closed where it is not open")
        }
        nodes = section.before + [.section(name, isInverted: section.isInverted, nodes)]
    }

    /// A name of ASCII letters and digits, with spaces around it.
    private func name(in range: Range<Int>) throws(LetterError) -> String {
        let text = bytes[range].trimmed(of: UInt8(ascii: " "))
        let isName =
            !text.isEmpty
            && text.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            }
        guard isName else { throw malformed("a tag is no name of letters and digits") }
        return String(decoding: text, as: UTF8.self)
    }

    private func find(_ first: Unicode.Scalar, _ second: Unicode.Scalar, from start: Int) -> Int? {
        let (first, second) = (UInt8(ascii: first), UInt8(ascii: second))
        var index = start
        while index + 1 < bytes.count {
            if bytes[index] == first, bytes[index + 1] == second { return index }
            index += 1
        }
        return nil
    }

    private func malformed(_ reason: String) -> LetterError {
        .malformedTemplate(template: template, reason: reason)
    }
}

extension ArraySlice<UInt8> {
    /// The bytes without this one at either end.
    func trimmed(of byte: UInt8) -> ArraySlice<UInt8> {
        var rest = self
        while rest.first == byte { rest = rest.dropFirst() }
        while rest.last == byte { rest = rest.dropLast() }
        return rest
    }
}

/// Fills values into what a template says.
///
/// A name is looked for in the innermost item first, then outwards. A name that nobody knows, and a fact that is not
/// there, are errors: no letter has a blank where a word should stand.
struct TemplateRendering {
    private let template: String
    /// Innermost last.
    private var scopes: [TemplateValues]
    private(set) var bytes: [UInt8] = []

    /// - Parameter template: what errors call it.
    init(_ values: TemplateValues, of template: String) {
        self.template = template
        scopes = [values]
        bytes.reserveCapacity(1024)
    }

    /// Forgets what was rendered, for the next block.
    mutating func clear() { bytes.removeAll(keepingCapacity: true) }

    /// - Throws: `LetterError.unknownVariable`, `.absentVariable`, `.misusedVariable`.
    mutating func add(_ nodes: [TemplateNode]) throws(LetterError) {
        for node in nodes {
            switch node {
            case .text(let text): bytes += text
            case .value(let name): try print(name)
            case .section(let name, let isInverted, let inner):
                if isInverted {
                    if !holds(try value(of: name)) { try add(inner) }
                } else {
                    try addSection(try value(of: name), inner)
                }
            }
        }
    }

    private mutating func addSection(_ value: TemplateValue, _ inner: [TemplateNode]) throws(LetterError) {
        switch value {
        case .list(let items):
            for item in items {
                scopes.append(item)
                try add(inner)
                scopes.removeLast()
            }
        case .text, .flag, .absent: if holds(value) { try add(inner) }
        }
    }

    private mutating func print(_ name: String) throws(LetterError) {
        switch try value(of: name) {
        case .text(let text): bytes += text.utf8
        case .absent: throw .absentVariable(template: template, name: name)
        case .flag, .list: throw .misusedVariable(template: template, name: name)
        }
    }

    private func holds(_ value: TemplateValue) -> Bool {
        switch value {
        case .text: true
        case .flag(let flag): flag
        case .list(let items): !items.isEmpty
        case .absent: false
        }
    }

    private func value(of name: String) throws(LetterError) -> TemplateValue {
        for scope in scopes.reversed() {
            if let value = scope[name] { return value }
        }
        throw .unknownVariable(template: template, name: name)
    }
}

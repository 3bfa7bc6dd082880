internal import Mustache

/// Notes what a rendering did wrong; Mustache itself prints a blank and goes on.
final class TemplateFaults {
    enum Fault { case unknown, absent, misused }

    private(set) var first: (fault: Fault, name: String)?

    func note(_ fault: Fault, _ name: String) { if first == nil { first = (fault, name) } }
}

/// Answers every name that a template asks for, and never with nothing.
///
/// Mustache looks for a name in the innermost object first and climbs outwards when it gets nil. A scope climbs by
/// itself and reports the name when nobody knows it, so that no lookup is left to Mustache's defaults.
struct StrictScope: MustacheParent {
    private let layers: [TemplateValues]
    private let faults: TemplateFaults

    init(_ values: TemplateValues, faults: TemplateFaults) {
        layers = [values]
        self.faults = faults
    }

    private init(layers: [TemplateValues], faults: TemplateFaults) {
        self.layers = layers
        self.faults = faults
    }

    func child(named name: String) -> Any? {
        for layer in layers.reversed() {
            guard let value = layer[name] else { continue }
            switch value {
            case .text(let text): return TextNode(text: text, scope: self)
            case .flag(let flag):
                return UnprintableNode(name: name, holds: flag, fault: .misused, scope: self)
            case .absent: return UnprintableNode(name: name, holds: false, fault: .absent, scope: self)
            case .list(let items):
                let scopes = items.map { StrictScope(layers: layers + [$0], faults: faults) }
                return ListNode(name: name, scopes: scopes, scope: self)
            }
        }
        faults.note(.unknown, name)
        return UnprintableNode(name: name, holds: false, fault: .unknown, scope: self)
    }

    fileprivate func note(_ fault: TemplateFaults.Fault, _ name: String) { faults.note(fault, name) }
}

/// A text; as a section it is there.
private struct TextNode: MustacheParent, MustacheCustomRenderable {
    let text: String
    let scope: StrictScope

    var renderText: String { text }
    var isNull: Bool { false }
    func child(named name: String) -> Any? { scope.child(named: name) }
}

/// Something that only a section may ask about.
private struct UnprintableNode: MustacheParent, MustacheCustomRenderable {
    let name: String
    let holds: Bool
    let fault: TemplateFaults.Fault
    let scope: StrictScope

    var renderText: String {
        scope.note(fault, name)
        return ""
    }
    var isNull: Bool { !holds }
    func child(named name: String) -> Any? { scope.child(named: name) }
}

/// A list; a section is repeated for each of its items.
private struct ListNode: MustacheSequence, MustacheCustomRenderable, MustacheParent {
    let name: String
    let scopes: [StrictScope]
    let scope: StrictScope

    func makeIterator() -> IndexingIterator<[StrictScope]> { scopes.makeIterator() }
    var renderText: String {
        scope.note(.misused, name)
        return ""
    }
    var isNull: Bool { scopes.isEmpty }
    func child(named name: String) -> Any? { scope.child(named: name) }
}

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
///
/// An object, so that the node of a text is small enough to be handed over without an allocation.
final class StrictScope: MustacheParent {
    private let values: TemplateValues
    private let outer: StrictScope?
    private let faults: TemplateFaults

    /// - Parameter outer: the scope around an item of a list.
    init(_ values: TemplateValues, in outer: StrictScope? = nil, faults: TemplateFaults) {
        self.values = values
        self.outer = outer
        self.faults = faults
    }

    func child(named name: String) -> Any? {
        switch value(named: name) {
        case .text(let text): return TextNode(text: text, scope: self)
        case .flag(let flag): return UnprintableNode(name: name, holds: flag, fault: .misused, scope: self)
        case .absent: return UnprintableNode(name: name, holds: false, fault: .absent, scope: self)
        case .list(let items):
            let scopes = items.map { StrictScope($0, in: self, faults: faults) }
            return ListNode(name: name, scopes: scopes, scope: self)
        case nil:
            faults.note(.unknown, name)
            return UnprintableNode(name: name, holds: false, fault: .unknown, scope: self)
        }
    }

    /// The value in the innermost scope that knows the name; scopes are as deep as a template's lists.
    private func value(named name: String) -> TemplateValue? { values[name] ?? outer?.value(named: name) }

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

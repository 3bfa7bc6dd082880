/// What a name of a template stands for.
enum TemplateValue: Sendable {
    /// A text. It is printed as it is: never escaped, never read as a template.
    case text(String)
    case flag(Bool)
    /// A section is repeated for each; the names of an item hide those around it.
    case list([TemplateValues])
    /// A known name without a value in this case. A section leaves it out; printing it is an error.
    case absent
}

/// The names that a template may use, with their values.
struct TemplateValues: Sendable {
    private var values: [String: TemplateValue]

    /// - Parameter capacity: about how many names there will be.
    init(capacity: Int = 0) { values = Dictionary(minimumCapacity: capacity) }

    subscript(name: String) -> TemplateValue? { values[name] }

    /// Defines a name; nil makes it known and absent.
    mutating func set(_ name: String, _ text: String?) { values[name] = text.map { .text($0) } ?? .absent }
    mutating func set(_ name: String, flag: Bool) { values[name] = .flag(flag) }
    mutating func set(_ name: String, list: [TemplateValues]) { values[name] = .list(list) }
}

/// Where data breaks a line.
///
/// Templates never contain it, so data cannot make a paragraph or a list item.
let dataLineBreak: Unicode.Scalar = "\u{B}"

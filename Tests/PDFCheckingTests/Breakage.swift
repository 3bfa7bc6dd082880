import PDFChecking
import Testing

/// One way to break a file, and the rule that must see it.
struct Breakage: Sendable, CustomTestStringConvertible {
    let rule: String
    let change: @Sendable (inout PDFFile) -> Void

    init(_ rule: String, _ change: @escaping @Sendable (inout PDFFile) -> Void) {
        self.rule = rule
        self.change = change
    }

    var testDescription: String { rule }
}

extension PDFFile {
    /// Changes an entry of the catalogue.
    mutating func editCatalog(_ change: (inout PDFFile.Object) -> Void) { edit(trailer["Root"], change) }

    /// Changes the object that a value refers to.
    mutating func edit(_ reference: PDFValue?, _ change: (inout PDFFile.Object) -> Void) {
        guard let number = reference?.reference, var object = objects[number] else { return }
        change(&object)
        objects[number] = object
    }

    /// Changes every object that is of a kind, such as the elements of one role.
    mutating func editAll(_ key: String, _ name: String, _ change: (inout PDFFile.Object) -> Void) {
        for number in objects.keys.sorted() where objects[number]?[key] == .name(name) {
            edit(.reference(number), change)
        }
    }

    /// Changes the first object of a kind.
    mutating func editFirst(_ key: String, _ name: String, _ change: (inout PDFFile.Object) -> Void) {
        guard let number = first(key, name) else { return }
        edit(.reference(number), change)
    }

    func first(_ key: String, _ name: String) -> Int? {
        objects.keys.sorted().first { objects[$0]?[key] == .name(name) }
    }

    /// Replaces text in the content of the first page.
    mutating func replaceInPage(_ text: String, with other: String, all: Bool = false) {
        guard let number = entries(.reference(pages[0]))["Contents"]?.reference else { return }
        replace(text, with: other, in: number, all: all)
    }

    /// Replaces text in a stream.
    mutating func replace(_ text: String, with other: String, in object: Int, all: Bool = false) {
        guard let plain = content(of: .reference(object)) else { return }
        setContent(
            of: object,
            to: plain.replacing(Array(text.utf8), with: Array(other.utf8), maxReplacements: all ? .max : 1))
    }

    /// Replaces text in the metadata.
    mutating func replaceInMetadata(_ text: String, with other: String) {
        guard let number = catalog["Metadata"]?.reference else { return }
        replace(text, with: other, in: number)
    }

    /// Changes the dictionary of a font's lower parts.
    mutating func editDescriptor(_ change: (inout PDFFile.Object) -> Void) {
        editFirst("Type", "FontDescriptor", change)
    }

    mutating func editDescendant(_ change: (inout PDFFile.Object) -> Void) {
        editFirst("Subtype", "CIDFontType2", change)
    }
}

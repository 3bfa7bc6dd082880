internal import ContactRouting
public import Typesetting

extension LetterPress {
    /// Sets a brief.
    ///
    /// - Throws: `LetterError.setting`; a fact that cannot be set is named by its own field.
    public func print(
        _ brief: CallBrief, size: Document.TypeSize = .letter
    ) throws(LetterError) -> RenderedDocument {
        var document = brief.document
        document.typeSize = size
        do { return try print(document) } catch {
            // The columns of facts are one block; alone, the one at fault says so itself.
            for fact in brief.facts { _ = try print(brief.page(of: fact)) }
            throw error
        }
    }
}

extension CallBrief {
    /// All facts of all sections.
    fileprivate var facts: [Fact] {
        sections.flatMap(\.parts).flatMap { part -> [Fact] in
            switch part {
            case .facts(let facts): facts
            case .text, .points, .spoken, .blanks, .verbatim: []
            }
        }
    }

    fileprivate func page(of fact: Fact) -> Document {
        var page = Document(language: language.rawValue, title: title)
        page.append(.paragraph(Self.inlines(fact.value)), label: fact.field)
        return page
    }
}

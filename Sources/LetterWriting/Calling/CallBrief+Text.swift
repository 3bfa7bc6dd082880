internal import ContactRouting
internal import Typesetting

extension CallBrief {
    /// The brief as plain text of at most 78 columns, headings in capitals.
    ///
    /// What could act on a terminal stands as U+FFFD.
    public var text: String {
        let head = wrapped(.paragraph([.regular(title.uppercased())]))
        let rest = sections.map { section in
            let heading = section.heading.map { wrapped(.paragraph([.regular($0.uppercased())])) } ?? ""
            return heading + section.parts.map(text).joined()
        }
        return ([head] + rest).joined(separator: "\n")
    }

    private func text(_ part: Part) -> String {
        switch part {
        case .facts(let facts):
            return wrapped(
                .list(.dashed, facts.map { Self.inlines("\(labelled($0.label)) \($0.value)") }))
        case .text(let text, _): return wrapped(.paragraph(Self.inlines(text)))
        case .points(let points): return wrapped(.list(.dashed, points.map(Self.inlines)))
        case .spoken(let sentences, let spoken):
            return wrapped(.list(.dashed, sentences.map { Self.inlines(Self.quoted($0, in: spoken)) }))
        case .blanks(let blanks): return wrapped(.paragraph([.regular(ruled(blanks))]))
        case .verbatim(let text): return text + "\n"
        }
    }

    /// One block with the line ends and the spaces of a document's plain text.
    private func wrapped(_ block: Block) -> String {
        Typesetter.plainText(
            Document(language: language.rawValue, title: title, curlsApostrophes: true, blocks: [block]))
    }
}

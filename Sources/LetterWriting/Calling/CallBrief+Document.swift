internal import ContactRouting
internal import PDFWriting
internal import Texts
public import Typesetting

extension CallBrief {
    /// The brief as a page.
    public var document: Document {
        var document = Document(language: language.rawValue, title: title, curlsApostrophes: true)
        document.append(.subject(title), label: "title")
        for section in sections { append(section, to: &document) }
        return document
    }

    private func append(_ section: Section, to document: inout Document) {
        if let heading = section.heading { document.append(.heading(heading), label: "heading") }
        for part in section.parts { append(part, to: &document) }
    }

    private func append(_ part: Part, to document: inout Document) {
        switch part {
        case .facts(let facts):
            let references = facts.map { Reference(label: labelled($0.label), value: $0.value) }
            document.append(.references(references), label: facts.first?.field ?? "facts")
        case .text(let text, let field):
            document.append(.paragraph(Self.inlines(text)), label: field ?? "text")
        case .points(let points): document.append(.list(.dashed, points.map(Self.inlines)), label: "list")
        case .spoken(let sentences, let spoken):
            let quoted = sentences.map { Self.quoted($0, in: spoken) }
            document.append(.list(.dashed, quoted.map(Self.inlines)), label: "sentences to say")
        case .blanks(let blanks):
            // A hand needs more room than type.
            document.append(.spacer(.points(4)), label: "space")
            document.append(.paragraph([.regular(ruled(blanks))]), label: "lines to write on")
        case .verbatim(let text): document.append(.paragraph([.regular(text)]), label: "text to copy")
        }
    }

    /// A label as it stands before its value.
    func labelled(_ label: String) -> String {
        switch language {
        case .french: "\(label) :"
        case .english: "\(label):"
        }
    }

    /// A sentence between the marks of its own language, whose spaces hold whatever the page's language is.
    static func quoted(_ sentence: String, in language: Language) -> String {
        switch language {
        case .french: Typography.french("« \(sentence.insideQuotation(in: language)) »").withWholeDates
        case .english: "“\(sentence.insideQuotation(in: language))”".withWholeDates
        }
    }

    func ruled(_ blanks: [Blank]) -> String {
        blanks.map { blank in
            let rule = String(repeating: "_", count: blank.room)
            return blank.label.isEmpty ? rule : "\(labelled(blank.label)) \(rule)"
        }.joined(separator: "   ")
    }

    static func inlines(_ text: String) -> [Inline] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { index, line in
            index == 0 ? [Inline.regular(String(line))] : [.lineBreak, .regular(String(line))]
        }
    }
}

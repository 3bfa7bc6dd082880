/// A document that is ready to be written: pages, structure and what a reader's title bar shows.
public struct PDFDraft: Sendable {
    /// Not empty: readers show it, and screen readers say it first.
    public var title: String
    public var author: String
    /// The natural language of the text, such as `fr`; RFC 5646.
    public var language: String
    public var pages: [PageContent] = []
    public var structure = StructureTree()
    /// In any order; the file holds them sorted by name.
    public var attachments: [EmbeddedFile] = []

    public init(title: String, author: String, language: String) {
        self.title = title
        self.author = author
        self.language = language
    }
}

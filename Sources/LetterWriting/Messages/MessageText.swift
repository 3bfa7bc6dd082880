public import ChannelPluginKit

/// A message before it is divided: its sentences in paragraphs and lines.
public struct MessageText: Hashable, Sendable {
    struct Line: Hashable, Sendable {
        var sentences: [MessageSentence]
        /// True when an empty line stands above.
        var startsParagraph: Bool
    }

    private(set) var lines: [Line] = []

    public init() {}

    /// Adds a paragraph; empty sentences are left out, and so is a paragraph without any.
    public mutating func add(paragraph sentences: [MessageSentence?]) {
        add(sentences, startsParagraph: true)
    }

    /// Adds a line below the last one.
    public mutating func add(line sentences: [MessageSentence?]) {
        add(sentences, startsParagraph: false)
    }

    /// Adds another message below an empty line.
    public mutating func append(_ other: MessageText) {
        let count = lines.count
        lines += other.lines
        if lines.indices.contains(count) { lines[count].startsParagraph = true }
    }

    private mutating func add(_ sentences: [MessageSentence?], startsParagraph: Bool) {
        let said = sentences.compactMap { $0 }.filter { !$0.isEmpty }
        if !said.isEmpty { lines.append(Line(sentences: said, startsParagraph: startsParagraph)) }
    }

    /// The whole message, without a line end.
    public var text: String {
        var text = ""
        for line in lines {
            if !text.isEmpty { text += line.startsParagraph ? "\n\n" : "\n" }
            text += line.sentences.map(\.text).joined(separator: " ")
        }
        return text
    }

    /// The message as one text that must fit, the line end of its file included.
    ///
    /// - Throws: `ChannelError.overLimit` for the person's own words when they are in it, else for `message`.
    public func whole(charactersMax: Int?) throws(ChannelError) -> String {
        let text = text
        guard let charactersMax, text.count >= charactersMax else { return text }
        throw .overLimit(field: largestField, actual: text.count + 1, max: charactersMax, unit: .characters)
    }

    /// What to shorten when the message does not fit: the description is the only text of any length.
    var largestField: RequestField {
        let isDescribed = lines.contains { line in
            line.sentences.contains { $0.atoms.contains { $0.field == MessageText.description } }
        }
        return isDescribed ? RequestField(MessageText.description) : "message"
    }

    static let description = "issue.description"
}

public import ContactRouting
public import Typesetting

/// A letter in words, before it is set.
public struct Letter: Hashable, Sendable {
    /// What it is about, without "Objet" or "Subject".
    public let subject: String
    public let language: Language
    /// The whole letter, addresses and enclosures included.
    public let document: Document
    /// The same words without addresses, place and mention: the text of a mail or a form.
    public let message: Document

    /// ``document`` as plain text.
    public var text: String { Typesetter.plainText(document) }
    /// ``message`` as plain text.
    public var messageText: String { Typesetter.plainText(message) }
    /// The message below its subject, to be copied into a form.
    public var formText: String {
        var heading = Document(language: message.language, title: subject, curlsApostrophes: true)
        heading.append(.subject(LetterWording(language).subjectLine(subject)))
        return Typesetter.plainText(heading) + "\n" + messageText
    }
}

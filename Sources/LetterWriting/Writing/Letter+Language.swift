public import ContactRouting
internal import Typesetting

extension Letter {
    /// The language that the letter is written in.
    public var language: Language { Language(rawValue: document.language) ?? .french }
}

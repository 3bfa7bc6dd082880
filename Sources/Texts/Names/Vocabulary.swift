public import ContactRouting

/// The names of the domain's closed lists in one language: labels for lists, tables, forms and sentences.
///
/// Names stand in lower case, as inside a sentence, unless they are proper names.
public struct Vocabulary: Hashable, Sendable, Typographic {
    public let language: Language

    /// Makes the vocabulary of a language.
    public init(_ language: Language) { self.language = language }

    /// How a name stands in a sentence.
    public enum Form: Hashable, Sendable, CaseIterable {
        /// `lettre recommandée avec avis de réception`.
        case bare
        /// `la lettre recommandée avec avis de réception`.
        case definite
        /// `Lettre recommandée avec avis de réception`: a heading, an entry of a list.
        case title
        /// `de la lettre recommandée avec avis de réception`; in English as `definite`.
        case of
    }
}

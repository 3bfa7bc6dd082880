/// A name with what a sentence needs to carry it: the article and its contractions in French, "the" in English.
struct Noun: Sendable {
    enum Article: Sendable {
        case le, la, elided, un, une
        /// A proper name: SignalConso.
        case none
    }

    let article: Article
    let french: String
    let english: String
    /// Whether English puts "the" (or "a", after `un` and `une`) before it.
    let englishArticle: String

    init(_ article: Article, _ french: String, _ english: String, the englishArticle: String = "the ") {
        self.article = article
        self.french = french
        self.english = english
        self.englishArticle = englishArticle
    }

    /// `la lettre`, `le chat`, `l’e-mail`, `SignalConso`.
    var frenchDefinite: String {
        switch article {
        case .le: "le \(french)"
        case .la: "la \(french)"
        case .elided: "l’\(french)"
        case .un: "un \(french)"
        case .une: "une \(french)"
        case .none: french
        }
    }

    /// `de la lettre`, `du chat`, `de l’e-mail`, `d’une association`, `de SignalConso`.
    var frenchOf: String {
        switch article {
        case .le: "du \(french)"
        case .la, .elided: "de \(frenchDefinite)"
        case .un, .une: "d’\(frenchDefinite)"
        case .none: FrenchWords.of(french)
        }
    }

    var englishDefinite: String { englishArticle + english }
}

/// Small words of French that change with the word that follows.
enum FrenchWords {
    /// `de Boutique`, `d’Amazon.fr`.
    static func of(_ name: String) -> String { beginsWithVowel(name) ? "d’\(name)" : "de \(name)" }

    /// `que la loi …`, `qu’une trace …`.
    static func that(_ clause: String) -> String {
        beginsWithVowel(clause) ? "qu’\(clause)" : "que \(clause)"
    }

    /// Whether a word elides the one before it.
    ///
    /// A leading h is taken for an aspirated one, as in most brand names.
    private static func beginsWithVowel(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first else { return false }
        return "aeiouAEIOUàâäéèêëîïôöùûüÀÂÄÉÈÊËÎÏÔÖÙÛÜœŒæÆ".unicodeScalars.contains(first)
    }
}

extension String {
    /// The text with a capital at its head, as a sentence or a title begins.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

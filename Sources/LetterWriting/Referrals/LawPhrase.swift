import ContactRouting
internal import Texts

/// Articles as one phrase: `les articles L. 217-3 et L. 217-9 du code de la consommation`.
struct LawPhrase {
    let articles: [LetterArticle]
    let language: Language

    /// Nil without an article.
    var text: String? {
        guard !articles.isEmpty else { return nil }
        let parts = LetterArticle.Code.allCases.compactMap { code in
            part(articles.filter { $0.code == code }.map(\.number), of: code)
        }
        return Formats(language).list(parts)
    }

    private func part(_ numbers: [String], of code: LetterArticle.Code) -> String? {
        guard !numbers.isEmpty else { return nil }
        let list = Formats(language).list(numbers).replacing("L. ", with: "L.\u{A0}")
            .replacing("R. ", with: "R.\u{A0}")
        let name = code.name(in: language)
        return switch language {
        case .french: "\(numbers.count == 1 ? "l’article" : "les articles") \(list) du \(name)"
        case .english:
            "\(numbers.count == 1 ? "article" : "articles") \(list) of \(code == .gdpr ? "" : "the ")\(name)"
        }
    }
}

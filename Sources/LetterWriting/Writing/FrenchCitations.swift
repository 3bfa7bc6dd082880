import ContactRouting
internal import Texts

/// Articles, enclosures and authorities as a French letter names them.
enum FrenchCitations {
    private static let formats = Formats(.french)

    /// `les articles L. 216-1 et L. 216-6 du code de la consommation`; nil when nothing is cited.
    ///
    /// Code by code, in the order of their numbers.
    static func basis(_ articles: [LetterArticle]) -> String? {
        let parts = LetterArticle.Code.allCases.compactMap { code -> String? in
            let numbers = LetterArticle.allCases.filter { $0.code == code && articles.contains($0) }
                .map { unbroken($0.number) }
            guard !numbers.isEmpty else { return nil }
            return (numbers.count == 1 ? "l’article " : "les articles ") + formats.list(numbers) + " "
                + name(of: code)
        }
        return parts.isEmpty ? nil : formats.list(parts)
    }

    /// A line never ends inside `L. 216-6`.
    static func unbroken(_ number: String) -> String { String(number.map { $0 == " " ? "\u{A0}" : $0 }) }

    private static func name(of code: LetterArticle.Code) -> String {
        switch code {
        case .consumer: "du code de la consommation"
        case .civil: "du code civil"
        case .gdpr: "du règlement (UE) 2016/679"
        case .financial: "du code monétaire et financier"
        case .civilProcedure: "du code de procédure civile"
        }
    }

    /// `des pièces n° 1 à 3`, after "copie"; nil without enclosures.
    static func enclosures(_ count: Int) -> String? {
        switch count {
        case ...0: nil
        case 1: "de la pièce n° 1"
        case 2: "des pièces n° 1 et 2"
        default: "des pièces n° 1 à \(count)"  // tidy-allow: numbers
        }
    }

    /// Who hears complaints about personal data, after "à".
    static func dataAuthority(for consumer: Consumer) -> String {
        (consumer.country ?? .france) == .france
            ? "la Commission nationale de l’informatique et des libertés (CNIL)"
            : "l’autorité de protection des données compétente"
    }
}

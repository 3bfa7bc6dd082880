import ContactRouting
internal import Texts

/// Articles, enclosures and authorities as a letter names them.
extension LetterWording {
    /// `les articles L. 216-1 et L. 216-6 du code de la consommation`, `Articles L. 216-1 and L. 216-6 of the French
    /// Consumer Code`; nil when nothing is cited.
    ///
    /// Code by code, in the order of their numbers.
    func basis(_ articles: [LetterArticle]) -> String? {
        let formats = Formats(language)
        let parts = LetterArticle.Code.allCases.compactMap { code -> String? in
            let numbers = LetterArticle.allCases.filter { $0.code == code && articles.contains($0) }
                .map { unbroken($0.number) }
            guard !numbers.isEmpty else { return nil }
            return (numbers.count == 1 ? say("l’article", "Article") : say("les articles", "Articles"))
                + " \(formats.list(numbers)) \(name(of: code))"
        }
        return parts.isEmpty ? nil : formats.list(parts)
    }

    /// A line never ends inside `L. 216-6`.
    func unbroken(_ number: String) -> String { String(number.map { $0 == " " ? "\u{A0}" : $0 }) }

    private func name(of code: LetterArticle.Code) -> String {
        switch code {
        case .consumer: say("du code de la consommation", "of the French Consumer Code")
        case .civil: say("du code civil", "of the French Civil Code")
        case .gdpr: say("du règlement (UE) 2016/679", "of Regulation (EU) 2016/679")
        case .financial: say("du code monétaire et financier", "of the French Monetary and Financial Code")
        case .civilProcedure: say("du code de procédure civile", "of the French Code of Civil Procedure")
        }
    }

    /// `des pièces n° 1 à 3`, after "copie"; `documents no.\u{A0}1 to 3`, after "copy of"; nil without enclosures.
    func enclosures(_ count: Int) -> String? {
        switch count {
        case ...0: nil
        case 1: say("de la pièce n° 1", "document no.\u{A0}1")
        case 2: say("des pièces n° 1 et 2", "documents no.\u{A0}1 and 2")
        default: say("des pièces n° 1 à \(count)", "documents no.\u{A0}1 to \(count)")  // tidy-allow: numbers
        }
    }

    /// Who hears complaints about personal data, after "à", "with".
    func dataAuthority(for consumer: Consumer) -> String {
        (consumer.country ?? .france) == .france
            ? say(
                "la Commission nationale de l’informatique et des libertés (CNIL)",
                "the French data protection authority (CNIL)")
            : say(
                "l’autorité de protection des données compétente", "the competent data protection authority")
    }
}

internal import ContactRouting
internal import Texts

/// What a demand stands on, short enough for a conversation.
///
/// A letter cites every article; a message names up to three, or the first of their chapter "and following".
enum LegalHint {
    /// Most articles named one by one.
    private static let articlesMax = 3

    /// - Returns: nil when the plan cites no article of the consumer code.
    static func text(_ plan: LetterPlan, in language: Language) -> MessageSentence? {
        let cited = plan.articles.filter { $0.code == .consumer && $0 != .consoL6121 }.map(\.number)
        guard let first = cited.min(by: isBefore) else { return nil }
        let isFrench = language == .french
        let named: String
        if cited.count <= articlesMax || Set(cited.map(chapter(of:))).count > 1 {
            named = Formats(language).list(cited)
        } else {
            named = first + (isFrench ? " et suivants" : " and following")
        }
        let isSingle = cited.count == 1
        let words =
            isFrench
            ? "code de la consommation, \(isSingle ? "article" : "articles") \(named)"
            : "French consumer code, \(isSingle ? "article" : "articles") \(named)"
        return MessageSentence(words: words)
    }

    /// The order of the code: `L. 217-3` before `L. 217-14`.
    private static func isBefore(_ one: String, _ other: String) -> Bool {
        numbers(one).lexicographicallyPrecedes(numbers(other))
    }

    /// What stands before the article's own number: `L. 217`.
    private static func chapter(of article: String) -> String {
        article.lastIndex(of: "-").map { String(article[..<$0]) } ?? article
    }

    private static func numbers(_ article: String) -> [Int] {
        article.split { !$0.isNumber }.compactMap { Int($0) }
    }
}

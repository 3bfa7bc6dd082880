import ContactRouting
import Synchronization

/// The templates of this build, each read when a letter first needs it: a command needs one of sixty.
final class TemplateLibrary: Sendable {
    static let shared = TemplateLibrary(sources: EmbeddedTemplates.sources)

    private let sources: [String: String]
    private let known = Mutex<[String: LetterTemplate]>([:])

    /// - Parameter sources: every template file by its name.
    init(sources: [String: String]) { self.sources = sources }

    /// - Throws: `LetterError.templateMissing` for a language in which the reader takes no paper, `.malformedTemplate`; a
    ///   test reads all that there are.
    func template(for kind: ReferralKind, in language: Language) throws(LetterError) -> LetterTemplate {
        try template(named: ReferralPaper(kind: kind, language: language).template)
    }

    /// - Throws: `LetterError.templateMissing`, `.malformedTemplate`; a test reads all that there are.
    func template(for kind: LetterKind, in language: Language) throws(LetterError) -> LetterTemplate {
        try template(named: LetterPaper(kind: kind, language: language).template)
    }

    private func template(named name: String) throws(LetterError) -> LetterTemplate {
        if let template = known.withLock({ $0[name] }) { return template }
        let template = try LetterTemplate(named: name, from: sources)
        known.withLock { $0[name] = template }
        return template
    }
}

/// A letter to a merchant or a seller in one of the languages: each kind exists in all of them.
struct LetterPaper: Hashable {
    let kind: LetterKind
    let language: Language

    static let all = LetterKind.allCases.flatMap { kind in
        Language.allCases.map { LetterPaper(kind: kind, language: $0) }
    }

    /// The name of the template.
    var template: String { "\(kind.rawValue)-\(language.rawValue)" }
}

/// A referral in a language that its reader takes.
struct ReferralPaper: Hashable {
    let kind: ReferralKind
    let language: Language

    /// Banks, conciliators and courts of France read French; the centres of other countries, English.
    static let all = [
        ReferralPaper(kind: .unauthorisedOperation, language: .french),
        ReferralPaper(kind: .chargeback, language: .french),
        ReferralPaper(kind: .mediation, language: .french),
        ReferralPaper(kind: .mediation, language: .english),
        ReferralPaper(kind: .crossBorderHelp, language: .english),
        ReferralPaper(kind: .conciliation, language: .french),
        ReferralPaper(kind: .courtRequest, language: .french),
    ]

    /// The name of the template.
    var template: String { "\(kind.rawValue)-\(language.rawValue)" }
}

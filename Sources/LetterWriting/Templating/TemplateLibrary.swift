import ContactRouting

/// The templates of this build, read once.
struct TemplateLibrary: Sendable {
    private let letters: [LetterPaper: LetterTemplate]
    private let referrals: [ReferralPaper: LetterTemplate]

    /// The library, or why it cannot be read; a test makes sure that it can.
    static let shared: Result<TemplateLibrary, LetterError> = {
        do throws(LetterError) {
            return .success(try TemplateLibrary(sources: EmbeddedTemplates.sources))
        } catch {
            return .failure(error)
        }
    }()

    /// - Throws: `LetterError.templateMissing`, `.malformedTemplate`.
    init(sources: [String: String]) throws(LetterError) {
        var letters: [LetterPaper: LetterTemplate] = [:]
        for paper in LetterPaper.all {
            letters[paper] = try LetterTemplate(named: paper.template, from: sources)
        }
        self.letters = letters
        var referrals: [ReferralPaper: LetterTemplate] = [:]
        for paper in ReferralPaper.all {
            referrals[paper] = try LetterTemplate(named: paper.template, from: sources)
        }
        self.referrals = referrals
    }

    /// - Throws: `LetterError.templateMissing` for a language in which the reader takes no paper.
    func template(for kind: ReferralKind, in language: Language) throws(LetterError) -> LetterTemplate {
        let paper = ReferralPaper(kind: kind, language: language)
        guard let template = referrals[paper] else { throw .templateMissing(paper.template) }
        return template
    }

    /// - Throws: `LetterError.templateMissing`.
    func template(for kind: LetterKind, in language: Language) throws(LetterError) -> LetterTemplate {
        let paper = LetterPaper(kind: kind, language: language)
        guard let template = letters[paper] else { throw .templateMissing(paper.template) }
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

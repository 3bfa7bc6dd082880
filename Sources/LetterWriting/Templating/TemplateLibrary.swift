import ContactRouting

/// The templates of this build, read once.
struct TemplateLibrary: Sendable {
    private let templates: [LetterKind: LetterTemplate]
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
        var templates: [LetterKind: LetterTemplate] = [:]
        for kind in LetterKind.allCases {
            templates[kind] = try LetterTemplate(named: kind.rawValue, from: sources)
        }
        self.templates = templates
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
    func template(for kind: LetterKind) throws(LetterError) -> LetterTemplate {
        guard let template = templates[kind] else { throw .templateMissing(kind.rawValue) }
        return template
    }
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

/// The files of the folder Templates, compiled in.
enum EmbeddedTemplates {
    static var sources: [String: String] {
        let files: [(name: String, bytes: [UInt8])] = [
            ("closing", PackageResources.closing_mustache),
            ("complaint-before-mediation", PackageResources.complaint_before_mediation_mustache),
            ("conformity-remedy", PackageResources.conformity_remedy_mustache),
            ("contacts", PackageResources.contacts_mustache),
            ("counterfeit", PackageResources.counterfeit_mustache),
            ("data-access", PackageResources.data_access_mustache),
            ("data-erasure", PackageResources.data_erasure_mustache),
            ("delivery-notice", PackageResources.delivery_notice_mustache),
            ("delivery-termination", PackageResources.delivery_termination_mustache),
            ("general-notice", PackageResources.general_notice_mustache),
            ("guarantee-refused", PackageResources.guarantee_refused_mustache),
            ("hidden-defect", PackageResources.hidden_defect_mustache),
            ("order", PackageResources.order_mustache),
            ("payment", PackageResources.payment_mustache),
            ("price-reduction-or-termination", PackageResources.price_reduction_or_termination_mustache),
            ("recourse", PackageResources.recourse_mustache),
            ("refund-after-return", PackageResources.refund_after_return_mustache),
            ("refund-after-termination", PackageResources.refund_after_termination_mustache),
            ("refund-overdue", PackageResources.refund_overdue_mustache),
            ("reminder", PackageResources.reminder_mustache),
            ("situation", PackageResources.situation_mustache),
            ("subscription-termination", PackageResources.subscription_termination_mustache),
            ("surcharge", PackageResources.surcharge_mustache),
            ("undue-payment", PackageResources.undue_payment_mustache),
            ("unordered-item", PackageResources.unordered_item_mustache),
            ("withdrawal", PackageResources.withdrawal_mustache),
            ("wrong-or-missing-item", PackageResources.wrong_or_missing_item_mustache),
            ("chargeback-fr", PackageResources.chargeback_fr_mustache),
            ("chronology", PackageResources.chronology_mustache),
            ("conciliation-fr", PackageResources.conciliation_fr_mustache),
            ("court-request-fr", PackageResources.court_request_fr_mustache),
            ("cross-border-help-en", PackageResources.cross_border_help_en_mustache),
            ("mediation-en", PackageResources.mediation_en_mustache),
            ("mediation-fr", PackageResources.mediation_fr_mustache),
            ("referral-claim-en", PackageResources.referral_claim_en_mustache),
            ("referral-claim-fr", PackageResources.referral_claim_fr_mustache),
            ("referral-facts-en", PackageResources.referral_facts_en_mustache),
            ("referral-facts-fr", PackageResources.referral_facts_fr_mustache),
            ("unauthorised-operation-fr", PackageResources.unauthorised_operation_fr_mustache),
        ]
        return Dictionary(
            files.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) },
            uniquingKeysWith: { first, _ in first })
    }
}

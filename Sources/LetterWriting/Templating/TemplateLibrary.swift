import ContactRouting

/// The templates of this build, read once.
struct TemplateLibrary: Sendable {
    private let templates: [LetterKind: LetterTemplate]

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
    }

    /// - Throws: `LetterError.templateMissing`.
    func template(for kind: LetterKind) throws(LetterError) -> LetterTemplate {
        guard let template = templates[kind] else { throw .templateMissing(kind.rawValue) }
        return template
    }
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
        ]
        return Dictionary(
            files.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) },
            uniquingKeysWith: { first, _ in first })
    }
}

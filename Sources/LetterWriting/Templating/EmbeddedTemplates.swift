/// The files of the folder Templates, compiled in.
enum EmbeddedTemplates {
    static var sources: [String: String] {
        Dictionary(
            (french + english + shared).map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) },
            uniquingKeysWith: { first, _ in first })
    }

    private typealias File = (name: String, bytes: [UInt8])

    /// What both languages take in.
    private static var shared: [File] {
        [
            ("chronology", PackageResources.chronology_mustache)
        ]
    }

    private static var french: [File] {
        [
            ("chargeback-fr", PackageResources.chargeback_fr_mustache),
            ("closing-fr", PackageResources.closing_fr_mustache),
            ("complaint-before-mediation-fr", PackageResources.complaint_before_mediation_fr_mustache),
            ("conciliation-fr", PackageResources.conciliation_fr_mustache),
            ("conformity-remedy-fr", PackageResources.conformity_remedy_fr_mustache),
            ("contacts-fr", PackageResources.contacts_fr_mustache),
            ("counterfeit-fr", PackageResources.counterfeit_fr_mustache),
            ("court-request-fr", PackageResources.court_request_fr_mustache),
            ("data-access-fr", PackageResources.data_access_fr_mustache),
            ("data-erasure-fr", PackageResources.data_erasure_fr_mustache),
            ("delivery-notice-fr", PackageResources.delivery_notice_fr_mustache),
            ("delivery-termination-fr", PackageResources.delivery_termination_fr_mustache),
            ("general-notice-fr", PackageResources.general_notice_fr_mustache),
            ("guarantee-refused-fr", PackageResources.guarantee_refused_fr_mustache),
            ("hidden-defect-fr", PackageResources.hidden_defect_fr_mustache),
            ("mediation-fr", PackageResources.mediation_fr_mustache),
            ("order-fr", PackageResources.order_fr_mustache),
            ("payment-fr", PackageResources.payment_fr_mustache),
            (
                "price-reduction-or-termination-fr",
                PackageResources.price_reduction_or_termination_fr_mustache
            ),
            ("recourse-fr", PackageResources.recourse_fr_mustache),
            ("referral-claim-fr", PackageResources.referral_claim_fr_mustache),
            ("referral-facts-fr", PackageResources.referral_facts_fr_mustache),
            ("refund-after-return-fr", PackageResources.refund_after_return_fr_mustache),
            ("refund-after-termination-fr", PackageResources.refund_after_termination_fr_mustache),
            ("refund-overdue-fr", PackageResources.refund_overdue_fr_mustache),
            ("reminder-fr", PackageResources.reminder_fr_mustache),
            ("situation-fr", PackageResources.situation_fr_mustache),
            ("subscription-termination-fr", PackageResources.subscription_termination_fr_mustache),
            ("surcharge-fr", PackageResources.surcharge_fr_mustache),
            ("unauthorised-operation-fr", PackageResources.unauthorised_operation_fr_mustache),
            ("undue-payment-fr", PackageResources.undue_payment_fr_mustache),
            ("unordered-item-fr", PackageResources.unordered_item_fr_mustache),
            ("withdrawal-fr", PackageResources.withdrawal_fr_mustache),
            ("wrong-or-missing-item-fr", PackageResources.wrong_or_missing_item_fr_mustache),
        ]
    }

    private static var english: [File] {
        [
            ("closing-en", PackageResources.closing_en_mustache),
            ("complaint-before-mediation-en", PackageResources.complaint_before_mediation_en_mustache),
            ("conformity-remedy-en", PackageResources.conformity_remedy_en_mustache),
            ("contacts-en", PackageResources.contacts_en_mustache),
            ("counterfeit-en", PackageResources.counterfeit_en_mustache),
            ("cross-border-help-en", PackageResources.cross_border_help_en_mustache),
            ("data-access-en", PackageResources.data_access_en_mustache),
            ("data-erasure-en", PackageResources.data_erasure_en_mustache),
            ("delivery-notice-en", PackageResources.delivery_notice_en_mustache),
            ("delivery-termination-en", PackageResources.delivery_termination_en_mustache),
            ("general-notice-en", PackageResources.general_notice_en_mustache),
            ("guarantee-refused-en", PackageResources.guarantee_refused_en_mustache),
            ("hidden-defect-en", PackageResources.hidden_defect_en_mustache),
            ("mediation-en", PackageResources.mediation_en_mustache),
            ("order-en", PackageResources.order_en_mustache),
            ("payment-en", PackageResources.payment_en_mustache),
            (
                "price-reduction-or-termination-en",
                PackageResources.price_reduction_or_termination_en_mustache
            ),
            ("recourse-en", PackageResources.recourse_en_mustache),
            ("referral-claim-en", PackageResources.referral_claim_en_mustache),
            ("referral-facts-en", PackageResources.referral_facts_en_mustache),
            ("refund-after-return-en", PackageResources.refund_after_return_en_mustache),
            ("refund-after-termination-en", PackageResources.refund_after_termination_en_mustache),
            ("refund-overdue-en", PackageResources.refund_overdue_en_mustache),
            ("reminder-en", PackageResources.reminder_en_mustache),
            ("situation-en", PackageResources.situation_en_mustache),
            ("subscription-termination-en", PackageResources.subscription_termination_en_mustache),
            ("surcharge-en", PackageResources.surcharge_en_mustache),
            ("undue-payment-en", PackageResources.undue_payment_en_mustache),
            ("unordered-item-en", PackageResources.unordered_item_en_mustache),
            ("withdrawal-en", PackageResources.withdrawal_en_mustache),
            ("wrong-or-missing-item-en", PackageResources.wrong_or_missing_item_en_mustache),
        ]
    }
}

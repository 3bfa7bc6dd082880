/// Varied cases against the merchant of the shipped directory, the same on every machine.
///
/// Facts of the same kind are stepped through with lengths that share no factor, so that the combinations differ.
enum CaseVariations {
    static func all(count: Int) -> [String] { (0..<count).map(text) }

    private static let kinds = [
        "late-delivery", "not-delivered", "marked-delivered-not-received", "missing-item", "wrong-item",
        "item-damaged", "item-defective", "item-not-as-described", "change-of-mind", "return-problem",
        "refund-not-received", "refund-refused", "warranty-refused", "charged-twice", "invoice-missing",
        "subscription-cancellation", "suspicious-message", "account-compromised", "unauthorised-charge",
    ]
    private static let sellers = [
        #"{"type": "first-party"}"#,
        #"{"type": "third-party", "fulfilledBy": "seller", "primeEligible": false, "country": "FR"}"#,
        #"{"type": "third-party", "fulfilledBy": "merchant", "primeEligible": true}"#,
        "{}",
    ]
    private static let histories = [
        "[]",
        #"[{"channel": "chat", "at": "2026-11-10T10:00:00+01:00", "outcome": "refused"}]"#,
        #"[{"channel": "seller-messaging", "at": "2026-11-09T09:00:00+01:00", "outcome": "no-reply"}]"#,
        """
        [{"channel": "chat", "at": "2026-09-20T10:00:00+02:00", "outcome": "promise-not-kept"},
         {"channel": "registered-mail", "at": "2026-10-02T10:00:00+02:00", "outcome": "no-reply"}]
        """,
        #"[{"channel": "email", "at": "2026-11-12T18:00:00+01:00", "outcome": "sent"}]"#,
    ]
    private static let consumers = [
        #"{"country": "FR", "region": "metropole", "hasAccount": true, "canCall": true}"#,
        #"{"country": "FR", "region": "reunion", "hasAccount": true, "canLogIn": false}"#,
        #"{"country": "FR", "region": "alsace-moselle", "deaf": true}"#,
        #"{"country": "BE", "timeZone": "Europe/Brussels", "language": "en"}"#,
        #"{"country": "FR", "region": "metropole", "professional": true}"#,
        "{}", #"{"country": "FR", "hasAccount": false}"#,
    ]
    private static let priorities = ["null", #""fastest""#, #""strongest-evidence""#]

    private static func text(_ index: Int) -> String {
        let kind = kinds[index % kinds.count]
        let arrived =
            kind == "late-delivery" || kind == "not-delivered"
            ? "" : #""deliveredOn": "2026-10-\#(10 + index % 19)","#
        let payment = index % 3 == 0 ? #""payment": "card","# : ""
        return """
            {"merchant": "amazon-fr", "seller": \(sellers[index % sellers.count]),
             "issue": {"kind": "\(kind)", "urgency": "\(index % 11 == 0 ? "high" : "normal")"},
             "order": {"orderedOn": "2026-10-0\(1 + index % 7)", "promisedOn": "2026-10-\(10 + index % 13)", \(arrived)
                       "latestEstimatedDelivery": "2026-10-\(15 + index % 11)", \(payment) "deliveredIn": "FR",
                       "amount": {"amount": "\(10 + index % 900).90", "currency": "EUR"}},
             "consumer": \(consumers[index % consumers.count]), "history": \(histories[index % histories.count]),
             "preferences": {"priority": \(priorities[index % priorities.count])}}
            """
    }
}

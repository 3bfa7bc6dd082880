internal import ContactRouting
internal import LetterWriting

/// Which fields each form has, in the order in which it asks for them.
///
/// Only SignalConso's own names are known (its public source, `POST /api/reports`); all others are ours, because the forms
/// of merchants and authorities stand behind a login or change without notice.
enum FormMap {
    static func fields(of kind: FormKind) -> [FormFact] {
        switch kind {
        case .selfService: [.orderNumber, .orderedOn, .item, .reason, .demand, .message]
        case .onlineReturn: [.orderNumber, .item, .itemCategory, .deliveredOn, .reason, .demand, .message]
        // C. conso. annex to R221-1.
        case .withdrawal: [.orderNumber, .item, .orderedOn, .deliveredOn, .name, .address, .email, .message]
        case .guarantee:
            [
                .orderNumber, .seller, .item, .amount, .announcedOn, .deliveredOn, .trackingNumber, .reason,
                .sellerContactedOn, .sellerAnswer, .demand, .message,
            ]
        case .association:
            [
                .name, .address, .email, .phone, .company, .seller, .website, .orderNumber, .orderedOn, .item,
                .amount, .payment, .reason, .demand, .message,
            ]
        case .signalConso: signalConso
        case .productSafety:
            [.item, .itemCategory, .company, .seller, .website, .orderedOn, .deliveredOn, .message]
        case .report33700: [.medium, .sender, .receivedAt, .smsTo33700, .linkOpened, .message]
        case .signalSpam: [.medium, .sender, .receivedAt, .linkOpened, .message]
        case .phishingReport: [.company, .medium, .sender, .receivedAt, .linkOpened, .dataGiven, .message]
        case .cyber17: [.reason, .medium, .linkOpened, .dataGiven, .message]
        case .pharos: [.pageAddress, .reason, .message]
        case .thesee:
            [
                .name, .address, .email, .phone, .company, .seller, .pageAddress, .orderNumber, .orderedOn,
                .item,
                .amount, .payment, .debitedOn, .message,
            ]
        }
    }

    static func naming(of kind: FormKind) -> FormSheet.Naming { kind == .signalConso ? .theirs : .ours }

    /// Name and e-mail stay open: they are the person's to give, and reach the company only with `contactAgreement`.
    ///
    /// - Source: github.com/betagouv/signalconso-website, body of `POST /api/reports`.
    private static let signalConso: [FormFact] = [
        .choice("category", "Catégorie", "Category", SignalConso.category),
        .choice("subcategories", "Sous-catégorie", "Subcategory") { $0.reason },
        .text("details", "Description", "Description") { $0.message },
        .text("websiteURL", "Site internet de l’entreprise", "The company’s website") { $0.website },
        .text("vendor", "Vendeur sur la place de marché", "Seller on the marketplace") {
            $0.facts.seller.kind == .thirdParty ? $0.sellerName : nil
        },
        .text("companySiret", "SIRET de l’entreprise", "The company’s SIRET", SignalConso.siret),
        .open("firstName", "Prénom", "First name"),
        .open("lastName", "Nom", "Last name"),
        .open("email", "E-mail", "E-mail"),
        .open(
            "contactAgreement", "Accord pour transmettre vos coordonnées à l’entreprise",
            "Consent to pass your details on to the company"),
    ]
}

/// What SignalConso asks for beyond the facts of a case.
enum SignalConso {
    /// The entry of its first page.
    ///
    /// - Source: github.com/betagouv/signalconso-website, list of categories.
    static func category(_ reading: FormReading) -> String {
        reading.facts.issue.kind == .unsolicitedSalesCall ? "DemarchageAbusif" : "AchatInternet"
    }

    /// The fourteen digits of an establishment, where the case gives them.
    static func siret(_ reading: FormReading) -> String? {
        let number = reading.facts.seller.registration?.text.filter { !$0.isWhitespace } ?? ""
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        return number.utf8.count == 14 && number.utf8.allSatisfy(digits.contains) ? number : nil
    }

    /// Whether SignalConso sends the person on instead of taking the report.
    ///
    /// - Source: its tree for purchases on the internet: never delivered by a site that is gone.
    static func isBlocked(_ facts: ContactCase) -> Bool {
        facts.seller.siteReachable == false && IssueSet.notArrived.contains(facts.issue.kind)
    }
}

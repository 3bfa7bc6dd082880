/// Cases that end at a bank, a mediator or a court.
enum InstitutionCases {
    static let bank = """
        "bank": {"name": "Banque Exemple", "address": ["Service réclamations", "5 place du Marché", "69002 Lyon"],
          "phone": "+33139980101"},
        """

    static let person = """
        "consumer": {"name": "Camille Exemple", "address": ["12 rue des Lilas", "69003 Lyon"],
          "email": "camille@exemple.example", "phone": "+33639981234", "country": "FR"},
        \(bank)
        "court": {"name": "Tribunal judiciaire de Lyon", "address": ["67 rue de l'Exemple", "69003 Lyon"]}
        """

    /// A debit that the person did not make.
    static let debit = """
        {"merchant": "amazon-fr", "issue": {"kind": "unauthorised-charge"},
         "order": {"debitedOn": "2026-11-12", "amount": {"amount": "1249.50", "currency": "EUR"}, "payment": "card"},
         \(person)}
        """

    /// A parcel that never came from a shop that the person describes.
    static func parcel(country: String = "FR", mediator: Bool = true, tried: String = "") -> String {
        let named = """
            , "mediator": {"name": "Médiation Exemple", "address": ["8 avenue de la République", "75011 Paris"],
              "website": "https://mediation.example/saisir"}
            """
        return """
            {"merchant": {"name": "Boutique Exemple", "country": "\(country)", "email": "contact@boutique.example",
               "address": ["Boutique Exemple SARL", "1 rue de l'Exemple", "59000 Lille"]\(mediator ? named : "")},
             "seller": {"type": "own-website", "country": "\(country)", "registration": "RCS Lille 123 456 789"},
             "issue": {"kind": "not-delivered", "demand": "refund"},
             "order": {"number": "BX-20451", "orderedOn": "2026-08-28", "promisedOn": "2026-09-04", "deliveredIn": "FR",
               "amount": {"amount": "129.00", "currency": "EUR"}, "payment": "card", "terminatedOn": "2026-10-12"},
             "history": [
               {"channel": "email", "at": "2026-09-08T09:00:00+02:00", "outcome": "no-reply"},
               {"channel": "registered-mail", "at": "2026-09-21T10:00:00+02:00", "outcome": "delivered", "deadline": "2026-10-06"}
               \(tried)],
             \(person)}
            """
    }

    static let conciliated = """
        , {"channel": "conciliator", "at": "2026-10-30T10:00:00+01:00", "outcome": "refused"}
        """
}

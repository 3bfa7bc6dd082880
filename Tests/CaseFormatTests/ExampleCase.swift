/// The example of docs/case-format.md, every key of it.
enum ExampleCase {
    static let text = #"""
        {
          "reference": "lampe-2026",
          "merchant": "amazon-fr",
          "seller": {
            "type": "third-party", "name": "Exemple SARL", "country": "FR", "fulfilledBy": "seller", "primeEligible": false, "siteReachable": true,
            "address": ["Exemple SARL", "1 rue de l'Exemple", "59000 Lille"], "email": null, "website": null, "registration": null
          },
          "issue": {
            "kind": "item-not-as-described", "urgency": "normal", "demand": "refund",
            "description": "La lampe reçue est blanche,\nl'annonce montrait une lampe noire."
          },
          "order": {
            "number": "404-1234567-1234567", "orderedOn": "2026-11-16", "promisedOn": "2026-11-20",
            "latestEstimatedDelivery": "2026-11-22", "deliveredOn": "2026-11-21", "deliveredIn": "FR",
            "amount": {"amount": "59.90", "currency": "EUR"}, "payment": "card",
            "item": {"name": "Lampe de bureau", "category": "homeware", "condition": "new", "opened": true, "sealBroken": false, "partlyUsed": false}
          },
          "consumer": {
            "name": "Camille Exemple", "address": ["12 rue des Lilas", "69003 Lyon"], "email": "camille@exemple.example", "phone": "+33639981234",
            "country": "FR", "region": "metropole", "timeZone": "Europe/Paris", "language": "fr", "reachable": "Mo-Fr 18:00-20:00; Sa 09:00-12:00",
            "hasAccount": true, "canLogIn": true, "canCall": true, "deaf": false, "professional": false, "signature": "signature.png"
          },
          "preferences": {"priority": "fastest", "needsWrittenProof": false, "preferredChannel": null, "askedChannel": null, "avoid": []},
          "history": [
            {"channel": "seller-messaging", "at": "2026-11-24T09:00:00+01:00", "outcome": "no-reply"}
          ],
          "attachments": [{"path": "facture.pdf", "title": "Facture"}]
        }
        """#

    /// Every key that the format knows and the example does not show.
    static let furtherKeys = #"""
        {
          "merchant": {
            "name": "Boutique Exemple", "country": "RE", "website": "https://boutique.example/", "address": ["Boutique", "97400 Saint-Denis"],
            "email": "contact@boutique.example", "phone": "0262 12 34 56", "links": {"chat": "https://boutique.example/chat"},
            "mediator": {"name": "Médiateur", "address": ["1 rue X", "75001 Paris"], "website": "https://mediateur.example/"},
            "languages": ["fr", "en"]
          },
          "issue": {"kind": "suspicious-message", "medium": "sms", "clicked": true, "dataGiven": ["card-number", "password"]},
          "order": {
            "orderedOn": "2026-10-01", "parcelsDeliveredOn": ["2026-10-05", "2026-10-07"], "withdrawalNotifiedOn": "2026-10-08",
            "returnShippedOn": "2026-10-09", "returnReceivedOn": "2026-10-12", "defectFoundOn": "2026-10-07", "repairRequestedOn": "2026-10-08",
            "repairedOn": "2026-10-10", "terminatedOn": "2026-10-20", "debitedOn": "2026-10-01", "withdrawalInformed": false,
            "digitalWaiver": false, "carrierChosenByConsumer": false, "carrierTracking": "XX 123"
          },
          "consumer": {"country": "FR", "region": "reunion", "phone": "0692 12 34 56"},
          "bank": {"name": "Banque", "address": ["1 rue Y", "75002 Paris"], "phone": "01 23 45 67 89"},
          "court": {"name": "Tribunal judiciaire"},
          "preferences": {"preferredChannel": "chat", "askedChannel": "odr", "avoid": ["phone"]},
          "history": [
            {"channel": "registered-mail", "at": "2026-10-15T10:00:00+02:00", "outcome": "promised", "deliveredOn": "2026-10-17",
             "promisedOn": "2026-10-30", "deadline": "2026-11-01", "transcriptKept": true, "note": "par écrit"}
          ]
        }
        """#
}

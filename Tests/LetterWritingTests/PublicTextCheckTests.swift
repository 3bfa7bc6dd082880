import ChannelPluginKit
import ContactRouting
import LetterTestSupport
import LetterWriting
import Testing

@Suite("PublicTextCheck")
struct PublicTextCheckTests {
    static var facts: ContactCase {
        Sample.facts(.notDelivered) { facts in
            facts.consumer.phone = (try? PhoneNumber(parsing: "+33639981234")).map { Private($0) }
            facts.order.carrierTracking = Sample.line("6A12345678901")
        }
    }

    @Test(
        "the case's own values are found however they are written",
        arguments: [
            ("Commande 404-1234567-1234567.", PrivateFact.orderNumber),
            ("commande 404 1234567 1234567", .orderNumber), ("404.1234567.1234567", .orderNumber),
            ("４０４-1234567-1234567", .orderNumber), ("6a 1234 5678 901", .trackingNumber),
            ("j’habite 12, RUE des lilas", .address), ("69003   LYON", .address),
            ("CAMILLE@exemple.example", .email), ("camille @ exemple . example", .email),
            ("06 39 98 12 34", .phone), ("06.39.98.12.34", .phone), ("+33 (0)6-39-98-12-34", .phone),
            ("camille (at) exemple.example", .email), ("camille arobase exemple.example", .email),
            ("404-1234\u{200B}567-12\u{AD}34567", .orderNumber), ("0️⃣6️⃣39981234", .phone),
            ("0033639981234", .phone), ("0 6 3 9 9 8 1 2 3 4", .phone),
        ])
    func own(text: String, fact: PrivateFact) {
        let found = PublicTextCheck(Self.facts, scope: .own).findings(in: text)

        #expect(found.contains(fact))
    }

    @Test(
        "strangers learn neither the name nor the street, with or without its number",
        arguments: [
            ("je suis Camille  EXEMPLE", PrivateFact.name), ("J’habite rue des Lilas.", .address),
            ("au bout de la Rue  des LILAS", .address),
        ])
    func nameAndStreet(text: String, fact: PrivateFact) {
        #expect(PublicTextCheck(Self.facts).findings(in: text) == [fact])
    }

    @Test("a number with an addition is no part of the street, and a postcode is no number of a house")
    func streets() {
        var facts = Self.facts
        facts.consumer.address = Private(Sample.address("12 bis, avenue Verte", "69003 Lyon"))
        let check = PublicTextCheck(facts)

        #expect(check.findings(in: "avenue verte") == [.address])
        #expect(check.findings(in: "La boutique de Lyon ne répond pas.").isEmpty)
    }

    @Test("a form may hold the name")
    func nameInForms() {
        #expect(PublicTextCheck(Self.facts, scope: .own).findings(in: "Camille Exemple").isEmpty)
    }

    @Test(
        "what looks like a private fact is found, whoever's it is",
        arguments: [
            ("écrivez à jean@boutique.example svp", PrivateFact.email), ("01 23 45 67 89", .phone),
            ("tél. : 0805-10-14-20", .phone), ("+49 30 1234567", .phone), ("00 33 1 23 45 67 89", .phone),
            ("FR76 3000 6000 0112 3456 7890 189", .iban), ("fr7630006000011234567890189", .iban),
            ("FR76.3000.6000.0112.3456.7890.189", .iban), ("IBAN:DE89370400440532013000.", .iban),
            ("GB-82-WEST-1234-5698-7654-32", .iban), ("4970 1000 0000 0006 oups", .cardNumber),
            ("171-7654321-7654321", .orderNumber), ("au 5 bis rue Verte", .address),
            ("3, avenue de la Gare", .address),
            ("75362 Paris", .address),
        ])
    func anybody(text: String, fact: PrivateFact) {
        let found = PublicTextCheck(Sample.facts(.other)).findings(in: text)

        #expect(found.contains(fact))
    }

    @Test(
        "ordinary sentences hold nothing private",
        arguments: [
            "La lampe reçue est blanche, l’annonce montrait une lampe noire.",
            "Livré le 05/11/2026 à 10 h, soit 3 jours après le 02.11.2026.",
            "Prix : 1 234,50 € au lieu de 999,00 €.",
            "J’attends depuis 10 jours et 2 relances, le 12 et le 24 novembre 2026.",
            "Article 12 rue-tabaga ? Non : modèle X-200, 220 V, 50 Hz, EAN 4006381333931.",
            "FR76 n’est que le début d’un IBAN, et FR76 3000 6000 0112 3456 7890 188 n’en est pas un.",
            "Remise de 15000 EUR promise en 2026.", "@boutique ne répond pas, 3 messages envoyés.",
        ])
    func innocent(text: String) {
        let found = PublicTextCheck(Self.facts).findings(in: text)

        #expect(found.isEmpty)
    }

    @Test("the error names the field and the kinds of facts, and no value")
    func error() throws {
        let check = PublicTextCheck(Self.facts)

        let error = #expect(throws: ChannelError.self) {
            try check.check("404-1234567-1234567, 06 39 98 12 34", field: "issue.description")
        }

        let text = try #require(error).description
        #expect(
            text
                == "issue.description cannot be used: it holds an order number and a phone number, and strangers may read it there: take it out."
        )
    }

    @Test("a short value of the case is not found in every text")
    func shortValues() {
        var facts = Self.facts
        facts.order.number = Private(Sample.line("2026"))

        let found = PublicTextCheck(facts).findings(in: "En 2026, rien n’est arrivé.")

        #expect(found.isEmpty)
        facts.order.number = Private(Sample.line("A-77"))
        #expect(PublicTextCheck(facts).findings(in: "Commande a-77, rien.") == [.orderNumber])
        #expect(PublicTextCheck(facts).findings(in: "Le quota 77 est atteint.").isEmpty)
    }

    @Test("the French numbers of a text are read once each, without their spaces")
    func phoneNumbers() {
        let text = "Appels du 01 62 23 45 67, puis +33 1 62 23 45 67 et 0899 70 10 20, le 05/11/2026 10 h."

        #expect(PhoneNumbersInText.numbers(in: text) == ["0162234567", "0899701020"])
    }
}

import Bank
import ChannelPluginKit
import ChannelPluginTesting
import CivilCalendar
import ContactRouting
import JSONText
import LetterTestSupport
import Testing

@Suite("Bank")
struct BankTests {
    static let claim = Sample.referralRequest(.bankClaim, Sample.unknownDebit)
    static let chargeback = Sample.referralRequest(.bankChargeback, Sample.lostParcel)

    static var cardBlock: PreparationRequest {
        var request = Sample.referralRequest(.bankCardBlock, Sample.unknownDebit)
        do { request.recipient.phone = try PhoneNumber(parsing: "+33139980101") } catch {
            preconditionFailure("\(error)")
        }
        request.link = request.recipient.phone.map { ContactLink(calling: $0) }
        return request
    }

    @Test("it keeps the contract of every channel plugin")
    func contract() async {
        var subject = ContractSubject(
            BankPlugin(), requests: [Self.claim, Self.chargeback, Self.cardBlock])
        var wide = Self.claim
        wide.recipient.address = Sample.address(
            "Banque", "Une rue au nom bien plus long que trente-huit signes", "59000 Lille")
        subject.tooLarge = [wide]
        var nobody = Self.chargeback
        nobody.contactCase.consumer.name = nil
        var control = Self.cardBlock
        control.contactCase.issue.description = Private("a\u{1B}[31m")
        subject.incomplete = [nobody, control]

        let breaches = await checkChannelContract(subject)

        #expect(breaches == [])
    }

    @Test("what a letter to the bank needs is named all at once")
    func missing() async {
        var request = Self.claim
        request.recipient = DeliveryRecipient()
        request.contactCase.consumer.address = nil
        request.contactCase.order = Order()

        await #expect(
            throws: ChannelError.missing(
                channel: .bankClaim,
                fields: ["consumer.address", "bank.name", "bank.address", "order.amount", "order.debitedOn"])
        ) {
            try await BankPlugin().prepare(request)
        }
    }

    @Test("a chargeback needs no day of the debit")
    func chargebackNeeds() async throws {
        var request = Self.chargeback
        request.contactCase.order.debitedOn = nil

        #expect(try await BankPlugin().prepare(request).artifacts.count == 3)
    }

    @Test("a line of the bank's address above 38 characters is named by the bank's field")
    func longLine() async {
        var request = Self.claim
        request.recipient.address = Sample.address(
            "Banque", "Une rue au nom bien plus long que trente-huit signes", "59000 Lille")

        await #expect(
            throws: ChannelError.overLimit(
                field: "bank.address, line 2", actual: 52, max: 38, unit: .characters)
        ) {
            try await BankPlugin().prepare(request)
        }
    }

    @Test(
        "a letter has three files, and the person sends it",
        arguments: [Self.claim, Self.chargeback])
    func files(request: PreparationRequest) async throws {
        let prepared = try await BankPlugin().prepare(request)

        #expect(prepared.artifacts.map(\.fileName.text) == ["letter.pdf", "letter.txt", "form.json"])
        #expect(prepared.recipient.reveal() == "Institution Exemple, 5 place du Marché, 69002 Lyon")
        guard case .person(let task) = prepared.payload else {
            Issue.record("it is no task for a person")
            return
        }
        #expect(task.kind == .post)
    }

    @Test("the form repeats the operation, and claims no right for a chargeback")
    func form() async throws {
        let claim = try await form(of: Self.claim)
        let chargeback = try await form(of: Self.chargeback)

        #expect(claim.member(named: "debitedOn")?.string == "2026-11-12")
        #expect(claim.member(named: "amount")?.member(named: "amount")?.string == "1249.50")
        #expect(claim.member(named: "demand")?.string == "remboursement immédiat")
        #expect(claim.member(named: "orderNumber") == nil)
        #expect(chargeback.member(named: "orderNumber")?.string == "404-1234567-1234567")
        #expect(chargeback.member(named: "demand")?.string == "contestation du paiement (chargeback)")
        #expect(chargeback.member(named: "statement")?.string?.contains("L. ") == false)
    }

    @Test("a block that the bank refused is told as asked for, not as done")
    func refusedBlock() async throws {
        var facts = Sample.unknownDebit
        facts.history = [Sample.contact(.bankCardBlock, "2026-11-20T10:00:00+01:00", .refused)]

        let refused = try await form(of: Sample.referralRequest(.bankClaim, facts))
        facts.history[0].outcome = .accepted
        let accepted = try await form(of: Sample.referralRequest(.bankClaim, facts))

        #expect(refused.member(named: "cardBlockAskedOn")?.string == "2026-11-20")
        #expect(refused.member(named: "cardBlockedOn") == nil)
        #expect(accepted.member(named: "cardBlockedOn")?.string == "2026-11-20")
        #expect(accepted.member(named: "cardBlockAskedOn") == nil)
    }

    private func form(of request: PreparationRequest) async throws -> JSONValue {
        let prepared = try await BankPlugin().prepare(request)
        let bytes = try #require(prepared.artifact(.form)).bytes.reveal()
        return try #require(try JSONDocument(parsing: bytes).root.member(named: "fields"))
    }

    @Test("Golden: the brief for the call that blocks a card", arguments: Language.allCases)
    func brief(language: Language) async throws {
        let prepared = try await BankPlugin().prepare(Self.cardBlock.written(in: language))

        let brief = try #require(prepared.artifact(.briefText))
        #expect(prepared.link?.text == "tel:+33139980101")
        try expectGolden(
            String(decoding: brief.bytes.reveal(), as: UTF8.self), named: "brief-\(language.rawValue).txt")
    }

    @Test(
        "without the bank's number the call goes to the one on the card, and a doubt says so",
        arguments: [
            (Language.french, "le numéro au dos de la carte"),
            (.english, "the number on the back of the card"),
        ])
    func unknownNumber(language: Language, number: String) async throws {
        var request = Self.cardBlock.written(in: language)
        request.recipient = DeliveryRecipient()
        request.link = nil

        let prepared = try await BankPlugin().prepare(request)

        let brief = try #require(prepared.artifact(.briefText))
        #expect(String(decoding: brief.bytes.reveal(), as: UTF8.self).contains(number))
        #expect(prepared.doubts == [.bankNumberUnknown])
        #expect(prepared.link == nil)
        #expect(try await BankPlugin().prepare(Self.cardBlock).doubts == [])
    }

    @Test("who gave the card's number to a fraud says so, and no debit is claimed")
    func givenNumber() async throws {
        var request = Self.cardBlock
        request.contactCase.issue = Issue(kind: .suspiciousMessage)
        request.contactCase.issue.dataGiven = [.cardNumber]

        let prepared = try await BankPlugin().prepare(request)

        let text = String(decoding: try #require(prepared.artifact(.briefText)).bytes.reveal(), as: UTF8.self)
        #expect(text.contains("communiqué à des fraudeurs"))
        #expect(!text.contains("1 249,50") && !text.contains("12 novembre"))
    }
}

extension PreparationRequest {
    /// The same request for a person who reads another language.
    func written(in language: Language) -> PreparationRequest {
        var copy = PreparationRequest(
            channel: channel, caseReference: caseReference, deliveryReference: deliveryReference, now: now,
            timeZone: timeZone, language: language, contactCase: contactCase, letter: letter)
        copy.referral = referral
        copy.recipient = recipient
        copy.trader = trader
        copy.link = link
        copy.phone = phone
        return copy
    }
}

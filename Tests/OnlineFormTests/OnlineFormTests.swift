import ChannelPluginKit
import ChannelPluginTesting
import ContactRouting
import JSONText
import LetterTestSupport
import OnlineForm
import Testing

@Suite("OnlineForm")
struct OnlineFormTests {
    static let channels = OnlineFormPlugin().channels.map(\.channel)

    /// A third-party seller, everything known.
    static let purchase = Sample.facts(.itemNotAsDescribed) { facts in
        facts.seller.kind = .thirdParty
        facts.seller.name = Sample.line("Exemple SARL")
        facts.seller.registration = Sample.line("123 456 789 00012")
        facts.issue.demand = .refund
        facts.issue.description = Private("La lampe reçue est blanche, l’annonce montrait une lampe noire.")
        facts.order.payment = .card
        facts.history = [Sample.contact(.sellerMessaging, "2026-11-18T10:00:00+01:00", .noReply)]
    }

    static let sms = Sample.facts(.suspiciousMessage) { facts in
        facts.order = Order()
        facts.issue.medium = .sms
        facts.issue.clicked = true
        facts.issue.dataGiven = [.bankDetails]
        facts.issue.description = Private("Un SMS annonce un colis bloqué et demande des frais par un lien.")
    }

    static let dangerous = Sample.facts(.dangerousProduct) { facts in
        facts.issue.description = Private("La prise chauffe et sent le brûlé.")
    }

    /// A case such as the channel is for.
    static func facts(for channel: ChannelName) -> ContactCase {
        switch channel {
        case .report33700, .signalSpam, .merchantPhishingReport, .cyber17: sms
        case .productSafety: dangerous
        case .withdrawalButton: Sample.facts(.changeOfMind)
        default: purchase
        }
    }

    static let call = Sample.facts(.suspiciousMessage) { facts in
        facts.order = Order()
        facts.issue.medium = .call
        facts.issue.clicked = false
        facts.issue.description = Private(
            "Le 01 62 23 45 67 appelle au nom de la boutique et demande un code.")
    }

    static func request(
        _ channel: ChannelName, _ facts: ContactCase = purchase, language: Language = .french
    ) -> PreparationRequest {
        let base = Sample.request(channel, facts, plan: Sample.plan(facts, through: channel))
        var request = PreparationRequest(
            channel: channel, caseReference: base.caseReference, deliveryReference: base.deliveryReference,
            now: base.now, timeZone: base.timeZone, language: language, contactCase: facts,
            letter: base.letter)
        request.recipient = base.recipient
        request.merchantName = Sample.line("Boutique Exemple")
        return request
    }

    static func file(_ role: ArtifactRole, of request: PreparationRequest) async throws -> String {
        let prepared = try await OnlineFormPlugin().prepare(request)
        return String(decoding: try #require(prepared.artifact(role)).bytes.reveal(), as: UTF8.self)
    }

    static func form(_ request: PreparationRequest) async throws -> JSONValue {
        try JSONDocument(parsing: Array(try await file(.form, of: request).utf8)).root
    }

    @Test("it keeps the contract of every channel plugin, on all of its channels")
    func contract() async {
        var subject = ContractSubject(OnlineFormPlugin(), requests: Self.channels.map { Self.request($0) })
        var long = Self.purchase
        long.issue.description = Private(String(repeating: "mot ", count: 2_000))
        subject.tooLarge = Self.channels.filter { $0 != .withdrawalButton }.map { Self.request($0, long) }
        var nobody = Self.purchase
        nobody.consumer.name = nil
        subject.incomplete = [Self.request(.withdrawalButton, nobody)]

        let breaches = await checkChannelContract(subject)

        #expect(breaches == [])
    }

    @Test("Golden: form and text of each channel", arguments: channels)
    func golden(channel: ChannelName) async throws {
        let request = Self.request(channel, Self.facts(for: channel))

        try expectGolden(try await Self.file(.form, of: request), named: "\(channel).json")
        try expectGolden(try await Self.file(.message, of: request), named: "\(channel).txt")
    }

    @Test("Golden: what the person is told, in both languages", arguments: channels, Language.allCases)
    func advice(channel: ChannelName, language: Language) async throws {
        let prepared = try await OnlineFormPlugin().prepare(
            Self.request(channel, Self.facts(for: channel), language: language))

        guard case .person(let task) = prepared.payload else {
            Issue.record("a form is for a person")
            return
        }
        let text =
            ([prepared.recipient.reveal(), prepared.afterwards, task.proof ?? ""]
            + prepared.doubts.map(\.code.text))
            .joined(separator: "\n") + "\n"
        try expectGolden(text, named: "advice-\(channel)-\(language.rawValue).txt")
    }

    @Test("a withdrawal without a name or a contract names what is missing")
    func incompleteWithdrawal() async {
        var facts = Self.purchase
        facts.consumer.name = nil
        facts.order = Order()

        await #expect(
            throws: ChannelError.missing(
                channel: .withdrawalButton, fields: ["consumer.name", "order.number"])
        ) { try await OnlineFormPlugin().prepare(Self.request(.withdrawalButton, facts)) }
    }

    @Test("SignalConso gets its own field names, and nothing of the person without their consent")
    func signalConso() async throws {
        let form = try await Self.form(Self.request(.signalConso))

        let fields = try #require(form.member(named: "fields"))
        #expect(form.member(named: "keys")?.string == "theirs")
        #expect(fields.member(named: "category")?.string == "AchatInternet")
        #expect(fields.member(named: "companySiret")?.string == "12345678900012")
        #expect(fields.member(named: "vendor")?.string == "Exemple SARL")
        for open in ["firstName", "lastName", "email", "contactAgreement"] {
            #expect(fields.member(named: open) == nil)
        }
        let message = try await Self.file(.message, of: Self.request(.signalConso))
        for secret in ["Camille", "404-1234567", "Lilas", "@"] { #expect(!message.contains(secret)) }
    }

    @Test("a report that would tell the company who the person is is refused, other people's numbers are not")
    func report() async throws {
        var own = Self.purchase
        own.issue.description = Private("Ma commande est la 404-1234567-1234567.")
        var other = Self.purchase
        other.issue.description = Private("Leur ligne, le 01 62 23 45 67, ne répond pas.")

        await #expect(
            throws: ChannelError.unusable(
                field: "issue.description",
                reason: "it holds an order number, and strangers may read it there: take it out")
        ) { try await OnlineFormPlugin().prepare(Self.request(.signalConso, own)) }
        let message = try await Self.file(.message, of: Self.request(.signalConso, other))
        #expect(message.contains("01 62 23 45 67"))
    }

    @Test("a reported call becomes the text message for 33700")
    func spamCall() async throws {
        let request = Self.request(.report33700, Self.call)

        let form = try await Self.form(request)
        let message = try await Self.file(.message, of: request)

        #expect(message == "spamvocal 0162234567\n")
        #expect(form.member(named: "fields")?.member(named: "smsTo33700")?.string == "spamvocal 0162234567")
        #expect(form.member(named: "fields")?.member(named: "sender")?.string == "0162234567")
    }

    @Test("with two numbers, or only the person's own, nobody is reported by guess")
    func unknownCaller() async throws {
        var two = Self.call
        two.issue.description = Private("Le 01 62 23 45 67 puis le 01 62 23 45 68.")
        var own = Self.call
        own.consumer.phone = (try? PhoneNumber(parsing: "+33639981234")).map { Private($0) }
        own.issue.description = Private("On m’appelle sur le 06 39 98 12 34.")

        for facts in [two, own] {
            let form = try await Self.form(Self.request(.report33700, facts))

            #expect(form.member(named: "fields")?.member(named: "smsTo33700") == nil)
            #expect(form.member(named: "fields")?.member(named: "sender") == nil)
        }
    }

    /// The time that a letter set for the delivery is over.
    static let noticeFailed = Sample.facts(.notDelivered) { facts in
        facts.issue.demand = .refund
        facts.order.deliveredOn = nil
        facts.history = [
            Sample.contact(.registeredMail, "2026-11-01T10:00:00+01:00", .noReply, deadline: "2026-11-15")
        ]
    }

    @Test("only a text that itself ends the contract asks for a durable medium", arguments: channels)
    func durableMedium(channel: ChannelName) async throws {
        let request = Self.request(channel, Self.noticeFailed)
        #expect(request.letter?.kind == .deliveryTermination)

        let prepared = try await OnlineFormPlugin().prepare(request)

        let message = String(
            decoding: try #require(prepared.artifact(.message)).bytes.reveal(), as: UTF8.self)
        let declares = message.contains("je résous le contrat")
        #expect(prepared.doubts.contains(.durableMediumNeeded) == declares)
        #expect(declares == [.selfService, .onlineReturn, .marketplaceGuarantee].contains(channel))
    }

    @Test("a guarantee is asked for what the person wants, and told when the seller was written to")
    func guarantee() async throws {
        let message = try await Self.file(.message, of: Self.request(.marketplaceGuarantee))

        #expect(message.contains("le 18 novembre 2026\u{A0}: sans réponse."))
        #expect(message.hasSuffix("Ma demande\u{A0}: remboursement de 129,00\u{A0}€.\n"))
    }

    @Test("no form has an empty value, for any issue on any channel", arguments: channels)
    func everyIssue(channel: ChannelName) async throws {
        for kind in IssueKind.allCases {
            let facts = Sample.facts(kind)

            let text = try await Self.file(.form, of: Self.request(channel, facts))

            let labels = try JSONDocument(parsing: Array(text.utf8)).root.member(named: "labels")
            #expect(labels?.member(named: channel == .signalConso ? "details" : "message") != nil)
            #expect(!["\": \"\"", "null", "private"].contains { text.contains($0) })
        }
    }

    @Test(
        "hostile values stay inside their fields",
        arguments: [
            "\"}, \"x\": {\"", "</script><b>", "=cmd|' /C calc'!A0", "{{orderNumber}}", "a\\u0000b",
            "é😀\u{301}",
        ])
    func hostile(value: String) async throws {
        var facts = Self.purchase
        facts.order.number = Private(Sample.line(value))
        facts.order.item.name = Sample.line(value)
        facts.consumer.name = Private(Sample.line(value))

        let form = try await Self.form(Self.request(.consumerAssociation, facts))

        let fields = try #require(form.member(named: "fields"))
        #expect(fields.member(named: "orderNumber")?.string == value)
        #expect(fields.member(named: "item")?.string == value)
        #expect(fields.member(named: "name")?.string == value)
    }
}

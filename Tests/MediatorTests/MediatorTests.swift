import ChannelPluginKit
import ChannelPluginTesting
import CivilCalendar
import ContactRouting
import JSONText
import LetterTestSupport
import Mediator
import Testing

@Suite("Mediator")
struct MediatorTests {
    static let requests = [
        Sample.referralRequest(.mediator, Sample.lostParcel),
        Sample.referralRequest(.mediator, Sample.lostParcel, language: .english),
        Sample.referralRequest(.eccNet, Sample.lostParcel, language: .english),
        Sample.referralRequest(.conciliator, Sample.lostParcel),
        Sample.referralRequest(.courtRequest, Sample.lostParcel),
    ]

    @Test("it keeps the contract of every channel plugin")
    func contract() async {
        var subject = ContractSubject(MediatorPlugin(), requests: Self.requests)
        var long = Self.requests[0]
        long.limits.pagesMax = 1
        long.contactCase.issue.description = Private(String(repeating: "Encore un mot. ", count: 380))
        var many = Self.requests[3]
        many.contactCase.attachments = (1...51).map { _ in
            Attachment(path: Sample.line("a.pdf"), title: Sample.line("Facture"))
        }
        subject.tooLarge = [long, many]
        var nobody = Self.requests[4]
        nobody.contactCase.consumer.name = nil
        nobody.contactCase.consumer.address = nil
        subject.incomplete = [nobody]

        let breaches = await checkChannelContract(subject)

        #expect(breaches == [])
    }

    @Test(
        "each channel has a referral, its text and its form, and the person sends them", arguments: requests)
    func files(request: PreparationRequest) async throws {
        let prepared = try await MediatorPlugin().prepare(request)

        #expect(prepared.artifacts.map(\.fileName.text) == ["referral.pdf", "referral.txt", "form.json"])
        #expect(prepared.artifact(.referral)?.pages == 2)
        guard case .person(let task) = prepared.payload else {
            Issue.record("it is no task for a person")
            return
        }
        #expect(task.text.reveal() == prepared.afterwards)
    }

    @Test("with a page to fill in, the person opens it; without one, the paper is posted")
    func task() async throws {
        var online = Self.requests[2]
        online.link = ContactLink(parsing: "https://europe-consommateurs.eu/")

        let opened = try await MediatorPlugin().prepare(online)
        let posted = try await MediatorPlugin().prepare(Self.requests[3])

        #expect(opened.payload.kind == .openLink)
        #expect(opened.link == online.link)
        #expect(posted.payload.kind == .post)
    }

    @Test("what only the person can say has a field that is open")
    func form() async throws {
        let prepared = try await MediatorPlugin().prepare(Self.requests[0])
        let form = try JSONDocument(parsing: try #require(prepared.artifact(.form)).bytes.reveal()).root

        let fields = try #require(form.member(named: "fields"))
        #expect(form.member(named: "form")?.string == "mediator")
        #expect(form.member(named: "keys")?.string == "ours")
        #expect(form.member(named: "labels")?.member(named: "otherProceedings") != nil)
        #expect(fields.member(named: "otherProceedings") == nil)
        #expect(fields.member(named: "traderRegistration")?.string == "RCS Lille 123 456 789")
        #expect(fields.member(named: "complaintOn")?.string == "2026-10-12")
        #expect(
            fields.member(named: "statement")?.string?.contains("Chronologie\n\n- 28 août 2026 – Commande")
                == true)
    }

    @Test("a court’s form asks for what a request is void without, and no other form does")
    func claimant() async throws {
        let keys = ["birthDate", "birthPlace", "profession", "nationality"]
        for request in Self.requests {
            let prepared = try await MediatorPlugin().prepare(request)
            let form = try JSONDocument(
                parsing: try #require(prepared.artifact(.form)).bytes.reveal()
            ).root
            let labels = try #require(form.member(named: "labels"))

            for key in keys {
                #expect((labels.member(named: key) != nil) == (request.channel == .courtRequest))
                #expect(form.member(named: "fields")?.member(named: key) == nil)
            }
        }
    }

    @Test("nobody is promised an official form, and the price of the court is told")
    func court() async throws {
        let prepared = try await MediatorPlugin().prepare(Self.requests[4])

        #expect(prepared.afterwards.contains("n’est pas un formulaire officiel"))
        #expect(prepared.afterwards.contains("50 €"))
        #expect(prepared.doubts.contains(.amicableAttemptMissing))
    }

    @Test("whoever carries the documents in the PDF is not asked for copies, and learns where that fails")
    func carried() async throws {
        for var request in Self.requests where request.language == .french {
            let plain = try await MediatorPlugin().prepare(request)
            request.wishes.carriesAttachments = true
            request.wishes.attachments = [
                RequestAttachment(
                    title: Sample.line("Facture"), fileName: ArtifactFileName("facture.pdf"), mediaType: .pdf,
                    bytes: Array("%PDF-1.7".utf8))
            ]

            let advice = try await MediatorPlugin().prepare(request).afterwards

            #expect(plain.afterwards.contains("une copie de chaque pièce"))
            #expect(!advice.contains("une copie de chaque pièce"))
            #expect(advice.contains("Certains portails refusent de tels fichiers"))
        }
    }

    @Test(
        "above 5,000 euros the paper is no request, and what follows speaks of a summons",
        arguments: [(Int64(612_300), false), (1_234_500, true)])
    func summons(cents: Int64, withLawyer: Bool) async throws {
        var facts = Sample.lostParcel
        facts.order.amount = Money(hundredths: cents)

        let prepared = try await MediatorPlugin().prepare(Sample.referralRequest(.courtRequest, facts))

        let text = String(
            decoding: try #require(prepared.artifact(.referralText)).bytes.reveal(), as: UTF8.self)
        #expect(!text.contains("Requête") && text.contains("Exposé de la demande"))
        #expect(prepared.afterwards.contains("assignation"))
        #expect(prepared.afterwards.contains("avocat est obligatoire") == withLawyer)
        #expect(prepared.doubts.contains(.summonsNeeded(withLawyer: withLawyer)))
    }

    @Test("a mediator who is not known is asked for")
    func unknownMediator() async throws {
        var request = Self.requests[0]
        request.recipient = DeliveryRecipient()
        request.referral = Sample.referral(.mediation, Sample.lostParcel, readerName: nil)

        let prepared = try await MediatorPlugin().prepare(request)

        #expect(prepared.recipient.reveal() == "médiateur de la consommation")
        #expect(prepared.doubts.contains(.mediatorUnknown))
    }

    @Test("a plan that is not there is the program's fault, not the person's")
    func noPlan() async {
        var request = Self.requests[0]
        request.referral = nil

        await #expect(
            throws: ChannelError.preparationFailed(
                channel: .mediator, reason: "the request carries no plan of a referral")
        ) {
            try await MediatorPlugin().prepare(request)
        }
    }
}

extension DeliveryPayload {
    var kind: PersonTask.Kind? {
        if case .person(let task) = self { task.kind } else { nil }
    }
}

import ChannelPluginKit
import ChannelPluginTesting
import ContactRouting
import Foundation
import LetterTestSupport
import PDFChecking
import RegisteredMail
import Testing

@Suite("RegisteredMail, for a provider")
struct ProviderLetterTests {
    static var plugin: RegisteredMailPlugin {
        RegisteredMailPlugin(
            provider: RegisteredMailProvider(
                base: HTTPTarget(parsing: "https://mail.example/registered_mail/v2")))
    }

    static func request(_ change: (inout PreparationRequest) -> Void = { _ in }) -> PreparationRequest {
        var request = Sample.request(
            .registeredMail, Sample.refundOverdue, plan: Sample.plan(Sample.refundOverdue))
        change(&request)
        return request
    }

    @Test("it keeps the contract of every channel plugin, cut off at any of its calls")
    func contract() async {
        var subject = ContractSubject(Self.plugin, requests: [Self.request()])
        subject.answer = Self.answer
        subject.tooLarge = [
            Self.request {
                $0.recipient.address = Sample.address(
                    "Boutique", "Une rue au nom bien plus long que trente-huit signes", "59000 Lille")
            }
        ]
        subject.incomplete = [Self.request { $0.contactCase.consumer.email = nil }]

        let breaches = await checkChannelContract(subject)

        #expect(breaches == [])
    }

    /// A provider that remembers nothing and says what suits each call.
    @Sendable private static func answer(_ request: HTTPRequest) -> HTTPResponse {
        let path = request.head.target.text.replacing(
            "https://mail.example/registered_mail/v2/sendings", with: "")
        let body =
            switch (request.head.method.isSafe, path) {
            case (true, let path) where path.hasPrefix("?"): #"{"sendings":[],"paging":{"total_results":0}}"#
            case (true, "/s-1/recipients"): #"{"recipients":[{"status":"DRAFT","postage_price":6.11}]}"#
            case (true, _), (false, ""):
                #"{"id":"s-1","status":"DRAFT","documents_count":1,"recipients_counts":{"total":1}}"#
            case (false, _): #"{"id":"part-1"}"#
            }
        return HTTPResponse(
            code: request.head.expected.min() ?? 200, contentType: "application/json", body: Array(body.utf8))
    }

    @Test("what goes out is prepared: the sending, its recipient and its documents")
    func files() async throws {
        let prepared = try await Self.plugin.prepare(Self.request())

        #expect(
            prepared.artifacts.map(\.fileName.text) == [
                "letter.pdf", "letter.txt", "sending.json", "recipient.json",
            ])
        #expect(
            try Self.text(prepared, .request) == """
                {
                  "name": "d-7f3a91c2",
                  "custom_id": "d-7f3a91c2",
                  "acknowledgement_of_receipt": true,
                  "acknowledgement_of_receipt_scanning": true,
                  "color_printing": false,
                  "duplex_printing": true,
                  "optional_address_sheet": true,
                  "notification_email": "camille@exemple.example",
                  "sender_address_line_2": "Camille Exemple",
                  "sender_address_line_4": "12 rue des Lilas",
                  "sender_address_line_6": "69003 Lyon",
                  "sender_country_code": "FR"
                }

                """)
        #expect(
            try Self.text(prepared, ArtifactRole("recipient")) == """
                {
                  "custom_id": "d-7f3a91c2",
                  "address_line_1": "AMAZON EU SARL",
                  "address_line_3": "SUCCURSALE FRANCAISE - SERVICE CLIENT",
                  "address_line_4": "67 BOULEVARD DU GENERAL LECLERC",
                  "address_line_6": "92110 CLICHY",
                  "country_code": "FR"
                }

                """)
        #expect(prepared.consent == ConsentNeeded(irreversible: true))
        #expect(prepared.payload.targetText == "https://mail.example/registered_mail/v2/sendings")
    }

    @Test("what the provider's form cannot hold is refused by its line")
    func form() async {
        let field = RequestField("merchant.address")
        func error(_ lines: String...) async -> ChannelError? {
            let request = Self.request {
                $0.recipient.address = try? PostalAddress(lines: lines.map(Sample.line))
            }
            do throws(ChannelError) {
                _ = try await Self.plugin.prepare(request)
                return nil
            } catch { return error }
        }

        #expect(await error("SHOP", "1 RUE A", "75001 PARIS") == nil)
        #expect(await error("SHOP", "A", "B", "C", "1 RUE D", "97400 ST DENIS") == nil)
        #expect(
            await error("SHOP", "1 RUE A", "PARIS 75001")?.field
                == RequestField("\(field), line 3"))
        #expect(
            await error("SHOP GMBH", "STRASSE 1", "10115 BERLIN", "ALLEMAGNE")?.field
                == RequestField("\(field), line 4"))
        #expect(
            await error("SHOP", "1 RUE A", "98800 NOUMEA")?.field == RequestField("\(field), line 3"))
    }

    @Test(
        "each territory that the provider serves has its own country code",
        arguments: [
            ("98000 MONACO", "MC"), ("97133 ST BARTHELEMY", "BL"), ("97150 ST MARTIN", "MF"),
            ("97500 ST PIERRE", "PM"), ("97110 POINTE A PITRE", "GP"), ("97200 FORT DE FRANCE", "MQ"),
            ("97300 CAYENNE", "GF"), ("97400 ST DENIS", "RE"), ("97600 MAMOUDZOU", "YT"),
            ("20000 AJACCIO", "FR"),
        ])
    func countries(town: String, code: String) async throws {
        let prepared = try await Self.plugin.prepare(
            Self.request { $0.recipient.address = Sample.address("SHOP", "1 RUE A", town) })

        #expect(try Self.text(prepared, ArtifactRole("recipient")).contains("\"country_code\": \"\(code)\""))
    }

    @Test("a sender's name or line above 38 characters is refused by its field")
    func longSender() async {
        let long = "Une rue au nom bien plus long que trente-huit"

        await #expect(
            throws: ChannelError.overLimit(
                field: "consumer.address, line 1", actual: 45, max: 38, unit: .characters)
        ) {
            try await Self.plugin.prepare(
                Self.request {
                    $0.contactCase.consumer.address = Private(Sample.address(long, "75001 Paris"))
                })
        }
        await #expect(
            throws: ChannelError.overLimit(field: "consumer.name", actual: 45, max: 38, unit: .characters)
        ) {
            try await Self.plugin.prepare(
                Self.request { $0.contactCase.consumer.name = Private(Sample.line(long)) })
        }
    }

    @Test("half a provider prepares nothing, and never falls back to the person by mistake")
    func halfAProvider() async {
        let plugin = RegisteredMailPlugin(
            provider: RegisteredMailProvider(base: nil, missing: ["RECOURS_REGISTERED_MAIL_URL"]))

        await #expect(
            throws: ChannelError.missing(
                channel: .registeredMail, fields: ["RECOURS_REGISTERED_MAIL_URL"])
        ) {
            try await plugin.prepare(Self.request())
        }
    }

    @Test("PDF files go along as documents; another kind is refused by its number")
    func enclosures() async throws {
        func file(_ type: MediaType) -> RequestAttachment {
            RequestAttachment(
                title: Sample.line("Facture"), fileName: ArtifactFileName("facture.pdf"), mediaType: type,
                bytes: Array("%PDF-1.7".utf8))
        }

        let prepared = try await Self.plugin.prepare(
            Self.request { $0.wishes.attachments = [file(.pdf), file(.pdf)] })

        #expect(
            prepared.artifacts.map(\.fileName.text).filter { $0.hasPrefix("enclosure") } == [
                "enclosure-1.pdf", "enclosure-2.pdf",
            ])
        await #expect(
            throws: ChannelError.unusable(
                field: "attachments, file 2", reason: "the provider prints PDF only: turn it into a PDF")
        ) {
            try await Self.plugin.prepare(
                Self.request { $0.wishes.attachments = [file(.pdf), file(.jpeg)] })
        }
    }

    @Test("the person is told that the letter goes out unsigned, unless it is not", arguments: [true, false])
    func unsigned(isSigned: Bool) async throws {
        let prepared = try await Self.plugin.prepare(
            Self.request { if isSigned { $0.wishes.signature = Private(SamplePictures.jpeg) } })

        #expect(prepared.doubts.contains { $0.code == DoubtCode("letter-unsigned") } == !isSigned)
    }

    @Test("the lower of both limits holds, and stands beside the preparation")
    func priceMax() async throws {
        let plugin = RegisteredMailPlugin(
            provider: RegisteredMailProvider(
                base: HTTPTarget(parsing: "https://mail.example/v2"), priceMax: Money(hundredths: 900)))

        let own = try await plugin.prepare(Self.request())
        let lower = try await plugin.prepare(Self.request { $0.wishes.priceMax = Money(hundredths: 800) })
        let higher = try await plugin.prepare(Self.request { $0.wishes.priceMax = Money(hundredths: 1000) })

        #expect(
            [own, lower, higher].map(\.consent.priceMax?.hundredths) == [900, 800, 900])
        #expect(own.afterwards.contains("9,00"))
    }

    private static func text(_ prepared: PreparedDelivery, _ role: ArtifactRole) throws -> String {
        String(decoding: try #require(prepared.artifact(role)).bytes.reveal(), as: UTF8.self)
    }
}

extension DeliveryPayload {
    fileprivate var targetText: String? {
        if case .http(let head, _) = self { head.target.text } else { nil }
    }
}

extension ChannelError {
    /// The field that an error is about.
    fileprivate var field: RequestField? {
        switch self {
        case .overLimit(let field, _, _, _), .unusable(let field, _): field
        case .missing, .servedTwice, .notServed, .eventNotUnderstood, .secretUnknown, .secretUnusable,
            .checkpointNotStored, .preparationFailed:
            nil
        }
    }
}

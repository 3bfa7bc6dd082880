import Assembly
import CaseFlow
import CaseFormat
import ChannelPluginKit
import CivilCalendar
import ContactRouting
import JSONText
import Testing

@Suite("Preparing messages and forms")
struct MessageChannelsTests {
    private static let moment = "2026-11-25T15:00:00+01:00"

    private func prepare(_ channel: ChannelName, of example: String) async throws -> PreparedDelivery {
        let program = try Repository.program()
        let (loaded, decision) = try Repository.example(example, at: Self.moment, program: program)
        return try await program.preparing.prepare(
            loaded, decision: decision, through: channel, wishes: PreparationWishes(draft: true),
            language: .french)
    }

    /// A case of the person's own wording, decided by the shipped directory.
    private func prepare(_ channel: ChannelName, json: String) async throws -> PreparedDelivery {
        let program = try Repository.program()
        let now = try Instant(parsing: Self.moment)
        let loaded = try program.reader.read(Array(json.utf8), decidedAt: now)
        return try await program.preparing.prepare(
            loaded, decision: try program.deciding.decide(loaded.facts, at: now), through: channel,
            wishes: PreparationWishes(draft: true), language: .french)
    }

    private func text(_ prepared: PreparedDelivery) throws -> String {
        String(decoding: try #require(prepared.artifact(.message)).bytes.reveal(), as: UTF8.self)
    }

    @Test("a message that strangers may read is not doubted for a number that it leaves out")
    func numberOnSocialNetwork() async throws {
        let json = """
            {"merchant": "amazon-fr", "issue": {"kind": "not-delivered", "demand": "refund"},
             "consumer": {"country": "FR"}}
            """

        let chat = try await prepare(.chat, json: json)
        let social = try await prepare(.socialDM, json: json)

        #expect(chat.doubts.contains(.orderNumberUnknown))
        #expect(!social.doubts.contains(.orderNumberUnknown))
    }

    @Test(
        "each channel has the files of the contract",
        arguments: [
            (ChannelName.chat, "refund-overdue", ["message.txt"]),
            (.socialDM, "refund-overdue", ["message.txt", "public.txt"]),
            (.sellerMessaging, "seller-silent", ["message.txt"]),
            (.marketplaceGuarantee, "seller-silent", ["form.json", "message.txt"]),
            (.onlineReturn, "seller-silent", ["form.json", "message.txt"]),
            (.withdrawalButton, "unlisted-shop-withdrawal", ["form.json", "message.txt"]),
            (.selfService, "refund-overdue", ["form.json", "message.txt"]),
            (.consumerAssociation, "refund-overdue", ["form.json", "message.txt"]),
            (.signalConso, "refund-overdue", ["form.json", "message.txt"]),
            (.productSafety, "seller-silent", ["form.json", "message.txt"]),
            (.report33700, "suspicious-sms", ["form.json", "message.txt"]),
            (.signalSpam, "suspicious-sms", ["form.json", "message.txt"]),
            (.merchantPhishingReport, "suspicious-sms", ["form.json", "message.txt"]),
            (.cyber17, "account-compromised", ["form.json", "message.txt"]),
            (.pharos, "seller-silent", ["form.json", "message.txt"]),
            (.policeThesee, "account-compromised", ["form.json", "message.txt"]),
        ])
    func files(channel: ChannelName, example: String, names: [String]) async throws {
        let one = try await prepare(channel, of: example)
        let other = try await prepare(channel, of: example)

        #expect(one.artifacts.map(\.fileName.text) == names)
        #expect(one == other)
        if let form = one.artifact(.form) {
            let root = try JSONDocument(parsing: form.bytes.reveal()).root
            #expect(root.member(named: "form")?.string == channel.text)
        }
    }

    @Test("the seller is the reader, and the directory's path through the menus is told")
    func seller() async throws {
        let prepared = try await prepare(.sellerMessaging, of: "seller-silent")

        #expect(prepared.recipient.reveal() == "Exemple SARL")
        #expect(
            prepared.afterwards.contains("«\u{A0}Poser une question > Assistant Messagerie Vendeur\u{A0}»"))
    }

    @Test("an institution is named as the reader, and the merchant as the company that it is about")
    func institution() async throws {
        let prepared = try await prepare(.signalConso, of: "seller-silent")

        #expect(prepared.recipient.reveal() == "SignalConso")
        #expect(try text(prepared).hasPrefix("Entreprise\u{A0}: Amazon.fr.\nVendeur\u{A0}: Exemple SARL.\n"))
    }

    @Test(
        "a message is in the person's language where the channel takes it",
        arguments: [
            ("en", ChannelName.chat, "Hello,"), ("fr", .chat, "Bonjour,"), ("en", .socialDM, "Bonjour,"),
        ])
    func language(code: String, channel: ChannelName, greeting: String) async throws {
        let prepared = try await prepare(
            channel,
            json: """
                {"merchant": "amazon-fr", "issue": {"kind": "not-delivered"}, "consumer": {"language": "\(code)"}}
                """)

        #expect(try text(prepared).hasPrefix(greeting))
    }

    @Test("a shop that is not in the directory is written to by the links that the case gives")
    func unlisted() async throws {
        let prepared = try await prepare(
            .chat,
            json: """
                {"merchant": {"name": "Boutique Générique", "country": "FR", "website": "https://boutique.example",
                  "links": {"chat": "https://boutique.example/chat"}},
                 "seller": {"type": "own-website"}, "issue": {"kind": "wrong-item", "demand": "replacement"}}
                """)

        #expect(prepared.link?.text == "https://boutique.example/chat")
        #expect(
            prepared.afterwards.hasPrefix("Ouvrez https://boutique.example/chat, puis collez message.txt."))
    }

    @Test("an IBAN in the description stops a message to a social network, and is not repeated")
    func iban() async throws {
        let error = await #expect(throws: CaseFlowError.self) {
            try await prepare(
                .socialDM,
                json: """
                    {"merchant": "amazon-fr", "issue": {"kind": "not-delivered",
                      "description": "Remboursez sur FR76.3000.6000.0112.3456.7890.189."}}
                    """)
        }

        let text = try #require(error).description
        #expect(text.contains("issue.description") && text.contains("an IBAN"))
        #expect(!text.contains("3000"))
    }
}

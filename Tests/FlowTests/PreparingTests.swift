import Assembly
import CaseFlow
import CaseFormat
import ChannelPluginKit
import CivilCalendar
import ContactRouting
import Foundation
import Testing
import Texts

@Suite("Preparing what goes out")
struct PreparingTests {
    private static let monday = "2026-11-23T09:30:00+01:00"

    private func prepare(_ channel: ChannelName, at moment: String = monday) async throws -> PreparedDelivery
    {
        let program = try Repository.program()
        let (loaded, decision) = try Repository.example("refund-overdue", at: moment, program: program)
        return try await program.preparing.prepare(
            loaded, decision: decision, through: channel, wishes: PreparationWishes(attachLetter: true),
            language: .french)
    }

    @Test(
        "the same case at the same moment gives the same bytes",
        arguments: [ChannelName.registeredMail, .callback, .email, .phone])
    func sameBytes(channel: ChannelName) async throws {
        let one = try await prepare(channel)
        let other = try await prepare(channel)

        #expect(one == other)
        #expect(!one.artifacts.isEmpty)
    }

    @Test(
        "each channel has the files of the contract",
        arguments: [
            (ChannelName.registeredMail, ["letter.pdf", "letter.txt", "posting.pdf"]),
            (.callback, ["callback.json", "callback.ics", "brief.txt"]),
            (.phone, ["brief.pdf", "brief.txt"]),
        ])
    func files(channel: ChannelName, names: [String]) async throws {
        #expect(try await prepare(channel).artifacts.map(\.fileName.text) == names)
    }

    @Test(
        "a letter and a mail bring the last day that they give along, and a call gives none",
        arguments: [ChannelName.registeredMail, .email, .phone, .chat])
    func deadline(channel: ChannelName) async throws {
        let prepared = try await prepare(channel)

        #expect((prepared.deadline != nil) == (channel == .registeredMail || channel == .email))
        if let deadline = prepared.deadline, channel == .registeredMail {
            let letter = try #require(prepared.artifacts.first { $0.fileName.text == "letter.txt" })
            let text = String(decoding: letter.bytes.reveal(), as: UTF8.self).replacing("\u{A0}", with: " ")
            #expect(text.contains(Formats(.french).date(deadline)), "\(deadline)")
        }
        // What it says to others does not depend on it.
        #expect(prepared.giving(nil).artifacts == prepared.artifacts)
    }

    @Test("a stored case names the delivery, and the case is named in it")
    func namedDelivery() async throws {
        let program = try Repository.program()
        let (loaded, decision) = try Repository.example("refund-overdue", at: Self.monday, program: program)
        let name = try DeliveryReference(parsing: "refund-overdue-1")

        let prepared = try await program.preparing.prepare(
            loaded, decision: decision, through: .email, language: .french, reference: name)
        let again = try JSONDecoder().decode(
            PreparedDelivery.self, from: JSONEncoder().encode(prepared))

        #expect(prepared.reference == name)
        #expect(again == prepared)
    }

    @Test("another moment is another delivery")
    func otherMoment() async throws {
        let one = try await prepare(.registeredMail)
        let other = try await prepare(.registeredMail, at: "2026-11-23T09:30:01+01:00")

        #expect(one.reference != other.reference)
    }

    @Test("a callback is proposed inside the channel's hours and the person's")
    func slots() async throws {
        let calendar = try #require(try await prepare(.callback).artifact(.calendar))
        let text = String(decoding: calendar.bytes.reveal(), as: UTF8.self)

        // The person can be reached from Monday to Friday, 18:00 to 20:00; the service is open until midnight.
        #expect(text.contains("DTSTART;TZID=Europe/Paris:20261123T180000\r\n"))
    }

    @Test(
        "the entry in a brief, filled in, is one that the case file takes",
        arguments: [ChannelName.phone, .callback])
    func historyEntry(channel: ChannelName) async throws {
        let brief = try #require(try await prepare(channel).artifact(.briefText))
        let text = String(decoding: brief.bytes.reveal(), as: UTF8.self)
        let entry = try #require(text.split(separator: "\n").last { $0.hasPrefix("{") })
            .replacing("T__:__:00", with: "T18:30:00").replacing("________", with: "promised")
            .replacing("____-__-__", with: "2026-11-27")
        let facts = #"{"merchant": "amazon-fr", "issue": {"kind": "other"}, "history": [\#(entry)]}"#
        let program = try Repository.program()

        let loaded = try program.reader.read(
            Array(facts.utf8), decidedAt: try Instant(parsing: "2026-11-24T09:00:00+01:00"))

        let contact = try #require(loaded.facts.history.first)
        #expect(contact.channel == channel)
        #expect(contact.outcome == .promised)
        #expect(contact.at == (try Instant(parsing: "2026-11-23T18:30:00+01:00")))
        #expect(contact.promisedOn?.description == "2026-11-27")
    }

    @Test("without a channel the best one is prepared")
    func best() async throws {
        let program = try Repository.program()
        let (loaded, decision) = try Repository.example("refund-overdue", at: Self.monday, program: program)

        let prepared = try await program.preparing.prepare(
            loaded, decision: decision, through: nil, language: .french)

        #expect(prepared.channel == decision.best?.channel)
    }

    @Test("a refused channel is refused here too, unless as a draft")
    func refused() async throws {
        let program = try Repository.program()
        let (loaded, decision) = try Repository.example(
            "item-damaged", at: "2026-11-29T14:00:00+01:00", program: program)

        await #expect(throws: CaseFlowError.self) {
            try await program.preparing.prepare(
                loaded, decision: decision, through: .registeredMail, language: .french)
        }
    }

    @Test("when waiting is right, there is nothing to prepare")
    func waiting() async throws {
        let program = try Repository.program()
        let (loaded, decision) = try Repository.example(
            "seller-silent", at: "2026-11-25T15:00:00+01:00", program: program)

        await #expect(throws: CaseFlowError.self) {
            try await program.preparing.prepare(loaded, decision: decision, through: nil, language: .french)
        }
    }
}

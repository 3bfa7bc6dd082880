import ChannelPluginKit
import CivilCalendar
import ContactRouting
import Foundation
import LetterTestSupport
import Phone
import TestSupport
import Testing

@Suite("The page of a call")
struct PhonePageTests {
    private func pages(of request: PreparationRequest) async throws -> Int? {
        try await PhonePlugin().prepare(request).artifact(.brief)?.pages
    }

    @Test(
        "the brief is one page in both languages, for both channels, whoever answers in French or English",
        arguments: [ChannelName.phone, .accessiblePhone], Language.allCases)
    func onePage(channel: ChannelName, language: Language) async throws {
        for spoken in Language.allCases {
            let request = PhoneSample.request(channel, language: language) { $0.recipientLanguage = spoken }

            #expect(try await pages(of: request) == 1)
        }
    }

    @Test("forty earlier contacts fit on the page: the latest stand there, the others are counted")
    func manyContacts() async throws {
        var facts = Sample.refundOverdue
        facts.history = (1...40).map { index in
            Sample.contact(.chat, "2026-11-\(10 + index % 10)T10:00:00+01:00", .noReply)
        }
        let prepared = try await PhonePlugin().prepare(PhoneSample.request(.phone, facts))
        let file = try OtherPrograms.folder().appending(path: "brief.pdf")
        try Data(try #require(prepared.artifact(.brief)).bytes.reveal()).write(to: file)

        let text = try OtherPrograms.run("/usr/bin/pdftotext", ["-layout", file.path, "-"])

        #expect(prepared.artifact(.brief)?.pages == 1)
        #expect(text.contains("37 contacts plus anciens"))
        let whole = String(
            decoding: try #require(prepared.artifact(.briefText)).bytes.reveal(), as: UTF8.self)
        #expect(whole.components(separatedBy: "sans réponse").count == 41)
    }

    @Test(
        "a description that no page holds is shortened on paper, whole in the text, and a doubt says so",
        arguments: [ChannelName.phone, .accessiblePhone], Language.allCases)
    func tooLong(channel: ChannelName, language: Language) async throws {
        let words = String(repeating: "La lampe a été renvoyée et rien n’a été versé. ", count: 120)
        let request = PhoneSample.request(channel, language: language) {
            $0.contactCase.issue.description = Private(words + "Fin du récit.")
        }

        let prepared = try await PhonePlugin().prepare(request)
        let paper = try await Self.paper(of: prepared)

        #expect(prepared.artifact(.brief)?.pages == 1)
        #expect(
            paper.contains(language == .french ? "la suite est dans brief.txt" : "the rest is in brief.txt"))
        #expect(paper.components(separatedBy: "La lampe").count > 4)
        #expect(!paper.contains("Fin du récit"))
        let whole = String(
            decoding: try #require(prepared.artifact(.briefText)).bytes.reveal(), as: UTF8.self)
        #expect(whole.contains("Fin du récit."))
        #expect(prepared.doubts.contains(.pageShortened([.description], leftOut: [])))
    }

    @Test("names of a thousand bytes are shortened one after the other, and each is told once")
    func longName() async throws {
        let name = Sample.line(String(repeating: "lampe ", count: 166))
        let request = PhoneSample.request {
            $0.contactCase.order.item.name = name
            $0.contactCase.seller.kind = .thirdParty
            $0.contactCase.seller.name = name
            $0.recipient.name = name
            $0.contactCase.issue.description = Private(String(repeating: "Rien. ", count: 200))
        }

        let prepared = try await PhonePlugin().prepare(request)

        #expect(prepared.artifact(.brief)?.pages == 1)
        let shortened = prepared.doubts.compactMap { doubt in
            if case .pageShortened(let shortened, let leftOut) = doubt { shortened + leftOut } else { nil }
        }
        #expect(shortened.count == 1)
        #expect(shortened.first?.contains(.itemName) == true)
        #expect(Set(shortened.joined()).count == shortened.first?.count)
        let whole = String(
            decoding: try #require(prepared.artifact(.briefText)).bytes.reveal(), as: UTF8.self)
        let words = whole.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains(name.text.prefix(900)))
    }

    @Test("an order number that no page holds is told as left out, by its name and not by its path")
    func longNumber() async throws {
        let number = Sample.line(String(repeating: "12345678 ", count: 111))
        let request = PhoneSample.request {
            $0.contactCase.order.number = Private(number)
            $0.contactCase.issue.description = Private("Rien.")
        }

        let prepared = try await PhonePlugin().prepare(request)

        let paper = try await Self.paper(of: prepared)
        let doubt = try #require(prepared.doubts.first { $0.code == DoubtCode("page-shortened") })
        #expect(!paper.contains("12345678 12345678"))
        #expect(doubt == .pageShortened([], leftOut: [.orderNumber]))
    }

    private static func paper(of prepared: PreparedDelivery) async throws -> String {
        let file = try OtherPrograms.folder().appending(path: "brief.pdf")
        try Data(try #require(prepared.artifact(.brief)).bytes.reveal()).write(to: file)
        let text = try OtherPrograms.run("/usr/bin/pdftotext", [file.path, "-"])
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test(
        "a character that no font has is refused by the field that holds it",
        arguments: ["issue.description", "order.item.name", "consumer.name"])
    func noGlyph(field: String) async throws {
        let request = PhoneSample.request { request in
            switch field {
            case "issue.description": request.contactCase.issue.description = Private("Rien \u{1F600}")
            case "order.item.name": request.contactCase.order.item.name = Sample.line("Lampe \u{1F600}")
            default: request.contactCase.consumer.name = Private(Sample.line("Camille \u{1F600}"))
            }
        }

        let error = await #expect(throws: ChannelError.self) { try await PhonePlugin().prepare(request) }

        #expect(error?.description.contains("\(field) cannot be used: it holds U+1F600") == true)
    }

    @Test("other programs read the page: one page, its language and title, its text in order")
    func otherReaders() async throws {
        let prepared = try await PhonePlugin().prepare(PhoneSample.request())
        let file = try OtherPrograms.folder().appending(path: "brief.pdf")
        try Data(try #require(prepared.artifact(.brief)).bytes.reveal()).write(to: file)

        let text = try OtherPrograms.run("/usr/bin/pdftotext", [file.path, "-"])
        let check = try OtherPrograms.run("/usr/bin/qpdf", ["--check", file.path])
        let facts = try OtherPrograms.run("/usr/bin/pdfinfo", [file.path])

        let places = ["0 805 10 14 20", "404-1234567", "Ce qui s’est passé", "Votre demande", "À noter"]
            .map { text.range(of: $0)?.lowerBound }
        #expect(places.allSatisfy { $0 != nil })
        #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
        #expect(check.contains("No syntax or stream encoding errors"))
        #expect(facts.contains("Aide-mémoire pour l’appel"))
    }
}

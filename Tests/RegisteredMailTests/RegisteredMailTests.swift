import ChannelPluginKit
import ChannelPluginTesting
import CivilCalendar
import ContactRouting
import Foundation
import LetterTestSupport
import PDFChecking
import RegisteredMail
import TestSupport
import Testing

@Suite("RegisteredMail")
struct RegisteredMailTests {
    static let request = Sample.request(
        .registeredMail, Sample.refundOverdue, plan: Sample.plan(Sample.refundOverdue))

    @Test("it keeps the contract of every channel plugin")
    func contract() async {
        var subject = ContractSubject(RegisteredMailPlugin(), requests: [Self.request])
        var long = Self.request
        long.recipient.address = Sample.address(
            "Boutique", "Une rue au nom bien plus long que trente-huit signes", "59000 Lille")
        subject.tooLarge = [long]
        var nobody = Self.request
        nobody.contactCase.consumer.name = nil
        subject.incomplete = [nobody]

        let breaches = await checkChannelContract(subject)

        #expect(breaches == [])
    }

    @Test("every file keeps the rules of PDF/A and PDF/UA")
    func conformance() async throws {
        let prepared = try await RegisteredMailPlugin().prepare(Self.request)

        for artifact in prepared.artifacts where artifact.mediaType == .pdf {
            #expect(pdfFaults(of: artifact.bytes.reveal()) == [], "\(artifact.fileName.text)")
        }
    }

    @Test("what is missing is named all at once")
    func missing() async {
        var request = Self.request
        request.contactCase.consumer.name = nil
        request.contactCase.consumer.address = nil
        request.recipient.address = nil

        await #expect(
            throws: ChannelError.missing(
                channel: .registeredMail, fields: ["consumer.name", "consumer.address", "merchant.address"])
        ) {
            try await RegisteredMailPlugin().prepare(request)
        }
    }

    @Test("a line of the address above 38 characters is refused by its number")
    func longLine() async {
        var request = Self.request
        request.recipient.address = Sample.address(
            "Boutique", "Une rue au nom bien plus long que trente-huit signes", "59000 Lille")

        await #expect(
            throws: ChannelError.overLimit(
                field: "merchant.address, line 2", actual: 52, max: 38, unit: .characters)
        ) {
            try await RegisteredMailPlugin().prepare(request)
        }
    }

    @Test("the letter, its text and the posting kit are made, and the person posts it")
    func files() async throws {
        let prepared = try await RegisteredMailPlugin().prepare(Self.request)

        #expect(prepared.artifacts.map(\.fileName.text) == ["letter.pdf", "letter.txt", "posting.pdf"])
        #expect(prepared.artifacts.map(\.pages) == [1, nil, 1])
        // The price of the acknowledgement of receipt is not known, so no total is.
        #expect(prepared.consent == ConsentNeeded(irreversible: true))
        guard case .person(let task) = prepared.payload else {
            Issue.record("it is no task for a person")
            return
        }
        #expect(task.kind == .post)
    }

    @Test("every line of the recipient's address lies inside the window")
    func window() async throws {
        let prepared = try await RegisteredMailPlugin().prepare(Self.request)
        let folder = try OtherPrograms.folder()
        let file = folder.appending(path: "letter.pdf")
        try Data(try #require(prepared.artifact(.letter)).bytes.reveal()).write(to: file)

        let boxes = try OtherPrograms.run("/usr/bin/pdftotext", ["-bbox", "-l", "1", file.path, "-"])

        let words = Word.read(boxes)
        let millimetre = 72 / 25.4
        for text in ["AMAZON", "SUCCURSALE", "67", "LECLERC", "92110", "CLICHY"] {
            let word = try #require(words.first { $0.text == text }, "\(text) is not on the page")
            #expect(
                word.left >= 109.95 * millimetre && word.right <= 195 * millimetre,
                "\(text) leaves the window sideways")
            #expect(
                word.top >= 55 * millimetre && word.bottom <= 83 * millimetre,
                "\(text) leaves the window up or down")
        }
    }

    @Test(
        "the posting kit fits one page in both languages, and says what is not known",
        arguments: Language.allCases)
    func postingKit(language: Language) async throws {
        var request = Self.request
        request = Self.inLanguage(language, request)
        let prepared = try await RegisteredMailPlugin().prepare(request)
        let file = try OtherPrograms.folder().appending(path: "posting.pdf")
        let posting = try #require(prepared.artifact(.posting))
        try Data(posting.bytes.reveal()).write(to: file)

        let text = try OtherPrograms.run("/usr/bin/pdftotext", [file.path, "-"]).replacing("\n", with: " ")

        #expect(posting.pages == 1)
        #expect(text.contains("6,11") || text.contains("6.11"))
        #expect(text.contains(language == .french ? "ne sont pas connus" : "are not known"))
    }

    @Test(
        "whoever signed with a picture is not told to sign by hand",
        arguments: [(Language.french, "igne"), (.english, "ign ")])
    func signed(language: Language, signing: String) async throws {
        var request = Self.inLanguage(language, Self.request)
        let unsigned = try await Self.posting(request)
        request.wishes.signature = Private(SamplePictures.jpeg)

        let signed = try await Self.posting(request)

        let advice = try await RegisteredMailPlugin().prepare(request).afterwards
        #expect(unsigned.contains(language == .french ? "Signez à la main" : "Sign by hand"))
        #expect(!signed.contains(language == .french ? "la main" : "by hand"))
        #expect(signed.contains(language == .french ? "1. Imprimer, plier" : "1. Print, fold"))
        #expect(!advice.contains(signing))
    }

    @Test("the sections of the posting kit are headings for a screen reader")
    func headings() async throws {
        let prepared = try await RegisteredMailPlugin().prepare(Self.request)
        let file = try OtherPrograms.folder().appending(path: "posting.pdf")
        try Data(try #require(prepared.artifact(.posting)).bytes.reveal()).write(to: file)

        let structure = try OtherPrograms.run("/usr/bin/pdfinfo", ["-struct", file.path])

        #expect(structure.split(separator: "\n").filter { $0.contains("H2") }.count == 5)
    }

    /// The words of the posting page.
    private static func posting(_ request: PreparationRequest) async throws -> String {
        let prepared = try await RegisteredMailPlugin().prepare(request)
        let file = try OtherPrograms.folder().appending(path: "posting.pdf")
        try Data(try #require(prepared.artifact(.posting)).bytes.reveal()).write(to: file)
        return try OtherPrograms.run("/usr/bin/pdftotext", [file.path, "-"])
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test(
        "the level for an original follows the amount at stake, and copies need R1 only",
        arguments: [(1_600, nil), (1_601, "R2"), (15_300, "R2"), (45_800, "R3"), (45_801, nil)]
            as [(Int64, String?)])
    func level(hundredths: Int64, level: String?) async throws {
        var request = Self.request
        request.contactCase.order.amount = Money(hundredths: hundredths)

        let page = try await Self.posting(request)

        #expect(page.contains("R1 suffit"))
        #expect(page.contains("n’est pas assuré") == (level != nil))
        if let level { #expect(page.contains("demanderait un \(level).")) }
    }

    @Test("a letter abroad gets no price of France")
    func abroad() async throws {
        var request = Self.request
        request.recipient.address = Sample.address(
            "SHOP GMBH", "BEISPIELSTRASSE 1", "10115 BERLIN", "ALLEMAGNE")

        let page = try await Self.posting(request)

        #expect(page.contains("recommandée internationale"))
        #expect(!page.contains("6,11") && !page.contains("R1"))
        let doubts = try await RegisteredMailPlugin().prepare(request).doubts
        #expect(doubts.contains(.postageAbroadUnknown) && !doubts.contains(.postageIncomplete))
    }

    @Test(
        "the next hours of the counter stand on the page as an estimate, or not at all",
        arguments: [
            ("2026-11-23T09:30:00+01:00", "ouvert jusqu’à 17 h aujourd’hui, selon notre estimation"),
            (
                "2026-11-24T09:00:00+01:00",
                "ouvert demain, mardi 24 novembre 2026, à 9 h, jusqu’à 17 h, selon notre estimation"
            ), (nil, nil),
        ] as [(String?, String?)])
    func counter(opens: String?, words: String?) async throws {
        var request = Self.request
        request.counterOpen = opens.map {
            let start = Sample.instant($0)
            return start..<Sample.instant(String($0.prefix(11)) + "17:00:00+01:00")
        }

        let page = try await Self.posting(request)

        if let words { #expect(page.contains(words), "\(page)") }
        #expect(page.contains("Guichet :") == (words != nil))
    }

    @Test("the page names the last day on which the letter may be posted", arguments: Language.allCases)
    func goodUntil(language: Language) async throws {
        var request = Self.inLanguage(language, Self.request)
        request.goodUntil = Sample.instant("2026-11-28T00:00:00+01:00")

        let page = try await Self.posting(request)

        let french = "Cette lettre vaut jusqu’au vendredi 27 novembre 2026 inclus."
        #expect(page.contains(language == .french ? french : "until the end of Friday 27 November 2026."))
    }

    @Test("the weight is that of the sheet, and every step has a box")
    func weight() async throws {
        let page = try await Self.posting(Self.request)

        #expect(page.contains("la lettre seule 5 g"))
        #expect(page.count { $0 == "□" } == 13)
    }

    @Test(
        "after the year of the tariff its price is doubted, on the page and beside it",
        arguments: [("2026-12-31", false), ("2027-01-01", true)])
    func outdatedPrice(today: String, isDoubted: Bool) async throws {
        var request = Self.request
        request.letter = Sample.plan(Sample.refundOverdue, on: today)

        let prepared = try await RegisteredMailPlugin().prepare(request)

        let file = try OtherPrograms.folder().appending(path: "posting.pdf")
        try Data(try #require(prepared.artifact(.posting)).bytes.reveal()).write(to: file)
        let page = try OtherPrograms.run("/usr/bin/pdftotext", [file.path, "-"]).replacing("\n", with: " ")
        #expect(prepared.doubts.contains(.postageOutdated) == isDoubted)
        #expect(page.contains("peut-être changé") == isDoubted)
    }

    @Test(
        "a character that no font has is refused by the field that holds it",
        arguments: [
            "issue.description", "order.item.name", "consumer.name", "consumer.address, line 2",
            "merchant.address, line 1",
        ])
    func noGlyph(field: String) async throws {
        var request = Self.request
        let sign = "Ici \u{1F600}"
        switch field {
        case "issue.description": request.contactCase.issue.description = Private(sign)
        case "order.item.name": request.contactCase.order.item.name = Sample.line(sign)
        case "consumer.name": request.contactCase.consumer.name = Private(Sample.line(sign))
        case "consumer.address, line 2":
            request.contactCase.consumer.address = Private(
                Sample.address("1 rue de l’Exemple", sign, "75001 Paris"))
        default: request.recipient.address = Sample.address(sign, "1 rue de l’Exemple", "75001 Paris")
        }

        let error = await #expect(throws: ChannelError.self) {
            try await RegisteredMailPlugin().prepare(request)
        }

        #expect(
            error
                == .unusable(
                    field: RequestField(field),
                    reason: "it holds U+1F600, which the letter's fonts do not have"))
        #expect(error?.description.hasSuffix("..") == false)
    }

    @Test("a sender that takes too many lines is named by its longest line")
    func longSender() async throws {
        var request = Self.request
        let long = String(repeating: "Exemple ", count: 110)
        request.contactCase.consumer.address = Private(
            Sample.address("1 rue de l’Exemple", long, "75001 Paris"))

        let error = await #expect(throws: ChannelError.self) {
            try await RegisteredMailPlugin().prepare(request)
        }

        guard case .unusable(let field, let reason)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(field == "consumer.address, line 2")
        #expect(reason.hasPrefix("the sender takes "))
    }

    @Test("a general letter without a demand asks for it, together with what else is missing")
    func noDemand() async {
        let facts = Sample.facts(.priceDispute) { $0.consumer.name = nil }
        let request = Sample.request(.registeredMail, facts, plan: Sample.plan(facts))

        await #expect(
            throws: ChannelError.missing(
                channel: .registeredMail, fields: ["consumer.name", "issue.demand"])
        ) {
            try await RegisteredMailPlugin().prepare(request)
        }
    }

    @Test(
        "the posting is recorded in the case, whether that is stored or a file of the person's",
        arguments: Language.allCases)
    func afterwards(language: Language) async throws {
        let prepared = try await RegisteredMailPlugin().prepare(Self.inLanguage(language, Self.request))

        #expect(
            prepared.afterwards.contains(
                language == .french
                    ? "notez dans le dossier le jour du dépôt" : "record the day of posting"))
    }

    static func inLanguage(_ language: Language, _ request: PreparationRequest) -> PreparationRequest {
        var copy = PreparationRequest(
            channel: request.channel, caseReference: request.caseReference,
            deliveryReference: request.deliveryReference, now: request.now, timeZone: request.timeZone,
            language: language, contactCase: request.contactCase, letter: request.letter)
        copy.recipient = request.recipient
        return copy
    }
}

/// A word with its box on the page, as `pdftotext -bbox` tells it.
///
/// - Unit: points.
private struct Word {
    let left, top, right, bottom: Double
    let text: String

    static func read(_ report: String) -> [Word] {
        let pattern = /xMin="([0-9.]+)" yMin="([0-9.]+)" xMax="([0-9.]+)" yMax="([0-9.]+)">([^<]+)</
        return report.matches(of: pattern).compactMap { match in
            guard let left = Double(match.1), let top = Double(match.2), let right = Double(match.3),
                let bottom = Double(match.4)
            else { return nil }
            return Word(left: left, top: top, right: right, bottom: bottom, text: String(match.5))
        }
    }
}

import CivilCalendar
import ContactRouting
import Digests
import LetterTestSupport
import LetterWriting
import Testing
import Typesetting

@Suite("Letters, as they read")
struct LetterGoldenTests {
    static let parties = LetterParties(
        senderName: Sample.line("Camille Exemple"),
        senderAddress: Sample.address("12 rue des Lilas", "69003 Lyon"),
        senderEmail: Sample.email("camille@exemple.example"), senderPhone: Sample.line("06 39 98 12 34"),
        recipientName: Sample.line("Amazon EU S.à r.l."), recipientAddress: Sample.clichy)

    @Test("Golden: the text of every kind of letter", arguments: LetterCase.all)
    func text(sample: LetterCase) throws {
        let letter = try LetterWriter().write(sample.plan, for: sample.facts, between: Self.parties)

        #expect(sample.plan.kind == sample.kind)
        try expectGolden(letter.text, named: "\(sample.name).txt")
    }

    @Test("Golden: the layout of every letter", arguments: LetterCase.all)
    func layout(sample: LetterCase) throws {
        let letter = try LetterWriter().write(sample.plan, for: sample.facts, between: Self.parties)

        let layout = try Typesetter().layout(of: letter.document)

        try expectGolden(layout.description, named: "\(sample.name).layout.txt")
    }

    @Test(
        "Golden: every letter as a picture",
        .enabled(if: LetterPicture.canDraw, "poppler-utils is not installed: no picture is compared"),
        arguments: LetterCase.all)
    func picture(sample: LetterCase) throws {
        let name = "\(sample.name).picture.txt"

        let picture = try LetterPicture(of: try Self.print(sample).pdf)

        guard let kept = golden(named: name) else { return try expectGolden(picture.text, named: name) }
        #expect(picture.shows(LetterPicture(text: kept)), "differs from \(name)")
    }

    @Test("the pictures tell any two letters apart, and a line that moved")
    func tellsApart() throws {
        let pictures = try LetterCase.all.map { sample in
            LetterPicture(text: try #require(golden(named: "\(sample.name).picture.txt")))
        }

        for (place, picture) in pictures.enumerated() {
            for other in pictures[(place + 1)...] where other.text != picture.text {
                #expect(!picture.shows(other))
            }
            var lines = picture.text.split(separator: "\n", omittingEmptySubsequences: false)
            let dark = try #require(lines.indices.max { lines[$0].utf8.count < lines[$1].utf8.count })
            lines[dark] = ""
            #expect(!LetterPicture(text: lines.joined(separator: "\n")).shows(picture))
            #expect(picture.shows(picture))
        }
        #expect(Set(pictures.map(\.text)).count > 1)
    }

    @Test("Golden: the bytes of every letter")
    func bytes() throws {
        let lines = try LetterCase.all.map { sample in
            let printed = try Self.print(sample)
            let digest = try SHA256.digest(of: printed.pdf)
            return "\(digest.hex)  \(sample.name), \(printed.pageCount) p.\n"
        }

        try expectGolden(lines.joined(), named: "letters.sha256")
    }

    static func print(_ sample: LetterCase) throws -> RenderedDocument {
        let letter = try LetterWriter().write(sample.plan, for: sample.facts, between: parties)
        return try press.print(letter.document)
    }

    private static let press = LetterPress()
}

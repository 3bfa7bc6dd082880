import Digests
import LetterTestSupport
import LetterWriting
import PDFChecking
import Testing
import Typesetting

/// Papers for banks, mediators, centres, conciliators and courts, as they are printed.
@Suite("Referrals, as they are printed")
struct ReferralGoldenTests {
    /// One paper for each kind of reader, and the longest.
    private static let shown = ReferralCase.all.filter { names.contains($0.name) }

    private static let names: Set = [
        "bank-unauthorised-operation", "bank-chargeback", "mediation", "mediation-en", "cross-border",
        "conciliation", "court-interest",
    ]

    @Test("each of them is there, once")
    func complete() {
        #expect(Self.shown.map(\.name).sorted() == Self.names.sorted())
    }

    @Test("Golden: the layout of a paper for every kind of reader", arguments: shown)
    func layout(sample: ReferralCase) throws {
        let paper = try Self.write(sample)

        let layout = try Typesetter().layout(of: paper.document)

        try expectGolden(layout.description, named: "referral-\(sample.name).layout.txt")
    }

    @Test(
        "Golden: a paper for every kind of reader as a picture",
        .enabled(if: LetterPicture.canDraw, "poppler-utils is not installed: no picture is compared"),
        arguments: shown)
    func picture(sample: ReferralCase) throws {
        let name = "referral-\(sample.name).picture.txt"

        let picture = try LetterPicture(of: try Self.print(sample).pdf)

        guard let kept = golden(named: name) else { return try expectGolden(picture.text, named: name) }
        #expect(picture.shows(LetterPicture(text: kept)), "differs from \(name)")
    }

    @Test("Golden: the bytes of every referral")
    func bytes() throws {
        let lines = try ReferralCase.all.map { sample in
            let printed = try Self.print(sample)
            let digest = try SHA256.digest(of: printed.pdf)
            return "\(digest.hex)  \(sample.name), \(printed.pageCount) p.\n"
        }

        try expectGolden(lines.joined(), named: "referrals.sha256")
    }

    @Test("every referral keeps the rules of PDF/A and PDF/UA", arguments: ReferralCase.all)
    func rules(sample: ReferralCase) throws {
        #expect(pdfFaults(of: try Self.print(sample).pdf) == [])
    }

    private static func print(_ sample: ReferralCase) throws -> RenderedDocument {
        try press.print(try write(sample).document)
    }

    private static func write(_ sample: ReferralCase) throws -> Letter {
        try ReferralWriter().write(sample.plan, for: sample.facts, between: sample.parties)
    }

    private static let press = LetterPress()
}

import Foundation
import PDFChecking
import Testing

@Suite("Rules of PDF/A and PDF/UA")
struct PDFRuleTests {
    static let breakages = Breakage.files + Breakage.attachments + Breakage.pages + Breakage.structures

    @Test("a document with everything in it keeps every rule")
    func keeps() throws {
        let findings = try SampleFile.file().findings()

        #expect(findings == [])
    }

    @Test("a broken file breaks the rule that is about it", arguments: breakages)
    func breaks(_ breakage: Breakage) throws {
        var file = try SampleFile.file()
        let rules = PDFRule.all.filter { $0.name == breakage.rule }

        breakage.change(&file)

        #expect(!file.findings(of: rules).isEmpty)
    }

    @Test("every rule has a file that breaks it, and every breakage a rule")
    func complete() {
        let rules = PDFRule.all.map(\.name)

        #expect(Set(rules).count == rules.count)
        #expect(Set(rules) == Set(Self.breakages.map(\.rule)))
    }

    @Test(
        "a file that is no PDF is refused, not misread",
        arguments: ["", "%PDF-1.7\n", "startxref\n9\n%%EOF\n"])
    func unreadable(_ text: String) {
        let bytes = Array(text.utf8)

        #expect(pdfFaults(of: bytes).count == 1)
    }

    @Test(
        "a file that is cut off anywhere is refused",
        arguments: stride(from: 0, to: 30_000, by: 997).map { $0 })
    func cutOff(_ count: Int) throws {
        let bytes = try SampleFile.bytes.get()

        let faults = pdfFaults(of: Array(bytes.prefix(min(count, bytes.count - 1))))

        #expect(!faults.isEmpty)
    }
}

import Testing

@Suite("LayerTable and ImportScan")
struct LayerTableTests {
    @Test(
        "a table that cannot be read is an error, not an empty table",
        arguments: [
            ("no block here", LayerTable.Fault.blockMissing),
            ("```layers\n0  Open", .blockMissing),
            ("```layers\nzero  Name\n```", .malformedRow(line: "zero  Name")),
            ("```layers\n0\n```", .malformedRow(line: "0")),
            ("```layers\n0  Twice\n1  Twice\n```", .namedTwice("Twice")),
        ])
    func faults(page: String, fault: LayerTable.Fault) {
        #expect(throws: fault) { try LayerTable(parsing: page) }
    }

    @Test(
        "an import is found in every spelling",
        arguments: [
            "import Somewhere", "  import Somewhere // why", "public import Somewhere",
            "@testable import Somewhere",
            "@_spi(Testing) internal import Somewhere", "import struct Somewhere.Runner",
            "import Somewhere.Inner",
            "import Foundation; import Somewhere", "import `Somewhere`",
        ])
    func spellings(line: String) {
        let found = ImportScan.imports(in: "// first line\n\(line)\n")

        #expect(found.contains { $0.module == "Somewhere" && $0.line == 2 })
    }

    @Test(
        "what only looks like an import is none",
        arguments: ["// import Somewhere", "let important = 1", "/// import Somewhere", "importSomewhere()"])
    func noImport(line: String) {
        #expect(ImportScan.imports(in: line).isEmpty)
    }
}

import PDFChecking

extension Breakage {
    /// Of pages, their content, and fonts.
    static let pages = [
        Breakage("page-tree") { $0.edit($0.catalog["Pages"]) { $0["Count"] = .integer(7) } },
        Breakage("page-tree") { $0.editFirst("Type", "Page") { $0["Parent"] = nil } },
        Breakage("page-entries") { $0.editFirst("Type", "Page") { $0["Annots"] = .array([]) } },
        Breakage("page-size") { file in
            file.editFirst("Type", "Page") { $0["MediaBox"] = .array([0, 0, 1, 1].map(PDFValue.integer)) }
        },
        Breakage("page-resources") { $0.editFirst("Type", "Page") { $0["Resources"] = nil } },
        Breakage("page-resource-kinds") { file in
            file.editFirst("Type", "Page") { page in
                var resources = page["Resources"]?.dictionary ?? [:]
                resources["ExtGState"] = .dictionary([:])
                page["Resources"] = .dictionary(resources)
            }
        },
        Breakage("page-objects") { $0.editFirst("Subtype", "Image") { $0["Subtype"] = .name("Form") } },
        Breakage("tab-order") { $0.editFirst("Type", "Page") { $0["Tabs"] = .name("R") } },
        Breakage("content-notation") { $0.replaceInPage("BT\n", with: "BT <0 ") },
        Breakage("content-operators") { $0.replaceInPage("BT\n", with: "1 0 0 rg BT\n") },
        Breakage("content-operators") { $0.replaceInPage(" Tf\n", with: " 1 Tf\n") },
        Breakage("content-balance") { $0.replaceInPage("EMC\n", with: "") },
        Breakage("content-balance") { $0.replaceInPage("ET\n", with: "") },
        Breakage("content-fonts") { $0.replaceInPage("/F0 10.5 Tf\n", with: "") },
        Breakage("content-tagged") { $0.replaceInPage("/P<</MCID 0>>BDC\n", with: "") },
        Breakage("content-tagged") { $0.replaceInPage("<</MCID 0>>", with: "<<>>") },
        Breakage("artifact-kinds") { $0.replaceInPage("/Artifact<</Type/Layout>>", with: "/Artifact<<>>") },
        Breakage("content-nesting") {
            $0.replaceInPage("BT\n", with: "/Artifact<</Type/Layout>>BDC EMC BT\n")
        },
        Breakage("content-present") { $0.editFirst("Type", "Page") { $0["Contents"] = nil } },
        Breakage("content-numbers") { $0.replaceInPage("/MCID 0>>", with: "/MCID 700>>") },
        Breakage("font-kind") { $0.editFirst("Subtype", "Type0") { $0["Encoding"] = .name("Identity-V") } },
        Breakage("font-glyph-map") { $0.editDescendant { $0["CIDToGIDMap"] = nil } },
        Breakage("font-collection") { $0.editDescendant { $0["CIDSystemInfo"] = nil } },
        Breakage("font-embedded") { $0.editDescriptor { $0["FontFile2"] = nil } },
        Breakage("font-program-length") { file in
            let descriptor = file.first("Type", "FontDescriptor").flatMap { file.objects[$0] }
            file.edit(descriptor?["FontFile2"]) { $0["Length1"] = .integer(3) }
        },
        Breakage("font-names") { $0.editDescriptor { $0["FontName"] = .name("Other") } },
        Breakage("font-flags") { $0.editDescriptor { $0["Flags"] = .integer(36) } },
        Breakage("font-descriptor") { $0.editDescriptor { $0["StemV"] = nil } },
        Breakage("font-entries") { $0.editDescriptor { $0["CIDSet"] = .null } },
        Breakage("font-types") { $0.editDescendant { $0["Type"] = nil } },
        Breakage("font-widths") { file in
            file.editDescendant { $0["W"] = .array([.integer(3), .array([.integer(999)])]) }
        },
        Breakage("font-glyphs") { file in file.replaceGlyph(with: [0xFF, 0xF0]) },
        Breakage("no-missing-glyph") { file in file.replaceGlyph(with: [0, 0]) },
        Breakage("font-texts") { file in file.replaceToUnicode("endbfchar", with: "", from: "<0003>") },
        Breakage("font-text-values") { file in
            file.replaceToUnicode("<0003><0020>", with: "<0003><E000>", from: "")
        },
    ]
}

extension PDFFile {
    /// Replaces the first glyph that the first page shows.
    fileprivate mutating func replaceGlyph(with code: [UInt8]) {
        guard let number = entries(.reference(pages[0]))["Contents"]?.reference,
            var plain = content(of: .reference(number)),
            let start = plain.firstRange(of: Array("[(".utf8))?.upperBound
        else { return }
        plain[start] = code[0]
        plain[start + 1] = code[1]
        setContent(of: number, to: plain)
    }

    /// Changes the table of texts of the first font; with `from`, everything from there on goes.
    fileprivate mutating func replaceToUnicode(_ text: String, with other: String, from: String) {
        let font = first("Subtype", "Type0").flatMap { objects[$0] }
        guard let number = font?["ToUnicode"]?.reference, let plain = content(of: .reference(number)) else {
            return
        }
        if from.isEmpty {
            replace(text, with: other, in: number)
        } else if let start = plain.firstRange(of: Array(from.utf8))?.lowerBound {
            setContent(of: number, to: Array(plain[..<start]))
        }
    }
}

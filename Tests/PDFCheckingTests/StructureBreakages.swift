import PDFChecking

extension Breakage {
    /// Of the structure, its shapes, and pictures.
    static let structures = [
        Breakage("structure-root") { $0.editFirst("S", "Document") { $0["S"] = .name("Sect") } },
        Breakage("structure-root") { $0.editCatalog { $0["StructTreeRoot"] = nil } },
        Breakage("structure-links") { $0.editFirst("S", "P") { $0["P"] = nil } },
        // An element inside itself would lead round and round.
        Breakage("structure-links") { file in
            guard let list = file.first("S", "L") else { return }
            file.editFirst("S", "L") { $0["K"] = .array(($0["K"]?.array ?? []) + [.reference(list)]) }
        },
        Breakage("structure-roles") { $0.editFirst("S", "P") { $0["S"] = .name("Paragraph") } },
        Breakage("role-map") { file in
            file.edit(file.catalog["StructTreeRoot"]) { $0["RoleMap"] = .dictionary(["P": .name("Span")]) }
        },
        Breakage("role-map") { file in
            file.edit(file.catalog["StructTreeRoot"]) {
                $0["RoleMap"] = .dictionary(["Text": .name("Words"), "Words": .name("Text")])
            }
        },
        Breakage("content-in-structure") { $0.editFirst("S", "P") { $0["K"] = .array([]) } },
        Breakage("structure-has-content") { $0.editFirst("S", "P") { $0["K"] = .array([.integer(700)]) } },
        Breakage("structure-has-content") { file in
            file.editFirst("S", "P") { $0["K"] = .array(($0["K"]?.array ?? []) + ($0["K"]?.array ?? [])) }
        },
        Breakage("content-role") { $0.replaceInPage("/P<</MCID", with: "/Span<</MCID") },
        Breakage("parent-tree") {
            $0.edit($0.entries($0.catalog["StructTreeRoot"])["ParentTree"]) { $0["Nums"] = nil }
        },
        Breakage("parent-tree") { file in
            let root = file.entries(file.catalog["StructTreeRoot"])
            file.edit(root["ParentTree"]) { tree in
                guard var numbers = tree["Nums"]?.array, let row = numbers[1].array else { return }
                numbers[1] = .array(Array(row.reversed()))
                tree["Nums"] = .array(numbers)
            }
        },
        Breakage("parent-tree-keys") {
            $0.edit($0.catalog["StructTreeRoot"]) { $0["ParentTreeNextKey"] = .integer(0) }
        },
        Breakage("reading-order") { file in
            file.editFirst("S", "Document") { $0["K"] = .array(Array(($0["K"]?.array ?? []).reversed())) }
        },
        Breakage("element-language") { $0.editFirst("S", "P") { $0["Lang"] = .string([]) } },
        Breakage("heading-order") { $0.editAll("S", "H1") { $0["S"] = .name("P") } },
        Breakage("heading-order") { $0.editFirst("S", "H2") { $0["S"] = .name("H4") } },
        Breakage("element-not-empty") { $0.editFirst("S", "P") { $0["K"] = nil } },
        Breakage("element-text") { file in
            file.replaceInPage("BT\n", with: "EMC\n/P<</MCID 1>>BDC\n")
        },
        Breakage("list-shape") { $0.editFirst("S", "LI") { $0["S"] = .name("P") } },
        Breakage("list-parts") { $0.editFirst("S", "L") { $0["S"] = .name("Sect") } },
        Breakage("list-bodies") { file in
            file.editFirst("S", "LI") { $0["K"] = .array(Array(($0["K"]?.array ?? []).reversed())) }
        },
        Breakage("list-numbering") { $0.editAll("S", "L") { $0["A"] = nil } },
        Breakage("table-shape") { $0.editFirst("S", "TR") { $0["S"] = .name("P") } },
        Breakage("table-parts") { $0.editFirst("S", "Table") { $0["S"] = .name("Sect") } },
        Breakage("table-regular") { file in
            file.editFirst("S", "TR") { $0["K"] = .array(Array(($0["K"]?.array ?? []).prefix(1))) }
        },
        Breakage("table-headers") { $0.editAll("S", "TH") { $0["A"] = nil } },
        Breakage("table-has-headers") { $0.editAll("S", "TH") { $0["S"] = .name("TD") } },
        Breakage("table-has-headers") { file in
            file.editAll("S", "TH") { header in
                header["A"] = .dictionary(["O": .name("Table"), "Scope": .name("Column")])
            }
        },
        Breakage("figure-alternative") { $0.editFirst("S", "Figure") { $0["Alt"] = nil } },
        Breakage("figure-frame") { $0.editFirst("S", "Figure") { $0["A"] = nil } },
        Breakage("figure-frame") { file in
            file.editFirst("S", "Figure") { figure in
                let frame = PDFValue.array([0, 0, 5000, 10].map(PDFValue.integer))
                figure["A"] = .dictionary(["O": .name("Layout"), "BBox": frame])
            }
        },
        Breakage("picture-in-figure") { file in
            for page in file.pages {
                guard let content = file.entries(.reference(page))["Contents"]?.reference else { continue }
                file.replace("/Figure<<", with: "/P<<", in: content)
            }
        },
        Breakage("picture-entries") { $0.editFirst("Subtype", "Image") { $0["SMask"] = .integer(1) } },
        Breakage("picture-colours") {
            $0.editFirst("Subtype", "Image") { $0["ColorSpace"] = .name("DeviceCMYK") }
        },
        Breakage("picture-pixels") { $0.editFirst("Subtype", "Image") { $0["Height"] = .integer(9) } },
    ]
}

extension PDFRule {
    /// Pages and their tree.
    static let pageRules = [
        PDFRule("page-tree", "ISO 32000 7.7.3") { checked in
            let tree = checked.file.entries(checked.file.catalog["Pages"])
            var faults =
                tree["Count"] == .integer(checked.pages.count) ? [] : ["the number of pages is wrong"]
            if checked.pages.isEmpty { faults.append("there is no page") }
            faults += checked.pages.filter { $0.entries["Parent"] != checked.file.catalog["Pages"] }
                .map { "page \($0.number) has another parent" }
            return faults
        },
        // No annotations, no transparency group, no thumbnails, no presentation steps.
        PDFRule("page-entries", "A 6.3, 6.4, 6.11, UA 7.18") { checked in
            checked.pages.flatMap { page in
                unknown(
                    page.entries,
                    but: [
                        "Type", "Parent", "MediaBox", "Resources", "Contents", "Tabs", "StructParents",
                    ], in: "page \(page.number)")
            }
        },
        PDFRule("page-size", "A 6.1.13") { checked in
            checked.pages.compactMap { page in
                let box = page.entries["MediaBox"]?.array?.compactMap(\.number) ?? []
                guard box.count == 4 else { return "page \(page.number) has no size" }
                let sides = [box[2] - box[0], box[3] - box[1]]
                return sides.allSatisfy { (3...14_400).contains($0) }
                    ? nil : "page \(page.number) has an impossible size"
            }
        },
        PDFRule("page-resources", "A 6.2.2") { checked in
            checked.pages.flatMap { page in
                let fonts = checked.file.entries(page.resources["Font"])
                let pictures = checked.file.entries(page.resources["XObject"])
                let missing =
                    page.scan.codes.keys.filter { fonts[$0] == nil }
                    + page.scan.pictures.filter { pictures[$0] == nil }
                return missing.sorted().map { "page \(page.number) does not name its resource \($0)" }
            }
        },
        PDFRule("page-resource-kinds", "A 6.2.4, 6.2.5, 6.2.10") { checked in
            checked.pages.flatMap {
                unknown($0.resources, but: ["Font", "XObject"], in: "the resources of page \($0.number)")
            }
        },
        // Only pictures: no forms with content of their own, no references to other files, no PostScript.
        PDFRule("page-objects", "A 6.2.9, UA 7.20, M 30-001") { checked in
            checked.pages.flatMap { page in
                checked.file.entries(page.resources["XObject"]).filter { resource in
                    checked.file.entries(resource.value)["Subtype"] != .name("Image")
                }.map { "the resource \($0.key) of page \(page.number) is no picture" }
            }
        },
        PDFRule("tab-order", "UA 7.18.3") { checked in
            checked.pages.filter { $0.entries["Tabs"] != .name("S") }
                .map { "page \($0.number) has another order than its structure" }
        },
    ]

    /// What the pages show, operator by operator.
    static let contentRules = [
        scanRule("content-notation", "ISO 32000 7.8.2", .notation),
        // Among what is left out: colour of any kind, inline pictures, shadings, and all that is not of ISO 32000-1.
        scanRule("content-operators", "A 6.2.2, 6.2.4", .operators),
        scanRule("content-balance", "ISO 32000 8.4.2, A 6.1.13", .balance),
        scanRule("content-fonts", "ISO 32000 9.3", .resources),
        scanRule("content-tagged", "A 6.7.2, UA 7.1, M 01-005", .untagged),
        scanRule("artifact-kinds", "ISO 32000 14.8.2.2.2", .artifacts),
        scanRule("content-nesting", "UA 7.1, M 01-003, M 01-004", .nesting),
        PDFRule("content-present", "ISO 32000 7.8.2") { checked in
            checked.pages.filter { checked.file.content(of: $0.entries["Contents"]) == nil }
                .map { "page \($0.number) has no content" }
        },
        PDFRule("content-numbers", "ISO 32000 14.7.4.4") { checked in
            checked.pages.flatMap { page in
                page.scan.marks.map(\.number).enumerated().compactMap { place, number in
                    place == number
                        ? nil : "page \(page.number) numbers its content \(number) instead of \(place)"
                }
            }
        },
    ]

    private static func scanRule(_ name: String, _ clause: String, _ aspect: PageScan.Aspect) -> PDFRule {
        PDFRule(name, clause) { checked in
            checked.pages.flatMap { page in
                (page.scan.faults[aspect] ?? []).map { "page \(page.number): \($0)" }
            }
        }
    }
}

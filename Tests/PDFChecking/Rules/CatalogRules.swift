extension PDFRule {
    /// The catalogue: language, title, what a file of ours may hold at all.
    static let catalogRules = [
        PDFRule("language", "A 6.7.4, UA 7.2, M 11-001, M 11-006") { checked in
            guard let language = checked.file.catalog["Lang"]?.text else {
                return ["the catalogue has no Lang"]
            }
            return isLanguage(language) ? [] : ["Lang is not a language tag"]
        },
        PDFRule("marked", "A 6.7.2.2, UA 7.1, M 01-007") { checked in
            let marks = checked.file.entries(checked.file.catalog["MarkInfo"])
            return marks["Marked"] == .boolean(true) && marks["Suspects"] != .boolean(true)
                ? [] : ["MarkInfo does not say that the file is tagged without doubt"]
        },
        PDFRule("title-shown", "UA 7.1, M 07-001, M 07-002") { checked in
            let preferences = checked.file.entries(checked.file.catalog["ViewerPreferences"])
            return preferences["DisplayDocTitle"] == .boolean(true) ? [] : ["DisplayDocTitle is not true"]
        },
        // No actions, forms, layers, signatures, alternate presentations or requirements, so none of the rules
        // for them can be broken.
        PDFRule("catalog-entries", "A 6.1.12, 6.4, 6.5.2, 6.9, 6.10, 6.11") { checked in
            unknown(
                checked.file.catalog,
                but: [
                    "Type", "Pages", "Lang", "MarkInfo", "ViewerPreferences", "StructTreeRoot", "Metadata",
                    "OutputIntents", "AF", "Names",
                ], in: "the catalogue")
        },
        PDFRule("name-trees", "A 6.5.2, 6.8, 6.10") { checked in
            unknown(
                checked.file.entries(checked.file.catalog["Names"]), but: ["EmbeddedFiles"],
                in: "the name dictionary")
        },
        PDFRule("facts-entries", "A 6.6.3") { checked in
            unknown(
                checked.file.entries(checked.file.trailer["Info"]), but: ["Title", "Author"],
                in: "the document information")
        },
    ]

    static func unknown(_ entries: [String: PDFValue], but known: Set<String>, in place: String) -> [String] {
        Set(entries.keys).subtracting(known).sorted().map { "\(place) holds \($0)" }
    }

    static func isLanguage(_ text: String) -> Bool {
        text.wholeMatch(of: /[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*/) != nil
    }
}

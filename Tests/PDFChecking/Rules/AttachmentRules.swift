extension PDFRule {
    /// Files inside the file: ISO 19005-3.
    static let attachmentRules = [
        PDFRule("attachment-names", "A-3 6.8, UA 7.11, M 21-001") { checked in
            checked.attachments.compactMap { number, entries in
                let name = entries["F"]?.text ?? ""
                return !name.isEmpty && entries["UF"]?.text == name && entries["Type"] == .name("Filespec")
                    ? nil : "attachment \(number) is not named by F and UF alike"
            }
        },
        PDFRule("attachment-relationship", "A-3 6.8") { checked in
            let known = ["Source", "Data", "Alternative", "Supplement", "Unspecified"].map(PDFValue.name)
            return checked.attachments.filter { !known.contains($0.entries["AFRelationship"] ?? .null) }
                .map { "attachment \($0.number) does not say what it is for the document" }
        },
        PDFRule("attachment-description", "A-3 6.8") { checked in
            checked.attachments.filter { ($0.entries["Desc"]?.text ?? "").isEmpty }
                .map { "attachment \($0.number) has no description" }
        },
        PDFRule("attachment-stream", "A-3 6.8, ISO 32000 7.11.4") { checked in
            checked.attachments.compactMap { number, entries in
                let streams = checked.file.entries(entries["EF"])
                guard let reference = streams["F"]?.reference, streams["UF"] == streams["F"],
                    let stream = checked.file.objects[reference], stream["Type"] == .name("EmbeddedFile"),
                    let plain = checked.file.content(of: .reference(reference))
                else { return "attachment \(number) has no file" }
                let facts = stream["Params"]?.dictionary ?? [:]
                return facts["Size"] == .integer(plain.count)
                    ? nil : "attachment \(number) has another size than it says"
            }
        },
        PDFRule("attachment-day", "ISO 32000 7.9.4") { checked in
            checked.attachments.compactMap { number, entries in
                let stream = checked.file.entries(checked.file.entries(entries["EF"])["F"])
                guard let day = stream["Params"]?.dictionary?["ModDate"] else { return nil }
                return day.text?.wholeMatch(of: /D:\d{4}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])/) != nil
                    ? nil : "attachment \(number) has a malformed day"
            }
        },
        PDFRule("attachment-type", "A-3 6.8") { checked in
            checked.attachments.compactMap { number, entries in
                let stream = checked.file.entries(checked.file.entries(entries["EF"])["F"])
                let type = stream["Subtype"]?.name ?? ""
                return type.wholeMatch(of: /[a-z0-9.+-]+\/[a-z0-9.+-]+/) != nil
                    ? nil : "attachment \(number) does not say its media type"
            }
        },
        PDFRule("attachment-tree", "A-3 6.8, ISO 32000 7.9.6") { checked in
            let names = checked.file.entries(checked.file.catalog["Names"])
            let list = checked.file.entries(names["EmbeddedFiles"])["Names"]?.array ?? []
            let keys = list.enumerated().filter { $0.offset.isMultiple(of: 2) }.compactMap(\.element.bytes)
            let files = list.enumerated().filter { !$0.offset.isMultiple(of: 2) }.map(\.element)
            let isSorted = zip(keys, keys.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) }
            let agrees =
                files == checked.attachments.map { .reference($0.number) } && keys.count == files.count
            return isSorted && agrees ? [] : ["the name tree is not sorted, or holds other files than AF"]
        },
    ]
}

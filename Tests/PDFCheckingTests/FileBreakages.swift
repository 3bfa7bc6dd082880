import PDFChecking

extension Breakage {
    /// Of the file, the catalogue, the metadata and the colours.
    static let files = [
        Breakage("file-header") { $0.bytes[5] = UInt8(ascii: "2") },
        Breakage("file-header") { $0.bytes[11] = UInt8(ascii: "A") },
        Breakage("file-end") { $0.bytes += Array("more".utf8) },
        Breakage("file-identifier") { $0.trailer["ID"] = nil },
        Breakage("file-identifier") { $0.trailer["ID"] = .array([.string([1])]) },
        Breakage("no-encryption") { $0.trailer["Encrypt"] = .dictionary([:]) },
        Breakage("object-notation") { file in
            guard let offset = file.offsets.values.max() else { return }
            file.bytes[offset] = UInt8(ascii: "0")
        },
        Breakage("stream-length") { $0.editFirst("Subtype", "Image") { $0["Length"] = .integer(1) } },
        Breakage("stream-filters") { $0.editFirst("Subtype", "Image") { $0["Filter"] = .name("LZWDecode") } },
        Breakage("stream-content") { file in
            file.editFirst("Subtype", "Image") { $0.stream = Array(($0.stream ?? []).dropLast(4)) }
        },
        Breakage("no-external-streams") {
            $0.editFirst("Subtype", "Image") { $0["F"] = .string(Array("a.png".utf8)) }
        },
        Breakage("value-limits") {
            $0.edit($0.trailer["Info"]) { $0["Title"] = .string([UInt8](repeating: 65, count: 32_768)) }
        },
        Breakage("references") { $0.editCatalog { $0["AF"] = .array([.reference(99_999)]) } },
        Breakage("no-unused-objects") { file in
            file.objects[99_999] = file.trailer["Info"]?.reference.flatMap { file.objects[$0] }
        },
        Breakage("no-actions") {
            $0.editCatalog { $0["OpenAction"] = .dictionary(["S": .name("JavaScript")]) }
        },
        Breakage("language") { $0.editCatalog { $0["Lang"] = nil } },
        Breakage("language") { $0.editCatalog { $0["Lang"] = .string(Array("fr_FR".utf8)) } },
        Breakage("marked") { $0.editCatalog { $0["MarkInfo"] = .dictionary(["Marked": .boolean(false)]) } },
        Breakage("title-shown") { $0.editCatalog { $0["ViewerPreferences"] = nil } },
        Breakage("catalog-entries") { $0.editCatalog { $0["AcroForm"] = .dictionary([:]) } },
        Breakage("name-trees") { file in
            file.editCatalog { $0["Names"] = .dictionary(["JavaScript": .dictionary([:])]) }
        },
        Breakage("facts-entries") { $0.edit($0.trailer["Info"]) { $0["Keywords"] = .string([65]) } },
        Breakage("metadata-stream") { $0.editFirst("Type", "Metadata") { $0["Subtype"] = nil } },
        Breakage("metadata-packet") {
            $0.replaceInMetadata("<?xpacket begin", with: "<?xpacket bytes=\"9\" begin")
        },
        Breakage("metadata-packet") { $0.replaceInMetadata("</dc:title>", with: "</dc:subject>") },
        Breakage("metadata-title") {
            $0.replaceInMetadata("xml:lang=\"x-default\"", with: "xml:lang=\"fr\"")
        },
        Breakage("metadata-agrees") { $0.replaceInMetadata("Camille", with: "Claude") },
        Breakage("metadata-agrees") { $0.edit($0.trailer["Info"]) { $0["Title"] = .string([65]) } },
        Breakage("pdfa-identification") { $0.replaceInMetadata("conformance>A", with: "conformance>B") },
        Breakage("pdfa-identification") { $0.replaceInMetadata("<pdfaid:part>3", with: "<pdfaid:part>2") },
        Breakage("pdfua-identification") { $0.replaceInMetadata("<pdfuaid:part>1", with: "<pdfuaid:part>2") },
        Breakage("extension-schema") { $0.replaceInMetadata(">Integer<", with: ">Text<") },
        Breakage("metadata-properties") {
            $0.replaceInMetadata("</rdf:Description>", with: "<xx:own>1</xx:own></rdf:Description>")
        },
        Breakage("output-intent") { $0.editCatalog { $0["OutputIntents"] = .array([]) } },
        Breakage("output-intent") { $0.editFirst("Type", "OutputIntent") { $0["S"] = .name("GTS_PDFX") } },
        Breakage("colour-profile") { file in
            let intent = file.first("Type", "OutputIntent").flatMap { file.objects[$0] }
            file.edit(intent?["DestOutputProfile"]) { $0["N"] = .integer(4) }
        },
        Breakage("colour-profile") { file in
            let intent = file.first("Type", "OutputIntent").flatMap { file.objects[$0] }
            guard let number = intent?["DestOutputProfile"]?.reference else { return }
            file.replace("chad", with: "xxxx", in: number)
        },
    ]

    /// Of the attached files.
    static let attachments = [
        Breakage("attachment-names") { $0.editFirst("Type", "Filespec") { $0["UF"] = nil } },
        Breakage("attachment-relationship") {
            $0.editFirst("Type", "Filespec") { $0["AFRelationship"] = nil }
        },
        Breakage("attachment-description") { $0.editFirst("Type", "Filespec") { $0["Desc"] = nil } },
        Breakage("attachment-stream") { file in
            guard let number = file.first("Type", "EmbeddedFile") else { return }
            file.setContent(of: number, to: [1, 2, 3])
        },
        Breakage("attachment-day") { file in
            file.editAll("Type", "EmbeddedFile") { stream in
                stream["Params"] = .dictionary([
                    "Size": .integer(8), "ModDate": .string(Array("yesterday".utf8)),
                ])
            }
        },
        Breakage("attachment-type") { $0.editFirst("Type", "EmbeddedFile") { $0["Subtype"] = nil } },
        Breakage("attachment-tree") {
            $0.editCatalog { $0["AF"] = .array(Array(($0["AF"]?.array ?? []).reversed())) }
        },
    ]
}

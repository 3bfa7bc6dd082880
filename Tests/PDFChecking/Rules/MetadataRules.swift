extension PDFRule {
    /// What the file says about itself in XMP.
    static let metadataRules = [
        PDFRule("metadata-stream", "A 6.6.2.1, UA 7.1, M 06-001") { checked in
            guard let number = checked.file.catalog["Metadata"]?.reference,
                let object = checked.file.objects[number], object.stream != nil
            else { return ["the catalogue has no metadata stream"] }
            let isPlain = object["Filter"] == nil
            return isPlain && object["Type"] == .name("Metadata") && object["Subtype"] == .name("XML")
                ? [] : ["the metadata stream is packed, or has another type"]
        },
        PDFRule("metadata-packet", "A 6.6.2.2") { checked in
            guard let packet = checked.packet else { return ["the metadata is no readable XMP packet"] }
            let header = "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>"
            return packet.header == header && packet.trailer == "<?xpacket end=\"r\"?>"
                ? [] : ["the packet has other marks around it"]
        },
        PDFRule("metadata-title", "UA 7.1, M 06-003") { checked in
            let title = checked.packet?.value("dc:title") ?? ""
            let language = checked.packet?.root.all("dc:title").first?.all("rdf:li").first?.attributes[
                "xml:lang"]
            return title.isEmpty || language != "x-default"
                ? ["dc:title is missing, empty or without x-default"] : []
        },
        PDFRule("metadata-agrees", "A 6.6.3") { checked in
            let facts = checked.file.entries(checked.file.trailer["Info"])
            let pairs = [
                ("Title", facts["Title"]?.text, checked.packet?.value("dc:title")),
                ("Author", facts["Author"]?.text, checked.packet?.value("dc:creator")),
                ("Lang", checked.file.catalog["Lang"]?.text, checked.packet?.value("dc:language")),
            ]
            return pairs.filter { $0.1 != $0.2 }.map { "\($0.0) differs from the metadata" }
        },
        PDFRule("pdfa-identification", "A 6.6.4") { checked in
            let part = checked.attachments.isEmpty && checked.file.catalog["Names"] == nil ? "2" : "3"
            let isRight =
                checked.packet?.value("pdfaid:part") == part
                && checked.packet?.value("pdfaid:conformance") == "A"
            return isRight && has("pdfaid", "http://www.aiim.org/pdfa/ns/id/", checked)
                ? [] : ["the metadata does not say PDF/A-\(part)A"]
        },
        PDFRule("pdfua-identification", "UA 5, M 06-002") { checked in
            checked.packet?.value("pdfuaid:part") == "1"
                && has("pdfuaid", "http://www.aiim.org/pdfua/ns/id/", checked)
                ? [] : ["the metadata does not say PDF/UA-1"]
        },
        PDFRule("extension-schema", "A 6.6.2.3") { checked in
            guard let packet = checked.packet else { return ["there is no packet"] }
            let wanted = [
                "pdfaSchema:namespaceURI": "http://www.aiim.org/pdfua/ns/id/", "pdfaSchema:prefix": "pdfuaid",
                "pdfaProperty:name": "part", "pdfaProperty:valueType": "Integer",
                "pdfaProperty:category": "internal",
            ]
            let isComplete = wanted.allSatisfy { packet.value($0.key) == $0.value }
            let isExplained = ["pdfaSchema:schema", "pdfaProperty:description"].allSatisfy {
                packet.value($0)?.isEmpty == false
            }
            let spaces = [
                ("pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/"),
                ("pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#"),
                ("pdfaProperty", "http://www.aiim.org/pdfa/ns/property#"),
            ]
            return isComplete && isExplained && spaces.allSatisfy { has($0.0, $0.1, checked) }
                ? [] : ["the property of PDF/UA is not explained by an extension schema"]
        },
        PDFRule("metadata-properties", "A 6.6.2.3") { checked in
            let known: Set = [
                "dc:title", "dc:creator", "dc:language", "pdfaid:part", "pdfaid:conformance", "pdfuaid:part",
                "pdfaExtension:schemas",
            ]
            return (checked.packet?.properties ?? []).filter { !known.contains($0) }
                .map { "the property \($0) belongs to no known schema" }
        },
    ]

    /// Whether a prefix stands for its namespace wherever it is declared.
    private static func has(_ prefix: String, _ space: String, _ checked: CheckedFile) -> Bool {
        let found =
            checked.packet?.root.all("rdf:Description").compactMap { $0.attributes["xmlns:" + prefix] } ?? []
        return !found.isEmpty && found.allSatisfy { $0 == space }
    }
}

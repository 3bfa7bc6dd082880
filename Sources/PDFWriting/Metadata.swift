/// What the file says about itself, as an XMP packet.
///
/// - Source: ISO 19005-2 and -3, 6.6; ISO 14289-1, clause 5. PDF/A knows no property of PDF/UA, so the packet explains
///   it in an extension schema.
struct Metadata {
    let title: String
    let author: String
    let language: String
    /// The part of ISO 19005 that the file follows: 2, or 3 when files of any kind are attached.
    let part: Int

    init(of draft: PDFDraft) {
        title = draft.title
        author = draft.author
        language = draft.language
        part = draft.attachments.isEmpty ? 2 : 3
    }

    func packet() -> [UInt8] {
        var xml = ByteBuffer(capacity: 2560)
        xml.append("<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n")
        xml.append("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">")
        xml.append("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n")
        addDescription(to: &xml)
        xml.append(Self.extensionSchema)
        xml.append("</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
        return xml.bytes
    }

    private func addDescription(to xml: inout ByteBuffer) {
        xml.append("<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"")
        xml.append(" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"")
        xml.append(" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n<dc:title><rdf:Alt>")
        xml.append("<rdf:li xml:lang=\"x-default\">")
        add(title, to: &xml)
        xml.append("</rdf:li></rdf:Alt></dc:title>\n")
        if !author.isEmpty {
            xml.append("<dc:creator><rdf:Seq><rdf:li>")
            add(author, to: &xml)
            xml.append("</rdf:li></rdf:Seq></dc:creator>\n")
        }
        xml.append("<dc:language><rdf:Bag><rdf:li>")
        add(language, to: &xml)
        xml.append("</rdf:li></rdf:Bag></dc:language>\n<pdfaid:part>")
        xml.append(number: part)
        xml.append("</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>")
        xml.append("<pdfuaid:part>1</pdfuaid:part>\n</rdf:Description>\n")
    }

    /// Adds text with the characters escaped that XML would read as markup.
    private func add(_ text: String, to xml: inout ByteBuffer) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "<"): xml.append("&lt;")
            case UInt8(ascii: ">"): xml.append("&gt;")
            case UInt8(ascii: "&"): xml.append("&amp;")
            default:  // tidy-allow: characters are an open set
                xml.append(byte)
            }
        }
    }

    private static let extensionSchema: StaticString = """
        <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
        xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
        xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
        <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
        <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
        <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
        <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
        <pdfaProperty:name>part</pdfaProperty:name>
        <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
        <pdfaProperty:category>internal</pdfaProperty:category>
        <pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>
        </rdf:li></rdf:Seq></pdfaSchema:property>
        </rdf:li></rdf:Bag></pdfaExtension:schemas>
        </rdf:Description>

        """
}

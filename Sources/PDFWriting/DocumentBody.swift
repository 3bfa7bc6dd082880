/// Writes everything that differs from document to document: pages, structure, metadata, attached files, catalogue.
struct DocumentBody {
    let draft: PDFDraft
    private let prefix: FontPrefix
    private let images: ImageList
    private let attachments: [EmbeddedFile]
    private var file: FileBuilder
    var objects = ObjectStream()

    private let catalog: ObjectNumber
    private let pageTree: ObjectNumber
    private let facts: ObjectNumber
    private let metadata: ObjectNumber
    let structureRoot: ObjectNumber
    let structureDocument: ObjectNumber
    let parentTree: ObjectNumber
    private let objectStream: ObjectNumber
    let firstPage: ObjectNumber
    let firstElement: ObjectNumber
    private let firstImage: ObjectNumber
    private let firstAttachment: ObjectNumber

    /// - Throws: `PDFError.tooManyImages`, `.attachmentRefused`.
    init(draft: PDFDraft, prefix: FontPrefix) throws(PDFError) {
        var file = prefix.file
        self.draft = draft
        self.prefix = prefix
        images = try ImageList(of: draft.pages)
        attachments = try AttachmentList.sorted(draft.attachments)
        catalog = file.allocate()
        pageTree = file.allocate()
        facts = file.allocate()
        metadata = file.allocate()
        structureRoot = file.allocate()
        structureDocument = file.allocate()
        parentTree = file.allocate()
        objectStream = file.allocate()
        // Pages and their contents in pairs, elements, pictures, then attached files in pairs with their
        // descriptions: their numbers follow by counting.
        firstPage = objectStream + 1
        firstElement = firstPage + draft.pages.count * 2
        firstImage = firstElement + draft.structure.nodes.count
        firstAttachment = firstImage + images.all.count
        let end = firstAttachment + attachments.count * 2
        for _ in firstPage.value..<end.value { _ = file.allocate() }
        self.file = file
    }

    mutating func write(with compressor: inout Compressor) throws(PDFError) -> [UInt8] {
        for (index, page) in draft.pages.enumerated() {
            let content = try compressor.compress(page.stream.bytes)
            file.write(firstPage + index * 2 + 1, entries: [], compressed: content)
        }
        for (index, image) in images.all.enumerated() {
            file.write(firstImage + index, entries: image.entries, plain: image.bytes)
        }
        try addAttachments(with: &compressor)
        file.write(
            metadata, entries: Array("/Type/Metadata/Subtype/XML".utf8), plain: Metadata(of: draft).packet())
        addCatalog()
        addPages()
        addFacts()
        addStructure()
        try objects.write(as: objectStream, into: &file, with: &compressor)
        return file.finish(root: catalog, facts: facts)
    }

    private mutating func addCatalog() {
        objects.begin(catalog)
        objects.add("<</Type/Catalog/Pages")
        objects.add(pageTree)
        objects.add("/Lang")
        objects.add(textString: draft.language)
        objects.add("/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>/StructTreeRoot")
        objects.add(structureRoot)
        objects.add("/Metadata")
        objects.add(metadata)
        objects.add("/OutputIntents[")
        objects.add(prefix.outputIntent)
        objects.add("]")
        if !attachments.isEmpty {
            objects.add("/AF[")
            for index in attachments.indices { objects.add(firstAttachment + index * 2) }
            objects.add("]/Names<</EmbeddedFiles<</Names[")
            for (index, attachment) in attachments.enumerated() {
                objects.add(textString: attachment.name)
                objects.add(firstAttachment + index * 2)
            }
            objects.add("]>>>>")
        }
        objects.add(">>")
    }

    private mutating func addFacts() {
        objects.begin(facts)
        objects.add("<</Title")
        objects.add(textString: draft.title)
        if !draft.author.isEmpty {
            objects.add("/Author")
            objects.add(textString: draft.author)
        }
        objects.add(">>")
    }

    private mutating func addPages() {
        objects.begin(pageTree)
        objects.add("<</Type/Pages/Count ")
        objects.add(number: draft.pages.count)
        objects.add("/Kids[")
        for index in draft.pages.indices { objects.add(firstPage + index * 2) }
        objects.add("]>>")
        for (index, page) in draft.pages.enumerated() {
            objects.begin(firstPage + index * 2)
            objects.add("<</Type/Page/Parent")
            objects.add(pageTree)
            objects.add("/MediaBox[0 0 ")
            objects.add(page.width)
            objects.add(" ")
            objects.add(page.height)
            objects.add("]/Resources")
            addResources(of: page)
            objects.add("/Contents")
            objects.add(firstPage + index * 2 + 1)
            objects.add("/Tabs/S/StructParents ")
            objects.add(number: index)
            objects.add(">>")
        }
    }

    /// Every page names its resources itself: ISO 19005-2, 6.2.2.
    private mutating func addResources(of page: PageContent) {
        objects.add("<</Font<<")
        for (face, font) in prefix.fonts.enumerated() {
            guard let font else { continue }
            objects.add("/F")
            objects.add(number: face)
            objects.add(font)
        }
        objects.add(">>")
        if !page.images.isEmpty {
            objects.add("/XObject<<")
            for (name, image) in page.images.enumerated() {
                guard let place = images.place(of: image) else { continue }
                objects.add("/I")
                objects.add(number: name)
                objects.add(firstImage + place)
            }
            objects.add(">>")
        }
        objects.add(">>")
    }

    /// - Source: ISO 32000-1, 7.11.4; ISO 19005-3, 6.8.
    private mutating func addAttachments(with compressor: inout Compressor) throws(PDFError) {
        for (index, attachment) in attachments.enumerated() {
            let (specification, stream) = (firstAttachment + index * 2, firstAttachment + index * 2 + 1)
            objects.begin(specification)
            objects.add("<</Type/Filespec/F")
            objects.add(textString: attachment.name)
            objects.add("/UF")
            objects.add(textString: attachment.name)
            objects.add("/Desc")
            objects.add(textString: attachment.description)
            objects.add("/AFRelationship/")
            objects.add(text: attachment.relationship.rawValue)
            objects.add("/EF<</F")
            objects.add(stream)
            objects.add("/UF")
            objects.add(stream)
            objects.add(">>>>")
            if attachment.isCompressed {
                file.write(stream, entries: attachment.entries, plain: attachment.bytes)
            } else {
                let content = try compressor.compress(attachment.bytes)
                file.write(stream, entries: attachment.entries, compressed: content)
            }
        }
    }
}

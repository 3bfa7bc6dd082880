/// Everything that can go wrong in `PDFWriting`.
public enum PDFError: Error, Hashable, Sendable {
    case fontNotFound(path: String)
    case fontUnreadable(path: String)
    case subsetFailed(font: String)
    case glyphWithoutText(font: String, glyph: Int)
    case outOfMemory(step: Step)
    case tooManyFonts(fonts: Int, fontsMax: Int)
    case tooManyPages(pages: Int, pagesMax: Int)
    case tooManyObjects(objects: Int, objectsMax: Int)
    case fileTooLong(bytes: Int, bytesMax: Int)
    case tooManyImages(images: Int, imagesMax: Int)
    case titleMissing
    /// A control character, or one that no XML file may hold.
    case textFieldRefused(TextField)
    case languageMalformed
    case imageRefused(RasterImage.Fault)
    case attachmentRefused(EmbeddedFile.Fault)

    /// A text that the file carries about itself.
    public enum TextField: String, Hashable, Sendable {
        case title, author
    }

    /// What was being done when memory ran out.
    public enum Step: String, Hashable, Sendable {
        case compress, decompress, subset
        case readFont = "read a font"
    }
}

extension PDFError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .fontNotFound(let path):
            "The font \(path) cannot be opened: install it, or name the folder that holds it."
        case .fontUnreadable(let path):
            "The file \(path) is not a TrueType font that can be embedded: install it again."
        case .subsetFailed(let font):
            "The font \(font) could not be reduced to the glyphs of this document: install it again."
        case .glyphWithoutText(let font, let glyph):
            "Glyph \(glyph) of the font \(font) stands for no character, so its text could not be copied or read aloud: "
                + "use another font."
        case .outOfMemory(let step):
            "There was not enough memory to \(step.rawValue): free some and try again."
        case .tooManyFonts(let fonts, let fontsMax):
            "The writer was given \(fonts) fonts, and at most \(fontsMax) are allowed: use fewer."
        case .tooManyPages(let pages, let pagesMax):
            "The document has \(pages) pages, and at most \(pagesMax) are allowed: shorten it."
        case .tooManyObjects(let objects, let objectsMax):
            "The document has \(objects) parts, and at most \(objectsMax) are allowed: shorten it."
        case .fileTooLong(let bytes, let bytesMax):
            "The document has \(bytes) bytes, and at most \(bytesMax) are allowed: shorten it."
        case .tooManyImages(let images, let imagesMax):
            "The document has \(images) pictures, and at most \(imagesMax) are allowed: leave some out."
        case .titleMissing:
            "The document has no title, which readers show and screen readers say first: give it one."
        case .textFieldRefused(let field):
            "The \(field.rawValue) of the document holds a character that cannot be carried: remove control characters."
        case .languageMalformed:
            "The language of the document is not a language tag: write it as fr or en-GB."
        case .imageRefused(let fault): fault.description
        case .attachmentRefused(let fault): fault.description
        }
    }
}

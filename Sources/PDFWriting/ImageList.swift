/// The different pictures of a document, each of which the file holds once.
struct ImageList {
    /// The most different pictures of one document.
    static let imagesMax = 32

    private(set) var all: [RasterImage] = []

    /// - Throws: `PDFError.tooManyImages`.
    init(of pages: [PageContent]) throws(PDFError) {
        for page in pages {
            for image in page.images where !all.contains(image) {
                guard all.count < Self.imagesMax
                else { throw .tooManyImages(images: all.count + 1, imagesMax: Self.imagesMax) }
                all.append(image)
            }
        }
    }

    func place(of image: RasterImage) -> Int? { all.firstIndex(of: image) }
}

extension RasterImage {
    /// The entries of the picture's stream dictionary, its filter included.
    ///
    /// - Source: ISO 32000-1, 8.9.5, and 7.4.4.4 for the rows of a PNG.
    var entries: [UInt8] {
        var entries = ByteBuffer(capacity: 256)
        entries.append("/Type/XObject/Subtype/Image/Width ")
        entries.append(number: stored.width)
        entries.append("/Height ")
        entries.append(number: stored.height)
        entries.append("/BitsPerComponent 8/ColorSpace")
        switch colours {
        case .grey: entries.append("/DeviceGray")
        case .redGreenBlue: entries.append("/DeviceRGB")
        case .palette(let palette):
            entries.append("[/Indexed/DeviceRGB ")
            entries.append(number: palette.count / 3 - 1)
            entries.append("<")
            for byte in palette { entries.append(hex: UInt64(byte), digits: 2) }
            entries.append(">]")
        }
        switch coding {
        case .jpeg: entries.append("/Filter/DCTDecode")
        case .deflatedRows:
            entries.append("/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors ")
            entries.append(number: colours.components)
            entries.append("/Columns ")
            entries.append(number: stored.width)
            entries.append(">>")
        }
        return entries.bytes
    }
}

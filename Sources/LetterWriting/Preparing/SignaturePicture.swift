internal import ChannelPluginKit
internal import ContactRouting
internal import PDFWriting
internal import Synchronization
internal import Typesetting

/// The picture that a person signs letters with.
enum SignaturePicture {
    /// Most pixels of a PNG, width times height: 60 x 20 mm at 600 dots an inch have 0.7 million.
    static let pixelsMaxOfPNG = 2_000_000

    /// Pictures that were read last, with their files: the letters of a batch are often signed by the same person.
    ///
    /// One is read at a time, so that what unpacking takes is taken once, whatever the number of cores.
    private static let read = Mutex<[(file: [UInt8], image: RasterImage)]>([])

    /// Most pictures that are kept.
    private static let keptMax = 4

    /// - Returns: nil when the person signs by hand.
    /// - Throws: `ChannelError.unusable` when the picture cannot stand in a letter.
    static func of(_ name: TextLine, in request: PreparationRequest) throws(ChannelError) -> Picture? {
        guard let file = request.wishes.signature?.reveal() else { return nil }
        do {
            return Picture(image: try image(of: file), alternative: "Signature de \(name.text)")
        } catch {
            throw .unusable(field: "consumer.signature", reason: reason(error))
        }
    }

    private static func image(of file: [UInt8]) throws(PDFError) -> RasterImage {
        try read.withLock { (read) throws(PDFError) -> RasterImage in
            if let known = read.first(where: { $0.file == file }) { return known.image }
            let image = try RasterImage(file, pixelsMaxOfPNG: pixelsMaxOfPNG)
            if read.count == keptMax { read.removeFirst() }
            read.append((file, image))
            return image
        }
    }

    private static func reason(_ error: PDFError) -> String {
        guard case .imageRefused(let fault) = error else { return error.description }
        return fault.reason
    }
}

internal import ChannelPluginKit
internal import ContactRouting
internal import PDFWriting
internal import Typesetting

/// The picture that a person signs letters with.
enum SignaturePicture {
    /// - Returns: nil when the person signs by hand.
    /// - Throws: `ChannelError.unusable` when the picture cannot stand in a letter.
    static func of(_ name: TextLine, in request: PreparationRequest) throws(ChannelError) -> Picture? {
        guard let file = request.wishes.signature?.reveal() else { return nil }
        do {
            return Picture(image: try RasterImage(file), alternative: "Signature de \(name.text)")
        } catch {
            throw .unusable(field: "consumer.signature", reason: reason(error))
        }
    }

    private static func reason(_ error: PDFError) -> String {
        guard case .imageRefused(let fault) = error else { return error.description }
        return fault.reason
    }
}

public import ChannelPluginKit
internal import ContactRouting
internal import PDFWriting
public import Typesetting

extension Document {
    /// Puts the person's own files into the PDF, so that a letter and its enclosures are one file.
    ///
    /// For files that are sent or uploaded; on paper nobody sees them. They are named `01-facture.pdf`, `02-…`: in the
    /// order of the letter's list of enclosures, and never twice the same.
    ///
    /// - Throws: `ChannelError.overLimit` and `.unusable`, for the field `attachments`.
    public mutating func carry(_ files: [RequestAttachment]) throws(ChannelError) {
        guard files.count <= EmbeddedFile.filesMax else {
            throw .overLimit(
                field: "attachments", actual: files.count, max: EmbeddedFile.filesMax, unit: .files)
        }
        let total = files.reduce(0) { $0 + $1.bytes.reveal().count }
        guard total <= EmbeddedFile.totalBytesMax else {
            throw .overLimit(
                field: "attachments", actual: total, max: EmbeddedFile.totalBytesMax, unit: .bytes)
        }
        var carried: [EmbeddedFile] = []
        for (index, file) in files.enumerated() {
            let number = index < 9 ? "0\(index + 1)" : "\(index + 1)"
            do throws(PDFError) {
                carried.append(
                    try EmbeddedFile(
                        name: "\(number)-\(file.fileName.text)", mediaType: Self.bare(file.mediaType),
                        description: file.title.text, bytes: file.bytes.reveal()))
            } catch {
                throw .unusable(field: "attachments", reason: "file \(index + 1) cannot be carried in a PDF")
            }
        }
        attachments = carried
    }

    /// The media type without its parameters, which a PDF has no place for.
    private static func bare(_ type: MediaType) -> String { String(type.rawValue.prefix { $0 != ";" }) }
}

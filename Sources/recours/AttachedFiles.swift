import Assembly
import ChannelPluginKit
import ContactRouting

/// The person's own files, read from beside the case.
struct AttachedFiles {
    /// Largest file, in bytes.
    static let bytesMax = 10 * 1024 * 1024

    /// Most files that go along, and most bytes of all of them: what a letter as PDF can carry.
    static let filesMax = 50
    static let totalBytesMax = 60_000_000

    /// Largest picture of a signature, in bytes.
    static let signatureBytesMax = 4 * 1024 * 1024

    let folder: String

    /// The bytes of the picture of the signature; nil when the case names none.
    ///
    /// - Throws: `CommandFailure` that names the fact, never its content.
    func signature(_ path: TextLine?) throws -> Private<[UInt8]>? {
        guard let path else { return nil }
        do throws(FileFault) {
            return Private(
                try FileReading.bytes(of: path.text, inside: folder, bytesMax: Self.signatureBytesMax))
        } catch {
            throw CommandFailure(.wrongUse, "/consumer/signature: \(error.reason).")
        }
    }

    /// - Throws: `CommandFailure` that names the attachment by its place in the case, never by its content.
    func read(_ attachments: [Attachment]) throws -> [RequestAttachment] {
        try checkSizes(of: attachments)
        return try attachments.enumerated().map { index, attachment in
            let pointer = "/attachments/\(index)/path"
            let path = attachment.path.text
            let name = path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
            guard let fileName = ArtifactFileName(parsing: name) else {
                throw CommandFailure(
                    .wrongUse,
                    "\(pointer): the file name cannot be carried: use letters, digits, points, hyphens and underscores."
                )
            }
            let bytes: [UInt8]
            do throws(FileFault) {
                bytes = try FileReading.bytes(of: path, inside: folder, bytesMax: Self.bytesMax)
            } catch {
                throw CommandFailure(.wrongUse, "\(pointer): \(error.reason).")
            }
            return RequestAttachment(
                title: attachment.title, fileName: fileName, mediaType: Self.mediaType(of: bytes),
                bytes: bytes)
        }
    }

    /// Refuses too many files, or too large ones, before the first of them is read.
    private func checkSizes(of attachments: [Attachment]) throws(CommandFailure) {
        guard attachments.count <= Self.filesMax else {
            throw CommandFailure(
                .wrongUse,
                "/attachments: there are \(attachments.count) files, and at most \(Self.filesMax) go along: leave some out."
            )
        }
        var total = 0
        for (index, attachment) in attachments.enumerated() {
            do throws(FileFault) {
                total += try FileReading.size(of: attachment.path.text, inside: folder)
            } catch {
                throw CommandFailure(.wrongUse, "/attachments/\(index)/path: \(error.reason).")
            }
        }
        guard total <= Self.totalBytesMax else {
            throw CommandFailure(
                .wrongUse,
                "/attachments: the files have \(total) bytes, and at most \(Self.totalBytesMax) go along: leave some out."
            )
        }
    }

    /// The type by the file's first bytes: a name may lie.
    private static func mediaType(of bytes: [UInt8]) -> MediaType {
        if bytes.starts(with: Array("%PDF-".utf8)) { return .pdf }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return .png }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        return .other
    }
}

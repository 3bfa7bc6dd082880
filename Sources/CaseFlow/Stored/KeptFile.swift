internal import CaseFormat
internal import ContactRouting
public import Digests
internal import JSONText

/// A file that a case names, as the store keeps it: never changed, and found by its content.
public struct KeptFile: Hashable, Sendable {
    /// The name that the person gave it, without its folder.
    public let name: String
    public let digest: SHA256Digest
    public let byteCount: Int

    public init(name: String, digest: SHA256Digest, byteCount: Int) {
        self.name = name
        self.digest = digest
        self.byteCount = byteCount
    }

    /// The folder in that of the case, by the content.
    public var folder: String { String(digest.hex.prefix(16)) }

    /// The path in the folder of the case, which the stored facts name.
    public var path: String { "\(folder)/\(name)" }
}

/// The store's own copies of the files that a case names.
public struct KeptFiles: Hashable, Sendable {
    public let attachments: [KeptFile]
    public let signature: KeptFile?

    public init(attachments: [KeptFile] = [], signature: KeptFile? = nil) {
        self.attachments = attachments
        self.signature = signature
    }

    /// What the log says of them.
    ///
    /// - Parameter changed: the facts that are another now; nil for a new case.
    func json(changed: [String]? = nil) -> [UInt8] {
        var writer = JSONWriter(.compact, capacity: 256)
        writer.beginObject()
        if let changed {
            writer.key("changed")
            writer.beginArray()
            for name in changed { writer.string(name) }
            writer.endArray()
        }
        writer.key("files")
        writer.beginArray()
        for file in attachments + (signature.map { [$0] } ?? []) {
            writer.beginObject()
            writer.key("path")
            writer.string(file.path)
            writer.key("sha256")
            writer.string(file.digest.hex)
            writer.key("bytes")
            writer.int(file.byteCount)
            writer.endObject()
        }
        writer.endArray()
        writer.endObject()
        return writer.bytes
    }
}

extension LoadedCase {
    /// The case as the store keeps it.
    func json(reference: CaseReference, keeping files: KeptFiles) -> [UInt8] {
        json(
            reference: reference, attachments: files.attachments.map(\.path), signature: files.signature?.path
        )
    }
}

public import ContactRouting
public import Digests
internal import Foundation

/// Exactly what will go out, as a store keeps it: a description and the bytes of its files.
///
/// Made before the store is asked, so that no transaction waits for it.
public struct StoredPreparation: Hashable, Sendable {
    /// Most files of one delivery.
    public static let filesMax = 60
    /// Largest sum of the bytes of all files.
    public static let fileBytesMax = 100_000_000
    /// Largest description, in bytes.
    public static let descriptionBytesMax = 1_048_576

    public let reference: DeliveryReference
    public let channel: ChannelName
    /// The preparation as JSON without the bytes of its files.
    public let manifest: Private<[UInt8]>
    /// The files in the order of the preparation's artifacts.
    public let files: [StoredFile]

    /// Takes apart what a plugin prepared.
    ///
    /// - Throws: `CaseStoreError.overLimit`, `.digestUnavailable`.
    public init(_ prepared: PreparedDelivery) throws(CaseStoreError) {
        var files: [StoredFile] = []
        for artifact in prepared.artifacts { files.append(try StoredFile(artifact.bytes.reveal())) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let manifest: [UInt8]
        do {
            manifest = Array(try encoder.encode(prepared.withFiles { _ in [] }))
        } catch {
            throw .preparationUnreadable(prepared.reference)
        }
        try self.init(
            reference: prepared.reference, channel: prepared.channel, manifest: manifest, files: files)
    }

    /// Takes what a store has read.
    ///
    /// - Throws: `CaseStoreError.overLimit`.
    public init(
        reference: DeliveryReference, channel: ChannelName, manifest: [UInt8], files: [StoredFile]
    ) throws(CaseStoreError) {
        try check(.files, files.count, max: Self.filesMax)
        try check(.fileBytes, files.reduce(0) { $0 + $1.byteCount }, max: Self.fileBytesMax)
        try check(.manifestBytes, manifest.count, max: Self.descriptionBytesMax)
        self.reference = reference
        self.channel = channel
        self.manifest = Private(manifest)
        self.files = files
    }

    /// The preparation, every byte as it was.
    ///
    /// - Throws: `CaseStoreError.preparationUnreadable`.
    public func prepared() throws(CaseStoreError) -> PreparedDelivery {
        let decoded: PreparedDelivery
        do {
            decoded = try JSONDecoder().decode(PreparedDelivery.self, from: Data(manifest.reveal()))
        } catch {
            throw .preparationUnreadable(reference)
        }
        guard decoded.reference == reference, decoded.channel == channel,
            decoded.artifacts.count == files.count
        else { throw .preparationUnreadable(reference) }
        return decoded.withFiles { files[$0].bytes.reveal() }
    }
}

/// The bytes of one file and what names them.
public struct StoredFile: Hashable, Sendable {
    public let bytes: Private<[UInt8]>
    public let digest: SHA256Digest
    public let byteCount: Int

    /// - Throws: `CaseStoreError.digestUnavailable`.
    public init(_ bytes: [UInt8]) throws(CaseStoreError) {
        digest = try digested { () throws(DigestError) in try SHA256.digest(of: bytes) }
        byteCount = bytes.count
        self.bytes = Private(bytes)
    }

    public static func == (lhs: Self, rhs: Self) -> Bool { lhs.digest == rhs.digest }
    public func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}

extension PreparedDelivery {
    /// The same preparation with other bytes in its files.
    fileprivate func withFiles(_ bytes: (Int) -> [UInt8]) -> PreparedDelivery {
        PreparedDelivery(
            channel: channel, reference: reference, recipient: recipient.reveal(), link: link,
            artifacts: artifacts.enumerated().map { index, artifact in
                Artifact(
                    role: artifact.role, fileName: artifact.fileName, mediaType: artifact.mediaType,
                    bytes: bytes(index), pages: artifact.pages)
            }, consent: consent, doubts: doubts, afterwards: afterwards, payload: payload,
            deadline: deadline)
    }
}

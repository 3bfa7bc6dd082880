public import ContactRouting
internal import JSONText

/// Reads `prepared.json` as far as it names the files beside it.
///
/// - Source: docs/case-format.md, section 5.
public struct PreparedReader: Sendable {
    /// Largest `prepared.json`, in bytes.
    public static let bytesMax = 1 << 20

    public init() {}

    /// The names of the files, `prepared.json` not among them; none for a file that is no `prepared.json`.
    public func fileNames(in bytes: [UInt8]) -> [ArtifactFileName] {
        let limits = JSONLimits(bytesMax: Self.bytesMax, depthMax: 8, textBytesMax: Self.bytesMax)
        guard let document = try? JSONDocument(parsing: bytes, limits: limits),
            let artifacts = document.root["artifacts"]?.elements
        else { return [] }
        return artifacts.compactMap { $0["file"]?.string.flatMap(ArtifactFileName.init(parsing:)) }
    }
}

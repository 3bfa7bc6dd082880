internal import CDeflate

/// Checksums of files that come from outside.
enum Checksum {
    /// The CRC-32 of a PNG chunk: its name and its content.
    static func ofChunk(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.withUnsafeBytes { libdeflate_crc32(0, $0.baseAddress, $0.count) }
    }
}

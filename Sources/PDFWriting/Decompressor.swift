internal import CDeflate

/// Owns one libdeflate decompressor, which it frees exactly once.
struct Decompressor: ~Copyable {
    private let raw: OpaquePointer

    init() throws(PDFError) {
        guard let raw = libdeflate_alloc_decompressor() else { throw .outOfMemory(step: .decompress) }
        self.raw = raw
    }

    deinit { libdeflate_free_decompressor(raw) }

    /// Unpacks bytes in zlib format that must give exactly `count` bytes.
    ///
    /// - Returns: the bytes and how many were read for them, or nil when the bytes are damaged or give more or fewer.
    mutating func decompress(_ bytes: [UInt8], count: Int) throws(PDFError) -> (plain: [UInt8], used: Int)? {
        var used = 0
        var written = 0
        var plain = [UInt8](repeating: 0, count: count)
        let result = plain.withUnsafeMutableBytes { target in
            bytes.withUnsafeBytes { source in
                libdeflate_zlib_decompress_ex(
                    raw, source.baseAddress, source.count, target.baseAddress, target.count, &used, &written)
            }
        }
        guard result == LIBDEFLATE_SUCCESS, written == count else { return nil }
        return (plain, used)
    }
}

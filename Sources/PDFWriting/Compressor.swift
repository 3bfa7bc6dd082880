internal import CDeflate

/// Owns one libdeflate compressor, which it frees exactly once, and its scratch memory.
struct Compressor: ~Copyable {
    /// The library's quickest level.
    ///
    /// Measured on a page: its middle level takes an eighth more time, and makes the file a thirtieth smaller.
    private static let level: Int32 = 1

    private let raw: OpaquePointer
    private var scratch: [UInt8] = []

    init() throws(PDFError) {
        guard let raw = libdeflate_alloc_compressor(Self.level) else { throw .outOfMemory(step: .compress) }
        self.raw = raw
    }

    deinit { libdeflate_free_compressor(raw) }

    /// Compresses to the zlib format, which PDF calls FlateDecode.
    ///
    /// - Throws: `PDFError.outOfMemory` when the library gives up.
    mutating func compress(_ bytes: [UInt8]) throws(PDFError) -> ArraySlice<UInt8> {
        let bound = libdeflate_zlib_compress_bound(raw, bytes.count)
        if scratch.count < bound { scratch = [UInt8](repeating: 0, count: bound) }
        let raw = raw
        let written = scratch.withUnsafeMutableBytes { target in
            bytes.withUnsafeBytes { source in
                libdeflate_zlib_compress(
                    raw, source.baseAddress, source.count, target.baseAddress, target.count)
            }
        }
        guard written > 0 else { throw .outOfMemory(step: .compress) }
        return scratch[..<written]
    }
}

internal import CDeflate

/// Unpacks what the files hold.
enum Inflater {
    /// - Unit: bytes of one unpacked stream.
    private static let bytesMax = 64_000_000

    /// - Returns: nil when the bytes are damaged or too many.
    static func inflate(_ bytes: [UInt8]) -> [UInt8]? {
        guard let raw = libdeflate_alloc_decompressor() else { return nil }
        defer { libdeflate_free_decompressor(raw) }
        var size = Swift.max(4096, bytes.count * 4)
        while size <= bytesMax {
            var plain = [UInt8](repeating: 0, count: size)
            var written = 0
            let result = libdeflate_zlib_decompress(raw, bytes, bytes.count, &plain, size, &written)
            if result == LIBDEFLATE_SUCCESS { return Array(plain.prefix(written)) }
            guard result == LIBDEFLATE_INSUFFICIENT_SPACE else { return nil }
            size *= 4
        }
        return nil
    }

    /// Packs bytes that a test has changed.
    static func deflate(_ bytes: [UInt8]) -> [UInt8] {
        guard let raw = libdeflate_alloc_compressor(6) else { return [] }
        defer { libdeflate_free_compressor(raw) }
        var packed = [UInt8](repeating: 0, count: libdeflate_zlib_compress_bound(raw, bytes.count))
        let written = libdeflate_zlib_compress(raw, bytes, bytes.count, &packed, packed.count)
        return Array(packed.prefix(written))
    }
}

extension PDFFile {
    /// Changes the content of a stream.
    public mutating func setContent(of object: Int, to plain: [UInt8]) {
        let isPacked = objects[object]?["Filter"] != nil
        let stream = isPacked ? Inflater.deflate(plain) : plain
        objects[object]?.stream = stream
        objects[object]?["Length"] = .integer(stream.count)
    }
}

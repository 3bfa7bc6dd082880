/// Finds the orientation in the EXIF segment of a JPEG.
///
/// What is malformed counts as absent: the picture itself may be sound.
struct ExifOrientation {
    private let bytes: ArraySlice<UInt8>
    private var isLittle = false

    /// - Parameter segment: the content of an APP1 segment.
    /// - Returns: nil when the segment is no EXIF or names no orientation.
    static func turn(in segment: ArraySlice<UInt8>) -> RasterImage.Turn? {
        guard segment.starts(with: Array("Exif\0\0".utf8)) else { return nil }
        var reader = ExifOrientation(bytes: segment.dropFirst(6))
        return reader.turn()
    }

    private init(bytes: ArraySlice<UInt8>) { self.bytes = bytes }

    private mutating func turn() -> RasterImage.Turn? {
        switch Array(bytes.prefix(2)) {
        case Array("II".utf8): isLittle = true
        case Array("MM".utf8): isLittle = false
        default: return nil  // tidy-allow: bytes are an open set
        }
        guard let directory = number(at: 4, width: 4), let entries = number(at: directory, width: 2)
        else { return nil }
        // A directory has at most 65,535 entries of 12 bytes.
        for index in 0..<entries {
            let entry = directory + 2 + index * 12
            guard let tag = number(at: entry, width: 2) else { return nil }
            guard tag == 0x0112 else { continue }
            guard number(at: entry + 2, width: 2) == 3, let value = number(at: entry + 8, width: 2)
            else { return nil }
            return RasterImage.Turn(rawValue: value)
        }
        return nil
    }

    private func number(at offset: Int, width: Int) -> Int? {
        guard offset >= 0, offset + width <= bytes.count else { return nil }
        let part = bytes[(bytes.startIndex + offset)..<(bytes.startIndex + offset + width)]
        let ordered = isLittle ? Array(part.reversed()) : Array(part)
        return ordered.reduce(0) { $0 << 8 | Int($1) }
    }
}
